/// Formulas with macros, written out.

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

    fileprivate func written(_ sign: Unicode.Scalar) -> ExpandedByte {
        var copy = self
        copy.byte = UInt8(ascii: sign)
        return copy
    }
}

/// Puts what macros stand for in their place, before the formula is read.
///
/// As in TeX, an argument is what stands in braces, or a single character or command. Otherwise than in TeX,
/// arguments are written out before what they are put into: then a command that lacks an argument lacks it
/// where it was written.
struct TeXExpander {
    /// Stand before and behind what a macro became.
    ///
    /// They are white space to the lexer; an argument of a command
    /// that begins with one reaches to the other (`\frac\half2`).
    static let start: UInt8 = 0x01
    static let end: UInt8 = 0x02
    /// Macros within macros and their arguments.
    static let maximumDepth = 100

    let macros: TeXMacros
    /// What may still be done, in bytes that are written and macros that are called.
    private(set) var remaining: Int
    private(set) var mistakes: [TeXMistake] = []
    /// Where it became too much.
    private(set) var excess: Range<Int>?

    init(_ macros: TeXMacros, limit: Int) {
        self.macros = macros
        remaining = limit
    }

    /// Whether a formula has a macro.
    static func isNeeded(_ macros: TeXMacros, in source: UnsafeBufferPointer<UInt8>) -> Bool {
        guard !macros.isEmpty else { return false }
        var index = 0
        while let sign = source.firstIndex(of: UInt8(ascii: "\\"), in: index..<source.count) {
            index = sign + 1
            while index < source.count, source[index].isASCIILetter { index += 1 }
            let name = UnsafeBufferPointer(rebasing: source[sign + 1..<index])
            if macros.table[String(decoding: name, as: UTF8.self)] != nil { return true }
            // A sign by itself, which may be another backslash.
            if name.isEmpty { index += 1 }
            guard index < source.count else { break }
        }
        return false
    }

    mutating func expanded(_ source: UnsafeBufferPointer<UInt8>) -> [ExpandedByte] {
        guard source.count <= remaining else {
            excess = 0..<source.count
            return []
        }
        var input: [ExpandedByte] = []
        input.reserveCapacity(source.count)
        for (index, byte) in source.enumerated() {
            // These are no signs of an author's.
            let isMark = byte == Self.start || byte == Self.end
            input.append(
                ExpandedByte(
                    byte: isMark ? 0x20 : byte, lower: Int32(index), upper: Int32(index + 1),
                    origin: .written))
        }
        return expanded(input)
    }

    mutating func expanded(_ input: [ExpandedByte]) -> [ExpandedByte] {
        var out: [ExpandedByte] = []
        expand(input[...], into: &out, depth: 0)
        return out
    }

    private mutating func expand(
        _ input: ArraySlice<ExpandedByte>, into out: inout [ExpandedByte], depth: Int
    ) {
        var index = input.startIndex
        while index < input.endIndex, excess == nil {
            switch input[index].byte {
            case UInt8(ascii: "\\"):
                let end = endOfCommand(at: index, in: input)
                let name = String(decoding: input[index + 1..<end].map(\.byte), as: UTF8.self)
                if let macro = macros.table[name] {
                    index = call(macro, index..<end, in: input, into: &out, depth: depth)
                } else {
                    append(input[index..<end], to: &out)
                    index = end
                }
            case UInt8(ascii: "%"):
                let end = endOfComment(at: index, in: input)
                append(input[index..<end], to: &out)
                index = end
            default:
                let end =
                    input[index...].firstIndex {
                        $0.byte == UInt8(ascii: "\\") || $0.byte == UInt8(ascii: "%")
                    } ?? input.endIndex
                append(input[index..<end], to: &out)
                index = end
            }
        }
    }

    /// Appends what a macro becomes; returns what is behind its arguments.
    private mutating func call(
        _ macro: TeXMacros.Macro, _ command: Range<Int>, in input: ArraySlice<ExpandedByte>,
        into out: inout [ExpandedByte], depth: Int
    ) -> Int {
        let place = Int(input[command.lowerBound].lower)..<Int(input[command.upperBound - 1].upper)
        remaining -= 1
        guard depth < Self.maximumDepth, remaining > 0 else {
            excess = place
            return input.endIndex
        }
        var index = command.upperBound
        var arguments: [[ExpandedByte]] = []
        for number in 0..<macro.argumentCount {
            guard let argument = argument(from: index, in: input) else {
                // Something that can be an argument itself, so that nothing else is missing.
                let sign = input[command.lowerBound]
                append([sign.written("{"), sign.written("}")], to: &out)
                mistakes.append(
                    TeXMistake(
                        range: place,
                        message: "‘\\\(macro.name)’ has "
                            + (macro.argumentCount == 1
                                ? "one argument, and lacks it"
                                : "\(macro.argumentCount) arguments, and lacks that of ‘#\(number + 1)’")
                            + ": a character, or something in braces."))
                return index
            }
            var content: [ExpandedByte] = []
            expand(argument.content, into: &content, depth: depth + 1)
            arguments.append(content)
            index = argument.end
        }
        // Space behind the letters of a command ends its name, and is none.
        if macro.argumentCount == 0 {
            while index < input.endIndex, input[index].byte == 0x20 { index += 1 }
        }
        let mark = ExpandedByte(
            byte: Self.start, lower: Int32(place.lowerBound), upper: Int32(place.upperBound),
            origin: .macro)
        var body: [ExpandedByte] = []
        for piece in macro.pieces {
            switch piece {
            case .text(let bytes):
                append(
                    bytes.map {
                        var copy = mark
                        copy.byte = $0
                        return copy
                    }[...], to: &body)
            case .argument(let number): append(arguments[number][...], to: &body)
            }
        }
        var end = mark
        end.byte = Self.end
        append([mark], to: &out)
        expand(body[...], into: &out, depth: depth + 1)
        append([end], to: &out)
        return index
    }

