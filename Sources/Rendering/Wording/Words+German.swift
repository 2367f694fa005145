/// German.

import Bibliography

extension Words {
    static let german = Words(
        skipToMain: "Zum Inhalt springen",
        skipToSecondary: "Zur Nebennavigation springen",
        mainNavigation: "Hauptnavigation",
        secondaryNavigation: "Nebennavigation",
        breadcrumb: "Pfad",
        home: "Start",
        search: "Suche",
        searchFor: "In den Veröffentlichungen suchen",
        searching: "Suche läuft …",
        searchUnavailable:
            "Hier kann nicht gesucht werden. Das Archiv verzeichnet alles, was veröffentlicht ist.",
        noResults: "Zu diesen Wörtern wurde nichts gefunden.",
        topics: "Themen",
        people: "Personen",
        acknowledgements: "Danksagungen",
        archive: "Archiv",
        works: "Zitierte Werke",
        atomFeed: "Atom-Feed",
        partOf: "Teil von",
        textLicense: "Text:",
        license: "Lizenz:",
        draft: "Entwurf",
        withdrawn: "Zurückgezogen",
        isDraft: "Diese Seite ist ein Entwurf.",
        hasDrafts: "Diese Website enthält Entwürfe.",
        doNotShare: "Bitte nicht zitieren oder weitergeben.",
        wasWithdrawn: "Diese Veröffentlichung wurde zurückgezogen.",
        otherLanguages: "Andere Sprachen:",
        original: "Original",
        contents: "Inhalt",
        revised: "überarbeitet",
        version: "Version",
        seeSection: "Zum Abschnitt.",
        references: "Literatur",
        backToCitation: "Zurück zur Zitatstelle",
        citedHere: "Wo es zitiert wird",
        funding: "Förderung",
        award: "Förderkennzeichen",
        contributions: "Beiträge",
        revisions: "Änderungen",
        citeThis: "Zitieren",
        contributedEqually: "Gleiche Beiträge:",
        correspondence: "Korrespondenz:",
        citeSection: "Einen Abschnitt",
        citeSectionHint:
            "Nennen Sie den Abschnitt im Text und geben Sie seine Adresse an; sie bleibt:",
        citeWhole: "Das Ganze zitieren",
        more: "Weiteres",
        citedBy: "Zitiert von",
        related: "Verwandt",
        publications: "Veröffentlichungen",
        latest: "Neueste Veröffentlichungen",
        featured: "Ausgewählt",
        topic: "Thema",
        alsoCalled: "Auch genannt",
        withinTopic: "Innerhalb dieses Themas",
        relatedTopics: "Verwandte Themen",
        besideTopic: "Neben diesem Thema",
        topicFeed: "Feed dieses Themas",
        allTopics: "Alle Themen",
        wrote: "Schrieb",
        helpedWith: "Half bei",
        isCited: "Wird zitiert in",
        cites: "zitiert",
        website: "Website",
        personFeed: "Feed dieser Person",
        citedWork: "Zitiertes Werk",
        pdf: "PDF",
        thankYou: "Danke.",
        notFound: "Seite nicht gefunden",
        nothingHere: "Unter dieser Adresse gibt es nichts. "
            + "Diese Seiten führen zu allem, was veröffentlicht ist:",
        moved: "Diese Seite ist umgezogen",
        pages: "Seiten",
        newer: "Neuere",
        older: "Ältere",
        copy: "Kopieren",
        copied: "Kopiert",
        save: "Speichern",
        kinds: Kinds(
            essay: "Essay", report: "Bericht", paper: "Aufsatz", brief: "Kurzdossier",
            news: "Nachricht", talk: "Vortrag", page: "Seite"),
        revisionKinds: RevisionKinds(
            typo: "Schreibfehler", clarification: "Klarstellung", correction: "Korrektur",
            retraction: "Rücknahme"),
        dialect: Dialect(
            note: "Hinweis", tip: "Tipp", important: "Wichtig", warning: "Warnung",
            caution: "Vorsicht", summary: "Zusammenfassung", definition: "Definition",
            figure: "Abbildung", table: "Tabelle", equation: "Gleichung", section: "Abschnitt",
            notes: "Anmerkungen", permalink: "Permalink", backToReference: "Zurück zu Anmerkung",
            downloadData: "Daten herunterladen"),
        citation: .german,
        conjunction: Conjunction(pair: " und ", middle: ", ", last: " und "),
        publicationCount: { publications($0) },
        allPublications: {
            $0 == 1 ? "Die Veröffentlichung nach Jahr" : "Alle \($0) Veröffentlichungen nach Jahren"
        },
        pageOf: { "Seite \($0) von \($1)" },
        partOfSeries: { "Teil \($0) von \($1)" },
        citedByCount: { "Zitiert von \(publications($0))" },
        andMore: { "und \($0) weitere" },
        helpers: { people, count in
            (people == 1 ? "Eine Person hat" : "\(people) Personen haben") + " bei "
                + publications(count) + " geholfen."
        },
        forReason: { "für \($0)" },
        thank: { people, reason in "Wir danken \(people)\(reason.map { " für \($0)" } ?? "")." },
        alsoAbout: { "Auch über \($0)" }, alsoBy: { "Auch von \($0)" }, linked: "Verlinkt")

    private static func publications(_ count: Int) -> String {
        count == 1 ? "1 Veröffentlichung" : "\(count) Veröffentlichungen"
    }
}
