/// What is known of one page once every question of it is answered.

package import Bibliography
import Content
import Diagnostics
import Markup

/// The answers for one page: an immutable object, as a page of the site is.
package final class ResolvedPage: Sendable {
    let answers: PageAnswers
    let surroundings: PageSurroundings

    init(_ answers: PageAnswers, _ surroundings: PageSurroundings) {
        self.answers = answers
        self.surroundings = surroundings
    }

    /// Parallel to the document's references.
    package var destinations: [Destination] { answers.destinations }
    /// Parallel to the document's mentions.
    package var mentions: [PersonID] { answers.mentions }
    package var hero: Destination? { answers.hero }
    package var pdf: Destination? { answers.pdf }
    /// Of the addresses below `extra`, in their order.
    package var extra: [Destination] { answers.extra }
    /// The publications that the home page shows first.
    package var featured: [PageID] { answers.featured }
    package var citations: PageCitations { answers.citations }
    /// The works that it cites, in the order of its list.
    package var references: [PageCitations.Reference] { answers.citations.references }
    /// Pages of this site that link here, newest first.
    package var citedBy: [PageID] { surroundings.citedBy }
    package var relations: [Relation] { surroundings.relations }
    /// The publications before and after it in its section.
    package var neighbours: (older: PageID?, newer: PageID?) { surroundings.neighbours }
}

/// What one page asks of the others, answered.
struct PageAnswers: Sendable {
    let destinations: [Destination]
    let mentions: [PersonID]
    let hero: Destination?
    let pdf: Destination?
    let extra: [Destination]
    let featured: [PageID]
    let citations: PageCitations
    /// Pages that this one links to.
    let links: [PageID]
    let diagnostics: [Diagnostic]

    /// `id` is `nil` for a page that is no part of the site.
    init(
        resolving page: SitePage, _ id: PageID?, in graph: SiteGraph, plan: OutputPlan,
        imageSizes: [String: PixelSize],
        citations: (citations: PageCitations, diagnostics: [Diagnostic])
    ) {
        var resolver = LinkResolver(
            graph: graph, plan: plan, imageSizes: imageSizes, page: page)
        destinations = resolver.destinations()
        hero = page.source.metadata.image.map { resolver.hero($0) }
        pdf = page.source.metadata.pdf.map { resolver.pdf($0) }
        extra = resolver.extra()
        featured = resolver.featured()
        resolver.checkMetadata()
        diagnostics = citations.diagnostics + resolver.diagnostics
        mentions = page.source.document.mentions.compactMap { graph.person(named: $0) }
        var links: [PageID] = []
        for case .page(let target, _) in destinations where target != id && !links.contains(target)
        {
            links.append(target)
        }
        self.links = links
        self.citations = citations.citations
    }
}

/// What other pages have to do with one.
struct PageSurroundings: Sendable {
    let citedBy: [PageID]
    let relations: [Relation]
    let neighbours: Neighbours.Pair
}
