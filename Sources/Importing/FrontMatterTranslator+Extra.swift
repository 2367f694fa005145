/// Keys that have no place here: they stand below `extra`, where templates find them.

import Content
import Diagnostics
import Markup

extension FrontMatterTranslator {
    /// A key that is not known: its value stands below `extra`, where templates find it.
    mutating func keep(_ pair: YAMLNode.Pair) {
        log.note(
            "import.key-to-extra", "There is no key ‘\(pair.key)’ here: it stands under ‘extra’.",
            at: pair.keyBytes.range)
        addExtra(pair)
    }

    /// A key that is known, and given already by another.
    mutating func keep(_ pair: YAMLNode.Pair, besides other: String) {
        log.note(
            "import.key-to-extra",
            "‘\(pair.key)’ stands under ‘extra’: "
                + (other == pair.key ? "the page’s own" : "‘\(other)’")
                + " was taken in its place.",
            at: pair.keyBytes.range)
        addExtra(pair)
    }

    private mutating func addExtra(_ pair: YAMLNode.Pair) {
        let key = YAMLText.scalar(pair.key)
        guard !extra.contains(where: { $0.hasPrefix("  \(key): ") }) else { return }
        extra.append("  \(key): \(pair.value.flow)")
    }

    /// `params` of Hugo and `extra` of Zola; themes read keys from the former that are ours.
    mutating func readExtra(_ pair: YAMLNode.Pair) {
        guard case .mapping(let pairs) = pair.value.value else { return keep(pair) }
        for inner in pairs {
            let key = ImportedKey(inner.key)
            if pair.key.lowercased() == "params", key.isOursInParams {
                read(inner, of: key)
            } else {
                addExtra(inner)
            }
        }
    }

    /// A value that cannot be what its key needs: it is left out, and somebody has to look.
    mutating func drop(_ pair: YAMLNode.Pair, _ reason: String) {
        log.review(
            "import.value-dropped", "‘\(pair.key)’ was left out: \(reason)",
            at: pair.value.bytes.range)
    }

    /// `taxonomies` of Zola: what stands there stands at the top elsewhere.
    mutating func readTaxonomies(_ pair: YAMLNode.Pair) {
        guard case .mapping(let pairs) = pair.value.value else { return keep(pair) }
        for inner in pairs { read(inner, of: ImportedKey(inner.key)) }
    }
}

extension YAMLNode {
    /// The value on one line.
    fileprivate var flow: String {
        switch value {
        case .scalar(let text, let isPlain):
            isPlain && (text == "true" || text == "false" || Int(text) != nil)
                ? text : YAMLText.scalar(text)
        case .sequence(let items): "[" + items.map(\.flow).joined(separator: ", ") + "]"
        case .mapping(let pairs):
            "{"
                + pairs.map { "\(YAMLText.scalar($0.key)): \($0.value.flow)" }
                .joined(separator: ", ") + "}"
        }
    }
}
