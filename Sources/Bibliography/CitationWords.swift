/// What citations and references say in words, in one language.
///
/// A value with every word in it, like those of the theme: a language that lacks one does not compile. The
/// words that stand between names carry their own spaces, since not every language has any.

import Markup

package struct CitationWords: Sendable {
    /// What stands before the last of several names.
    struct Joint: Sendable {
        /// Of two.
        let pair: String
        /// Of three or more.
        let last: String

        init(pair: String, last: String) {
            self.pair = pair
            self.last = last
        }

        /// The same of any number.
        init(_ words: String) { self.init(pair: words, last: words) }
    }

    /// "Lee and Cruz argue".
    let inSentence: Joint
    /// "(Lee & Cruz, 2020)".
    let inParentheses: Joint
    /// In the list: "Lee, & Cruz".
    let inReference: Joint
    /// Between names that neither of these stands between, and before the year.
    let comma: String
    /// Behind one name, and behind several.
    let andOthers: Joint
    let noDate: String
    /// Behind the name of one who edits, and of several.
    let editor: String
    let editors: String
    /// Behind the names of those who translated, in parentheses with them.
    let translator: String
    /// When what was translated or republished first appeared.
    let original: @Sendable (_ years: String) -> String
    /// In place of the last year of what goes on.
    let present: String
    /// Before a year that is known roughly, with the space behind it.
    let circa: String
    let decade: @Sendable (_ year: String) -> String
    /// The hundred years of which one is known to be it, by their ordinal: 19 for 1800 to 1899.
    let century: @Sendable (_ number: Int) -> String
    /// Years before our era; and of it, where both stand together.
    let era: @Sendable (_ years: String, _ isBefore: Bool) -> String
    /// Before the title of what holds a chapter.
    let within: String
    let edition: @Sendable (Edition) -> String
    let volume: @Sendable (String) -> String
    /// Of a work in several, all of them: "1–4".
    let volumes: @Sendable (String) -> String
    let number: @Sendable (String) -> String
    let pages: @Sendable (String) -> String
    /// A thesis of which nobody says for what degree.
    let thesis: String
    /// A thesis for a doctorate, and one for a master's degree.
    let dissertation: String
    let mastersThesis: String
    /// Stands in the place of the school.
    let unpublished: String
    /// The date of what appears on a day; the year may have a letter.
    let date: @Sendable (_ year: String, _ month: Int, _ day: Int?) -> String
    /// A section, by its heading.
    package let section: @Sendable (String) -> String
    /// What the places in a work are called, besides what they are called in English; lower case.
    let places: [String: LocatorText.Label]
    /// Words between the numbers of places, besides those of English.
    let connectors: Set<String>
}

extension CitationWords {
    package static let english = CitationWords(
        inSentence: Joint(pair: " and ", last: ", and "),
        inParentheses: Joint(pair: " & ", last: ", & "),
        inReference: Joint(", & "),
        comma: ", ", andOthers: Joint(pair: " et al.", last: ", et al."), noDate: "n.d.",
        editor: "(Ed.)", editors: "(Eds.)", translator: "Trans.",
        original: { "Original work published \($0)" }, present: "present", circa: "ca. ",
        decade: { "\($0)s" },
        century: { "\($0 - 1)00s" },
        era: { "\($0) \($1 ? "BCE" : "CE")" },
        within: "In ",
        edition: { $0.written("ed.") { "\(Edition.ordinal($0)) ed." } }, volume: { "Vol. \($0)" },
        volumes: { "Vols. \($0)" },
        number: { "No. \($0)" },
        pages: { "pp. \($0)" }, thesis: "Thesis",
        dissertation: "Doctoral dissertation", mastersThesis: "Master’s thesis",
        unpublished: "unpublished",
        date: { year, month, day in
            "\(year), \(Moment.name(ofMonth: month, language: "en"))\(day.map { " \($0)" } ?? "")"
        },
        section: { "Section “\($0)”" }, places: [:], connectors: [])

    package static let arabic = CitationWords(
        inSentence: Joint(" و"),
        inParentheses: Joint(" و"),
        inReference: Joint("، و"),
        comma: "، ", andOthers: Joint(" وآخرون"), noDate: "د.ت.",
        editor: "(محرر)", editors: "(محررون)", translator: "ترجمة",
        original: { "نُشر العمل الأصلي عام \($0)" }, present: "الآن", circa: "نحو ",
        decade: { "عقد \($0)" },
        century: { "القرن \($0)" },
        era: { "\($0) \($1 ? "ق.م." : "م.")" },
        within: "في ",
        edition: { "ط. " + $0.written { "\($0)" } }, volume: { "المجلد \($0)" },
        volumes: { "المجلدات \($0)" },
        number: { "رقم \($0)" },
        pages: { "ص \($0)" }, thesis: "أطروحة",
        dissertation: "أطروحة دكتوراه", mastersThesis: "رسالة ماجستير", unpublished: "غير منشورة",
        date: { year, month, day in
            "\(year)، \(day.map { "\($0) " } ?? "")\(Moment.name(ofMonth: month, language: "ar"))"
        },
        section: { "القسم «\($0)»" },
        places: labels(
            page: ["ص", "صفحة", "الصفحة", "الصفحات"], section: ["قسم", "القسم", "الأقسام"],
            other: ["فصل", "الفصل", "الشكل", "الجدول", "الملحق", "الجزء"]),
        connectors: ["و", "إلى", "أو", "انظر", "أيضا"])

    /// What places are called, in lower case and without a stop.
    static func labels(
        page: [String] = [], section: [String] = [], other: [String] = []
    ) -> [String: LocatorText.Label] {
        var labels: [String: LocatorText.Label] = [:]
        for name in page { labels[name] = .page }
        for name in section { labels[name] = .section }
        for name in other { labels[name] = .other }
        return labels
    }

    /// What kind of thesis it is.
    func name(of thesis: Thesis?) -> String {
        switch thesis {
        case .doctoral: dissertation
        case .masters: mastersThesis
        case .named(let text): text
        case nil: self.thesis
        }
    }
}
