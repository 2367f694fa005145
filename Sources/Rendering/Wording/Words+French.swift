/// French. No-break spaces stand before colons, as is the custom.

import Bibliography

extension Words {
    static let french = Words(
        skipToMain: "Aller au contenu",
        skipToSecondary: "Aller à la navigation secondaire",
        mainNavigation: "Navigation principale",
        secondaryNavigation: "Navigation secondaire",
        breadcrumb: "Fil d’Ariane",
        home: "Accueil",
        search: "Recherche",
        searchFor: "Chercher dans les publications",
        searching: "Recherche en cours…",
        searchUnavailable: "La recherche n’est pas disponible ici. "
            + "Les archives contiennent tout ce qui est publié.",
        noResults: "Rien n’a été trouvé pour ces mots.",
        topics: "Thèmes",
        people: "Personnes",
        acknowledgements: "Remerciements",
        archive: "Archives",
        works: "Ouvrages cités",
        atomFeed: "Flux Atom",
        partOf: "Fait partie de",
        textLicense: "Texte\u{A0}:",
        license: "Licence\u{A0}:",
        draft: "Brouillon",
        withdrawn: "Retiré",
        isDraft: "Cette page est un brouillon.",
        hasDrafts: "Ce site contient des brouillons.",
        doNotShare: "Merci de ne pas la citer ni la diffuser.",
        wasWithdrawn: "Cette publication a été retirée.",
        otherLanguages: "Autres langues\u{A0}:",
        original: "original",
        contents: "Sommaire",
        revised: "révisé le",
        version: "Version",
        seeSection: "Voir la section.",
        references: "Références",
        backToCitation: "Retour à la citation",
        citedHere: "Où il est cité",
        funding: "Financement",
        award: "subvention",
        contributions: "Contributions",
        revisions: "Révisions",
        citeThis: "Citer",
        contributedEqually: "Contributions égales\u{A0}:",
        correspondence: "Correspondance\u{A0}:",
        citeSection: "Une section",
        citeSectionHint:
            "Nommez la section dans le texte et donnez son adresse, qui est stable\u{A0}:",
        citeWhole: "Citer l’ensemble",
        more: "Voir aussi",
        citedBy: "Cité par",
        related: "Sur le même sujet",
        publications: "Publications",
        latest: "Dernières publications",
        featured: "À la une",
        topic: "Thème",
        alsoCalled: "Aussi appelé",
        withinTopic: "Au sein de ce thème",
        relatedTopics: "Thèmes voisins",
        besideTopic: "Autour de ce thème",
        topicFeed: "Flux de ce thème",
        allTopics: "Tous les thèmes",
        wrote: "A écrit",
        helpedWith: "A aidé",
        isCited: "Est cité dans",
        cites: "cite",
        website: "Site web",
        personFeed: "Flux de cet auteur",
        citedWork: "Ouvrage cité",
        pdf: "PDF",
        thankYou: "Merci.",
        notFound: "Page introuvable",
        nothingHere:
            "Il n’y a rien à cette adresse. Ces pages mènent à tout ce qui est publié\u{A0}:",
        moved: "Cette page a été déplacée",
        movedSection: "Cette section a été déplacée",
        pages: "Pages",
        newer: "Plus récent",
        older: "Plus ancien",
        copy: "Copier",
        copied: "Copié",
        save: "Enregistrer",
        kinds: Kinds(
            essay: "Essai", report: "Rapport", paper: "Article", brief: "Note d’orientation",
            news: "Actualité", talk: "Conférence", page: "Page"),
        revisionKinds: RevisionKinds(
            typo: "Coquille", clarification: "Précision", correction: "Correction",
            retraction: "Rétractation"),
        dialect: Dialect(
            note: "Remarque", tip: "Conseil", important: "Important", warning: "Avertissement",
            caution: "Attention", summary: "Résumé", definition: "Définition", theorem: "Théorème",
            lemma: "Lemme", proposition: "Proposition", corollary: "Corollaire",
            conjecture: "Conjecture", assumption: "Hypothèse", example: "Exemple",
            remark: "Remarque",
            proof: "Démonstration", figure: "Figure",
            table: "Tableau", equation: "Équation", section: "Section", notes: "Notes",
            permalink: "Lien permanent", backToReference: "Retour à l’appel",
            downloadData: "Télécharger les données"),
        citation: .french,
        conjunction: Conjunction(pair: " et ", middle: ", ", last: " et "),
        publicationCount: { publications($0) },
        allPublications: {
            $0 <= 1 ? "La publication par année" : "Les \($0) publications par année"
        },
        pageOf: { "Page \($0) sur \($1)" },
        partOfSeries: { "Partie \($0) de \($1)" },
        citedByCount: { "Cité par \(publications($0))" },
        andMore: { $0 == 1 ? "et 1 autre" : "et \($0) autres" },
        helpers: { people, count in
            (people == 1 ? "Une personne a" : "\(people) personnes ont")
                + " contribué à \(publications(count))."
        },
        forReason: { "pour " + $0 },
        thank: { people, reason in
            "Nous remercions \(people)\(reason.map { " pour \($0)" } ?? "")."
        },
        alsoAbout: { "Aussi sur \($0)" }, alsoBy: { "Aussi de \($0)" }, linked: "Lié")

    /// Zero is singular in French.
    private static func publications(_ count: Int) -> String {
        count <= 1 ? "\(count) publication" : "\(count) publications"
    }
}
