/// Finds what the redirects of `site.yaml` lead to, and which of them cannot work.

import Bytes
import Content
import Diagnostics
import Files
import Markup

struct RedirectResolver {
    let graph: SiteGraph
    let plan: OutputPlan
    /// The longest path first.
    let wildcards: [SiteRedirect]
    var diagnostics: [Diagnostic] = []
    /// Addresses that are led on one by one: some have a feed of the site.
    private let oldPaths: Set<String>

    init(graph: SiteGraph, plan: OutputPlan, wildcards: [SiteRedirect]) {
        self.graph = graph
        self.plan = plan
        self.wildcards = wildcards
        oldPaths = Set(
            graph.configuration.redirects.lazy.filter { !$0.isWildcard }.map(\.source.value))
    }

    /// To look for an address that is spelled alike takes milliseconds on a large site.
    private static let suggestions = 20

    mutating func destination(of redirect: SiteRedirect) -> Destination {
        let base = graph.configuration.baseURL
        guard let target = LinkTarget(ofSite: redirect.target.value, base) else {
            return .external(redirect.target.value)
        }
        let path = target.decodedPath
        guard !isLedOn(path, redirect) else { return .broken }
        let address = base.href(ofOutput: target.path.normalized.dropFirst()) + target.suffix
        if path.contains(SiteRedirect.splat) {
            guard hasOutputs(below: Self.folder(of: path)) else {
                return nothing(at: Self.folder(of: path), redirect)
            }
            return .local(address)
        }
        guard let output = plan.output(at: String(path.dropFirst())), let content = plan[output]
        else { return nothing(at: path, redirect) }
        switch content {
        case .page(let id): return page(id, target, redirect)
        case .redirect(let index):
            // One of the settings is led on, which has been told.
            guard case .page(let id) = graph.redirects[index].target else { return .broken }
            return page(id, target, redirect)
        case .home, .section, .topicIndex, .topic, .peopleIndex, .person, .acknowledgements,
            .acknowledgementsJSON, .archive, .archiveYear, .workIndex, .work, .search, .openSearch,
            .notFound, .imageCopy, .socialCard, .atomFeed, .atomArchive, .jsonFeed, .sitemap,
            .sitemapPart, .robots, .noJekyll, .redirectRules, .headerRules, .bibliographyBibTeX,
            .bibliographyJSON, .citationFile, .asset, .themeAsset:
            return .local(address)
        }
    }

    private mutating func page(
        _ id: PageID, _ target: LinkTarget, _ redirect: SiteRedirect
    ) -> Destination {
        guard let anchor = target.fragment, !anchor.isEmpty else {
            return .page(id, anchor: nil)
        }
        let page = graph[id]
        guard page.source.document.hasAnchor(anchor), !page.isWithdrawn else {
            let hint = nearest(to: anchor, in: page.source.document.anchors)
            return report(
                "link.unknown-anchor",
                "The page ‘\(page.path)’ has no place named ‘#\(anchor)’."
                    + Spelling.hint(hint.map { "#" + $0 }), redirect)
        }
        return .page(id, anchor: anchor)
    }

    // MARK: - What is not there

    private mutating func nothing(at path: String, _ redirect: SiteRedirect) -> Destination {
        let page = path.hasSuffix("/") ? path : path + "/"
        let source =
            graph.withheldPermalinks[page]
            ?? graph.withheldPage(around: path, in: graph.withheldPermalinks)
            ?? graph.withheldFiles["content" + path]
        if let source, let visibility = graph.withheld[source] {
            return report(
                "link.to-unpublished",
                "‘\(source)’ is \(visibility.description): a redirect cannot lead to it.", redirect)
        }
        let isLeftOut =
            graph.includesDrafts
            && AddressFinder.publishedOnly.contains(String(path.split(separator: "/").last ?? ""))
        guard !isLeftOut, !graph.unread.mayHave(page) else { return .broken }
        let isFolder = redirect.target.value.contains(SiteRedirect.splat)
        let graph = graph
        let known = plan.outputs.lazy.filter { graph.stands($0.content) }
            .map { AddressFinder.address(of: $0.path) }.filter { !isFolder || $0.hasSuffix("/") }
        let hint =
            diagnostics.count < Self.suggestions
            ? Spelling.closestPath(to: path, in: known) : nil
        let written = redirect.target.value
        return report(
            "link.unknown-address", "The site has nothing at ‘\(path)’.\(Spelling.hint(hint))",
            redirect,
            repair: hint.flatMap { hint in
                written.hasPrefix(path) ? hint + written.dropFirst(path.count) : nil
            })
    }

    private func nearest(to word: String, in candidates: [String]) -> String? {
        diagnostics.count < Self.suggestions ? Spelling.closest(to: word, in: candidates) : nil
    }

    private mutating func report(
        _ id: Diagnostic.ID, _ message: String, _ redirect: SiteRedirect, repair: String? = nil
    ) -> Destination {
        diagnostics.append(
            Diagnostic(
                id, message, at: SourceSpan(SiteSettings.path, redirect.target.bytes),
                repair: repair))
        return .broken
    }

    // MARK: - What is led on

