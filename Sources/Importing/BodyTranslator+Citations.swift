/// `@`: citations of works that the new site's bibliography has, references to what the text labels, and
/// signs that are to stay themselves.

import Diagnostics
import Markup

extension BodyTranslator {
    /// What a label may name (`fig:wall`); Quarto has a hyphen where we have the colon.
    private static let kinds = Label.Kind.allCases.map(\.rawValue)

    /// Finds what the text labels: `{#fig:wall}`.
    mutating func findLabels(from start: Int) {
        var place = start
        while let open = find("{#", from: place) {
            if let label = label(at: open + 2) { labels.insert(label) }
            place = open + 2
        }
    }

    /// The label at a place, in our form.
    func label(at start: Int) -> String? {
        Self.label(text(start..<endOfKey(from: start)), isQuarto: isQuarto)
    }

    static func label(_ key: String, isQuarto: Bool) -> String? {
        guard let kind = kinds.first(where: { key.hasPrefix($0) }) else { return nil }
        let rest = key.dropFirst(kind.count)
        guard let sign = rest.first, sign == ":" || isQuarto && sign == "-", rest.count > 1 else {
            return nil
        }
        return "\(kind):\(rest.dropFirst())"
    }

    /// Behind a key of Pandoc's: letters, digits and `_`, with single signs between them.
    private func endOfKey(from start: Int) -> Int {
        var (place, stop) = (start, start)
        while place < end, place - start < 300 {
            if isWidePunctuation(at: place) { break }
            if Self.isWord(bytes[place]) {
                stop = place + 1
            } else if !(":.#$%&-+?<>~/".utf8.contains(bytes[place]) && place == stop) {
                break
            }
            place += 1
        }
        return stop
    }

    /// Dashes and quotation marks, `。` and `，` and their like; `々` and letters and digits of full width are of a word.
    private func isWidePunctuation(at place: Int) -> Bool {
        guard place + 2 < end else { return false }
        switch (bytes[place], bytes[place + 1]) {
        case (0xE2, 0x80): return true
        case (0xE3, 0x80), (0xEF, 0xBC), (0xEF, 0xBD):
            let sign = String(decoding: bytes[place...place + 2], as: UTF8.self).unicodeScalars
            return sign.first.map {
                !$0.properties.isAlphabetic && $0.properties.generalCategory != .decimalNumber
            } ?? false
        default: return false
        }
    }

    private static func isWord(_ byte: UInt8) -> Bool {
        byte >= 0x80 || (0x30...0x39).contains(byte) || (0x41...0x5A).contains(byte & 0xDF)
            || byte == UInt8(ascii: "_")
    }

    /// An `@` that would cite here: it does if the work is known, and else is written so that it stays itself.
    mutating func readAt() {
        let before = index > 0 ? bytes[index - 1] : 0x20
        guard index + 1 < end, Self.isWord(bytes[index + 1]), !Self.isWord(before),
            before != UInt8(ascii: "/"), before != UInt8(ascii: ".")
        else { return copy() }
        let whole = index..<endOfKey(from: index + 1)
        let key = text(whole.lowerBound + 1..<whole.upperBound)
        if let label = Self.label(key, isQuarto: isQuarto), labels.contains(label) {
            write(isBracketed(whole) ? "@\(label)" : "[@\(label)]")
            index = whole.upperBound
            return
        }
        guard works?.contains(key) != true else { return emit(whole) }
        if reportExample(whole) {
            write("\\@\(key)")
            index = whole.upperBound
            return
        }
        // A backslash does not help in brackets, which cite by themselves.
        let isInBrackets = isInBrackets(whole)
        let made = isInBrackets ? "`@\(key)`" : "\\@\(key)"
        say(unknown: key, as: made, isCited: isQuarto || isInBrackets, at: whole)
        write(made)
        index = whole.upperBound
    }

    /// Whether a key stands alone in its brackets.
    private func isBracketed(_ whole: Range<Int>) -> Bool {
        output.last == UInt8(ascii: "[") && whole.upperBound < end
            && bytes[whole.upperBound] == UInt8(ascii: "]")
    }

