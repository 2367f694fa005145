/// Turns YAML values into typed ones, and says what is wrong with those that are not.

import Bytes
import Diagnostics
import Markup

struct FieldReader {
    let path: String
    /// The file, for what is told by how a value is written.
    let source: [UInt8]
    private(set) var diagnostics: [Diagnostic] = []

    init(path: String, source: [UInt8]) {
        self.path = path
        self.source = source
    }

    mutating func report(
        _ id: Diagnostic.ID, _ message: String, at bytes: ByteRange, repair: String? = nil,
        severity: Diagnostic.Severity = .error, notes: [Diagnostic.Note] = []
    ) {
        diagnostics.append(
            Diagnostic(
                id, severity, message, at: SourceSpan(path, bytes), notes: notes, repair: repair))
    }

    /// Non-empty text, with runs of white space made one space.
    mutating func text(_ pair: YAMLNode.Pair) -> String? { text(pair.value, for: pair.key) }

    mutating func text(_ node: YAMLNode, for key: String) -> String? {
        guard case .scalar(let text, let isPlain) = node.value else {
            report(
                "front-matter.wrong-type", "‘\(key)’ is a text, not \(node.kindName).",
                at: node.bytes)
            return nil
        }
        let trimmed = text.collapsingWhitespace
        guard !trimmed.isEmpty else {
            report("front-matter.empty", "‘\(key)’ has no value.", at: node.bytes)
            return nil
        }
        if isPlain, let content = TypographicQuotes.content(of: trimmed) {
            report(
                "front-matter.typographic-quotes",
                "‘\(key)’ would be shown with these quotation marks, which YAML takes for text: write "
                    + "\"\(content)\" with straight ones, or none.", at: node.bytes)
            return nil
        }
        guard !holdsControl(trimmed, node, for: key) else { return nil }
        if isPlain, Self.proseKeys.contains(key) { checkComment(behind: node, for: key) }
        return trimmed
    }

    /// Reports a control character, which can be written as an escape (`"\x93"`).
    mutating func holdsControl(_ text: String, _ node: YAMLNode, for key: String) -> Bool {
        guard let control = text.firstControl else { return false }
        report(
            "front-matter.control-character",
            "‘\(key)’ holds the control character \(ControlCharacter.name(control)), which nobody sees. "
                + ControlCharacter.advice(control), at: node.bytes)
        return true
    }

    mutating func located(_ pair: YAMLNode.Pair) -> Located<String>? {
        text(pair).map { Located($0, at: pair.value.bytes) }
    }

    mutating func flag(_ pair: YAMLNode.Pair) -> Bool? {
        if case .scalar(let text, isPlain: true) = pair.value.value {
            switch text {
            case "true": return true
            case "false": return false
            default: break
            }
        }
        var hint = ""
        if case .scalar(let text, _) = pair.value.value {
            switch text.lowercased() {
            case "true", "yes", "on", "1", "y": hint = " Write ‘true’, without quotes."
            case "false", "no", "off", "0", "n": hint = " Write ‘false’, without quotes."
            default: break
            }
        }
        report(
            "front-matter.not-a-flag", "‘\(pair.key)’ is either ‘true’ or ‘false’.\(hint)",
            at: pair.value.bytes)
        return nil
    }

    mutating func number(_ pair: YAMLNode.Pair, in range: ClosedRange<Int>) -> Int? {
        if case .scalar(let text, _) = pair.value.value, let number = Int(text),
            range.contains(number)
        {
            return number
        }
        report(
            "front-matter.not-a-number",
            "‘\(pair.key)’ is a whole number from \(range.lowerBound) to \(range.upperBound).",
            at: pair.value.bytes)
        return nil
    }

