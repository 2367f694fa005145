/// What stands above or below the line, in a text that has no markup.
enum RaisedText {
    private static let above: [Character: Character] = [
        "0": "⁰", "1": "¹", "2": "²", "3": "³", "4": "⁴", "5": "⁵", "6": "⁶", "7": "⁷", "8": "⁸",
        "9": "⁹", "+": "⁺", "-": "⁻", "−": "⁻", "–": "⁻", "n": "ⁿ", "i": "ⁱ",
    ]
    private static let below: [Character: Character] = [
        "0": "₀", "1": "₁", "2": "₂", "3": "₃", "4": "₄", "5": "₅", "6": "₆", "7": "₇", "8": "₈",
        "9": "₉", "+": "₊", "-": "₋", "−": "₋", "–": "₋",
    ]

    /// `10⁻³` and `H₂O`: with the signs that Unicode has for it; `nil` where it has not all of them.
    static func signs(_ text: String, isAbove: Bool) -> String? {
        var signs = ""
        for character in text {
            guard let sign = (isAbove ? above : below)[character] else { return nil }
            signs.append(sign)
        }
        return signs
    }
}
