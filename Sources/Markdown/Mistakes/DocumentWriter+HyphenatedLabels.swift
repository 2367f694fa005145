import Bytes
import Diagnostics
import Markup

/// Labels that give no number: `{#tbl-rates}` and `{#eq-growth}` of Quarto, and `{eq:growth}` without its sign.
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

    private static let longestLabel = 100

    /// `$$ x = 1 $$ {eq:one}`.
    mutating func reportBareLabels(in text: UnsafeBufferPointer<UInt8>, of node: Node) {
        var index = 0
        while let open = text.firstIndex(of: UInt8(ascii: "{"), in: index..<text.count) {
            let name = text[(open + 1)...].prefix(Self.longestLabel)
                .prefix { $0.isASCIILetterOrDigit || ":_-".utf8.contains($0) }
            index = max(name.endIndex, open + 1)
            guard index < text.count, text[index] == UInt8(ascii: "}"),
                // `\ref{fig:one}` is LaTeX’s.
                open == 0
                    || !text[open - 1].isASCIILetterOrDigit && !"]}*".utf8.contains(text[open - 1]),
                let colon = name.firstIndex(of: UInt8(ascii: ":")), colon + 1 < name.endIndex
            else { continue }
            let label = String(decoding: name, as: UTF8.self)
            let shown = text[open...index]
            guard Label.Kind(prefixOf: label) != nil, !isEscaped(shown, by: ["{"], in: node) else {
                continue
            }
            report(
                "attributes.no-hash", .warning,
                "‘{\(label)}’ is shown as it is written: a label has the sign ‘#’. Write ‘{#\(label)}’, to which "
                    + "‘[@\(label)]’ refers. For the signs themselves write ‘\\{’.",
                at: place(of: shown, in: node), repair: "{#\(label)}")
        }
    }
}
