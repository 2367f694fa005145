/// `math` in `site.yaml`: whether there are formulas, and the macros in them.

import Bytes
import Diagnostics
import Markdown
import Math

extension FieldReader {
    private static let example = #"{macros: {\R: '\mathbb{R}'}}"#

    mutating func math(_ pair: YAMLNode.Pair, _ site: inout SiteConfiguration) {
        if case .scalar = pair.value.value {
            site.math = flag(pair).map { $0 ? .on : .off } ?? .uncertain
            return
        }
        let mistakes = diagnostics.count
        for pair in pairs(pair.value, for: "math", example: Self.example) ?? [] {
            switch pair.key {
            case "macros": site.macros = macros(pair)
            default: unknownKey(pair, known: ["macros"])
            }
        }
        // What is refused here may be what a page calls.
        if diagnostics.count > mistakes { site.macros.isIncomplete = true }
    }

    private mutating func macros(_ pair: YAMLNode.Pair) -> TeXMacros {
        let pairs = pairs(pair.value, for: "macros", example: #"\R: '\mathbb{R}'"#) ?? []
        let limit = 1000
        if pairs.count > limit {
            report(
                "front-matter.too-many",
                "‘macros’ has \(pairs.count) items; at most \(limit) are read.", at: pair.keyBytes)
        }
        var definitions: [(definition: TeXMacroDefinition, pair: YAMLNode.Pair)] = []
        for (number, pair) in pairs.enumerated() {
            let body = number < limit ? macro(pair) : nil
            definitions.append((TeXMacroDefinition(command: pair.key, body: body), pair))
        }
        let (macros, mistakes) = TeXMacros.checked(definitions.map(\.definition))
        for mistake in mistakes { report(mistake, definitions[mistake.definition].pair) }
        return macros
    }

    /// What a macro stands for, as it is written, once it is sure that YAML has read what the author meant.
    private mutating func macro(_ pair: YAMLNode.Pair) -> String? {
        guard case .scalar(let text, let isPlain) = pair.value.value else {
            report(
                "math.unquoted-macro",
                "YAML reads \(pair.value.kindName) here. Put what a macro stands for in single quotes: "
                    + #"‘\R: '\mathbb{R}'’."#, at: pair.value.bytes)
            return nil
        }
        let written = [pair.keyBytes, pair.value.bytes]
        for bytes in written {
            if let escape = ScalarText(bytes, of: source).escapeThatIsNoBackslash {
                report(
                    "math.unquoted-macro",
                    "In double quotes, YAML takes ‘\(escape.text)’ for a character of its own. "
                        + "Write single quotes.", at: escape.bytes)
                return nil
            }
        }
        // `#1` is an argument; any other comment may be one.
        if isPlain, let comment = ScalarText(pair.value.bytes, of: source).commentBehind,
            comment.range.count > 1, source[Int(comment.lower) + 1].isASCIIDigit
        {
            let whole = ByteRange(Int(pair.value.bytes.lower), Int(comment.upper))
            let all = String(decoding: source[Int(whole.lower)..<Int(whole.upper)], as: UTF8.self)
            let quoted = "'\(all.replacing("'", with: "''"))'"
            report(
                "math.unquoted-macro",
                "A comment begins here for YAML, and the macro ends before it. "
                    + "Write single quotes: ‘\(quoted)’.", at: comment)
            return nil
        }
        return text
    }

    private mutating func report(_ mistake: TeXMacroMistake, _ pair: YAMLNode.Pair) {
        let id: Diagnostic.ID
        var bytes = pair.value.bytes
        switch mistake.kind {
        case .name:
            id = "math.macro-name"
            bytes = pair.keyBytes
        case .body: id = "math.malformed-macro"
        case .recursion: id = "math.recursive-macro"
        case .size: id = "math.macro-too-large"
        }
        if let range = mistake.range, case .scalar(let text, _) = pair.value.value {
            bytes = ScalarText(bytes, of: source).bytes(of: range, in: text) ?? bytes
        }
        report(id, mistake.message, at: bytes)
    }
}
