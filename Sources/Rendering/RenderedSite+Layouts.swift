/// Templates that pages and sections ask for, and whether there are such.

import Content
package import Diagnostics
import Markup
package import Site

extension RenderedSite {
    /// The site's own templates that an output's page is made with; first the one to look at, if that can be told: that
    /// of its kind, or the only one.
    package func ownTemplates(
        of content: OutputContent
    ) -> (first: SourceSpan?, others: [SourceSpan]) {
        guard let name = template(of: content), let own = templates.own[name] else {
            return (nil, [])
        }
        let ofKind = own.firstIndex(of: "templates/" + name) ?? (own.count == 1 ? 0 : nil)
        var others = own.map { SourceSpan(file: $0) }
        let first = ofKind.map { others.remove(at: $0) }
        return (first, others)
    }

    /// A section as its own template is called: `events`, `work/talks`.
    static func name(of section: SiteSection) -> String {
        section.permalink.path.split(separator: "/").joined(separator: "/")
    }

    /// Pages that ask for a layout which the theme does not have, or which nothing of theirs is shown with; and
    /// templates of sections that are none.
    var layoutMistakes: [Diagnostic] {
        graph.pages.compactMap { layoutMistake(of: $0) } + defaultMistakes + sectionMistakes
    }

    /// Layouts that folders give their pages, whether a page has them or not.
    private var defaultMistakes: [Diagnostic] {
        graph.configuration.defaults?.metadata.compactMap { metadata in
            metadata.layout.flatMap { unknown($0, in: SiteSettings.path) }
        } ?? []
    }

    private func layoutMistake(of page: SitePage) -> Diagnostic? {
        guard let layout = page.source.metadata.layout else { return nil }
        let isDefault = page.source.metadata.inherited.contains(.layout)
        guard let list = listTemplate(showing: page) else {
            return isDefault ? nil : unknown(layout, in: page.path)
        }
        return Diagnostic(
            "front-matter.unknown-layout",
            "Layouts are for single pages: \(isDefault ? "a page of this folder" : "this one") is shown by "
                + "‘templates/\(list)’.",
            at: SourceSpan(isDefault ? SiteSettings.path : page.path, layout.bytes))
    }

    private func unknown(_ layout: Located<String>, in path: String) -> Diagnostic? {
        guard templates.layouts[layout.value] == nil else { return nil }
        let hint = Spelling.closest(to: layout.value, in: templates.layouts.keys.sorted())
        return Diagnostic(
            "front-matter.unknown-layout",
            "There is no template ‘layouts/\(layout.value).html’.\(Spelling.hint(hint))",
            at: SourceSpan(path, layout.bytes))
    }

    /// The template of the list that a page introduces; none of a page that stands for itself.
    private func listTemplate(showing page: SitePage) -> String? {
        let path = page.permalink.path.split(separator: "/").joined(separator: "/")
        if GeneratedList.allCases.contains(where: { $0.permalink == page.permalink }) {
            return path + ".html"
        }
        return switch page.source.role {
        case .page: nil
        case .home: "home.html"
        case .sectionIndex: "sections/\(path).html"
        case .person: "person.html"
        case .topic: "topic.html"
        }
    }

    private var sectionMistakes: [Diagnostic] {
        let known = graph.sections.map { Self.name(of: $0) }
        return templates.sections.keys.filter { !known.contains($0) }.sorted { $0.precedes($1) }
            .map { name in
                let hint = Spelling.closest(to: name, in: known).map { "sections/\($0).html" }
                return Diagnostic(
                    "template.unknown-section",
                    "‘content/\(name)/’ is no section: it has neither publications nor an ‘index.md’."
                        + Spelling.hint(hint),
                    at: SourceSpan(file: "templates/sections/\(name).html"))
            }
    }
}
