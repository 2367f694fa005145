/// The same text in several languages.

import Bytes
import Content
import Diagnostics
import Markup

/// What may be the same in several languages: texts, and the lists that begin with one.
private enum Versions {
    case text, list

    /// - Returns: `nil` for pages about people and topics, and for the introductions of lists that every site has
    ///   once.
    init?(of page: SitePage) {
        switch page.source.role {
        case .home, .sectionIndex: self = .list
        case .page where !GeneratedList.allCases.contains { $0.permalink == page.permalink }:
            self = .text
        case .page, .person, .topic: return nil
        }
    }
}

extension SiteGraph {
    /// Each page names every other in its head: what one original costs is the square of its translations.
    private static let mostTranslations = 200

    /// Groups each original with its translations.
    ///
    /// What cannot be resolved is left to ``LinkResolver``, which says why.
    mutating func linkTranslations() {
        checkLanguageOfHome()
        var translations: [PageID: [PageID]] = [:]
        for (index, page) in pages.enumerated() where page.source.metadata.translationOf != nil {
            guard let original = original(of: page) else { continue }
            if let mistake = mistake(of: page, translating: self[original]) {
                diagnostics.append(mistake)
            } else {
                translations[original, default: []].append(PageID(index))
            }
        }
        hasTranslations = !translations.isEmpty
        for (original, ids) in translations.sorted(by: { $0.key < $1.key }) {
            let group = [original] + inOneLanguageEach(ids, of: original)
            for id in group { pages[id.index] = self[id].with { $0.translations = group } }
        }
    }

    private mutating func checkLanguageOfHome() {
        guard let home = home.map({ self[$0] }),
            let language = home.source.metadata.language, language.value != configuration.language
        else { return }
        diagnostics.append(
            Diagnostic(
                "language.of-home",
                "The home page is in the language of the site, ‘\(configuration.language)’. One in another is the "
                    + "‘index.md’ of a folder, as in ‘content/\(language.value)/index.md’, with "
                    + "‘translation_of: ../index.md’.",
                at: SourceSpan(home.path, language.bytes)))
    }

    /// The page that a translation names, if it names the source of one.
    func original(of page: SitePage) -> PageID? {
        guard let name = page.source.metadata.translationOf?.value,
            WebAddress.kind(of: name) == .relative
        else { return nil }
        let target = LinkTarget(name)
        guard target.isPathAlone, !target.path.hasPrefix("/") else { return nil }
        return target.path(relativeTo: page.path).flatMap { pageBySourcePath[$0] }
    }

    package func language(of page: SitePage) -> String { page.language ?? configuration.language }

    /// The member of a page's group that is for readers of a language: in this, or in a variety of it or of which it is
    /// one; else the original.
    ///
    /// One that was withdrawn is for nobody, as long as another is not.
    package func version(of id: PageID, in language: String) -> PageID {
        let group = self[id].translations
        guard let original = group.first else { return id }
        let version = version(in: language, of: group, original)
        guard self[version].isWithdrawn else { return version }
        let standing = group.filter { !self[$0].isWithdrawn }
        let primary = language.primarySubtag
        return standing.first { self.language(of: self[$0]).primarySubtag == primary }
            ?? standing.first ?? version
    }

    private func version(in language: String, of group: [PageID], _ original: PageID) -> PageID {
        guard self.language(of: self[original]) != language else { return original }
        // Behind the original they are sorted by language.
        let others = group.dropFirst()
        let index = others.partitioningIndex { self.language(of: self[$0]) >= language }
        if index < group.count, self.language(of: self[group[index]]) == language {
            return group[index]
        }
        let primary = language.primarySubtag
        guard self.language(of: self[original]).primarySubtag != primary else { return original }
        return others.first { self.language(of: self[$0]).primarySubtag == primary } ?? original
    }

    /// The version of a page in a language; `nil` where there is none.
    package func ownVersion(of id: PageID, in language: String) -> PageID? {
        let version = version(of: id, in: language)
        return self.language(of: self[version]) == language ? version : nil
    }

    /// Whether a section is the home page of readers of another language.
    package func isHome(_ section: SiteSection) -> Bool {
        guard hasTranslations, let record = section.record else { return false }
        return self[record].translations.contains { self[$0].source.role == .home }
    }

    /// Whether a section has a feed of its own: that of a language has, once anything is published in it.
    package func hasFeed(_ section: SiteSection) -> Bool {
        !section.publications.isEmpty && isHome(section)
    }

    /// Whether two pages are the same text in two languages.
    package func areVersions(_ a: PageID, _ b: PageID) -> Bool {
        // No page is in two groups, and each group has one original.
        guard hasTranslations, a != b, let original = self[a].translations.first else {
            return false
        }
        return self[b].translations.first == original
    }

