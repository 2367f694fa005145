/// Links that stand in front matter and in site.yaml rather than in a text.

import Content
import Diagnostics
import Markup

extension LinkResolver {
    /// The hero image: a file of the site, or an absolute URL.
    mutating func hero(_ image: HeroImage) -> Destination {
        resolve(asImage: image.source)
    }

    /// Front matter values that point at something.
    mutating func checkMetadata() {
        if let original = page.source.metadata.translationOf { checkOriginal(original) }
        for revision in page.source.metadata.revisions {
            if let section = revision.section {
                _ = resolve(asLink: Located("#" + section.value, at: section.bytes))
            }
        }
        if let key = page.source.metadata.citationKey, !page.isPublication { reportUnused(key) }
    }

    private mutating func reportUnused(_ key: Located<String>) {
        diagnostics.append(
            Diagnostic(
                "citation-key.unused", .warning,
                "This page is no publication, and has no citation that could have a key: say its ‘kind’, or delete "
                    + "the line.", at: SourceSpan(page.path, key.bytes)))
    }

    /// Where the PDF of a publication is: a file of the site, from the page's source, or one elsewhere.
    mutating func pdf(_ pdf: Located<String>) -> Destination {
        switch WebAddress.kind(of: pdf.value) {
        case .relative, .web:
            let destination = resolve(asLink: pdf)
            switch destination {
            case .asset, .local, .external, .broken: return destination
            case .page, .anchor: break
            }
        case .contact, .refused: break
        }
        diagnostics.append(
            Diagnostic(
                "front-matter.not-a-url",
                "‘pdf’ is a file of the site or an address that begins with ‘https://’, not "
                    + "‘\(pdf.value)’.", at: SourceSpan(page.path, pdf.bytes)))
        return .broken
    }

    /// The site's own fields that are addresses.
    mutating func extra() -> [Destination] {
        page.source.metadata.extra.compactMap { field in
            guard case .url(let url) = field.value else { return nil }
            let known = diagnostics.count
            defer { if field.isInherited { moveToSettings(from: known) } }
            if case .refused = WebAddress.kind(of: url.value) {
                diagnostics.append(
                    Diagnostic(
                        "front-matter.not-a-url",
                        "‘\(field.key)’ is a file or a page of the site, or an address that begins with "
                            + "‘https://’, not ‘\(url.value)’.",
                        at: SourceSpan(page.path, url.bytes)))
                return .broken
            }
            return resolve(asLink: url)
        }
    }

    /// What was found of a default stands in `site.yaml`: there it is one mistake, however many pages have it.
    private mutating func moveToSettings(from first: Int) {
        for index in first..<diagnostics.count { diagnostics[index].span?.path = SiteSettings.path }
    }

    /// The publications that the home page names, in its order.
    mutating func featured() -> [PageID] {
        page.source.metadata.featured.compactMap { name in
            let destination = resolve(asLink: name)
            switch destination {
            case .page(let id, _) where graph[id].isPublication: return id
            case .broken: return nil
            case .page, .anchor, .asset, .local, .external: break
            }
            diagnostics.append(
                Diagnostic(
                    "front-matter.not-a-publication",
                    "‘featured’ names the files of publications, and ‘\(name.value)’ is none.",
                    at: SourceSpan(page.path, name.bytes)))
            return nil
        }
    }

    /// What a translation names is the source of a page.
    ///
    /// Whether it may be the original of this one was asked when the graph was made.
    private mutating func checkOriginal(_ name: Located<String>) {
        guard graph.original(of: page) == nil else { return }
        let target = LinkTarget(name.value)
        let known = diagnostics.count
        seeksOriginal = true
        defer { seeksOriginal = false }
        let meant: SitePage?
        switch resolve(asLink: Located(target.path, at: name.bytes)) {
        case .page(let id, _): meant = graph.original(meantBy: id, on: page)
        case .anchor, .local, .asset, .external: meant = original(near: target)
        case .broken:
            // What a link may suggest, an address or an introduction, would be refused here.
            guard diagnostics.count > known, let id = diagnostics.last?.id,
                id == "link.not-a-source" || id == "link.unknown-address"
            else { return }
            diagnostics.removeLast()
            meant = original(near: target)
        }
        let path = meant?.path.relative(to: page.path).percentEncodedInLink
        let advice =
            path.map { "write ‘\($0)’" } ?? "write its path, as in ‘../posts/naming-models.md’"
        diagnostics.append(
            Diagnostic(
                "translation.not-a-source",
                "‘translation_of’ names the file of the original, not ‘\(name.value)’: \(advice).",
                at: SourceSpan(page.path, name.bytes), repair: path))
    }

