/// What `\not` makes of a relation.
enum Negation {
    /// The sign with the stroke through it.
    static func negated(_ text: String) -> String {
        // Where there is no such sign, the stroke is a combining mark.
        table[text] ?? text + "\u{338}"
    }

    private static let table: [String: String] = {
        let pairs = """
            =≠ <≮ >≯ ∈∉ ∋∌ ≡≢ ∼≁ ≃≄ ≈≉ ≅≇ ≤≰ ≥≱ ≍≭ ≲≴ ≳≵ ≶≸ ≷≹ ≺⊀ ≻⊁ ⊂⊄ ⊃⊅ ⊆⊈ ⊇⊉ ⊑⋢ ⊒⋣ ≼⋠ ≽⋡ ⊢⊬ ⊨⊭ \
            ⊩⊮ ⊲⋪ ⊳⋫ ⊴⋬ ⊵⋭ ∣∤ |∤ ∥∦ ‖∦ ∃∄ ←↚ →↛ ↔↮ ⇐⇍ ⇒⇏ ⇔⇎
            """
        var table: [String: String] = [:]
        for pair in pairs.split(separator: " ") {
            let scalars = pair.unicodeScalars
            guard let plain = scalars.first, let struck = scalars.last else { continue }
            table[String(plain)] = String(struck)
        }
        return table
    }()
}
