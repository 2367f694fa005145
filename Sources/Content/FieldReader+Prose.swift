/// Texts of front matter that readers see as they are written.

import Bytes
import Diagnostics
import Markup

extension FieldReader {
    /// The same as ``text(_:)``, with a warning where Markdown in it would be seen as signs.
    mutating func prose(_ pair: YAMLNode.Pair) -> String? {
        guard let text = text(pair) else { return nil }
        checkProse(text, of: pair)
        return text
    }

    /// A sentence to readers, which may hold emphasis, links and code (see `PageMetadata.readLines`).
    mutating func line(_ pair: YAMLNode.Pair) -> Located<String>? {
        guard let text = located(pair) else { return nil }
        if let sign = ProseMarkup.signNotInLines(of: text.value) {
            report(
                "front-matter.markup",
                "‘\(pair.key)’ may have emphasis, links and code: readers will see ‘\(sign)’ as it is written. "
                    + "What shows, cites or is a formula stands in the text of the page.",
                at: text.bytes, severity: .warning)
        }
        return text
    }

    /// A line that readers see behind a word of its own: no switch.
    mutating func reason(_ pair: YAMLNode.Pair) -> Located<String>? {
        guard let text = line(pair) else { return nil }
        guard !["true", "false", "yes", "no"].contains(text.value.lowercased()) else {
            report(
                "front-matter.wrong-type",
                "‘\(pair.key)’ tells readers the reason: ‘\(pair.key): The data were wrong’. A page that stands "
                    + "has no such line.", at: text.bytes)
            return nil
        }
        return text
    }

    mutating func locatedProse(_ pair: YAMLNode.Pair) -> Located<String>? {
        prose(pair).map { Located($0, at: pair.value.bytes) }
    }

    /// What readers see as words, of which a `#` may be a part: "Report # 12".
    ///
    /// Lists of people and topics have none, and may well have comments behind their items.
    static let proseKeys: Set<String> = [
        "title", "subtitle", "summary", "tagline", "description", "venue", "journal", "number",
        "role",
        "affiliation", "name", "short_name", "funders", "award", "for", "caption", "credit", "alt",
        "note", "withdrawn", "text",
    ]

    /// The same as ``text(_:)`` for a text that readers see under a name of the site's own.
    mutating func words(_ pair: YAMLNode.Pair) -> String? {
        guard let text = text(pair) else { return nil }
        if case .scalar(_, isPlain: true) = pair.value.value, !Self.proseKeys.contains(pair.key) {
            checkComment(behind: pair.value, for: pair.key)
        }
        return text
    }

    /// Warns where YAML takes the end of a text for a comment.
    ///
    /// Two spaces before a comment are what style guides of YAML ask for, and what nobody writes in a text.
    mutating func checkComment(behind node: YAMLNode, for key: String) {
        guard let comment = ScalarText(node.bytes, of: source).commentBehind,
            comment.lower == node.bytes.upper + 1, source[Int(node.bytes.upper)] == 0x20
        else { return }
        let whole = String(
            decoding: source[Int(node.bytes.lower)..<Int(comment.upper)], as: UTF8.self)
        report(
            "front-matter.comment-in-text",
            "For YAML, ‘\(key)’ ends here, and the rest is a comment. If it belongs to the text, write quotes: "
                + "‘\(YAMLText.scalar(whole.collapsingWhitespace))’. If it is one, write two spaces before it.",
            at: comment, severity: .warning)
    }

    private mutating func checkProse(_ text: String, of pair: YAMLNode.Pair) {
        guard let sign = ProseMarkup.sign(in: text) else { return }
        let advice =
            sign.hasPrefix("[") ? " What links or cites stands in the text of the page." : ""
        report(
            "front-matter.markup",
            "‘\(pair.key)’ is plain text: readers will see ‘\(sign)’ as it is written. Write it without the "
                + "signs.\(advice)", at: pair.value.bytes, severity: .warning)
    }
}

private enum ProseMarkup {
    /// The first piece of Markdown in a text that may have emphasis, links and code.
    static func signNotInLines(of text: String) -> String? {
        guard text.utf8.count < 5000, text.utf8.contains(where: { "[$".utf8.contains($0) }) else {
            return nil
        }
        return shortened(
            text.firstMatch(of: /!\[[^\[\]]*\]\([^()\s]+\)/)?.output ?? citation(in: text)
                ?? formula(in: text))
    }

    private static func citation(in text: String) -> Substring? {
        text.firstMatch(of: /\[[^\[\]@]*@[A-Za-z0-9_][^\[\]]*\]/)?.output
    }

    private static func formula(in text: String) -> Substring? {
        text.firstMatch(of: /\$[^\s$\\^_={}]*[\\^_={}][^$]*\$/)?.output
    }

    private static func shortened(_ found: Substring?) -> String? {
        found.map { $0.count > 40 ? $0.prefix(40) + "…" : String($0) }
    }

    /// The first piece of Markdown in a text, as far as it can be nothing else.
    static func sign(in text: String) -> String? {
        // Nearly no text has any of the signs.
        let mayHold = text.withUTF8Bytes { bytes in
            bytes.firstIndex(from: 0) { byte in
                (byte == 0x2A).bit | (byte == 0x5B).bit | (byte == 0x60).bit | (byte == 0x24).bit
            } < bytes.count
        }
        guard mayHold, text.utf8.count < 5000 else { return nil }
        let found =
            text.firstMatch(of: /\[[^\[\]]+\]\([^()\s]+\)/)?.output
            ?? citation(in: text)
            ?? text.firstMatch(of: /\*\*[^\s*][^*]*\*\*/)?.output
            ?? text.firstMatch(of: /`[^\s`][^`]*`/)?.output ?? emphasis(in: text)
            ?? formula(in: text)
        return shortened(found)
    }

    /// `*words*` with a space or nothing on both sides: `C*`, `A* search` and `5 * 3` have none.
    private static func emphasis(in text: String) -> Substring? {
        text.firstMatch(of: /(?:^|[\s(])(\*[^\s*][^*]*[^\s*]\*)(?:$|[\s).,;:!?])/)?.output.1
    }
}
