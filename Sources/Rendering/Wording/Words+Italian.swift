/// Italian.

import Bibliography

extension Words {
    static let italian = Words(
        skipToMain: "Vai al contenuto",
        skipToSecondary: "Vai alla navigazione secondaria",
        mainNavigation: "Navigazione principale",
        secondaryNavigation: "Navigazione secondaria",
        breadcrumb: "Percorso",
        home: "Home",
        search: "Cerca",
        searchFor: "Cerca nelle pubblicazioni",
        searching: "Ricerca in corso…",
        searchUnavailable:
            "Qui non si può cercare. L’archivio contiene tutto ciò che è pubblicato.",
        noResults: "Nessun risultato per queste parole.",
        topics: "Temi",
        people: "Persone",
        acknowledgements: "Ringraziamenti",
        archive: "Archivio",
        works: "Opere citate",
        atomFeed: "Feed Atom",
        partOf: "Parte di",
        textLicense: "Testo:",
        license: "Licenza:",
        draft: "Bozza",
        withdrawn: "Ritirato",
        isDraft: "Questa pagina è una bozza.",
        hasDrafts: "Questo sito contiene bozze.",
        doNotShare: "Non citarla né diffonderla.",
        wasWithdrawn: "Questa pubblicazione è stata ritirata.",
        otherLanguages: "Altre lingue:",
        original: "originale",
        contents: "Indice",
        revised: "aggiornato il",
        version: "Versione",
        seeSection: "Vai alla sezione.",
        references: "Riferimenti bibliografici",
        backToCitation: "Torna alla citazione",
        citedHere: "Dove è citato",
        funding: "Finanziamenti",
        award: "finanziamento n.",
        contributions: "Contributi",
        revisions: "Revisioni",
        citeThis: "Come citare",
        contributedEqually: "Hanno contribuito in egual misura:",
        correspondence: "Corrispondenza:",
        citeSection: "Una sezione",
        citeSectionHint: "Nominare la sezione nel testo e darne l’indirizzo, che è stabile:",
        citeWhole: "Citare l’intero testo",
        more: "Altro",
        citedBy: "Citato da",
        related: "Correlati",
        publications: "Pubblicazioni",
        latest: "Ultime pubblicazioni",
        featured: "In evidenza",
        topic: "Tema",
        alsoCalled: "Detto anche",
        withinTopic: "All’interno di questo tema",
        relatedTopics: "Temi correlati",
        besideTopic: "Accanto a questo tema",
        topicFeed: "Feed di questo tema",
        allTopics: "Tutti i temi",
        wrote: "Ha scritto",
        helpedWith: "Ha aiutato con",
        isCited: "È citato in",
        cites: "cita",
        website: "Sito web",
        personFeed: "Feed di questo autore",
        citedWork: "Opera citata",
        pdf: "PDF",
        thankYou: "Grazie.",
        notFound: "Pagina non trovata",
        nothingHere:
            "A questo indirizzo non c’è nulla. Queste pagine portano a tutto ciò che è pubblicato:",
        moved: "Questa pagina è stata spostata",
        movedSection: "Questa sezione è stata spostata",
        pages: "Pagine",
        newer: "Più recenti",
        older: "Meno recenti",
        copy: "Copia",
        copied: "Copiato",
        save: "Salva",
        kinds: Kinds(
            essay: "Saggio", report: "Rapporto", paper: "Articolo", brief: "Nota di sintesi",
            news: "Notizia", talk: "Intervento", page: "Pagina"),
        revisionKinds: RevisionKinds(
            typo: "Refuso", clarification: "Chiarimento", correction: "Correzione",
            retraction: "Ritrattazione"),
        dialect: Dialect(
            note: "Nota", tip: "Consiglio", important: "Importante", warning: "Avvertenza",
            caution: "Attenzione", summary: "Sommario", definition: "Definizione",
            theorem: "Teorema", lemma: "Lemma", proposition: "Proposizione",
            corollary: "Corollario", conjecture: "Congettura", example: "Esempio",
            remark: "Osservazione", proof: "Dimostrazione",
            figure: "Figura", table: "Tabella", equation: "Equazione", section: "Sezione",
            notes: "Note", permalink: "Link permanente", backToReference: "Torna al richiamo",
            downloadData: "Scarica i dati"),
        citation: .italian,
        conjunction: Conjunction(pair: " e ", middle: ", ", last: " e "),
        publicationCount: { publications($0) },
        allPublications: {
            $0 == 1 ? "La pubblicazione per anno" : "Tutte le \($0) pubblicazioni per anno"
        },
        pageOf: { "Pagina \($0) di \($1)" },
        partOfSeries: { "Parte \($0) di \($1)" },
        citedByCount: { "Citato da \(publications($0))" },
        andMore: { $0 == 1 ? "e 1 altro" : "e altri \($0)" },
        helpers: { people, count in
            (people == 1 ? "Una persona ha" : "\(people) persone hanno") + " contribuito a "
                + publications(count) + "."
        },
        forReason: { "per \($0)" },
        thank: { people, reason in
            "Ringraziamo \(people)\(reason.map { " per \($0)" } ?? "")."
        },
        alsoAbout: { "Anche su \($0)" }, alsoBy: { "Anche di \($0)" }, linked: "Collegato")

    private static func publications(_ count: Int) -> String {
        count == 1 ? "1 pubblicazione" : "\(count) pubblicazioni"
    }
}