    /// The items of a list.
    ///
    /// Each topic and author of a page has a page that shows them all: the output would grow with
    /// the square of a list without a limit.
    ///
    /// - Parameters:
    ///   - pair: The key and its value.
    ///   - limit: How many are read.
    ///   - group: The keys of an item, where no text can be one.
    ///   - advice: What else may have been meant.
    /// - Returns: Nothing for what is no list.
    mutating func list(
        _ pair: YAMLNode.Pair, atMost limit: Int = 1000, ofGroups group: String? = nil,
        advice: String = ""
    ) -> [YAMLNode] {
        if case .sequence(let items) = pair.value.value {
            if items.count > limit {
                report(
                    "front-matter.too-many",
                    "‘\(pair.key)’ has \(items.count) items; at most \(limit) are read.",
                    at: pair.value.bytes)
            }
            return Array(items.prefix(limit))
        }
        guard !pair.value.isNull else {
            report("front-matter.empty", "‘\(pair.key)’ has no value.", at: pair.value.bytes)
            return []
        }
        if let group {
            report(
                "front-matter.not-a-list",
                "‘\(pair.key)’ is a list of groups of keys: write ‘\(pair.key): [{\(group)}]’.\(advice)",
                at: pair.value.bytes)
            return []
        }
        var example = "[first, second]"
        if case .scalar(let text, _) = pair.value.value {
            example = "[\(Self.items(of: text, for: pair.key).joined(separator: ", "))]"
        }
        report(
            "front-matter.not-a-list",
            "‘\(pair.key)’ is a list: write ‘\(pair.key): \(example)’, or one item to a line after "
                + "‘- ’.", at: pair.value.bytes)
        return []
    }

    /// What a text would be as a list; of people, `Ada Example and Bo Li` are two.
    private static func items(of text: String, for key: String) -> [String] {
        var text = text.replacing(";", with: ",")
        if key == "authors" || key == "people",
            NameForm.isSeveral(text, isAuthor: key == "authors")
        {
            text = NameForm.people(in: text).joined(separator: ",")
        }
        // Those of full width stand where YAML has its own.
        if text.hasPrefix("［"), text.hasSuffix("］") { text = String(text.dropFirst().dropLast()) }
        return text.split {
            $0 == "," || Character.foreignCommas.contains($0) || NameForm.semicolons.contains($0)
        }
        .map { String($0).collapsingWhitespace }.filter { !$0.isEmpty }
    }

    mutating func texts(_ pair: YAMLNode.Pair, atMost limit: Int = 1000) -> [Located<String>] {
        var texts: [Located<String>] = []
        for item in list(pair, atMost: limit) {
            if let text = text(item, for: pair.key) { texts.append(Located(text, at: item.bytes)) }
        }
        return texts
    }

    mutating func pairs(_ node: YAMLNode, for key: String, example: String) -> [YAMLNode.Pair]? {
        if case .mapping(let pairs) = node.value { return pairs }
        report(
            "front-matter.wrong-type",
            "‘\(key)’ is a group of keys, not \(node.kindName): write ‘\(example)’.", at: node.bytes
        )
        return nil
    }

    /// One of a fixed set of words.
    mutating func choice<Choice: RawRepresentable<String> & CaseIterable>(
        _ pair: YAMLNode.Pair, _ type: Choice.Type, called name: String? = nil
    ) -> Choice? {
        guard let text = text(pair) else { return nil }
        if let choice = Choice(rawValue: text) { return choice }
        let names = Choice.allCases.map(\.rawValue)
        let hint = Spelling.closest(to: text, in: names)
        report(
            "front-matter.unknown-value",
            "‘\(text)’ is not a \(name ?? pair.key): use one of \(names.joined(separator: ", "))."
                + Spelling.hint(hint), at: pair.value.bytes, repair: hint)
        return nil
    }

    /// Returns the key that was meant, if any is like it.
    @discardableResult
    mutating func unknownKey(
        _ pair: YAMLNode.Pair, known: [String], synonyms: [String: String] = [:]
    ) -> String? {
        if let name = synonyms[pair.key.lowercased()] {
            report(
                "front-matter.unknown-key", "There is no key ‘\(pair.key)’: use ‘\(name)’.",
                at: pair.keyBytes, repair: name)
            return name
        }
        let hint = Spelling.closest(to: pair.key, in: known)
        report(
            "front-matter.unknown-key", "Unknown key ‘\(pair.key)’.\(Spelling.hint(hint))",
            at: pair.keyBytes, repair: hint)
        return hint
    }

    mutating func url(_ pair: YAMLNode.Pair) -> String? {
        guard let url = located(pair) else { return nil }
        return checkedURL(url, for: pair.key)
    }

    mutating func checkedURL(_ url: Located<String>, for key: String) -> String? {
        guard WebAddress.kind(of: url.value) == .web else {
            report(
                "front-matter.not-a-url",
                "‘\(key)’ is an address that begins with ‘https://’, not ‘\(url.value)’.",
                at: url.bytes)
            return nil
        }
        return url.value
    }
}
