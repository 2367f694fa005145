import Bytes

/// HTML, XML and their like.
extension CodeParts {
    mutating func writeMarkup() {
        var index = 0
        while let start = code.firstIndex(of: UInt8(ascii: "<"), in: index..<code.count) {
            if let end = endOfAside(at: start) {
                append(start..<end, as: .comment)
                index = end
            } else {
                index = writeTag(at: start)
            }
        }
    }

    /// Where a comment, a declaration or an instruction ends.
    private func endOfAside(at start: Int) -> Int? {
        if holds(Array("<!--".utf8), at: start) {
            return end(of: Array("-->".utf8), from: start + 4)
        }
        guard let next = byte(at: start + 1), next == 0x21 || next == 0x3F else { return nil }
        return end(of: [UInt8(ascii: ">")], from: start)
    }

    private mutating func writeTag(at start: Int) -> Int {
        let isInName = { (byte: UInt8) in
            byte.isInWord || byte == 0x2D || byte == 0x2E || byte == 0x3A
        }
        let name = start + (byte(at: start + 1) == UInt8(ascii: "/") ? 2 : 1)
        var index = end(from: name, while: isInName)
        guard index > name else { return start + 1 }
        append(start..<index, as: .keyword)
        while let byte = byte(at: index) {
            switch byte {
            case UInt8(ascii: ">"):
                append(index..<index + 1, as: .keyword)
                return index + 1
            case UInt8(ascii: "<"): return index
            case UInt8(ascii: "\""), UInt8(ascii: "'"):
                let end = end(of: [byte], from: index + 1)
                append(index..<end, as: .string)
                index = end
            case _ where isInName(byte):
                let end = end(from: index, while: isInName)
                append(index..<end, as: .name)
                index = end
            default: index += 1
            }
        }
        return index
    }

    // MARK: - Diffs

    mutating func writeDiff() {
        var index = 0
        while index < code.count {
            let end = endOfLine(from: index)
            let line = index..<end
            if holds(Array("+++".utf8), at: index) || holds(Array("---".utf8), at: index) {
                append(line, as: .name)
            } else if code[index] == UInt8(ascii: "+") {
                append(line, as: .inserted)
            } else if code[index] == UInt8(ascii: "-") {
                append(line, as: .deleted)
            } else if holds(Array("@@".utf8), at: index) {
                append(line, as: .keyword)
            } else if holds(Array("diff ".utf8), at: index)
                || holds(Array("index ".utf8), at: index)
            {
                append(line, as: .comment)
            }
            index = end + 1
        }
    }
}