    /// Whether another redirect leads on from where this one leads, or this one itself.
    ///
    /// Browsers follow a chain, but each step is one more request, and pages without scripts show each.
    private mutating func isLedOn(_ path: String, _ redirect: SiteRedirect) -> Bool {
        guard let next = next(from: path) else { return false }
        let written = redirect.target.value
        if next == redirect {
            _ = report(
                "redirect.chain",
                "‘\(redirect.name)’ leads to itself: ‘\(written)’ is such an address. Name a page that "
                    + "stands.", redirect)
            return true
        }
        let end = end(from: next)
        let advice =
            end.map { "write ‘\($0)’ at once" } ?? "name a page that stands"
        _ = report(
            "redirect.chain",
            "‘\(redirect.name)’ leads to ‘\(written)’, which ‘\(next.name)’ leads on: \(advice).",
            redirect, repair: end)
        return true
    }

    /// The redirect that leads on from a path, or from what stands for one.
    private func next(from path: String) -> SiteRedirect? {
        let folder = Self.folder(of: path)
        guard !path.contains(SiteRedirect.splat) else {
            return wildcards.first { folder.hasPrefix($0.source.value) }
        }
        if let output = plan.output(at: String(path.dropFirst())), let content = plan[output] {
            if case .redirect(let index) = content,
                case .setting(let setting) = graph.redirects[index].target
            {
                return graph.configuration.redirects[setting]
            }
            // That something stands below a wildcard is told of the wildcard.
            return nil
        }
        return wildcards.first { path.hasPrefix($0.source.value) }
    }

    /// The target of the last in a chain of whole addresses; `nil` when there is no last.
    private func end(from first: SiteRedirect) -> String? {
        var redirect = first
        for _ in graph.configuration.redirects {
            let written = redirect.target.value
            guard !written.contains(SiteRedirect.splat) else { return nil }
            guard let target = LinkTarget(ofSite: written, graph.configuration.baseURL),
                let next = next(from: target.decodedPath)
            else { return written }
            redirect = next
        }
        return nil
    }

    /// All before the part of a path that stands for what a wildcard matches.
    private static func folder(of path: String) -> String {
        let start = path.firstRange(of: SiteRedirect.splat)?.lowerBound ?? path.endIndex
        let before = path[..<start]
        return String(before[..<(before.lastIndex(of: "/") ?? start)]) + "/"
    }
}

// MARK: - Wildcards

extension RedirectResolver {
    mutating func checkWildcards() {
        for (index, redirect) in wildcards.enumerated() {
            if index > 0, wildcards[index - 1].source.value == redirect.source.value {
                reportSource(
                    redirect, "redirect.repeated",
                    "‘\(redirect.name)’ is led on twice: delete one of the two.",
                    note: wildcards[index - 1])
            } else if let covered = covered(by: redirect) {
                reportSource(
                    redirect, "redirect.covers",
                    "‘\(redirect.name)’ would lead readers away from ‘\(covered)’, which the site has, "
                        + "since some hosts ask redirects first. Write a longer path before ‘*’, or each "
                        + "old address.")
            } else if leadsRound(redirect) {
                reportSource(
                    redirect, "redirect.chain",
                    "‘\(redirect.name)’ can lead to itself by way of others. Name a folder that none of them "
                        + "leads on.")
            }
        }
    }

    mutating func reportSource(
        _ redirect: SiteRedirect, _ id: Diagnostic.ID, _ message: String, note: SiteRedirect? = nil
    ) {
        func span(_ redirect: SiteRedirect) -> SourceSpan {
            SourceSpan(SiteSettings.path, redirect.source.bytes)
        }
        diagnostics.append(
            Diagnostic(
                id, message, at: span(redirect),
                notes: note.map { [Diagnostic.Note("The other is here.", at: span($0))] } ?? []))
    }

    /// The address of the first output below a wildcard that is none of an old address.
    private func covered(by redirect: SiteRedirect) -> String? {
        outputs(below: redirect.source.value).first { output in
            guard graph.stands(output.content), !oldPaths.contains("/" + output.path) else {
                return false
            }
            // The files of a page stay at its old addresses.
            return !output.path.foldersAround.contains { folder in
                plan[folder + "/index.html"].map { !graph.stands($0) } ?? false
            }
        }.map { AddressFinder.address(of: $0.path) }
    }

    private func hasOutputs(below path: String) -> Bool { !outputs(below: path).isEmpty }

    private func outputs(below path: String) -> ArraySlice<PlannedOutput> {
        let prefix = String(path.dropFirst())
        let start = plan.outputs.partitioningIndex { !$0.path.precedes(prefix) }
        return plan.outputs[start...].prefix { $0.path.hasPrefix(prefix) }
    }

    /// Whether what one wildcard matches can come back to it: some of each may be led on by the next.
    ///
    /// One that leads to a folder around it makes addresses shorter, and so has an end. There are at most
    /// a hundred.
    private func leadsRound(_ redirect: SiteRedirect) -> Bool {
        var reached: Set<SiteRedirect> = []
        var rest = [redirect]
        while let last = rest.popLast() {
            guard last.target.value.contains(SiteRedirect.splat),
                let target = LinkTarget(
                    ofSite: last.target.value, graph.configuration.baseURL)
            else { continue }
            let folder = Self.folder(of: target.decodedPath)
            guard !last.source.value.hasPrefix(folder) else { continue }
            for next in wildcards where next.source.value.hasPrefix(folder) {
                if next == redirect { return true }
                if reached.insert(next).inserted { rest.append(next) }
            }
        }
        return false
    }
}

extension SiteGraph {
    /// Whether something stands at an output, rather than leads on.
    fileprivate func stands(_ content: OutputContent) -> Bool {
        if case .redirect = content { false } else { true }
    }
}
