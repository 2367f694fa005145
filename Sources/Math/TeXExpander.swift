/// Formulas with macros, written out.

import Bytes

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

    /// Why a formula is not written out to its end, and where it became too much.
    struct Excess {
        enum Kind { case length, depth }

        var kind: Kind
        var place: Range<Int>

        static let depthMessage =
            "Macros stand more than \(maximumDepth) levels deep in one another here. "
            + "Write some of them out."
    }

    let macros: TeXMacros
    /// What may still be done, in bytes that are written and macros that are called.
    private(set) var remaining: Int
    private(set) var mistakes: [TeXMistake] = []
    private(set) var excess: Excess?

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
            excess = Excess(kind: .length, place: 0..<source.count)
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
        return expanded(input, depth: 0)
    }

    /// What becomes of bytes that stand in as many macros.
    mutating func expanded(_ input: [ExpandedByte], depth: Int) -> [ExpandedByte] {
        var out = ExpandedText()
        expand(input[...], into: &out, depth: depth)
        return out.bytes
    }

    private mutating func expand(
        _ input: ArraySlice<ExpandedByte>, into out: inout ExpandedText, depth: Int
    ) {
        var index = input.startIndex
        while index < input.endIndex, excess == nil {
            let end: Int
            switch input[index].byte {
            case UInt8(ascii: "\\"):
                end = input.endOfCommand(at: index)
                if let macro = macros.table[input.name(of: index..<end)] {
                    index = call(macro, index..<end, in: input, into: &out, depth: depth)
                    continue
                }
                if end == index + 1, depth > 0 {
                    // The last of an argument: behind it, letters of the macro would make a command of it.
                    report("A lone ‘\\’ begins no command.", at: input.place(of: index..<end))
                    appendNothing(for: input[index], to: &out)
                    return
                }
            case UInt8(ascii: "%"): end = input.endOfComment(at: index)
            default:
                end =
                    input[index...].firstIndex {
                        $0.byte == UInt8(ascii: "\\") || $0.byte == UInt8(ascii: "%")
                    } ?? input.endIndex
            }
            append(input[index..<end], to: &out)
            index = end
        }
    }

    /// Appends what a macro becomes; returns what is behind its arguments.
    private mutating func call(
        _ macro: TeXMacros.Macro, _ command: Range<Int>, in input: ArraySlice<ExpandedByte>,
        into out: inout ExpandedText, depth: Int
    ) -> Int {
        let place = input.place(of: command)
        remaining -= 1
        guard depth < Self.maximumDepth, remaining > 0 else {
            excess = Excess(kind: remaining > 0 ? .depth : .length, place: place)
            return input.endIndex
        }
        var index = command.upperBound
        var arguments: [[ExpandedByte]] = []
        for number in 0..<macro.argumentCount {
            guard let argument = argument(from: index, in: input) else {
                appendNothing(for: input[command.lowerBound], to: &out)
                report(macro.lack(of: number), at: place)
                return index
            }
            var content = ExpandedText()
            expand(argument.content, into: &content, depth: depth + 1)
            arguments.append(content.bytes)
            index = argument.end
        }
        // Space behind the letters of a command ends its name, and is none.
        if macro.argumentCount == 0 {
            while index < input.endIndex, input[index].byte == 0x20 { index += 1 }
        }
        var mark = ExpandedByte(
            byte: Self.start, lower: Int32(place.lowerBound), upper: Int32(place.upperBound),
            origin: .macro)
        let body = self.body(of: macro, arguments, like: mark)
        append([mark], to: &out)
        expand(body.bytes[...], into: &out, depth: depth + 1)
        mark.byte = Self.end
        append([mark], to: &out)
        return index
    }

    /// What a macro stands for, with its arguments put in.
    private mutating func body(
        of macro: TeXMacros.Macro, _ arguments: [[ExpandedByte]], like mark: ExpandedByte
    ) -> ExpandedText {
        var body = ExpandedText()
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
        return body
    }

    private mutating func append(
        _ bytes: ArraySlice<ExpandedByte>, to out: inout ExpandedText
    ) {
        guard let first = bytes.first, excess == nil else { return }
        remaining -= bytes.count
        guard remaining > 0 else {
            excess = Excess(kind: .length, place: Int(first.lower)..<Int(first.upper))
            return
        }
        out.append(bytes)
    }

    /// Appends something that can be an argument itself, so that nothing else is missing.
    private mutating func appendNothing(for sign: ExpandedByte, to out: inout ExpandedText) {
        append([sign.written("{"), sign.written("}")], to: &out)
    }

    private mutating func report(_ message: String, at place: Range<Int>) {
        mistakes.append(TeXMistake(range: place, message: message))
    }

    // MARK: - Arguments

    /// What a macro is applied to: the content of braces, a command, or a character.
    private mutating func argument(
        from start: Int, in input: ArraySlice<ExpandedByte>
    ) -> (content: ArraySlice<ExpandedByte>, end: Int)? {
        let index = input.endOfSpace(at: start)
        guard index < input.endIndex else { return nil }
        switch input[index].byte {
        case UInt8(ascii: "{"):
            guard let end = input.endOfGroup(at: index) else {
                report("This ‘{’ has no ‘}’.", at: input.place(of: index..<index + 1))
                return (input[index + 1..<input.endIndex], input.endIndex)
            }
            return (input[index + 1..<end], end + 1)
        case UInt8(ascii: "\\"):
            let end = input.endOfCommand(at: index)
            let name = input.name(of: index..<end)
            return Self.terminators.contains(name) ? nil : (input[index..<end], end)
        case UInt8(ascii: "}"), UInt8(ascii: "&"), UInt8(ascii: "^"), UInt8(ascii: "_"),
            UInt8(ascii: "$"):
            return nil
        default:
            var end = input.endOfScalar(at: index)
            // With the combining marks on it (U+0300 to U+036F).
            while end < input.endIndex, input[end].byte == 0xCC || input[end].byte == 0xCD {
                end = input.endOfScalar(at: end)
            }
            return (input[index..<end], end)
        }
    }

    /// Commands that end what is before them, and so are nobody's argument.
    private static let terminators: Set<String> = ["\\", "right", "middle", "end", "cr"]
}

extension ArraySlice<ExpandedByte> {
    /// Where an author finds a word, be it put together of what stands in several places.
    fileprivate func place(of word: Range<Int>) -> Range<Int> {
        let (first, last) = (self[word.lowerBound], self[word.upperBound - 1])
        return Int(Swift.min(first.lower, last.lower))..<Int(Swift.max(first.upper, last.upper))
    }
}

extension TeXMacros.Macro {
    fileprivate func lack(of argument: Int) -> String {
        "‘\\\(name)’ has "
            + (argumentCount == 1
                ? "one argument, and lacks it"
                : "\(argumentCount) arguments, and lacks that of ‘#\(argument + 1)’")
            + ": a character, or something in braces."
    }
}
