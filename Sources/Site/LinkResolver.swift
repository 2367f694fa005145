/// Finds what the links and images of a page lead to.

import Content
import Diagnostics
import Markup

/// Resolves one page's references against the whole site.
///
/// Reads shared tables only, so that pages are resolved in parallel.
struct LinkResolver {
    let graph: SiteGraph
    let plan: OutputPlan
    let imageSizes: [String: PixelSize]
    let page: SitePage
    var diagnostics: [Diagnostic] = []
    /// While `translation_of` is resolved: only what may stand there is suggested.
    var seeksOriginal = false

    /// The answer for each of the page's references, in order.
    mutating func destinations() -> [Destination] {
        page.source.document.references.map { resolve($0) }
    }

    mutating func resolve(_ reference: Reference) -> Destination {
        switch WebAddress.kind(of: reference.target) {
        case .contact, .refused:
            // A refused scheme was reported by the parser, at the place where it stands.
            return .external(reference.target)
        case .web:
            return ownAddress(reference) ?? .external(reference.target)
        case .relative: break
        }
        let target = LinkTarget(reference.target)
        guard !target.path.isEmpty else {
            return anchorOnThisPage(target.fragment ?? "", reference)
        }
        if target.path.hasPrefix("/") { return resolve(sitePath: target, reference) }
        return resolve(sourcePath: target, reference)
    }

    /// A link to the site's own absolute address is checked like one to a path.
    private mutating func ownAddress(_ reference: Reference) -> Destination? {
        let base = graph.configuration.baseURL
        guard let rest = base.pathOnHost(of: reference.target) else { return nil }
        guard rest.hasPrefix(base.path) || rest + "/" == base.path else { return nil }
        return resolve(
            sitePath: LinkTarget("/" + rest.dropFirst(base.path.count)), reference)
    }

    private mutating func anchorOnThisPage(_ anchor: String, _ reference: Reference) -> Destination
    {
        // `#` and `#top` are the top of the page in HTML.
        guard !anchor.isEmpty, anchor != "top" else { return .anchor(anchor) }
        guard page.source.document.hasAnchor(anchor) else {
            return unknownAnchor(anchor, on: page, reference)
        }
        guard !page.isWithdrawn || !isShown(reference) else {
            return withdrawnAnchor(anchor, on: page, reference)
        }
        return .anchor(anchor)
    }

    /// Whether readers see a link: of a page that was withdrawn, they see the reason and the notes of its revisions.
    private func isShown(_ reference: Reference) -> Bool {
        guard let reason = page.source.metadata.withdrawn else { return true }
        return ([reason] + page.source.metadata.revisions.map(\.note)).contains {
            $0.bytes.range.contains(Int(reference.bytes.lower))
        }
    }

    private mutating func resolve(page id: PageID, _ target: LinkTarget, _ reference: Reference)
        -> Destination
    {
        let other = graph[id]
        if let anchor = target.fragment, !anchor.isEmpty, anchor != "top" {
            guard other.source.document.hasAnchor(anchor) else {
                return unknownAnchor(anchor, on: other, reference)
            }
            guard !other.isWithdrawn || !isShown(reference) else {
                return withdrawnAnchor(anchor, on: other, reference)
            }
        }
        return .page(id, anchor: target.fragment.flatMap { $0.isEmpty ? nil : $0 })
    }

    /// `../posts/x.md#y`, `figure.png`: relative to the file that says it.
    private mutating func resolve(sourcePath target: LinkTarget, _ reference: Reference)
        -> Destination
    {
        guard let path = target.path(relativeTo: page.path) else {
            return report(
                "link.outside-site", "‘\(target.path)’ leaves the site's folder.", reference)
        }
        if let id = graph.page(atSource: path) { return resolve(page: id, target, reference) }
        if let visibility = graph.withheld[path] {
            return linkToWithheld(path, visibility, reference)
        }
        guard !graph.unread.contains(source: path) else { return .broken }
        let folder = path.hasSuffix("/") ? String(path.dropLast()) : path
        for candidate in [folder + "/index.md", folder + ".md"]
        where graph.page(atSource: candidate) != nil {
            // The file is meant, but another tool that reads the same text would not find it.
            return report(
                "link.not-a-source",
                "‘\(target.path)’ is not a file; the page's source is ‘\(candidate)’.", reference,
                repair: target.replacingPath(with: target.sibling(candidate, path)))
        }
        if path.hasPrefix("content/") {
            if let asset = graph.asset(atSource: path) {
                return .asset(
                    graph.href(ofAsset: asset) + target.suffix, imageSizes[asset.path])
            }
            if let owner = graph.withheldPage(around: path, in: graph.withheldBundles) {
                return fileOfWithheld(path, owner, reference)
            }
        }
        return unknownFile(target, path, reference)
    }

