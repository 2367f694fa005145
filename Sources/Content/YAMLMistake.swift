/// What an author most likely did where libyaml stops.
///
/// libyaml notices a mistake where the text cannot go on, which is often a line or more behind it. The place of
/// what it was reading then, and the lines between, tell where to look.

import Diagnostics
import Markup

struct YAMLMistake {
    let bytes: ArraySlice<UInt8>
    /// libyaml's words.
    let problem: String
    /// Where it stopped.
    let place: Int
    /// Where that began which it was reading; `nil` where it says nothing of it.
    let context: Int?

    var failure: YAMLReader.Failure {
        let (hint, place) = explanation
        return YAMLReader.Failure(
            id: "yaml.syntax", message: "This is not YAML. \(hint)", offset: place)
    }

    private var explanation: (hint: String, place: Int) {
        switch problem {
        case "mapping values are not allowed in this context":
            return keyInValueAbove
                ?? (
                    "A colon followed by a space begins a value: put quotes round a text that holds "
                        + "one.", place
                )
        case "found character that cannot start any token":
            return (
                place < bytes.endIndex && bytes[place] == UInt8(ascii: "\t")
                    ? "Indent with spaces: YAML does not allow tabs."
                    : "A value cannot begin with this sign: put quotes round it.", place
            )
        case "found unexpected end of stream", "found unexpected document indicator":
            return ("The quotation mark that opens here is not closed.", context ?? place)
        case "could not find expected ':'":
            let line = startOfText(inLineOf: context ?? lastText(before: place) ?? place)
            return missingSpace(at: line) ?? (Self.noKey, line)
        case "did not find expected key":
            if let quote = quoteEndingHere {
                return ("The quotation mark that opens here is not closed.", quote)
            }
            return (
                "This line is not indented like the ones before it, or a quotation mark is missing.",
                place
            )
        case "did not find expected ',' or ']'", "did not find expected ',' or '}'":
            guard let context, !isClosed(context) else {
                return ("A comma or a quotation mark is missing before this.", place)
            }
            return ("The bracket that opens here is not closed.", context)
        case "did not find expected '-' indicator":
            return ("Every item of the list needs a ‘-’ at the same indentation.", place)
        case "found undefined tag handle":
            return ("Put quotes round a text that begins with ‘!’.", place)
        case "found unknown escape character":
            return (
                "In double quotes, ‘\\’ begins the name of a character: write single quotes, or two "
                    + "backslashes.", place
            )
        default: return ("libyaml says: \(problem).", place)
        }
    }

    // MARK: - Lines

    private func startOfLine(_ place: Int) -> Int {
        var start = min(place, bytes.endIndex)
        while start > bytes.startIndex, bytes[start - 1] != 0x0A, bytes[start - 1] != 0x0D {
            start -= 1
        }
        return start
    }

    private func endOfLine(_ place: Int) -> Int {
        var end = place
        while end < bytes.endIndex, bytes[end] != 0x0A, bytes[end] != 0x0D { end += 1 }
        return end
    }

    private func isSpace(_ place: Int) -> Bool { bytes[place] <= 0x20 }

    /// The last byte before `place` that is no white space.
    private func lastText(before place: Int) -> Int? {
        bytes[..<min(place, bytes.endIndex)].lastIndex { $0 > 0x20 }
    }

    private func startOfText(inLineOf place: Int) -> Int {
        var start = startOfLine(place)
        while start < bytes.endIndex, bytes[start] == 0x20 { start += 1 }
        return start
    }

    /// Behind the hyphens of list items.
    private func startOfKey(from start: Int) -> Int {
        let end = endOfLine(start)
        var key = start
        while key + 1 < end, bytes[key] == UInt8(ascii: "-"), bytes[key + 1] == 0x20 { key += 2 }
        return key
    }

    private func text(_ range: Range<Int>) -> String {
        String(decoding: bytes[range], as: UTF8.self)
    }

    // MARK: - What is missing

    private static let noKey = "A key needs a colon and a space behind it."