    /// The original whose source a path is near: without its ending, or from the root of the site or its texts.
    private func original(near target: LinkTarget) -> SitePage? {
        let path = target.path.percentDecoded ?? target.path
        let paths =
            path.hasPrefix("/")
            ? ["content" + path, String(path.dropFirst())]
            : [target.path(relativeTo: page.path)].compactMap(\.self)
        for path in paths {
            let folder = path.hasSuffix("/") ? String(path.dropLast()) : path
            for source in [folder, folder + "/index.md", folder + ".md"] {
                if let id = graph.page(atSource: source),
                    let original = graph.original(meantBy: id, on: page)
                {
                    return original
                }
            }
        }
        return nil
    }

    private mutating func resolve(asImage target: Located<String>) -> Destination {
        resolve(Reference(kind: .image(isFirst: true), target: target.value, bytes: target.bytes))
    }

    private mutating func resolve(asLink target: Located<String>) -> Destination {
        resolve(Reference(kind: .link, target: target.value, bytes: target.bytes))
    }
}

/// The files that `site.yaml` names: the logo, and the image of pages that have none.
enum SiteImageCheck {
    static func diagnostics(for graph: SiteGraph, _ plan: OutputPlan) -> [Diagnostic] {
        let configuration = graph.configuration
        return [configuration.organization?.logo, configuration.image?.src].compactMap { $0 }
            .compactMap { image in
                switch WebAddress.kind(of: image.value) {
                case .web: return nil
                case .relative: break
                case .contact, .refused:
                    return Diagnostic(
                        "front-matter.not-a-url",
                        "An image is a file of the site or an address that begins with ‘https://’, "
                            + "not ‘\(image.value)’.",
                        at: SourceSpan(SiteSettings.path, image.bytes))
                }
                let path = image.value.hasPrefix("/") ? image.value.dropFirst() : image.value[...]
                guard plan[String(path)] == nil else { return nil }
                let hint = Spelling.closest(
                    to: String(path), in: graph.assets.map { graph.outputPath(ofAsset: $0) })
                return Diagnostic(
                    "site.unknown-file",
                    "The site has no file ‘\(image.value)’: there is no ‘content/\(path)’."
                        + Spelling.hint(hint),
                    at: SourceSpan(SiteSettings.path, image.bytes))
            }
    }
}

/// The links of `site.yaml`: navigation and "learn more".
enum NavigationCheck {
    static func diagnostics(for graph: SiteGraph, _ plan: OutputPlan) -> [Diagnostic] {
        let configuration = graph.configuration
        return (configuration.navigation + [configuration.learnMore].compactMap { $0 })
            .compactMap { link in
                guard WebAddress.kind(of: link.url) == .relative else { return nil }
                let target = LinkTarget(link.url)
                let path = target.path.hasPrefix("/") ? target.path : "/" + target.path
                let isKnown =
                    plan.output(at: String(path.dropFirst())) != nil
                    || graph.unread.mayHave(path.hasSuffix("/") ? path : path + "/")
                guard !isKnown else { return nil }
                let hint = Spelling.closest(
                    to: path,
                    in: graph.pages.map(\.permalink.path) + graph.sections.map(\.permalink.path)
                        + GeneratedList.allCases.map(\.permalink.path))
                return Diagnostic(
                    "navigation.unknown-address",
                    "The site has nothing at ‘\(link.url)’.\(Spelling.hint(hint))", at: link.span,
                    repair: hint)
            }
    }
}

/// Dates that have not come when the site is built.
enum FutureDateCheck {
    /// Where the day begins first, it does so fourteen hours before it does in UTC.
    private static let zones = 14 * 3600

    /// Of pages that readers see: a date alone keeps none back.
    static func diagnostics(for graph: SiteGraph) -> [Diagnostic] {
        func isFuture(_ date: Moment) -> Bool {
            date.secondsSince1970 - (date.time == nil ? zones : 0) > graph.now.secondsSince1970
        }
        return graph.pages.flatMap { page -> [Diagnostic] in
            // What was withdrawn is not shown.
            guard page.visibility == .published, !page.isWithdrawn else { return [] }
            var found: [Diagnostic] = []
            func warn(_ message: String, at bytes: ByteRange) {
                found.append(
                    Diagnostic(
                        "front-matter.future-date", .warning, message,
                        at: SourceSpan(page.path, bytes)))
            }
            // A talk is announced.
            if let date = page.source.metadata.date, isFuture(date.value),
                page.source.metadata.publishAt == nil, page.kind != .talk
            {
                warn(
                    "This date has not come, and the page is published all the same. To keep it back "
                        + "until then, write ‘publish_at: \(date.value.rfc3339)’.", at: date.bytes)
                return found
            }
            if let updated = page.source.metadata.updated, isFuture(updated.value) {
                warn(
                    "This date has not come, and readers are told that the page has changed then.",
                    at: updated.bytes)
            }
            for revision in page.source.metadata.revisions where isFuture(revision.date) {
                warn(
                    "The date of this revision has not come, and readers are told of it already.",
                    at: revision.note.bytes)
            }
            return found
        }
    }
}
