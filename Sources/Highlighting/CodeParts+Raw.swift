import Bytes

/// Texts in code that no pair of fixed marks encloses: here-documents, patterns, raw strings, block scalars.
///
/// Where one does not end, it is none, so that a sign that was taken for its beginning colours nothing. What was
/// looked for in vain is not looked for again: no code takes longer than its length.
extension CodeParts {
    /// What is known of the code behind the place that is read.
    struct Lookout {
        /// Where the last line begins that consists of a word; made when the first here-document is met.
        var lastLines: [ArraySlice<UInt8>: Int]?
        /// Words whose lines end the texts that begin on the next line.
        var hereWords: [ArraySlice<UInt8>] = []
        /// Before this place, no pattern ends.
        var patternBarrier = 0
        /// Before this place, no quote of two parts is looked for: one was missed that reaches so far.
        var quoteBarrier = 0
        /// Signs that do not occur any more.
        var absentSigns: Set<UInt8> = []
        /// The column of the key whose text begins on the next line.
        var blockIndentation: Int?
    }

    // MARK: - Here-documents

    /// Notes the word behind `<<`, and returns where it ends; `nil` where none begins.
    mutating func hereDocument(at start: Int, _ kind: Lexicon.HereDocuments) -> Int? {
        guard byte(at: start + 1) == UInt8(ascii: "<"), byte(at: start + 2) != UInt8(ascii: "<"),
            start == 0 || code[start - 1] != UInt8(ascii: "<")
        else { return nil }
        var index = start + 2
        let isIndented =
            byte(at: index) == UInt8(ascii: "-") || byte(at: index) == UInt8(ascii: "~")
        if isIndented { index += 1 }
        if kind == .shell { index = end(from: index) { $0 == 0x20 || $0 == 0x09 } }
        if kind == .shell, byte(at: index) == UInt8(ascii: "\\") { index += 1 }
        let quote = byte(at: index).flatMap { $0 == 0x22 || $0 == 0x27 ? $0 : nil }
        if quote != nil { index += 1 }
        let end = end(from: index) { $0.isInWord || quote == nil && $0 == 0x2D }
        guard end > index, !code[index].isDigit, quote == nil || byte(at: end) == quote,
            kind == .shell || isIndented || quote != nil || code[index] & 0xE0 == 0x40
        else { return nil }
        let word = Array(code[index..<end])[...]
        guard let last = lastLine(of: word), last > end else { return nil }
        lookout.hereWords.append(word)
        return quote == nil ? end : end + 1
    }

    private mutating func lastLine(of word: ArraySlice<UInt8>) -> Int? {
        if lookout.lastLines == nil {
            var lines: [ArraySlice<UInt8>: Int] = [:]
            var index = 0
            while index < code.count {
                let end = endOfLine(from: index)
                let text = line(from: index, to: end)
                // No word is longer.
                if text.count <= 100 { lines[text] = index }
                index = end + 1
            }
            lookout.lastLines = lines
        }
        return lookout.lastLines?[word]
    }

    /// A line without its indentation, and a sign that may end the statement.
    private func line(from start: Int, to end: Int) -> ArraySlice<UInt8> {
        let text = Array(code[start..<end].prefix(200))[...].drop { $0 == 0x20 || $0 == 0x09 }
        return text.last == 0x0D || text.last == UInt8(ascii: ";") ? text.dropLast() : text
    }

    /// Writes the texts that begin at `start`, the beginning of a line, and returns where they end.
    mutating func writeHereDocuments(at start: Int) -> Int {
        var index = start
        for word in lookout.hereWords {
            let first = index
            while index < code.count {
                let end = endOfLine(from: index)
                let text = line(from: index, to: end)
                index = min(end + 1, code.count)
                guard text == word else { continue }
                append(first..<end, as: .string)
                index = end
                break
            }
            // The next one begins on the line behind.
            if index < code.count, word != lookout.hereWords.last { index += 1 }
        }
        lookout.hereWords = []
        return index
    }

    // MARK: - Patterns

    /// Where the regular expression ends that begins with the `/` at `start`; `nil` where it divides.
    mutating func endOfPattern(at start: Int, behind words: Set<String>) -> Int? {
        guard start >= lookout.patternBarrier, mayBeginPattern(at: start, behind: words) else {
            return nil
        }
        var isInClass = false
        var index = start + 1
        while index < code.count, code[index] != 0x0A {
            switch code[index] {
            case UInt8(ascii: "\\"): index += 1
            case UInt8(ascii: "["): isInClass = true
            case UInt8(ascii: "]"): isInClass = false
            case UInt8(ascii: "/") where !isInClass:
                guard index > start + 1 else { return nil }
                return end(from: index + 1) { $0 | 0x20 >= 0x61 && $0 | 0x20 <= 0x7A }
            default: break
            }
            index += 1
        }
        lookout.patternBarrier = index
        return nil
    }

    /// By what stands before it: behind a value, the sign divides.
    private func mayBeginPattern(at start: Int, behind words: Set<String>) -> Bool {
        var index = start - 1
        while index >= 0, code[index] <= 0x20 { index -= 1 }
        guard index >= 0 else { return true }
        let before = code[index]
        if before == UInt8(ascii: ">") {
            return index > 0 && code[index - 1] == UInt8(ascii: "=")
        }
        // `a++ / 2`
        if before == UInt8(ascii: "+") || before == UInt8(ascii: "-"), index > 0,
            code[index - 1] == before
        {
            return false
        }
        guard before.isInWord else { return "(,=:[!&|?{;+-*%~^".utf8.contains(before) }
        var first = index
        while first > 0, code[first - 1].isInWord, index - first < Lexicon.longestKeyword {
            first -= 1
        }
        if first > 0, code[first - 1] == UInt8(ascii: ".") || code[first - 1] == UInt8(ascii: "$") {
            return false
        }
        return words.contains(String(decoding: code[first...index], as: UTF8.self))
    }

