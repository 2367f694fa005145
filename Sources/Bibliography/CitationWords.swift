/// What citations and references say in words, in one language.
///
/// A value with every word in it, like those of the theme: a language that lacks one does not compile. The
/// words that stand between names carry their own spaces, since not every language has any.

import Markup

package struct CitationWords: Sendable {
    /// What stands before the last of several names.
    package struct Joint: Sendable {
        /// Of two.
        let pair: String
        /// Of three or more.
        let last: String

        package init(pair: String, last: String) {
            self.pair = pair
            self.last = last
        }
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
    /// Before the title of what holds a chapter.
    let within: String
    let edition: @Sendable (Edition) -> String
    let volume: @Sendable (String) -> String
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
        inReference: Joint(pair: ", & ", last: ", & "),
        comma: ", ", andOthers: Joint(pair: " et al.", last: ", et al."), noDate: "n.d.",
        editor: "(Ed.)", editors: "(Eds.)", within: "In ",
        edition: { $0.written("ed.") { "\(Edition.ordinal($0)) ed." } }, volume: { "Vol. \($0)" },
        number: { "No. \($0)" },
        pages: { "pp. \($0)" }, thesis: "Thesis",
        dissertation: "Doctoral dissertation", mastersThesis: "Master’s thesis",
        unpublished: "unpublished",
        date: { year, month, day in
            "\(year), \(Moment.name(ofMonth: month, language: "en"))\(day.map { " \($0)" } ?? "")"
        },
        section: { "Section “\($0)”" }, places: [:], connectors: [])

    package static let german = CitationWords(
        inSentence: Joint(pair: " und ", last: " und "),
        inParentheses: Joint(pair: " & ", last: " & "),
        inReference: Joint(pair: " & ", last: " & "),
        comma: ", ", andOthers: Joint(pair: " et al.", last: " et al."), noDate: "o. D.",
        editor: "(Hrsg.)", editors: "(Hrsg.)", within: "In ",
        edition: { $0.written("Aufl.") { "\($0). Aufl." } }, volume: { "Bd. \($0)" },
        number: { "Nr. \($0)" }, pages: { "S. \($0)" }, thesis: "Hochschulschrift",
        dissertation: "Dissertation", mastersThesis: "Masterarbeit",
        unpublished: "unveröffentlicht",
        date: { year, month, day in
            "\(year), \(day.map { "\($0). " } ?? "")\(Moment.name(ofMonth: month, language: "de"))"
        },
        section: { "Abschnitt „\($0)“" },
        places: labels(
            page: ["s", "seite", "seiten"],
            section: ["abschn", "abschnitt", "abschnitte", "abschnitten"],
            other: [
                "kap", "kapitel", "abb", "abbildung", "tab", "tabelle", "anm", "anhang", "bd",
                "teil",
            ]), connectors: ["und", "bis", "oder", "siehe", "auch"])

    package static let french = CitationWords(
        inSentence: Joint(pair: " et ", last: " et "),
        inParentheses: Joint(pair: " et ", last: " et "),
        inReference: Joint(pair: " et ", last: " et "),
        comma: ", ", andOthers: Joint(pair: " et al.", last: " et al."), noDate: "s. d.",
        editor: "(dir.)", editors: "(dir.)", within: "Dans ",
        edition: { $0.written("éd.") { "\($0)\($0 == 1 ? "re" : "e") éd." } },
        volume: { "vol. \($0)" },
        number: { "nº \($0)" }, pages: { "p. \($0)" }, thesis: "Thèse",
        dissertation: "Thèse de doctorat", mastersThesis: "Mémoire de master",
        // “Inédit” alone would have to agree with what it stands behind.
        unpublished: "document inédit",
        date: { year, month, day in
            let day = day.map { $0 == 1 ? "1er " : "\($0) " } ?? ""
            return "\(year), \(day)\(Moment.name(ofMonth: month, language: "fr"))"
        },
        section: { "Section « \($0) »" },
        places: labels(other: ["chapitre", "chapitres", "tableau", "annexe", "partie"]),
        connectors: ["et", "à", "ou", "voir", "aussi"])

    package static let spanish = CitationWords(
        inSentence: Joint(pair: " y ", last: " y "),
        inParentheses: Joint(pair: " y ", last: " y "),
        inReference: Joint(pair: " y ", last: " y "),
        comma: ", ", andOthers: Joint(pair: " et al.", last: " et al."), noDate: "s. f.",
        editor: "(Ed.)", editors: "(Eds.)", within: "En ",
        edition: { $0.written("ed.") { "\($0).ª ed." } }, volume: { "Vol. \($0)" },
        number: { "N.º \($0)" }, pages: { "pp. \($0)" }, thesis: "Tesis",
        dissertation: "Tesis doctoral", mastersThesis: "Tesis de maestría", unpublished: "inédita",
        date: { year, month, day in
            "\(year), \(day.map { "\($0) de " } ?? "")\(Moment.name(ofMonth: month, language: "es"))"
        },
        section: { "Sección «\($0)»" },
        places: labels(
            page: ["pág", "págs", "página", "páginas"],
            section: ["secc", "sección", "secciones", "apartado", "apartados"],
            other: ["cap", "capítulo", "capítulos", "tabla", "figura", "nota", "anexo", "parte"]),
        connectors: ["y", "a", "o", "véase", "también"])

    package static let arabic = CitationWords(
        inSentence: Joint(pair: " و", last: " و"),
        inParentheses: Joint(pair: " و", last: " و"),
        inReference: Joint(pair: "، و", last: "، و"),
        comma: "، ", andOthers: Joint(pair: " وآخرون", last: " وآخرون"), noDate: "د.ت.",
        editor: "(محرر)", editors: "(محررون)", within: "في ",
        edition: arabicEdition, volume: { "المجلد \($0)" }, number: { "رقم \($0)" },
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

    package static let japanese = CitationWords(
        inSentence: Joint(pair: "・", last: "・"), inParentheses: Joint(pair: "・", last: "・"),
        inReference: Joint(pair: "・", last: "・"),
        comma: ", ", andOthers: Joint(pair: "ほか", last: "ほか"), noDate: "発行年不明",
        editor: "（編）", editors: "（編）", within: "",
        edition: japaneseEdition, volume: { "第\($0)巻" },
        number: { "No. \($0)" }, pages: { "pp. \($0)" }, thesis: "学位論文",
        dissertation: "博士論文", mastersThesis: "修士論文", unpublished: "未公刊",
        date: { year, month, day in "\(year)年\(month)月\(day.map { "\($0)日" } ?? "")" },
        section: { "「\($0)」の節" },
        places: labels(page: ["頁", "ページ"], section: ["節"], other: ["章", "図", "表"]),
        connectors: ["と", "から"])

    private static func labels(
        page: [String] = [], section: [String] = [], other: [String] = []
    ) -> [String: LocatorText.Label] {
        var labels: [String: LocatorText.Label] = [:]
        for name in page { labels[name] = .page }
        for name in section { labels[name] = .section }
        for name in other { labels[name] = .other }
        return labels
    }

    private static func arabicEdition(_ edition: Edition) -> String {
        switch edition {
        case .number(let number): "ط. \(number)"
        case .named(let text): "ط. \(text)"
        }
    }

    private static func japaneseEdition(_ edition: Edition) -> String {
        switch edition {
        case .number(let number): "第\(number)版"
        case .named(let text): text
        }
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
