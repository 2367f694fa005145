import Bytes

/// Reads a formula word by word.
///
/// Outside of text, white space and comments are nothing.
struct TeXLexer {
    var source: UnsafeBufferPointer<UInt8>
    var position = 0

    init(_ source: UnsafeBufferPointer<UInt8>) { self.source = source }

    /// The byte at `index`, or 0 behind the end.
    func byte(_ index: Int) -> UInt8 { index < source.count ? source[index] : 0 }

    func text(_ range: Range<Int>) -> String {
        String(decoding: UnsafeBufferPointer(rebasing: source[range]), as: UTF8.self)
    }

    mutating func next() -> TeXToken {
        skipSpace()
        let start = position
        guard start < source.count else { return TeXToken(kind: .end, range: start..<start) }
        let kind: TeXToken.Kind
        position += 1
        switch source[start] {
        case UInt8(ascii: "\\"): kind = command()
        case UInt8(ascii: "{"): kind = .open
        case UInt8(ascii: "}"): kind = .close
        case UInt8(ascii: "^"): kind = .superscript
        case UInt8(ascii: "_"): kind = .subscript
        case UInt8(ascii: "'"): kind = .prime
        case UInt8(ascii: "&"): kind = .cellBreak
        case UInt8(ascii: "$"): kind = .dollar
        default:
            kind = .character
            finishCharacter()
        }
        return TeXToken(kind: kind, range: start..<position)
    }

    private mutating func skipSpace() {
        while position < source.count {
            if source[position] == UInt8(ascii: "%") {
                skipComment()
            } else if source[position] <= 0x20 {
                position += 1
            } else {
                return
            }
        }
    }

    /// To the end of the line.
    mutating func skipComment() {
        while position < source.count, source[position] != 0x0A { position += 1 }
    }

    private mutating func command() -> TeXToken.Kind {
        guard position < source.count else { return .command }
        let first = source[position]
        position += 1
        if first == UInt8(ascii: "\\") { return .rowBreak }
        if first.isASCIILetter {
            while byte(position).isASCIILetter { position += 1 }
        } else {
            finishScalar()
        }
        return .command
    }

    /// Goes behind the bytes that continue the scalar whose first byte was read.
    mutating func finishScalar() {
        while position < source.count, source[position] & 0xC0 == 0x80 { position += 1 }
    }

    /// Goes behind the scalar and the combining marks (U+0300 to U+036F) that follow.
    private mutating func finishCharacter() {
        finishScalar()
        while byte(position) == 0xCC || (byte(position) == 0xCD && byte(position + 1) < 0xB0) {
            position += 1
            finishScalar()
        }
    }
}

extension TeXLexer {
    /// Where the macro ends that became what begins with `token`; `nil` if no macro did.
    func endOfExpansion(before token: TeXToken) -> Int? {
        var index = token.range.lowerBound
        var start: Int?
        while index > 0, source[index - 1] <= 0x20, source[index - 1] != TeXExpander.end {
            index -= 1
            if source[index] == TeXExpander.start { start = index }
        }
        guard let start else { return nil }
        var depth = 0
        for index in start..<source.count {
            if source[index] == TeXExpander.start { depth += 1 }
            if source[index] == TeXExpander.end {
                depth -= 1
                if depth == 0 { return index }
            }
        }
        return nil
    }
}
