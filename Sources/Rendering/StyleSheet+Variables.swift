/// Values of custom properties with those that they name in their place: the head of a page and a drawing know no
/// `var(…)`.

extension StyleSheet {
    /// - Parameters:
    ///   - tokens: Names without their hyphens, and values.
    ///   - others: What holds for those that cannot be resolved; asked for once, and seldom.
    /// - Returns: The values, each for light schemes.
    static func resolvingVariables(
        in tokens: [String: String], else others: () -> [String: String]
    ) -> [String: String] {
        var resolver = VariableResolver(tokens: tokens)
        var result = tokens
        var left: [String] = []
        // In an order: where properties name each other in a circle, it matters which is first.
        for name in tokens.keys.sorted() {
            if let value = resolver.value(of: name) {
                result[name] = value
            } else {
                left.append(name)
            }
        }
        guard !left.isEmpty else { return result }
        let others = others()
        for name in left { result[name] = others[name] ?? result[name] }
        return result
    }
}

/// Each property is resolved once, however many name it.
private struct VariableResolver {
    let tokens: [String: String]
    /// `nil` for what is being resolved, and for what names itself.
    private var known: [String: String?] = [:]
    /// Longer ones are no colours or fonts.
    private static let longest = 1000

    init(tokens: [String: String]) { self.tokens = tokens }

    mutating func value(of name: String) -> String? {
        if let known = known[name] { return known }
        known[name] = .some(nil)
        let value = tokens[name].flatMap { resolve($0) }
        known[name] = .some(value)
        return value
    }

    private mutating func resolve(_ value: String) -> String? {
        guard value.utf8.count <= Self.longest else { return nil }
        var result = ""
        var rest = value[...]
        while let place = rest.firstRange(of: "var(") {
            result += rest[..<place.lowerBound]
            guard let (parts, end) = Self.arguments(in: rest[place.upperBound...]),
                let name = parts.first?.trimmed, name.hasPrefix("--")
            else { return nil }
            let fallback = parts.count > 1 ? parts.dropFirst().joined(separator: ",") : nil
            guard
                let found = self.value(of: String(name.dropFirst(2)))
                    ?? fallback.flatMap({ resolve($0.trimmed) })
            else { return nil }
            result += found
            rest = end
        }
        result += rest
        guard result.utf8.count <= Self.longest else { return nil }
        guard result.hasPrefix("light-dark(") else { return result }
        return Self.arguments(in: result.dropFirst("light-dark(".count))?.parts.first?.trimmed
    }

    /// What stands between commas up to the parenthesis that closes, and what stands behind that.
    private static func arguments(
        in text: Substring
    ) -> (parts: [Substring], rest: Substring)? {
        var parts: [Substring] = []
        var start = text.startIndex
        var depth = 0
        for index in text.indices {
            switch text[index] {
            case "(": depth += 1
            case ")" where depth == 0:
                parts.append(text[start..<index])
                return (parts, text[text.index(after: index)...])
            case ")": depth -= 1
            case "," where depth == 0:
                parts.append(text[start..<index])
                start = text.index(after: index)
            default: break
            }
        }
        return nil
    }
}

extension StringProtocol {
    fileprivate var trimmed: String {
        String(drop { $0.isWhitespace }.reversed().drop { $0.isWhitespace }.reversed())
    }
}
