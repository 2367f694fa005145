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
        if let mistake = Ligature.mistake(in: text) {
            report("text.ligature", mistake, at: pair.value.bytes, severity: .warning)
        }
        let found = ProseMarkup.pieces(in: text)
        guard !found.isEmpty else { return }
        let pieces = found.map { "‘\($0.text)’" }.joined(separator: " and ")
        let isOne = found.count == 1
        report(
            "front-matter.markup",
            "‘\(pair.key)’ is plain text: readers will see \(pieces) as \(isOne ? "it is" : "they are") written. "
                + "Write it without the signs." + ProseMarkup.advice(on: found),
            at: pair.value.bytes, severity: .warning)
    }
}
