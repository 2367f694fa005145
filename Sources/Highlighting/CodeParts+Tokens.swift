import Bytes

/// Code in a language that is made of words, numbers, strings and comments: nearly every one.
extension CodeParts {
    mutating func write(in lexicon: Lexicon) {
        var index = 0
        var startsLine = true
        while index < code.count {
            let byte = code[index]
            if byte == 0x0A {
                startsLine = true
                index = writeTexts(at: index + 1)
                continue
            }
            let isIndent = byte == 0x20 || byte == 0x09 || byte == UInt8(ascii: "-")
            if byte.isDigit, lexicon.hasNumbers {
                index = writeNumber(at: index)
            } else if lexicon.opens[Int(byte)] {
                index = writeOpened(at: index, startsLine: startsLine, lexicon)
            } else if lexicon.isInWord(byte) {
                index = writeWord(at: index, startsLine: startsLine, lexicon)
            } else {
                index += 1
            }
            startsLine = startsLine && isIndent
        }
    }

    /// Writes the texts that begin with a line, as the line above says.
    private mutating func writeTexts(at start: Int) -> Int {
        if !lookout.hereWords.isEmpty { return writeHereDocuments(at: start) }
        guard let indentation = lookout.blockIndentation else { return start }
        return writeBlockScalar(at: start, indentation: indentation)
    }

    // MARK: - Words and numbers

    private mutating func writeWord(at start: Int, startsLine: Bool, _ lexicon: Lexicon) -> Int {
        let end = end(from: start, while: lexicon.isInWord)
        if startsLine, lexicon.keySign != nil {
            let key = self.end(from: end) { $0.isInWord || $0 == 0x2D || $0 == 0x2E }
            if isKey(endingAt: key, lexicon) {
                append(start..<key, as: .name)
                return key
            }
        }
        if end - start <= Lexicon.longestKeyword, !lexicon.keywords.isEmpty {
            let word = String(decoding: code[start..<end], as: UTF8.self)
            if let end = endOfText(behind: word, at: end, lexicon) {
                append(start..<end, as: .string)
                return end
            }
            if lexicon.keywords.contains(lexicon.ignoresCase ? word.lowercased() : word) {
                append(start..<end, as: .keyword)
            }
        }
        return end
    }

    /// Where a text ends that a word begins: `r#"…"#` of Rust, `qw(…)` of Perl.
    private mutating func endOfText(behind word: String, at end: Int, _ lexicon: Lexicon) -> Int? {
        let start = end - word.utf8.count
        if lexicon.peculiar.hasRawStrings, ["r", "br", "cr"].contains(word) {
            return endOfRawString(at: end)
        }
        guard let count = lexicon.peculiar.quoteWords[word],
            start == 0 || !"$@%&>{-".utf8.contains(code[start - 1])
        else { return nil }
        return endOfQuotes(at: end, count: count)
    }

    /// Whether the sign that makes a key of what stands before it comes next.
    private func isKey(endingAt end: Int, _ lexicon: Lexicon) -> Bool {
        guard let sign = lexicon.keySign else { return false }
        let index = self.end(from: end) { $0 == 0x20 || $0 == 0x09 }
        guard byte(at: index) == sign else { return false }
        // `a:hover` and `http://` are no keys, and neither is what is compared.
        guard let next = byte(at: index + 1) else { return true }
        return sign == UInt8(ascii: ":") ? next <= 0x20 : next != sign
    }

    /// Digits, and what follows them at once: `0x1F`, `1_000`, `6.02e-23`, `10px`.
    private mutating func writeNumber(at start: Int) -> Int {
        var end = start
        while let byte = byte(at: end) {
            if byte == UInt8(ascii: ".") {
                guard self.byte(at: end + 1)?.isDigit == true else { break }
            } else if byte == UInt8(ascii: "+") || byte == UInt8(ascii: "-") {
                guard code[end - 1] | 0x20 == UInt8(ascii: "e"), end - start > 1,
                    code[start + 1] | 0x20 != UInt8(ascii: "x"),
                    self.byte(at: end + 1)?.isDigit == true
                else { break }
            } else if !byte.isInWord {
                break
            }
            end += 1
        }
        append(start..<end, as: .number)
        return end
    }

    // MARK: - Comments, strings, sigils

    private mutating func writeOpened(at start: Int, startsLine: Bool, _ lexicon: Lexicon) -> Int {
        if let end = endOfComment(at: start, lexicon) {
            append(start..<end, as: .comment)
            return end
        }
        if let end = writePeculiar(at: start, startsLine: startsLine, lexicon.peculiar) {
            return end
        }
        if let quotes = lexicon.quotes.first(where: { holds($0.open, at: start) }) {
            guard let end = endOfString(at: start, quotes, lexicon) else {
                return start + quotes.open.count
            }
            let isKey = lexicon.keySign == UInt8(ascii: ":") && isKey(endingAt: end, lexicon)
            append(start..<end, as: isKey ? .name : .string)
            return end
        }
        if let part = lexicon.sigils[code[start]] {
            let end = endOfSigil(at: start)
            if end > start + 1 { append(start..<end, as: part) }
            return end
        }
        return lexicon.isInWord(code[start])
            ? writeWord(at: start, startsLine: startsLine, lexicon) : start + 1
    }

