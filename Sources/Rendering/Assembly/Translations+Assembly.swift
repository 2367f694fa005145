/// Records of the same text in other languages.

import Content
import Markup
package import Site

extension RenderedSite {
    /// The other languages of a page.
    func translations(of id: PageID) -> [TranslationRecord] {
        let group = graph[id].translations
        guard !group.isEmpty else { return [] }
        let languages = group.map { graph.language(of: graph[$0]) }
        let names = Autonym.names(of: languages)
        return group.indices.compactMap { index in
            guard group[index] != id else { return nil }
            return TranslationRecord(
                page: graph[group[index]], language: languages[index], name: names[index],
                isOriginal: index == 0 && graph[id].source.role == .page)
        }
    }

    /// Every language of a page, its own included, and the original for readers of none of them.
    ///
    /// Each has to name all others, or search engines believe none. What was withdrawn is no answer in
    /// any language.
    package func alternates(of id: PageID) -> [AlternateRecord] {
        let group = graph[id].translations
        guard !group.isEmpty, !graph[id].isWithdrawn else { return [] }
        let shown = group.filter { !graph[$0].isWithdrawn }
        guard shown.count > 1 else { return [] }
        var alternates = shown.map { version in
            AlternateRecord(
                language: graph.language(of: graph[version]), url: absolute(graph[version].href))
        }
        if shown.first == group.first, let original = alternates.first {
            alternates.append(AlternateRecord(language: "x-default", url: original.url))
        }
        return alternates
    }

    /// How the title of a page is marked on another page, or in a list in the site's language.
    func foreignText(of page: SitePage, on other: SitePage? = nil) -> ForeignText? {
        guard page.language != nil || other?.language != nil else { return nil }
        let language = graph.language(of: page)
        let surrounding = other.map { graph.language(of: $0) } ?? configuration.language
        return language == surrounding
            ? nil : ForeignText(language: language, on: surrounding)
    }
}