    // MARK: - Quotes of any signs

    /// Where the texts end whose first sign stands at `start`: `{a}{b}`, `/a/b/`, and the letters behind.
    mutating func endOfQuotes(at start: Int, count: Int) -> Int? {
        guard let open = byte(at: start), "/|{([!#<".utf8.contains(open) else { return nil }
        let close = Self.partner(of: open)
        guard count == 1 || start >= lookout.quoteBarrier else { return nil }
        guard var index = endOfQuote(from: start + 1, open, close) else { return nil }
        if count == 2 {
            if open != close {
                index = end(from: index) { $0 <= 0x20 }
                guard byte(at: index) == open else {
                    lookout.quoteBarrier = index
                    return nil
                }
                index += 1
            }
            guard let end = endOfQuote(from: index, open, close) else { return nil }
            index = end
        }
        return end(from: index) { $0 >= 0x61 && $0 <= 0x7A }
    }

    private static func partner(of sign: UInt8) -> UInt8 {
        switch sign {
        case UInt8(ascii: "{"): UInt8(ascii: "}")
        case UInt8(ascii: "("): UInt8(ascii: ")")
        case UInt8(ascii: "["): UInt8(ascii: "]")
        case UInt8(ascii: "<"): UInt8(ascii: ">")
        default: sign
        }
    }

    private mutating func endOfQuote(from start: Int, _ open: UInt8, _ close: UInt8) -> Int? {
        guard !lookout.absentSigns.contains(close) else { return nil }
        var depth = 1
        var index = start
        while index < code.count {
            if code[index] == UInt8(ascii: "\\") {
                index += 1
            } else if code[index] == close {
                depth -= 1
                if depth == 0 { return index + 1 }
            } else if code[index] == open {
                depth += 1
            }
            index += 1
        }
        lookout.absentSigns.insert(close)
        return nil
    }

    /// `%w[…]` and its like in Ruby; behind a value, the sign is that of the remainder.
    mutating func endOfPercentQuotes(at start: Int) -> Int? {
        guard start == 0 || code[start - 1] <= 0x20 || "(,=[{".utf8.contains(code[start - 1]),
            let letter = byte(at: start + 1), "wWiIqQrsx".utf8.contains(letter)
        else { return nil }
        return endOfQuotes(at: start + 2, count: 1)
    }

    // MARK: - Raw strings

    /// Where a string of Rust ends whose `#` or quotation mark stands at `start`, behind `r`.
    func endOfRawString(at start: Int) -> Int? {
        let open = end(from: start) { $0 == UInt8(ascii: "#") }
        guard byte(at: open) == UInt8(ascii: "\"") else { return nil }
        let hashes = [UInt8](repeating: UInt8(ascii: "#"), count: open - start)
        return end(of: [UInt8(ascii: "\"")] + hashes, from: open + 1)
    }

    // MARK: - Lines

    /// Whether a `*` at the beginning of a line begins a comment (Stata): not if the line above goes on with it.
    func beginsComment(starAt start: Int) -> Bool {
        var lineStart = start
        while lineStart > 0, code[lineStart - 1] != 0x0A { lineStart -= 1 }
        guard lineStart > 0 else { return true }
        var index = lineStart - 1
        while index > 0, code[index - 1] != 0x0A {
            index -= 1
            if holds([0x2F, 0x2F, 0x2F], at: index) { return false }
        }
        return true
    }

    /// Notes that the lines below are a text, if `|` or `>` stands behind a key at the end of its line (YAML 1.2, 8.1).
    mutating func noteBlockScalar(at start: Int) {
        let sign = end(from: start + 1) { $0 == 0x2B || $0 == 0x2D || $0.isDigit }
        let rest = end(from: sign) { $0 == 0x20 || $0 == 0x09 || $0 == 0x0D }
        let isAtEnd = rest == code.count || code[rest] == 0x0A || rest > sign && code[rest] == 0x23
        guard isAtEnd, start > 1, code[start - 1] == 0x20 else { return }
        var before = start - 1
        while before > 0, code[before] == 0x20 { before -= 1 }
        guard code[before] == UInt8(ascii: ":") || code[before] == UInt8(ascii: "-") else { return }
        var lineStart = before
        while lineStart > 0, code[lineStart - 1] != 0x0A { lineStart -= 1 }
        // The column of the key, behind the hyphens of items; of the last hyphen, where there is no key.
        var column = end(from: lineStart) { $0 == 0x20 }
        while column < before, code[column] == UInt8(ascii: "-"), code[column + 1] == 0x20 {
            column = end(from: column + 1) { $0 == 0x20 }
        }
        lookout.blockIndentation = column - lineStart
    }

    /// Writes the lines from `start` on that are indented more than `indentation`, and returns where they end.
    mutating func writeBlockScalar(at start: Int, indentation: Int) -> Int {
        lookout.blockIndentation = nil
        var index = start
        var last = start
        while index < code.count {
            let text = end(from: index) { $0 == 0x20 }
            let end = endOfLine(from: index)
            if text < end, code[text] != 0x0D {
                guard text - index > indentation else { break }
                last = end
            }
            index = end + 1
        }
        append(start..<last, as: .string)
        return last
    }
}
