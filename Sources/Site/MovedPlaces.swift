/// Places of pages that stand on other pages now: sections that have moved.

package import Content
import Diagnostics
import Markup

/// A place that a page had, and where readers of it are led.
///
/// Hosts do not see what stands behind the `#` of an address, so that none can lead it on: the page keeps the place.
package struct MovedPlace: Sendable {
    package let anchor: String
    package let destination: Destination
    /// As `site.yaml` has it.
    package let source: SiteRedirect
}

extension RedirectResolver {
    /// The places that `site.yaml` leads on, by the pages that had them.
    mutating func movedPlaces() -> [PageID: [MovedPlace]] {
        var places: [PageID: [MovedPlace]] = [:]
        for redirect in graph.configuration.movedPlaces {
            guard let anchor = redirect.anchor else { continue }
            // Both sides are looked at, so that both are told when both are wrong.
            let destination = destination(of: redirect)
            guard let id = page(thatHad: anchor, redirect) else { continue }
            if places[id]?.contains(where: { $0.anchor == anchor }) == true {
                reportSource(
                    redirect, "redirect.repeated",
                    "‘\(redirect.name)’ is led on twice: delete one of the two.")
            } else if destination != .broken {
                places[id, default: []].append(
                    MovedPlace(anchor: anchor, destination: destination, source: redirect))
            }
        }
        return places
    }

    /// The page of the source; `nil` where there is none now, or it has the place still.
    private mutating func page(thatHad anchor: String, _ redirect: SiteRedirect) -> PageID? {
        let path = redirect.source.value
        let address = path.hasSuffix("/") || path.hasSuffix(".html") ? path : path + "/"
        let content = plan.output(at: String(path.dropFirst())).flatMap { plan[$0] }
        guard let content, let id = graph.text(of: content) else {
            // One that comes or goes by its date is no mistake of the settings.
            guard graph.withheldPermalinks[address] == nil, !graph.unread.mayHave(address) else {
                return nil
            }
            reportSource(
                redirect, "redirect.no-page",
                "No text stands at ‘\(path)’ that could lead on from ‘#\(anchor)’. \(advice(on: content, anchor))"
            )
            return nil
        }
        guard !graph[id].source.document.hasAnchor(anchor) else {
            reportSource(
                redirect, "redirect.covers",
                "‘\(redirect.name)’ is a place that the page has. Delete this line, or the place from the page "
                    + "(‘\(graph[id].path)’).")
            return nil
        }
        return id
    }

    private func advice(on content: OutputContent?, _ anchor: String) -> String {
        if case .redirect(let index)? = content, case .page(let id) = graph.redirects[index].target
        {
            return
                "Write the address that the page has now: ‘\(graph[id].permalink.path)#\(anchor)’."
        }
        return "Write the address of the page that had this section."
    }
}

extension SiteGraph {
    /// The page whose text an output shows: its own, or the introduction of a list.
    package func text(of content: OutputContent) -> PageID? {
        switch content {
        case .page(let id): id
        case .home: home
        case .section(let id, page: 1): self[id].record
        case .topic(let id, page: 1): self[id].record
        case .person(let id, page: 1): self[id].record
        case .topicIndex: introduction(of: .topics)
        case .peopleIndex: introduction(of: .people)
        case .acknowledgements(page: 1): introduction(of: .acknowledgements)
        case .archive: introduction(of: .archive)
        case .workIndex: introduction(of: .works)
        case .section, .topic, .person, .acknowledgements, .acknowledgementsJSON, .archiveYear,
            .work, .search, .openSearch, .imageCopy, .socialCard, .notFound, .redirect, .atomFeed,
            .atomArchive, .jsonFeed, .sitemap, .sitemapPart, .robots, .noJekyll, .redirectRules,
            .headerRules, .bibliographyBibTeX, .bibliographyJSON, .citationFile, .asset,
            .themeAsset:
            nil
        }
    }
}

extension ResolvedSite {
    /// The page whose text stands at an address of the site, `/about/`; `nil` where more than a path is given.
    package func text(at path: String) -> PageID? {
        let target = LinkTarget(path)
        guard target.isPathAlone,
            let output = plan.output(at: String(target.path.dropFirst())),
            let content = plan[output]
        else { return nil }
        return graph.text(of: content)
    }
}