    /// Appends bytes; where the letters of a command would go on in them, a space comes between.
    private mutating func append(
        _ bytes: ArraySlice<ExpandedByte>, to out: inout [ExpandedByte]
    ) {
        guard let first = bytes.first, excess == nil else { return }
        remaining -= bytes.count
        guard remaining > 0 else {
            excess = Int(first.lower)..<Int(first.upper)
            return
        }
        if first.byte.isASCIILetter, out.last?.byte.isASCIILetter == true, endsInCommand(out) {
            var space = first
            space.byte = 0x20
            out.append(space)
        }
        out += bytes
    }

    private func endsInCommand(_ bytes: [ExpandedByte]) -> Bool {
        guard let sign = bytes.lastIndex(where: { !$0.byte.isASCIILetter }),
            bytes[sign].byte == UInt8(ascii: "\\")
        else { return false }
        // Two make a line break.
        let signs = bytes[...sign].reversed().prefix { $0.byte == UInt8(ascii: "\\") }
        return !signs.count.isMultiple(of: 2)
    }

    // MARK: - Words

    private func endOfCommand(at start: Int, in input: ArraySlice<ExpandedByte>) -> Int {
        var end = start + 1
        while end < input.endIndex, input[end].byte.isASCIILetter { end += 1 }
        return end == start + 1 ? endOfScalar(at: end, in: input) : end
    }

    private func endOfScalar(at start: Int, in input: ArraySlice<ExpandedByte>) -> Int {
        var end = min(start + 1, input.endIndex)
        while end < input.endIndex, input[end].byte & 0xC0 == 0x80 { end += 1 }
        return end
    }

    private func endOfComment(at start: Int, in input: ArraySlice<ExpandedByte>) -> Int {
        input[start...].firstIndex { $0.byte == 0x0A } ?? input.endIndex
    }

    /// What a macro is applied to: the content of braces, a command, or a character.
    private mutating func argument(
        from start: Int, in input: ArraySlice<ExpandedByte>
    ) -> (content: ArraySlice<ExpandedByte>, end: Int)? {
        var index = start
        while index < input.endIndex,
            input[index].byte <= 0x20 || input[index].byte == UInt8(ascii: "%")
        {
            index =
                input[index].byte <= 0x20 ? index + 1 : endOfComment(at: index, in: input)
        }
        guard index < input.endIndex else { return nil }
        switch input[index].byte {
        case UInt8(ascii: "{"):
            guard let end = endOfGroup(at: index, in: input) else {
                let place = Int(input[index].lower)..<Int(input[index].upper)
                mistakes.append(TeXMistake(range: place, message: "This ‘{’ has no ‘}’."))
                return (input[index + 1..<input.endIndex], input.endIndex)
            }
            return (input[index + 1..<end], end + 1)
        case UInt8(ascii: "\\"):
            let end = endOfCommand(at: index, in: input)
            let name = String(decoding: input[index + 1..<end].map(\.byte), as: UTF8.self)
            return Self.terminators.contains(name) ? nil : (input[index..<end], end)
        case UInt8(ascii: "}"), UInt8(ascii: "&"), UInt8(ascii: "^"), UInt8(ascii: "_"),
            UInt8(ascii: "$"):
            return nil
        default:
            var end = endOfScalar(at: index, in: input)
            // With the combining marks on it (U+0300 to U+036F).
            while end < input.endIndex, input[end].byte == 0xCC || input[end].byte == 0xCD {
                end = endOfScalar(at: end, in: input)
            }
            return (input[index..<end], end)
        }
    }

    /// Commands that end what is before them, and so are nobody's argument.
    private static let terminators: Set<String> = ["\\", "right", "middle", "end", "cr"]

    private func endOfGroup(at start: Int, in input: ArraySlice<ExpandedByte>) -> Int? {
        var depth = 0
        var index = start
        while index < input.endIndex {
            switch input[index].byte {
            case UInt8(ascii: "\\"): index += 1
            case UInt8(ascii: "%"): index = endOfComment(at: index, in: input) - 1
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