    private mutating func say(
        unknown key: String, as made: String, isCited: Bool, at range: Range<Int>
    ) {
        if let label = Self.label(key, isQuarto: isQuarto) {
            return log.review(
                "import.unknown-label",
                "Nothing in the text is labelled ‘\(key)’, so ‘\(made)’ was written, which refers to nothing: "
                    + "label what is meant ‘{#\(label)}’, and write ‘[@\(label)]’.", at: range)
        }
        let reason =
            works == nil
            ? "No bibliography is known (see ‘--root’)" : "‘\(key)’ is not in the bibliography"
        if isCited {
            log.review(
                "import.unknown-citation",
                "\(reason): ‘\(made)’ was written, which cites nothing. Add the work, and write ‘@\(key)’.",
                at: range)
        } else if said.insert("@").inserted {
            log.note(
                "import.unknown-citation",
                "\(reason): ‘\(made)’ was written, which cites nothing. So were others like it; this is the first.",
                at: range)
        }
    }

    /// Whether brackets stand around an `@` on its line, as around a citation.
    private func isInBrackets(_ range: Range<Int>) -> Bool {
        var depth = 0
        var place = range.lowerBound
        let start = max(0, place - 2000)
        while place > start, bytes[place - 1] != 0x0A {
            place -= 1
            if bytes[place] == UInt8(ascii: "]") { depth += 1 }
            guard bytes[place] == UInt8(ascii: "[") else { continue }
            if depth == 0 { return isClosed(from: range.upperBound) }
            depth -= 1
        }
        return false
    }

    /// Whether a bracket that is open at a place is closed on the line, and is none of a link.
    private func isClosed(from start: Int) -> Bool {
        var depth = 0
        var place = start
        while place < min(end, start + 2000), bytes[place] != 0x0A {
            if bytes[place] == UInt8(ascii: "[") { depth += 1 }
            if bytes[place] == UInt8(ascii: "]") {
                if depth == 0 { return place + 1 >= end || bytes[place + 1] != UInt8(ascii: "(") }
                depth -= 1
            }
            place += 1
        }
        return false
    }

    /// `[@fig-a; @fig-b]` and `[see @fig-a]` of Quarto: each label gets its own brackets.
    mutating func readLabelsInBrackets() -> Bool {
        guard isQuarto,
            let close = bytes[index..<min(end, index + 300)].firstIndex(where: {
                $0 == UInt8(ascii: "]") || $0 == 0x0A
            }), bytes[close] != 0x0A,
            close + 1 >= end || bytes[close + 1] != UInt8(ascii: "(")
        else { return false }
        var parts: [String] = []
        for part in text(index + 1..<close).split(separator: ";") {
            guard let at = part.lastIndex(of: "@"),
                let label = Self.label(String(part[part.index(after: at)...]), isQuarto: true),
                labels.contains(label)
            else { return false }
            var words = part[..<at].drop { $0 == " " }
            if words.last == "-" { words.removeLast() }
            parts.append("\(words)[@\(label)]")
        }
        guard !parts.isEmpty else { return false }
        write(parts.joined(separator: ", "))
        index = close + 1
        return true
    }
}

extension BodyTranslator {
    /// Says of `(@ex) Text` at the beginning of a line that it numbers an example of Pandoc's.
    fileprivate mutating func reportExample(_ whole: Range<Int>) -> Bool {
        let open = whole.lowerBound - 1
        guard open >= 0, bytes[open] == UInt8(ascii: "("), open == 0 || bytes[open - 1] == 0x0A,
            whole.upperBound + 1 < end, bytes[whole.upperBound] == UInt8(ascii: ")"),
            bytes[whole.upperBound + 1] == 0x20
        else { return false }
        log.review(
            "import.example-list",
            "‘(\(text(whole)))’ numbers an example in Pandoc, which no list does here: write ‘1. ’, or a callout with a "
                + "label, ‘> [!EXAMPLE] {#exm:name}’.", at: whole)
        return true
    }
}
