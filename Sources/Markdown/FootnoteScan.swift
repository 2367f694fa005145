import Bytes

/// `[^label]` and `[^label]:` in the source, outside of fenced code, code spans and comments, each label
/// once.
///
/// One pass, line by line: whether a place is in code is judged from the fences before it and the
/// backticks before it on its line.
struct FootnoteScan {
    private(set) var definitions: [(label: String, range: Range<Int>)] = []
    private(set) var references: [(label: String, range: Range<Int>)] = []
    /// Those whose labels have a space, which to the parser are text.
    private(set) var spaced: [(label: String, range: Range<Int>)] = []
    private var seen: Set<String> = []
    private var isInComment = false

    /// Whether the source has a label that is not among those the page uses, or more notes than those.
    ///
    /// Most pages have none, and whether a place is in code need not be known for that.
    static func isNeeded(_ map: SourceMap, _ used: Set<String>) -> Bool {
        var index = map.body.lowerBound
        var definitions = 0
        while let open = map.find("[^", in: index..<map.body.upperBound) {
            index = open.upperBound
            let end =
                map.bytes.firstIndex(of: UInt8(ascii: "]"), in: index..<map.body.upperBound)
                ?? index
            if !used.contains(String(decoding: map.bytes[index..<end], as: UTF8.self)) {
                return true
            }
            if end + 1 < map.body.upperBound, map.bytes[end + 1] == UInt8(ascii: ":") {
                definitions += 1
            }
        }
        return definitions > used.count
    }

    init(_ map: SourceMap) {
        var fence: (sign: UInt8, length: Int)?
        var start = map.body.lowerBound
        while start < map.body.upperBound {
            let line = map.lineRange(around: start)
            let text = map.bytes[line]
            let sign = text.first ?? 0
            let length = text.prefix { $0 == sign }.count
            let isFence = length >= 3 && (sign == UInt8(ascii: "`") || sign == UInt8(ascii: "~"))
            if let open = fence {
                let closes = isFence && sign == open.sign && length >= open.length
                if closes, text.dropFirst(length).allSatisfy({ $0 <= 0x20 }) { fence = nil }
            } else if isFence, !isInComment {
                fence = (sign, length)
            } else {
                scan(line, map)
            }
            start = max(line.upperBound, start) + 1
        }
    }

    private mutating func scan(_ line: Range<Int>, _ map: SourceMap) {
        let bytes = map.bytes
        var isInCode = false
        var index = line.lowerBound
        while index < line.upperBound {
            if isInComment {
                guard let close = map.find(HTMLComment.close, in: index..<line.upperBound) else {
                    return
                }
                isInComment = false
                index = close.upperBound
                continue
            }
            switch bytes[index] {
            case UInt8(ascii: "`"): isInCode.toggle()
            case UInt8(ascii: "<") where !isInCode:
                isInComment = isComment(at: index, line, map)
            // An escaped bracket is text.
            case UInt8(ascii: "\\"): index += 1
            case UInt8(ascii: "[") where !isInCode: index = note(at: index, line, map) ?? index
            default: break
            }
            index += 1
        }
    }

    /// Whether a comment begins here: one that ends on its line, or one that stands at the beginning of a line
    /// that is no code, and ends.
    private func isComment(at start: Int, _ line: Range<Int>, _ map: SourceMap) -> Bool {
        guard map.bytes[start..<line.upperBound].starts(with: HTMLComment.open.utf8) else {
            return false
        }
        if map.find(HTMLComment.close, in: start..<line.upperBound) != nil { return true }
        let indentation = map.bytes[map.body.lowerBound..<line.lowerBound].suffix(4)
        guard start == line.lowerBound, indentation.last != 0x09,
            indentation.count < 4 || !indentation.allSatisfy({ $0 == 0x20 })
        else { return false }
        return map.find(HTMLComment.close, in: start..<map.body.upperBound) != nil
    }

    /// Records the label that stands at `start`, and returns its last byte.
    private mutating func note(at start: Int, _ line: Range<Int>, _ map: SourceMap) -> Int? {
        let bytes = map.bytes
        guard start + 2 < line.upperBound, bytes[start + 1] == UInt8(ascii: "^") else { return nil }
        var end = start + 2
        while end < line.upperBound, bytes[end] >= 0x20, bytes[end] != UInt8(ascii: "]"),
            bytes[end] != UInt8(ascii: "[")
        {
            end += 1
        }
        guard end < line.upperBound, bytes[end] == UInt8(ascii: "]"), end > start + 2 else {
            return nil
        }
        let label = String(decoding: bytes[start + 2..<end], as: UTF8.self)
        guard !label.utf8.contains(0x20) else {
            if seen.insert(label).inserted { spaced.append((label, start..<end + 1)) }
            return end
        }
        let isDefinition =
            start == line.lowerBound && end + 1 < line.upperBound
            && bytes[end + 1] == UInt8(ascii: ":")
        if isDefinition {
            definitions.append((label, start..<end + 1))
        } else if seen.insert(label).inserted {
            references.append((label, start..<end + 1))
        }
        return end
    }
}

extension FootnoteScan {
    /// Whether a label is of a regular expression, in which `[^…]` is all other characters: `0-9`, `a-zA-Z` or `\n`.
    ///
    /// Numbers right behind a word or a sentence are a note to these pages (`claim.[^1-2]`).
    func isOfExpression(_ label: String, at place: Range<Int>, _ map: SourceMap) -> Bool {
        guard !label.hasPrefix("\\") else { return true }
        let signs = Array(label.utf8)
        guard signs.count.isMultiple(of: 3),
            stride(from: 0, to: signs.count, by: 3).allSatisfy({
                signs[$0].isASCIILetterOrDigit && signs[$0 + 1] == UInt8(ascii: "-")
                    && signs[$0] < signs[$0 + 2]
            })
        else { return false }
        let isOfNumbers = signs.allSatisfy { !$0.isASCIILetter }
        guard isOfNumbers, place.lowerBound > map.body.lowerBound else { return true }
        let before = map.bytes[place.lowerBound - 1]
        if "\"'".utf8.contains(before) {
            // The mark ends words, or begins the expression.
            return place.lowerBound - 1 <= map.body.lowerBound
                || map.bytes[place.lowerBound - 2] <= 0x20
        }
        return !before.isASCIILetter && !".,;:!?)".utf8.contains(before) && before < 0x80
    }
}