    private func mistake(of page: SitePage, translating original: SitePage) -> Diagnostic? {
        func diagnostic(_ id: Diagnostic.ID, _ message: String, repair: String? = nil)
            -> Diagnostic?
        {
            page.source.metadata.translationOf.map { name in
                Diagnostic(id, message, at: SourceSpan(page.path, name.bytes), repair: repair)
            }
        }
        guard page !== original else {
            return diagnostic(
                "translation.of-itself",
                "This page would be its own translation. Name the page that it was translated from."
            )
        }
        guard let kind = Versions(of: page) else {
            return diagnostic(
                "translation.not-a-page",
                "Publications, plain pages, sections and the home page have translations; this has none. "
                    + "Delete the line.")
        }
        guard let other = Versions(of: original) else {
            return diagnostic(
                "translation.not-a-page",
                "Publications, plain pages, sections and the home page have translations; "
                    + "‘\(original.path)’ is none of them. Delete the line.")
        }
        guard kind == other else {
            return diagnostic(
                "translation.not-a-page",
                kind == .list
                    ? "‘\(original.path)’ is a page, and this is the introduction of a list, ‘\(page.permalink.path)’: "
                        + "name that of the list it translates, as in ‘../index.md’."
                    : "‘\(original.path)’ is the introduction of a list, ‘\(original.permalink.path)’, and its "
                        + "translation is one, too: the ‘index.md’ of a folder beside other pages.")
        }
        guard original.source.metadata.translationOf == nil else {
            guard let first = first(above: original), let name = page.source.metadata.translationOf
            else {
                return diagnostic(
                    "translation.chain",
                    "‘\(original.path)’ is itself a translation. Delete ‘translation_of’ there if it "
                        + "is the original.")
            }
            let target = LinkTarget(name.value)
            return diagnostic(
                "translation.chain",
                "‘\(original.path)’ is itself a translation. Name its original, ‘\(first.path)’.",
                repair: target.sibling(first.path, original.path).percentEncodedInLink)
        }
        guard page.isPublication != original.isPublication else { return nil }
        return diagnostic(
            "translation.other-kind",
            page.isPublication
                ? "‘\(original.path)’ is a plain page, and its translation would be a publication. Add "
                    + "‘kind: page’."
                : "‘\(original.path)’ is a publication, and its translation would be a plain page, without byline and "
                    + "date. Add ‘kind: \(original.kind.rawValue)’.")
    }

    /// The page that a translation may name instead of another one, as which it was meant.
    func original(meantBy id: PageID, on page: SitePage) -> SitePage? {
        guard let first = first(above: self[id]), first !== page,
            let kind = Versions(of: page), kind == Versions(of: first),
            kind == Versions(of: self[id])
        else { return nil }
        return first
    }

    /// The original at the end of a chain; `nil` where there is none within a few steps, as in a ring.
    private func first(above page: SitePage) -> SitePage? {
        var page = page
        for _ in 0..<8 {
            guard let next = original(of: page) else {
                return page.source.metadata.translationOf == nil ? page : nil
            }
            page = self[next]
        }
        return nil
    }

    /// What to do about two pages in one language: mostly, to say that of the translation.
    private static func repair(
        _ page: SitePage, besides other: SitePage, _ language: String
    ) -> String {
        if page.language == nil {
            let example = language == "fr" ? "de" : "fr"
            return ": this page has no ‘language’, so it is in the site's. Add that of the "
                + "translation, as in ‘language: \(example)’."
        }
        return other.language == nil
            ? ": it has no ‘language’, so it is in the site's. Add it there, or mend ‘language’ here."
            : ". Mend ‘language’ in one of the two."
    }

    /// The translations of an original by language, without a second one in any.
    private mutating func inOneLanguageEach(_ ids: [PageID], of original: PageID) -> [PageID] {
        var byLanguage = [language(of: self[original]): original]
        var kept: [PageID] = []
        for id in ids {
            let page = self[id]
            guard let name = page.source.metadata.translationOf else { continue }
            let language = language(of: page)
            let span = SourceSpan(page.path, name.bytes)
            if let other = byLanguage[language] {
                let what = other == original ? "The original" : "Another translation"
                diagnostics.append(
                    Diagnostic(
                        "translation.same-language",
                        "\(what), ‘\(self[other].path)’, is in the same language, ‘\(language)’"
                            + Self.repair(page, besides: self[other], language), at: span))
            } else if kept.count == Self.mostTranslations {
                diagnostics.append(
                    Diagnostic(
                        "translation.too-many",
                        "‘\(self[original].path)’ has more than \(Self.mostTranslations) "
                            + "translations. Delete the line.", at: span))
            } else {
                byLanguage[language] = id
                kept.append(id)
            }
        }
        return kept.sorted { language(of: self[$0]) < language(of: self[$1]) }
    }
}

extension String {
    /// The language of a tag such as `pt-BR`, without its region and script (RFC 5646, section 2.2.1).
    fileprivate var primarySubtag: Substring { prefix { $0 != "-" } }
}
