/// German and Dutch.

import Markup

extension CitationWords {
    package static let german = CitationWords(
        inSentence: Joint(" und "),
        inParentheses: Joint(" & "),
        inReference: Joint(" & "),
        comma: ", ", andOthers: Joint(" et al."), noDate: "o. D.",
        editor: "(Hrsg.)", editors: "(Hrsg.)", translator: "Übers.",
        original: { "Original veröffentlicht \($0)" }, present: "heute", circa: "ca. ",
        decade: { "\($0)er" },
        century: { "\($0). Jh." },
        era: { "\($0) \($1 ? "v. Chr." : "n. Chr.")" },
        within: "In ",
        edition: { $0.written("Aufl.") { "\($0). Aufl." } }, volume: { "Bd. \($0)" },
        volumes: { "Bde. \($0)" },
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

    package static let dutch = CitationWords(
        inSentence: Joint(" en "),
        inParentheses: Joint(" & "),
        inReference: Joint(" & "),
        comma: ", ", andOthers: Joint(" et al."), noDate: "z.d.",
        editor: "(Red.)", editors: "(Reds.)", translator: "Vert.",
        original: { "Oorspronkelijk werk gepubliceerd \($0)" }, present: "heden", circa: "ca. ",
        decade: { "jaren \($0)" },
        century: { "\($0)e eeuw" },
        era: { "\($0) \($1 ? "v.Chr." : "n.Chr.")" },
        within: "In ",
        edition: { $0.written("druk") { "\($0)e druk" } }, volume: { "Deel \($0)" },
        volumes: { "Delen \($0)" },
        number: { "Nr. \($0)" }, pages: { "pp. \($0)" }, thesis: "Scriptie",
        dissertation: "Proefschrift", mastersThesis: "Masterscriptie",
        unpublished: "ongepubliceerd",
        date: { year, month, day in
            "\(year), \(day.map { "\($0) " } ?? "")\(Moment.name(ofMonth: month, language: "nl"))"
        },
        section: { "Paragraaf ‘\($0)’" },
        places: labels(
            page: ["blz", "bladzijde", "bladzijden", "pagina", "pagina’s"],
            section: ["par", "paragraaf", "paragrafen"],
            other: ["hfst", "hoofdstuk", "afb", "figuur", "tabel", "noot", "bijlage", "deel"]),
        connectors: ["en", "tot", "of", "zie", "ook"])
}
