/// Raised and lowered letters that Unicode has, for the `<sup>` and `<sub>` of short texts.
enum ScriptCharacters {
    static func of(_ character: Character, isRaised: Bool) -> String? {
        (isRaised ? raised : lowered)[character].map { String($0) }
    }

    private static let raised = table(
        "0123456789+-=()nithsrdaoe", "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁼⁽⁾ⁿⁱᵗʰˢʳᵈᵃᵒᵉ")
    private static let lowered = table("0123456789+-=()aeox", "₀₁₂₃₄₅₆₇₈₉₊₋₌₍₎ₐₑₒₓ")

    private static func table(_ plain: String, _ script: String) -> [Character: Character] {
        Dictionary(zip(plain, script), uniquingKeysWith: { a, _ in a })
    }
}
