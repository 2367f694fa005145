/// What a macro stands for, taken apart.

import Bytes

struct TeXMacroBody {
    private(set) var pieces: [TeXMacros.Macro.Piece] = []
    private(set) var argumentCount = 0
    private(set) var mistakes: [TeXMistake] = []
    /// The body with its places, and a sign in place of each argument: one that may stand wherever an argument
    /// may, be it a formula or a delimiter.
    private(set) var sample: [ExpandedByte] = []

    init(_ body: String) {
        var text: [UInt8] = []
        var braces: [Int] = []
        var places: [Int: Int] = [:]
        let bytes = Self.withoutComments(body)
        var index = 0
        while index < bytes.count {
            let (place, byte) = bytes[index]
            index += 1
            switch byte {
            case UInt8(ascii: "\\"):
                text.append(byte)
                appendSample(byte, place..<place + 1)
                guard index < bytes.count else {
                    report("A lone ‘\\’ begins no command.", at: place)
                    break
                }
                text.append(bytes[index].byte)
                appendSample(bytes[index].byte, bytes[index].place..<bytes[index].place + 1)
                index += 1
                continue
            case UInt8(ascii: "#"):
                let digit = index < bytes.count ? bytes[index].byte : 0
                guard digit.isASCIIDigit, digit != UInt8(ascii: "0") else {
                    report(
                        "‘#’ stands for an argument, and a number from 1 to 9 follows it. "
                            + "Write ‘\\#’ for the sign.", at: place)
                    break
                }
                index += 1
                let number = Int(digit - UInt8(ascii: "0"))
                if places[number] == nil { places[number] = place }
                if !text.isEmpty { pieces.append(.text(text)) }
                text = []
                pieces.append(.argument(number - 1))
                appendSample(UInt8(ascii: "|"), place..<place + 2, .argument)
                continue
            case UInt8(ascii: "{"): braces.append(place)
            case UInt8(ascii: "}"):
                if braces.popLast() == nil {
                    report("This ‘}’ has no ‘{’. Write ‘\\}’ for the sign.", at: place)
                }
            default: break
            }
            text.append(byte)
            appendSample(byte, place..<place + 1)
        }
        if !text.isEmpty { pieces.append(.text(text)) }
        for brace in braces { report("This ‘{’ has no ‘}’.", at: brace) }
        checkNumbers(places)
        checkDoubledBackslashes(bytes)
        if bytes.isEmpty {
            mistakes.append(TeXMistake(range: 0..<body.utf8.count, message: "This macro is empty."))
        }
    }

    private mutating func appendSample(
        _ byte: UInt8, _ place: Range<Int>, _ origin: ExpandedByte.Origin = .written
    ) {
        sample.append(
            ExpandedByte(
                byte: byte, lower: Int32(place.lowerBound), upper: Int32(place.upperBound),
                origin: origin))
    }

    /// Arguments are numbered without a gap: else one would be read and thrown away.
    private mutating func checkNumbers(_ places: [Int: Int]) {
        argumentCount = places.keys.max() ?? 0
        for number in 1..<max(1, argumentCount) where places[number] == nil {
            guard let place = places[argumentCount] else { return }
            mistakes.append(
                TeXMistake(
                    range: place..<place + 2,
                    message: "‘#\(argumentCount)’ is here, and ‘#\(number)’ is nowhere: "
                        + "arguments are numbered from 1 without a gap."))
            return
        }
    }

    /// A macro copied from JavaScript or JSON, where each backslash is written twice: to TeX it ends a line, and letters
    /// follow.
    ///
    /// Told when all of them are pairs and the name of a command follows one: ends of lines do not stand alone so.
    private mutating func checkDoubledBackslashes(_ bytes: [(place: Int, byte: UInt8)]) {
        var pair: Int?
        var index = 0
        while index < bytes.count {
            guard bytes[index].byte == UInt8(ascii: "\\") else {
                index += 1
                continue
            }
            guard index + 1 < bytes.count, bytes[index + 1].byte == UInt8(ascii: "\\") else {
                return
            }
            let letters = bytes[(index + 2)...].prefix { $0.byte.isASCIILetter }.map(\.byte)
            if pair == nil, letters.count > 1,
                TeXMath.isCommand(String(decoding: letters, as: UTF8.self), TeXMacros())
            {
                pair = index
            }
            index += 2 + letters.count
        }
        guard let pair else { return }
        let name = bytes[(pair + 2)...].prefix { $0.byte.isASCIILetter }.map(\.byte)
        mistakes.append(
            TeXMistake(
                range: bytes[pair].place..<bytes[pair].place + 2,
                message:
                    "In single quotes or none, YAML leaves each backslash as it is, and ‘\\\\’ ends a line: write "
                    + "‘\\\(String(decoding: name, as: UTF8.self))’."))
    }

    private mutating func report(_ message: String, at place: Int) {
        mistakes.append(TeXMistake(range: place..<place + 1, message: message))
    }

    /// The bytes with their places, without space at the ends and comments, which would go on in the formula.
    ///
    /// As in TeX, a comment ends the name of a command: where letters follow on the next line, a space stands
    /// for it.
    static func withoutComments(_ body: String) -> [(place: Int, byte: UInt8)] {
        var result: [(place: Int, byte: UInt8)] = []
        var isInComment = false
        var isEscaped = false
        var isInName = false
        var nameEnd: Int?
        for (place, byte) in body.utf8.enumerated() {
            if isInComment {
                isInComment = byte != 0x0A
                continue
            }
            if byte == UInt8(ascii: "%"), !isEscaped {
                isInComment = true
                if isInName { nameEnd = nameEnd ?? place }
                continue
            }
            if byte <= 0x20, result.isEmpty { continue }
            if let nameEnd, byte.isASCIILetter { result.append((nameEnd, 0x20)) }
            isInName = byte.isASCIILetter && (isEscaped || isInName && nameEnd == nil)
            nameEnd = nil
            isEscaped = byte == UInt8(ascii: "\\") && !isEscaped
            result.append((place, byte <= 0x20 ? 0x20 : byte))
        }
        while let last = result.last, last.byte == 0x20,
            result.count < 2 || result[result.count - 2].byte != UInt8(ascii: "\\")
        {
            result.removeLast()
        }
        return result
    }
}
