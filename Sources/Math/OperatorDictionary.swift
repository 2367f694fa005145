/// What browsers do with operators by themselves: the spaces and the growth of MathML Core's
/// operator dictionary, for the operators that can come up here.
///
/// Measured in a browser, since what counts is where an operator stands and not what forms it has.
enum OperatorDictionary {
    /// Where an operator stands in its row.
    enum Form { case prefix, infix, postfix }

    /// The spaces at both sides of an operator that says nothing about them.
    static func spaces(
        of text: String, _ form: Form
    ) -> (left: Ems, right: Ems) {
        switch kind(of: text) {
        case .tight: return (.zero, .zero)
        case .comma: return (.zero, .thin)
        case .thin: return (.thin, .thin)
        case .medium: return (.medium, .medium)
        case .sign: return form == .prefix ? (.zero, .zero) : (.medium, .medium)
        case .bar: return form == .infix ? (.thick, .thick) : (.zero, .zero)
        case .tilde: return form == .prefix ? (.zero, .zero) : (.thick, .thick)
        case .root: return (.thin, .zero)
        case .other: return (.thick, .thick)
        }
    }

    /// Whether an operator grows with the row it stands in.
    static func grows(_ text: String, _ form: Form) -> Bool {
        text == "|" ? form != .infix : growing.contains(text)
    }

    /// Whether an operator is a sign that can stand before a number or between two.
    static func isSign(_ text: String) -> Bool { kind(of: text) == .sign }

    /// Whether spaces depend on where an operator stands, or on what it says of itself.
    static func dependsOnForm(_ text: String) -> Bool {
        switch kind(of: text) {
        case .sign, .bar, .tilde: true
        case .tight, .comma, .thin, .medium, .root, .other: false
        }
    }

    private enum Kind {
        case tight, comma, thin, medium, sign, bar, tilde, root, other
    }

    private static func kind(of text: String) -> Kind { kinds[text] ?? .other }

    private static let kinds: [String: Kind] = {
        let groups: [(String, Kind)] = [
            ("()[]{}⌈⌉⌊⌋⟦⟧⟨⟩⟮⟯!\"&'\\_`¬′″‴‵∀∁∃∄∠∡∢∴∵⌢⌣\u{2061}", .tight),
            (",:;", .comma),
            ("*.?@·×•∗∘∙≀⊗⊙⊚⊛⊠⊡⊺⋄⋅⋆⋇⋉⋊⋋⋌⌅⌆⨿∏∐∑∫∬∭∮∯∰⋀⋁⋂⋃⨀⨁⨂⨄⨆⨌", .thin),
            ("/÷∔∖∧∨∩∪⊌⊎⊓⊔⊕⊖⊘⊝⊞⊟⊻⋎⋏⋒⋓", .medium),
            ("+-−±∓", .sign), ("|‖", .bar), ("∼", .tilde), ("√", .root),
        ]
        var kinds: [String: Kind] = [:]
        for (texts, kind) in groups {
            for scalar in texts.unicodeScalars { kinds[String(scalar)] = kind }
        }
        return kinds
    }()

    private static let growing = Set(
        "()[]{}‖⌈⌉⌊⌋⟦⟧⟨⟩⟮⟯↑↓↕⇑⇓⇕↰↱↾↿⇂⇃⇈⇊".unicodeScalars.map { String($0) })
}
