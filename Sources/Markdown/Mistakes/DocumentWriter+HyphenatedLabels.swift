import Diagnostics
import Markup

/// `{#tbl-rates}` and `{#eq-growth}`: labels of Quarto, which give no number here.
extension DocumentWriter {
    mutating func noteHyphen(in id: String, of kind: Label.Kind, at range: Range<Int>) {
        guard id.hasPrefix(kind.rawValue + "-"), id.utf8.count > kind.rawValue.utf8.count + 1 else {
            return
        }
        hyphenatedLabels.append((label: id, range: range))
    }

    /// An id to which the page links is one.
    mutating func reportHyphenatedLabels() {
        guard !hyphenatedLabels.isEmpty else { return }
        let targets = Set(document.references.map(\.target))
        for (id, range) in hyphenatedLabels where !targets.contains("#" + id) {
            let label = id.split(separator: "-", maxSplits: 1).joined(separator: ":")
            report(
                "attributes.hyphen", .warning,
                "‘{#\(id)}’ gives no number: a label has a colon. Write ‘{#\(label)}’, to which ‘[@\(label)]’ refers.",
                at: range)
        }
    }
}
