/// French, Italian, Portuguese and Spanish.

import Markup

extension CitationWords {
    package static let french = CitationWords(
        inSentence: Joint(" et "),
        inParentheses: Joint(" et "),
        inReference: Joint(" et "),
        comma: ", ", andOthers: Joint(" et al."), noDate: "s. d.",
        editor: "(dir.)", editors: "(dir.)", translator: "trad.",
        original: { "Ouvrage original publié en \($0)" }, present: "présent", circa: "ca ",
        decade: { "années \($0)" },
        century: { "\(roman($0))\($0 == 1 ? "er" : "e") siècle" },
        era: { "\($0) \($1 ? "av. J.-C." : "apr. J.-C.")" },
        within: "Dans ",
        edition: { $0.written("éd.") { "\($0)\($0 == 1 ? "re" : "e") éd." } },
        volume: { "vol. \($0)" },
        volumes: { "vol. \($0)" },
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

    package static let italian = CitationWords(
        inSentence: Joint(" e "),
        inParentheses: Joint(" e "),
        inReference: Joint(" e "),
        comma: ", ", andOthers: Joint(" et al."), noDate: "s.d.",
        editor: "(a cura di)", editors: "(a cura di)", translator: "trad.",
        original: { "Opera originale pubblicata nel \($0)" }, present: "presente", circa: "ca. ",
        decade: { "anni \($0)" },
        century: { "\(roman($0)) secolo" },
        era: { "\($0) \($1 ? "a.C." : "d.C.")" },
        within: "In ",
        edition: { $0.written("ed.") { "\($0)ª ed." } }, volume: { "Vol. \($0)" },
        volumes: { "Voll. \($0)" },
        number: { "N. \($0)" }, pages: { "pp. \($0)" }, thesis: "Tesi",
        dissertation: "Tesi di dottorato", mastersThesis: "Tesi di laurea magistrale",
        unpublished: "inedita",
        date: { year, month, day in
            let day = day.map { $0 == 1 ? "1º " : "\($0) " } ?? ""
            return "\(year), \(day)\(Moment.name(ofMonth: month, language: "it"))"
        },
        section: { "Sezione «\($0)»" },
        places: labels(
            page: ["pag", "pagina", "pagine"], section: ["sez", "sezione", "sezioni"],
            other: [
                "cap", "capitolo", "capitoli", "tabella", "figura", "nota", "allegato", "parte",
            ]
        ), connectors: ["e", "a", "o", "vedi", "anche"])

    package static let portuguese = CitationWords(
        inSentence: Joint(" e "),
        inParentheses: Joint(" & "),
        inReference: Joint(" & "),
        comma: ", ", andOthers: Joint(" et al."), noDate: "s.d.",
        editor: "(Org.)", editors: "(Orgs.)", translator: "Trad.",
        original: { "Obra original publicada em \($0)" }, present: "presente", circa: "ca. ",
        decade: { "década de \($0)" },
        century: { "século \(roman($0))" },
        era: { "\($0) \($1 ? "a.C." : "d.C.")" },
        within: "Em ",
        edition: { $0.written("ed.") { "\($0).ª ed." } }, volume: { "Vol. \($0)" },
        volumes: { "Vols. \($0)" },
        number: { "N.º \($0)" }, pages: { "pp. \($0)" }, thesis: "Tese",
        dissertation: "Tese de doutorado", mastersThesis: "Dissertação de mestrado",
        unpublished: "inédita",
        date: { year, month, day in
            "\(year), \(day.map { "\($0) de " } ?? "")\(Moment.name(ofMonth: month, language: "pt"))"
        },
        section: { "Seção “\($0)”" },
        places: labels(
            page: ["pág", "págs", "página", "páginas"],
            section: ["seç", "seção", "seções", "secção", "secções"],
            other: ["cap", "capítulo", "capítulos", "tabela", "figura", "nota", "anexo", "parte"]),
        connectors: ["e", "a", "ou", "ver", "também"])

    package static let spanish = CitationWords(
        inSentence: Joint(" y "),
        inParentheses: Joint(" y "),
        inReference: Joint(" y "),
        comma: ", ", andOthers: Joint(" et al."), noDate: "s. f.",
        editor: "(Ed.)", editors: "(Eds.)", translator: "Trad.",
        original: { "Obra original publicada en \($0)" }, present: "presente", circa: "ca. ",
        decade: { "década de \($0)" },
        century: { "siglo \(roman($0))" },
        era: { "\($0) \($1 ? "a. C." : "d. C.")" },
        within: "En ",
        edition: { $0.written("ed.") { "\($0).ª ed." } }, volume: { "Vol. \($0)" },
        volumes: { "Vols. \($0)" },
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
}

/// A number as centuries have it: `XIX`.
private func roman(_ number: Int) -> String {
    let signs = [(10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I")]
    var rest = number
    var text = ""
    for (value, sign) in signs {
        while rest >= value {
            text += sign
            rest -= value
        }
    }
    return text
}
