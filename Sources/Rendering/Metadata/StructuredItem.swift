/// JSON-LD read back from a page.

package import Diagnostics

package enum StructuredItem {
    /// The object with a headline in the text of a script, alone or in a graph (JSON-LD 1.1, section 4.9).
    package static func read(_ text: String) -> JSONValue? {
        guard let value = try? JSONValue.read(Array(text.utf8)) else { return nil }
        let candidates = value["@graph"]?.array ?? value.array ?? [value]
        return candidates.first { $0["headline"] != nil }
    }
}
