/// Characters that no reader sees, and that neither HTML nor XML lets a document have.

extension UnsafeBufferPointer<UInt8> {
    /// Where the first character at or after `start` stands that a text does not hold, of bytes that are UTF-8; `nil`
    /// for none.
    ///
    /// These are the controls (U+0000 to U+001F but for tab and line breaks, U+007F to U+009F) and U+FFFE and U+FFFF
    /// (XML 1.0, "Characters"; HTML Standard, "Preprocessing the input stream").
    package func firstControl(from start: Int = 0) -> Int? {
        guard let base = baseAddress else { return nil }
        var index = start
        while true {
            // Nearly all of every text is ASCII without any.
            index = firstIndex(from: index) { byte in
                (byte >= 0x7F).bit | ((byte < 0x20).bit & (byte != 0x0A).bit)
            }
            guard index < count else { return nil }
            // Each byte is looked at together with the next, which the last has not.
            if index &+ 32 < count, Self.hasNoControl(base + index) {
                index &+= 32
                continue
            }
            let end = Swift.min(index &+ 32, count)
            while index < end {
                if isControl(at: index) { return index }
                index &+= 1
            }
        }
    }

    /// Whether none of 32 bytes may begin such a character.
    private static func hasNoControl(_ block: UnsafePointer<UInt8>) -> Bool {
        var hits: UInt8 = 0
        for offset in 0..<32 {
            let (byte, next) = (block[offset], block[offset &+ 1])
            hits |=
                ((byte < 0x20).bit & (byte != 0x09).bit & (byte != 0x0A).bit & (byte != 0x0D).bit)
                | (byte == 0x7F).bit | ((byte == 0xC2).bit & (next < 0xA0).bit)
                | ((byte == 0xEF).bit & (next == 0xBF).bit)
        }
        return hits == 0
    }

    private func isControl(at index: Int) -> Bool {
        switch self[index] {
        case 0x09, 0x0A, 0x0D: false
        case 0..<0x20, 0x7F: true
        case 0xC2: index + 1 < count && self[index + 1] < 0xA0
        case 0xEF: index + 2 < count && self[index + 1] == 0xBF && self[index + 2] >= 0xBE
        default: false
        }
    }
}

extension String {
    /// The first of its characters that a text does not hold; `nil` for none.
    package var firstControl: Unicode.Scalar? {
        let place = withUTF8Bytes { $0.firstControl() }
        return place.map { unicodeScalars[utf8.index(startIndex, offsetBy: $0)] }
    }
}
