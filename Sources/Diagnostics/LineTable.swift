import Bytes

/// Byte offsets of a file as lines and columns for people.
package struct LineTable: Sendable {
    /// Both from 1.
    ///
    /// Columns count characters as an editor shows them: a letter with its accent is one, and so is
    /// a tab.
    package struct Position: Hashable, Sendable {
        package var line: Int
        package var column: Int
    }

    private let bytes: [UInt8]
    private let starts: [Int]

    package init(_ bytes: [UInt8]) {
        self.bytes = bytes
        // A byte order mark is no character of the text.
        var starts = [bytes.lengthOfByteOrderMark]
        var index = 0
        while index < bytes.count {
            let byte = bytes[index]
            index += 1
            guard byte == 0x0A || byte == 0x0D else { continue }
            if byte == 0x0D, index < bytes.count, bytes[index] == 0x0A { index += 1 }
            starts.append(index)
        }
        self.starts = starts
    }

    package func position(of offset: Int) -> Position {
        let offset = min(max(offset, 0), bytes.count)
        // A byte order mark stands before the first.
        let line = max(1, starts.partitioningIndex { $0 > offset })
        let start = min(starts[line - 1], offset)
        let text = String(decoding: bytes[start..<offset], as: UTF8.self)
        return Position(line: line, column: text.count + 1)
    }

    /// Where some bytes begin and end.
    func positions(of bytes: ByteRange) -> (start: Position, end: Position) {
        (position(of: Int(bytes.lower)), position(of: Int(bytes.upper)))
    }

    /// The text of a line (from 1), without its line break.
    package func text(ofLine line: Int) -> String {
        String(decoding: bytes[range(ofLine: line)], as: UTF8.self)
    }

    /// As much of a line as is shown around a place in it, and the characters of it before that place.
    ///
    /// Of a line of a megabyte, two hundred mistakes would take as many times its length to show.
    package func text(ofLine line: Int, around place: Int) -> (text: String, before: Int) {
        let whole = range(ofLine: line)
        let place = min(max(place, whole.lowerBound), whole.upperBound)
        let reach = 2000
        var start = max(whole.lowerBound, place - reach)
        while start < place, start > whole.lowerBound, bytes[start] & 0xC0 == 0x80 { start += 1 }
        var end = min(whole.upperBound, place + reach)
        while end > place, end < whole.upperBound, bytes[end] & 0xC0 == 0x80 { end -= 1 }
        return (
            String(decoding: bytes[start..<end], as: UTF8.self),
            String(decoding: bytes[start..<place], as: UTF8.self).count
        )
    }

    private func range(ofLine line: Int) -> Range<Int> {
        guard starts.indices.contains(line - 1) else { return 0..<0 }
        let start = starts[line - 1]
        var end = line < starts.count ? starts[line] : bytes.count
        while end > start, bytes[end - 1] == 0x0A || bytes[end - 1] == 0x0D { end -= 1 }
        return start..<end
    }
}