    /// `/posts/x/#y`, `/images/a.png`: a path of the published site.
    private mutating func resolve(sitePath target: LinkTarget, _ reference: Reference)
        -> Destination
    {
        let path = target.path.percentDecoded ?? target.path
        let withSlash = path.hasSuffix("/") ? path : path + "/"
        if let output = plan.output(at: String(path.dropFirst())), let content = plan[output] {
            // Hosts redirect to the address of a page with a slash; say it at once.
            let isFile = output == path.dropFirst()
            let place = isFile ? output : String(output.dropLast("index.html".count))
            return resolve(content: content, at: "/" + place, target, reference)
        }
        if let source = graph.withheldPermalinks[withSlash],
            let visibility = graph.withheld[source]
        {
            return linkToWithheld(source, visibility, reference)
        }
        guard !graph.unread.mayHave(withSlash) else { return .broken }
        if let owner = graph.withheldPage(around: path, in: graph.withheldPermalinks) {
            return fileOfWithheld(path, owner, reference)
        }
        return unknownAddress(target, reference)
    }

    private mutating func resolve(
        content: OutputContent, at path: String, _ target: LinkTarget, _ reference: Reference
    ) -> Destination {
        switch content {
        case .page(let id): return resolve(page: id, target, reference)
        case .asset(let index):
            let asset = graph.assets[index]
            return .asset(graph.href(ofAsset: asset) + target.suffix, imageSizes[asset.path])
        case .redirect(let index):
            switch graph.redirects[index].target {
            case .page(let id): return resolve(page: id, target, reference)
            case .setting: return local(path, target)
            }
        case .home, .section, .topicIndex, .topic, .peopleIndex, .person, .acknowledgements,
            .acknowledgementsJSON, .archive, .archiveYear, .workIndex, .work, .search, .openSearch,
            .notFound, .imageCopy, .socialCard, .atomFeed, .atomArchive,
            .jsonFeed, .sitemap, .sitemapPart, .robots, .noJekyll, .redirectRules, .headerRules,
            .bibliographyBibTeX, .bibliographyJSON, .citationFile, .themeAsset:
            return local(path, target)
        }
    }

    private func local(_ path: String, _ target: LinkTarget) -> Destination {
        .local(graph.configuration.baseURL.href(ofOutput: path.dropFirst()) + target.suffix)
    }
}

// MARK: - What is said when nothing is found

extension LinkResolver {
    mutating func report(
        _ id: Diagnostic.ID, _ message: String, _ reference: Reference,
        repair: String? = nil, notes: [Diagnostic.Note] = []
    ) -> Destination {
        // Two hundred broken links of one page are enough to read.
        guard diagnostics.count < 200 else { return .broken }
        diagnostics.append(
            Diagnostic(
                id, message, at: SourceSpan(page.path, reference.bytes), notes: notes,
                repair: repair))
        return .broken
    }

    private mutating func unknownAnchor(
        _ anchor: String, on other: SitePage, _ reference: Reference
    ) -> Destination {
        if let moved = movedAnchor(anchor, on: other, reference) { return moved }
        let hint =
            nearest(to: anchor, in: other.source.document.outline.map(\.anchor))
            ?? nearest(to: anchor, in: other.source.document.anchors)
        let place = other.path == page.path ? "This page" : "The page ‘\(other.path)’"
        return report(
            "link.unknown-anchor",
            "\(place) has no place named ‘#\(anchor)’.\(Spelling.hint(hint.map { "#" + $0 }))",
            reference)
    }

