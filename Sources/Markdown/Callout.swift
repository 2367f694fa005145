import Markup

/// The kinds of `> [!KIND]`.
enum Callout: String, CaseIterable {
    case note, tip, important, warning, caution, summary, definition
    case theorem, lemma, proposition, corollary, conjecture, assumption, example, remark, proof

    /// The kind for a word that other programs have for one (Obsidian, Quarto, MyST, Docusaurus).
    static func meant(by word: String) -> Callout? {
        switch word.lowercased() {
        case "info", "seealso", "see", "aside", "todo", "comment", "question", "faq", "help": .note
        case "abstract", "tldr", "keypoints": .summary
        case "hint", "success", "check", "done", "recommendation": .tip
        case "danger", "error", "failure", "fail", "missing", "bug": .caution
        case "attention", "alert": .warning
        case "key", "highlight": .important
        case "hypothesis", "condition", "axiom", "postulate": .assumption
        case "claim", "fact": .proposition
        case "exercise", "case": .example
        case "term", "glossary": .definition
        default: nil
        }
    }

    /// What it is called above its text.
    var word: Word {
        switch self {
        case .note: .note
        case .tip: .tip
        case .important: .important
        case .warning: .warning
        case .caution: .caution
        case .summary: .summary
        case .definition: .definition
        case .theorem: .theorem
        case .lemma: .lemma
        case .proposition: .proposition
        case .corollary: .corollary
        case .conjecture: .conjecture
        case .assumption: .assumption
        case .example: .example
        case .remark: .remark
        case .proof: .proof
        }
    }

    /// Roles of DPUB-ARIA where one fits.
    ///
    /// None of them is a landmark: a page may have many callouts with one title.
    var role: StaticString {
        switch self {
        case .note, .summary, .definition, .remark: "note"
        case .tip: "doc-tip"
        case .important, .warning, .caution: "doc-notice"
        case .example: "doc-example"
        case .theorem, .lemma, .proposition, .corollary, .conjecture, .assumption, .proof: "group"
        }
    }

    /// What a label makes of it: "Theorem 2", which the text can refer to.
    var labelKind: Label.Kind? { Label.Kind.allCases.first { $0.word == word } }

    /// Whether its title is a name beside the word, as in "Theorem (Bayes)".
    ///
    /// Other titles stand in place of the word.
    var isNamed: Bool { labelKind != nil && self != .definition }
}