    /// A colon or a hyphen without the space that makes it one of YAML.
    private func missingSpace(at start: Int) -> (hint: String, place: Int)? {
        let end = endOfLine(start)
        let key = startOfKey(from: start)
        if key + 1 < end, bytes[key] == UInt8(ascii: "-"), bytes[key + 1] != UInt8(ascii: "-") {
            return (
                "Write ‘\(shown("- ", key + 1..<end))’, with a space behind the hyphen.", key
            )
        }
        guard let colon = bytes[key..<end].firstIndex(where: { !Self.isLetterOfKey($0) }),
            colon > key, bytes[colon] == UInt8(ascii: ":"), colon + 1 < end
        else { return nil }
        let value = colon + 1
        for space in ["\u{A0}", "\u{202F}"] where bytes[value..<end].starts(with: space.utf8) {
            return (
                "The space behind this colon is a no-break space, which YAML takes for a letter: "
                    + "write an ordinary one.", colon
            )
        }
        guard !isSpace(value), bytes[value] != UInt8(ascii: "/") else { return nil }
        let name = text(key..<value)
        return ("Write ‘\(shown(name + " ", value..<end))’, with a space behind the colon.", key)
    }

    /// The beginning of a line and its value, if that is short enough to be shown.
    private func shown(_ beginning: String, _ value: Range<Int>) -> String {
        let value = text(value).collapsingWhitespace
        return beginning + (value.count > 60 ? "…" : value)
    }

    private static func isLetterOfKey(_ byte: UInt8) -> Bool {
        switch byte {
        case 0x41...0x5A, 0x61...0x7A, UInt8(ascii: "-"), UInt8(ascii: "_"): true
        default: false
        }
    }

    /// A key without a space behind its colon, or without a colon, begins a text that goes on in the next
    /// lines, up to the colon of the next key: there libyaml stops.
    private var keyInValueAbove: (hint: String, place: Int)? {
        var line = startOfLine(place)
        guard !hasKey(line..<place) else { return nil }
        var first: Int?
        var found: (cause: (hint: String, place: Int), indentation: Int)?
        while let above = lastText(before: line) {
            line = startOfLine(above)
            let start = startOfText(inLineOf: line)
            let end = endOfLine(start)
            if found == nil, let cause = missingSpace(at: start) { found = (cause, start - line) }
            if let found, found.indentation == 0 { return found.cause }
            if hasKey(start..<end) {
                // What stands deeper goes on with the text of this key, if it has one.
                let hasText = lastText(before: end).map { bytes[$0] } != UInt8(ascii: ":")
                let goesOn = found.map { $0.indentation > startOfKey(from: start) - line } ?? true
                return hasText && goesOn ? nil : found?.cause
            }
            if bytes[start] != UInt8(ascii: "#") { first = start }
        }
        if let found { return found.cause }
        // Not even the first line has a key.
        return first.map { (Self.noKey, $0) }
    }

    /// Whether a colon stands in a line as YAML wants it.
    private func hasKey(_ line: Range<Int>) -> Bool {
        line.contains { index in
            bytes[index] == UInt8(ascii: ":")
                && (index + 1 == line.upperBound || isSpace(index + 1))
        }
    }

    /// A bracket, and all that are open within it.
    private func isClosed(_ start: Int) -> Bool {
        var open: [UInt8] = []
        var quote: UInt8?
        var before = UInt8(ascii: ",")
        for byte in bytes[start...] {
            if let mark = quote {
                if byte == mark { quote = nil }
                continue
            }
            switch byte {
            case UInt8(ascii: "["): open.append(UInt8(ascii: "]"))
            case UInt8(ascii: "{"): open.append(UInt8(ascii: "}"))
            case UInt8(ascii: "]"), UInt8(ascii: "}"):
                guard open.popLast() == byte else { return false }
                if open.isEmpty { return true }
            // Within a text, the same sign is an apostrophe.
            case UInt8(ascii: "'"), UInt8(ascii: "\""):
                if "[{,:'\"".utf8.contains(before) { quote = byte }
            default: break
            }
            if byte > 0x20 { before = byte }
        }
        return false
    }

    /// A quotation mark in a line above whose text ends right before the place: most likely the mark that ends
    /// it was to begin another text.
    private var quoteEndingHere: Int? {
        let end = lastText(before: place)
        guard let end, end < place, startOfLine(end) == startOfLine(place),
            bytes[end] == UInt8(ascii: "\"") || bytes[end] == UInt8(ascii: "'"),
            // Else it stands within the text.
            hasKey(startOfLine(end)..<end)
        else { return nil }
        var line = startOfLine(place)
        while line > bytes.startIndex {
            line = startOfLine(line - 1)
            guard
                let colon = (line..<endOfLine(line)).first(where: { bytes[$0] == UInt8(ascii: ":") }
                )
            else { continue }
            var value = colon + 1
            while value < end, bytes[value] == 0x20 { value += 1 }
            guard bytes[value] == bytes[end] else { continue }
            let closing = bytes[(value + 1)...].firstIndex(of: bytes[end])
            return closing == end ? value : nil
        }
        return nil
    }
}
