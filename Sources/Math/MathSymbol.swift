/// One sign of a formula: a letter, a number, an operator, or a word set as one.
struct MathSymbol: Hashable, Sendable {
    /// The MathML element that it becomes.
    enum Element: Sendable {
        /// `mi`, slanted by the browser when it is a single letter.
        case identifier
        /// `mi` that stays upright.
        case upright
        /// `mn`
        case number
        /// `mo`
        case mark
    }

    var text: String
    var element: Element
    var atomClass: AtomClass
    /// Where its scripts stand.
    var limits = ScriptPlacement.beside
    /// More space at both sides than its class has.
    var margin = Ems.zero

    init(
        _ text: String, _ element: Element, _ atomClass: AtomClass = .ordinary,
        limits: ScriptPlacement = .beside
    ) {
        self.text = text
        self.element = element
        self.atomClass = atomClass
        self.limits = limits
    }
}

/// Where scripts stand.
enum ScriptPlacement: Sendable {
    /// At the right, as exponents and indices do.
    case beside
    /// Below and above in displayed formulas, else at the right (`\sum`).
    case limitsInDisplay
    /// Below and above (`\limits`).
    case limits
}
