/// What people call the parts of a text that have numbers, in words and abbreviations of the languages that the theme
/// speaks and are written with spaces; lower case and without a stop.
///
/// A reference brings its word along, and so does a caption: written by hand as well, it stands there twice.

import Bytes
import Markup

enum LabelWords {
    static func contain(_ word: String, for kind: Label.Kind) -> Bool {
        table[kind]?.contains(word) ?? false
    }

    /// Whether a word stands for a part of any kind.
    static func contain(_ word: String) -> Bool {
        Label.Kind.allCases.contains { contain($0 == .example ? word : word.lowercased(), for: $0) }
    }

    /// Whether a word with a stop behind it is one that is cut short: “the table.” ends a sentence.
    static func isShort(_ word: String) -> Bool { abbreviations.contains(word.lowercased()) }

    private static let abbreviations: Set<String> = [
        "fig", "figs", "abb", "afb", "ill", "tab", "tabs", "tbl", "eq", "eqs", "eqn", "eqns", "gl",
        "éq",
        "ec", "sec", "secs", "sect", "thm", "thms", "lem", "prop", "props", "prp", "cor", "def",
        "defs",
        "ex",
    ]

    private static let table: [Label.Kind: Set<String>] = [
        .figure: [
            "figure", "figures", "fig", "figs", "abbildung", "abbildungen", "abb", "figura",
            "figuras", "figuur",
            "figuren", "afbeelding", "afb", "ilustração", "illustration", "ill",
        ],
        .table: [
            "table", "tables", "tab", "tabs", "tbl", "tabelle", "tabellen", "tableau", "tableaux",
            "tabla",
            "tablas", "cuadro", "tabela", "tabelas", "tabella", "tabel",
        ],
        .equation: [
            "equation", "equations", "eq", "eqs", "eqn", "eqns", "gleichung", "gleichungen", "gl",
            "équation",
            "équations", "éq", "ecuación", "ecuaciones", "ec", "equação", "equações", "equazione",
            "equazioni",
            "vergelijking", "vergelijkingen",
        ],
        .section: [
            "section", "sections", "sec", "secs", "sect", "abschnitt", "abschnitte", "sección",
            "secciones",
            "seção", "seções", "secção", "sezione", "sezioni", "paragraaf", "sectie",
        ],
        .theorem: [
            "theorem", "theorems", "thm", "thms", "satz", "sätze", "théorème", "théorèmes",
            "teorema", "teoremas",
            "teoremi", "stelling",
        ],
        .lemma: ["lemma", "lemmas", "lemmata", "lem", "lemme", "lemmes", "lema", "lemas", "lemmi"],
        .proposition: [
            "proposition", "propositions", "prop", "props", "prp", "proposición", "proposição",
            "proposizione",
            "propositie",
        ],
        .corollary: [
            "corollary", "corollaries", "cor", "korollar", "corollaire", "corolario", "corolário",
            "corollario",
        ],
        .conjecture: [
            "conjecture", "conjectures", "vermutung", "conjetura", "conjectura", "congettura",
            "vermoeden",
        ],
        .assumption: [
            "assumption", "assumptions", "annahme", "hypothèse", "supuesto", "hipótese", "ipotesi",
            "aanname",
        ],
        .definition: [
            "definition", "definitions", "def", "defs", "définition", "définitions", "definición",
            "definição",
            "definizione", "definitie",
        ],
        // In lower case, “for example” comes before one as well.
        .example: [
            "Example", "Examples", "Ex", "Beispiel", "Exemple", "Ejemplo", "Exemplo", "Esempio",
            "Voorbeeld",
        ],
        .remark: [
            "remark", "remarks", "bemerkung", "remarque", "observación", "observação",
            "osservazione", "opmerking",
        ],
    ]
}

/// `Figure 3:`, at the beginning of a text.
struct NumberedLead {
    /// As it is written, with the sign behind the number.
    let written: String
    /// Without a stop.
    let word: String

    /// Reads the beginning of a text; one of `signs`, or the end of the text, stands behind the number.
    init?(_ text: some StringProtocol, before signs: String = ".:|–—") {
        guard Self.mayBegin(text.utf8) else { return nil }
        let word = text.prefix { $0.isLetter || $0 == "." }
        let behind = text[word.endIndex...].drop { $0 == " " || $0 == "\u{A0}" }
        let number = behind.prefix {
            $0.isASCII && ($0.isNumber || $0.isUppercase) || ".-".contains($0)
        }
        let digits = number.filter(\.isNumber)
        guard !word.isEmpty, word.count < 20, behind.startIndex > word.endIndex || word.last == ".",
            (1...6).contains(number.count),
            !digits.isEmpty || number.allSatisfy({ "IVX.".contains($0) })
        else { return nil }
        let rest = text[number.endIndex...].drop { $0 == " " }
        guard rest.isEmpty || number.last == "." || rest.first.map({ signs.contains($0) }) == true
        else { return nil }
        let sign = rest.first.map { signs.contains($0) && $0 != "(" } ?? false
        written = String(
            text[..<(sign ? rest.index(after: rest.startIndex) : number.endIndex)])
        self.word = word.last == "." ? String(word.dropLast()) : String(word)
    }

    /// Whether a digit or a capital stands behind the first word, which few texts have.
    private static func mayBegin(_ text: some Collection<UInt8>) -> Bool {
        func isBetween(_ byte: UInt8) -> Bool {
            byte == UInt8(ascii: " ") || byte == UInt8(ascii: ".")
                // Of U+00A0, and of letters that are in no such word.
                || byte == 0xC2 || byte == 0xA0
        }
        let behind = text.prefix(80).drop { !isBetween($0) }.drop { isBetween($0) }
        guard let byte = behind.first else { return false }
        return byte.isASCIIDigit || byte == UInt8(ascii: "-")
            || byte.isASCIILetter && byte & 0x20 == 0
    }

    func isOf(_ kind: Label.Kind) -> Bool {
        LabelWords.contain(kind == .example ? word : word.lowercased(), for: kind)
    }
}
