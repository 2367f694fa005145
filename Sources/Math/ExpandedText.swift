/// What is written out while macros are put in, byte by byte.

import Bytes

/// A byte of what is written out, and where an author finds it.
struct ExpandedByte {
    var byte: UInt8
    /// The place of the byte in the formula, or that of the command that stands for it.
    var lower: Int32
    var upper: Int32
    /// What it is, if it does not stand in the formula itself.
    var origin: Origin

    enum Origin { case written, macro, argument }

    func written(_ sign: Unicode.Scalar) -> ExpandedByte {
        var copy = self
        copy.byte = UInt8(ascii: sign)
        return copy
    }
}

/// Bytes that are put together of pieces, each of whole words.
struct ExpandedText {
    private(set) var bytes: [ExpandedByte] = []
    /// Whether the letters of a command come last, in which more letters would go on.
    private var endsInName = false

    /// Appends a piece, and a space before it where it would go on in the name of a command.
    ///
    /// Only the piece is looked at: there may be thousands of them.
    mutating func append(_ piece: ArraySlice<ExpandedByte>) {
        guard let first = piece.first else { return }
        if endsInName, first.byte.isASCIILetter { bytes.append(first.written(" ")) }
        bytes += piece
        let rest = piece.prefix(through: piece.lastIndex { !$0.byte.isASCIILetter })
        // Two backslashes make a line break.
        let signs = rest.reversed().prefix { $0.byte == UInt8(ascii: "\\") }
        endsInName = rest.count < piece.count && !signs.count.isMultiple(of: 2)
    }
}

extension ArraySlice {
    fileprivate func prefix(through index: Int?) -> ArraySlice {
        index.map { self[startIndex...$0] } ?? []
    }
}

// MARK: - Words

extension ArraySlice<ExpandedByte> {
    /// The letters or the sign behind the backslash of a command.
    func name(of command: Range<Int>) -> String {
        String(decoding: self[command].dropFirst().map(\.byte), as: UTF8.self)
    }

    func endOfCommand(at start: Int) -> Int {
        var end = start + 1
        while end < endIndex, self[end].byte.isASCIILetter { end += 1 }
        return end == start + 1 ? endOfScalar(at: end) : end
    }

    func endOfScalar(at start: Int) -> Int {
        var end = Swift.min(start + 1, endIndex)
        while end < endIndex, self[end].byte & 0xC0 == 0x80 { end += 1 }
        return end
    }

    func endOfComment(at start: Int) -> Int {
        self[start...].firstIndex { $0.byte == 0x0A } ?? endIndex
    }

    /// Behind the white space and the comments that begin at `start`.
    func endOfSpace(at start: Int) -> Int {
        var index = start
        while index < endIndex {
            if self[index].byte <= 0x20 {
                index += 1
            } else if self[index].byte == UInt8(ascii: "%") {
                index = endOfComment(at: index)
            } else {
                break
            }
        }
        return index
    }

    /// Where the brace stands that closes the one at `start`.
    func endOfGroup(at start: Int) -> Int? {
        var depth = 0
        var index = start
        while index < endIndex {
            switch self[index].byte {
            case UInt8(ascii: "\\"): index += 1
            case UInt8(ascii: "%"): index = endOfComment(at: index) - 1
            case UInt8(ascii: "{"): depth += 1
            case UInt8(ascii: "}"):
                depth -= 1
                if depth == 0 { return index }
            default: break
            }
            index += 1
        }
        return nil
    }
}
