import Bytes

/// Finds names of people in a text, whatever white space stands between their words.
struct NameMatcher {
    /// With single spaces between their words; longest first, so that "Li Wei Chen" is not taken for "Li Wei".
    private let names: [String]
    private let firstBytes: [Bool]

    /// - Parameter names: With single spaces between their words, as front matter is read.
    init(_ names: [String]) {
        self.names = names.sorted { $0.utf8.count > $1.utf8.count }
        var table = [Bool](repeating: false, count: 256)
        for name in names { if let first = name.utf8.first { table[Int(first)] = true } }
        firstBytes = table
    }

    /// Whether a name may begin with a byte.
    @inline(__always)
    func mayBegin(with byte: UInt8) -> Bool { firstBytes[Int(byte)] }

    /// The name that begins at `index` and ends at the end of a word, and where it ends.
    func match(in text: UnsafeBufferPointer<UInt8>, at index: Int) -> (name: String, end: Int)? {
        guard mayBegin(with: text[index]), index == 0 || !text[index - 1].isWordByte else {
            return nil
        }
        for name in names where name.utf8.first == text[index] {
            let end = name.withUTF8Bytes { Self.end(of: $0, in: text, at: index) }
            if let end { return (name, end) }
        }
        return nil
    }

    private static func end(
        of name: UnsafeBufferPointer<UInt8>, in text: UnsafeBufferPointer<UInt8>, at start: Int
    ) -> Int? {
        var index = start
        for byte in name {
            // A name is as it was typed; of an apostrophe, the text has what a typesetter has.
            if byte == UInt8(ascii: "'"), text[index...].starts(with: "’".utf8) {
                index += "’".utf8.count
                continue
            }
            if byte != 0x20 {
                guard index < text.count, text[index] == byte else { return nil }
                index += 1
                continue
            }
            let before = index
            while index < text.count {
                if text[index] == 0x20 || text[index] == 0x0A {
                    index += 1
                } else if index + 1 < text.count, text[index] == 0xC2, text[index + 1] == 0xA0 {
                    index += 2
                } else {
                    break
                }
            }
            guard index > before else { return nil }
        }
        guard index == text.count || !text[index].isWordByte else { return nil }
        // A letter beyond ASCII goes on with the word; punctuation and spaces beyond it do not.
        guard index == text.count || text[index] < 0xC3 || text[index] == 0xE2 else { return nil }
        return index
    }
}

extension UInt8 {
    /// An ASCII letter or digit.
    var isWordByte: Bool {
        switch self {
        case 0x30...0x39, 0x41...0x5A, 0x61...0x7A: true
        default: false
        }
    }
}
