/// The quotation marks of a language.
///
/// As Unicode's CLDR has them (`delimiters`); with the space that French sets inside of them, which no
/// line may break at.
package struct QuotationMarks: Hashable, Sendable {
    package let opening: String
    package let closing: String
    /// For a quotation within a quotation.
    package let innerOpening: String
    package let innerClosing: String

    private init(_ outer: (String, String), _ inner: (String, String)) {
        (opening, closing) = outer
        (innerOpening, innerClosing) = inner
    }

    package static let english = QuotationMarks(high, single)

    private static let high = ("“", "”")
    private static let single = ("‘", "’")
    private static let low = ("„", "“")
    private static let lowHigh = ("„", "”")
    private static let pointed = ("«", "»")
    /// U+202F, narrow and without a break.
    private static let spaced = ("«\u{202F}", "\u{202F}»")

    /// Those of any language.
    static let all: Set<Unicode.Scalar> = ["“", "”", "„", "‘", "’", "‚", "«", "»", "‹", "›"]

    /// The marks of a language tag (BCP 47); the English ones for a language that is not known here.
    package init(language tag: String) {
        guard tag != "en" else {
            self = .english
            return
        }
        let language = tag.lowercased()
        let marks: [String: QuotationMarks] = Self.known
        let primary = String(language.prefix { $0 != "-" })
        self = marks[language] ?? marks[primary] ?? .english
    }

    private static let known: [String: QuotationMarks] = {
        let german = QuotationMarks(low, ("‚", "‘"))
        let french = QuotationMarks(spaced, spaced)
        let romance = QuotationMarks(pointed, high)
        let swedish = QuotationMarks(("”", "”"), ("’", "’"))
        let slavic = QuotationMarks(pointed, low)
        let norwegian = QuotationMarks(pointed, single)
        return [
            "de": german, "cs": german, "sk": german, "sl": german, "is": german,
            "de-ch": QuotationMarks(pointed, ("‹", "›")), "fr": french,
            "es": romance, "it": romance, "ca": romance, "el": romance, "pt-pt": romance,
            "ru": slavic, "uk": slavic, "nb": norwegian, "nn": norwegian, "no": norwegian,
            "pl": QuotationMarks(lowHigh, pointed), "ro": QuotationMarks(lowHigh, pointed),
            "hu": QuotationMarks(lowHigh, ("»", "«")), "sv": swedish, "fi": swedish,
        ]
    }()

    /// A text without the spaces that belong to the marks, whatever spaces they have become: an anchor
    /// is the same in any language.
    package func withoutSpaces(in text: String) -> String {
        guard opening.unicodeScalars.count > 1 else { return text }
        var result = text
        for space in ["\u{202F}", " "] {
            result = result.replacing("«" + space, with: "«").replacing(space + "»", with: "»")
        }
        return result
    }
}