    private mutating func withdrawnAnchor(
        _ anchor: String, on other: SitePage, _ reference: Reference
    ) -> Destination {
        let message =
            other.path == page.path
            ? "This page was withdrawn, and ‘#\(anchor)’ with its text: delete the link."
            : "The page ‘\(other.path)’ was withdrawn, and ‘#\(anchor)’ with its text: link to the page."
        return report("link.unknown-anchor", message, reference)
    }

    private mutating func linkToWithheld(
        _ path: String, _ visibility: Visibility, _ reference: Reference
    ) -> Destination {
        report(
            "link.to-unpublished",
            "‘\(path)’ is \(visibility.description): a published page cannot link to it.",
            reference)
    }

    /// An image or another file that belongs to an unpublished page.
    private mutating func fileOfWithheld(
        _ path: String, _ owner: String, _ reference: Reference
    ) -> Destination {
        let visibility = graph.withheld[owner]?.description ?? "not published"
        return report(
            "link.to-unpublished",
            "‘\(path)’ belongs to ‘\(owner)’, which is \(visibility): a published page cannot use it.",
            reference)
    }

    private mutating func unknownFile(
        _ target: LinkTarget, _ path: String, _ reference: Reference
    ) -> Destination {
        if let address = target.withScheme {
            return report(
                reference.kind == .link ? "link.unknown-file" : "image.missing-file",
                "There is no file ‘\(path)’. An address of \(target.asMailAddress == nil ? "the web" : "mail") begins "
                    + "with its scheme: write ‘\(address)’.", reference, repair: address)
        }
        let isPage = seeksOriginal || target.path.hasSuffix(".md")
        let seeksOriginal = seeksOriginal
        let pages = graph.pages.lazy.filter { page in
            !seeksOriginal
                || page.source.role == .page && page.source.metadata.translationOf == nil
        }
        let hint =
            isPage
            ? (seeksOriginal ? nil : sourceMoved(from: path))
                ?? nearest(toPath: path, in: pages.map(\.path))
            : nearest(toPath: path, in: graph.assets.lazy.map(\.path))
        let id: Diagnostic.ID =
            switch reference.kind {
            case .link: isPage ? "link.unknown-page" : "link.unknown-file"
            case .image: "image.missing-file"
            }
        let what = id == "image.missing-file" ? "image" : isPage ? "page" : "file"
        return report(
            id, "There is no \(what) ‘\(path)’.\(Spelling.hint(hint))", reference,
            repair: hint.map {
                target.replacingPath(with: target.sibling($0, path).percentEncodedInLink)
            })
    }

    private mutating func unknownAddress(_ target: LinkTarget, _ reference: Reference)
        -> Destination
    {
        let graph = graph
        let hint =
            addressMoved(from: target.path.percentDecoded ?? target.path)
            ?? nearest(toPath: target.path, in: graph.pages.lazy.map(\.permalink.path))
            ?? nearest(
                toPath: target.path,
                in: graph.assets.lazy.map { "/" + graph.outputPath(ofAsset: $0) })
        let id: Diagnostic.ID =
            switch reference.kind {
            case .link: "link.unknown-address"
            case .image: "image.missing-file"
            }
        return report(
            id, "The site has nothing at ‘\(target.path)’.\(Spelling.hint(hint))", reference,
            repair: hint.map { target.replacingPath(with: $0) })
    }

    /// Looking through all pages of a large site takes milliseconds: enough for the few mistakes
    /// of a person, not for the thousands of a moved folder.
    private func nearest(to word: String, in candidates: some Sequence<String>) -> String? {
        guard diagnostics.count < 20 else { return nil }
        return Spelling.closest(to: word, in: candidates)
    }

    private func nearest(toPath path: String, in candidates: some Sequence<String>) -> String? {
        guard diagnostics.count < 20 else { return nil }
        return Spelling.closestPath(to: path, in: candidates)
    }
}