    /// Writes what only few languages have, and returns where it ends; `nil` where nothing of it begins.
    private mutating func writePeculiar(
        at start: Int, startsLine: Bool, _ peculiar: Lexicon.Peculiarities
    ) -> Int? {
        switch code[start] {
        case UInt8(ascii: "<"):
            return peculiar.hereDocuments.flatMap { hereDocument(at: start, $0) }
        case UInt8(ascii: "/"):
            guard let words = peculiar.beforePattern,
                let end = endOfPattern(at: start, behind: words)
            else { return nil }
            append(start..<end, as: .string)
            return end
        case UInt8(ascii: "%"):
            guard peculiar.hasPercentQuotes, let end = endOfPercentQuotes(at: start) else {
                return nil
            }
            append(start..<end, as: .string)
            return end
        case UInt8(ascii: "*"):
            guard peculiar.starBeginsComment, startsLine, beginsComment(starAt: start) else {
                return nil
            }
            let end = endOfLine(from: start)
            append(start..<end, as: .comment)
            return end
        case UInt8(ascii: "|"), UInt8(ascii: ">"):
            if peculiar.hasBlockScalars { noteBlockScalar(at: start) }
            return nil
        default: return nil
        }
    }

    private func endOfComment(at start: Int, _ lexicon: Lexicon) -> Int? {
        for mark in lexicon.blockComments where holds(mark.open, at: start) {
            guard lexicon.nestsComments else {
                return end(of: mark.close, from: start + mark.open.count)
            }
            return endOfNested(mark.open, mark.close, from: start + mark.open.count)
        }
        guard lexicon.lineComments.contains(where: { holds($0, at: start) }) else { return nil }
        if lexicon.commentsStartWords, start > 0, code[start - 1] > 0x20 { return nil }
        return endOfLine(from: start)
    }

    private func endOfNested(_ open: [UInt8], _ close: [UInt8], from start: Int) -> Int {
        var depth = 1
        var index = start
        while index < code.count {
            if holds(close, at: index) {
                depth -= 1
                index += close.count
                if depth == 0 { return index }
            } else if holds(open, at: index) {
                depth += 1
                index += open.count
            } else {
                index += 1
            }
        }
        return index
    }

    /// `nil` when the mark opens no string here.
    private func endOfString(at start: Int, _ quotes: Lexicon.Quotes, _ lexicon: Lexicon) -> Int? {
        if lexicon.quotesTranspose, start > 0, quotes.open == [UInt8(ascii: "'")] {
            let before = code[start - 1]
            guard !before.isInWord, !")]}.'".utf8.contains(before) else { return nil }
        }
        var index = start + quotes.open.count
        if quotes.isCharacter { return endOfCharacter(at: index, quotes) }
        while index < code.count {
            if holds(quotes.close, at: index) {
                let end = index + quotes.close.count
                guard quotes.doubles, byte(at: end) == quotes.close[0] else { return end }
                index = end + 1
                continue
            }
            if code[index] == quotes.escape {
                index += 2
            } else if code[index] == 0x0A, !quotes.isMultiline {
                return index
            } else {
                index += 1
            }
        }
        return code.count
    }

    private func endOfCharacter(at start: Int, _ quotes: Lexicon.Quotes) -> Int? {
        guard let first = byte(at: start), first != 0x0A else { return nil }
        var end = start + 1
        if first == quotes.escape {
            // The longest that languages have is U+10FFFF in braces.
            end = self.end(from: min(start + 2, code.count)) {
                $0.isInWord || $0 == 0x7B || $0 == 0x7D
            }
        } else if first >= 0xC0 {
            end = self.end(from: end) { $0 & 0xC0 == 0x80 }
        }
        return end - start <= 12 && holds(quotes.close, at: end) ? end + quotes.close.count : nil
    }

    /// A word behind the sign, one in braces, or a single sign.
    private func endOfSigil(at start: Int) -> Int {
        let next = start + 1
        if byte(at: next) == UInt8(ascii: "{"), code[start] == UInt8(ascii: "$") {
            // No name is longer; to look on would take quadratic time where none of many is closed.
            let close = code.firstIndex(
                of: UInt8(ascii: "}"), in: next..<min(next + 100, code.count))
            return close.map { $0 + 1 } ?? next
        }
        let end = end(from: next, while: \.isInWord)
        // `\%` of TeX: what the sign takes its meaning from.
        let takesSign = code[start] == UInt8(ascii: "\\")
        return end == next && takesSign && next < code.count && code[next] > 0x20 ? next + 1 : end
    }
}
