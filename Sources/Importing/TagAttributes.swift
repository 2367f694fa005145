/// `name="value"` pairs and plain words of a tag, in HTML, Liquid and Hugo's shortcodes alike.
struct TagAttributes {
    private(set) var values: [String: String] = [:]
    /// Words and quoted texts without a name, in their order.
    private(set) var plain: [String] = []

    init(_ text: String) {
        var rest = text[...]
        while let first = rest.first {
            if first.isWhitespace || first == "/" && rest.dropFirst().isEmpty {
                rest = rest.dropFirst()
                continue
            }
            if "\"'`".contains(first) {
                plain.append(Self.quoted(&rest))
                continue
            }
            let name = rest.prefix { !$0.isWhitespace && $0 != "=" }
            rest = rest.dropFirst(name.count).drop(while: \.isWhitespace)
            guard rest.first == "=" else {
                if name.isEmpty { rest = rest.dropFirst() } else { plain.append(String(name)) }
                continue
            }
            rest = rest.dropFirst().drop(while: \.isWhitespace)
            let value: String
            if let quote = rest.first, "\"'`".contains(quote) {
                value = Self.quoted(&rest)
            } else {
                let word = rest.prefix { !$0.isWhitespace }
                rest = rest.dropFirst(word.count)
                value = String(word)
            }
            values[name.lowercased()] = value
        }
    }

    private static func quoted(_ rest: inout Substring) -> String {
        let quote = rest.removeFirst()
        let value = rest.prefix { $0 != quote }
        rest = rest.dropFirst(value.count + 1)
        return String(value)
    }
}
