import Bytes
import Content
import Files
import Markup
import Output
import Rendering
import Site

/// Compares one file at a time, so that no more than two are in memory for each core.
struct FileComparison: Sendable {
    /// What there is to say of a path.
    enum Finding: Sendable {
        case same
        /// Not the same bytes, and nothing that is told.
        case other
        case newPage(SiteDifference.Page)
        case newList(SiteDifference.Page)
        case changed(SiteDifference.ChangedPage)
        /// The address that it leads to now, and the output of a page there.
        case moved(to: String, page: String?)
        case gone(SiteDifference.Page)
        case newFile, changedFile, goneFile
    }

    private let site: RenderedSite
    private let old: PublishedFiles
    private let oldPaths: Set<String>
    private let files: any FileSystem
    /// Where pages have moved to, by their old addresses in links.
    private let movedAddresses: [String: String]
    /// The old folders of pages by the new ones, in the output.
    private let oldFolders: [String: String]

    init(_ site: RenderedSite, _ old: PublishedFiles, _ files: any FileSystem) {
        self.site = site
        self.old = old
        oldPaths = Set(old.paths)
        self.files = files
        let base = site.site.graph.configuration.baseURL
        var (addresses, folders): ([String: String], [String: String]) = ([:], [:])
        for (index, redirect) in site.site.graph.redirects.enumerated() {
            let old = Address(redirect.outputPath)
            guard let id = site.text(of: .redirect(index)) else {
                // A redirect of `/report.pdf` is the page of a folder.
                let file = String(old.folder.dropLast())
                if oldPaths.contains(file) {
                    addresses[base.href(ofOutput: file[...])] = site.address(ledToBy: redirect)
                }
                continue
            }
            let page = site.site.graph[id]
            addresses[base.href(ofOutput: old.text.dropFirst())] = page.href
            folders[String(page.permalink.path.dropFirst())] = String(old.folder)
        }
        (movedAddresses, oldFolders) = (addresses, folders)
    }

    func finding(
        at path: String, _ buffer: inout OutputBuffer
    ) throws(PublishError) -> Finding {
        let content = site.site.plan[path]
        switch content {
        // Made of what is compared.
        case .imageCopy, .socialCard: return .same
        default: break
        }
        guard oldPaths.contains(path) else {
            return content.map { newFinding(at: path, $0, &buffer) } ?? .same
        }
        guard let content else { return try goneFinding(at: path) }
        let before = try old.read(path)
        let after = bytes(of: content, &buffer)
        if before == after { return .same }
        switch content {
        case .asset: return .changedFile
        case .page(let id):
            let page = ReadPage(reading: before)
            // An old address was here, or a list.
            guard page.isArticle else { return newFinding(at: path, content, &buffer) }
            return changed(at: path, page, ReadPage(reading: after), id).map { .changed($0) }
                ?? .other
        case .redirect(let index):
            return ReadPage(reading: before).isRedirect ? .other : moved(by: index)
        default:
            guard Address(path).isPage else { return .other }
            let page = ReadPage(reading: before)
            // A list took the place of a text.
            if page.hasText { return .gone(.init(page, at: path)) }
            return changedList(at: path, before, after, content).map { .changed($0) } ?? .other
        }
    }

    /// What is otherwise above a list, or of a person or a topic.
    private func changedList(
        at path: String, _ before: [UInt8], _ after: [UInt8], _ content: OutputContent
    ) -> SiteDifference.ChangedPage? {
        switch content {
        case .home, .section(_, page: 1), .topicIndex, .topic(_, page: 1), .peopleIndex,
            .person(_, page: 1), .acknowledgements(page: 1), .archive, .workIndex:
            return changed(
                at: path, ReadPage(readingList: before), ReadPage(readingList: after), nil)
        default: return nil
        }
    }

    /// Whether a file that has moved is another one at its new place.
    func isChanged(_ path: String, movedTo target: String) throws(PublishError) -> Bool {
        guard case .asset(let index)? = site.site.plan[target] else { return false }
        return try old.read(path) != (try? files.read(site.site.graph.assets[index].path))
    }

    /// What is otherwise on a page that has moved.
    func change(
        from path: String, to target: String, _ buffer: inout OutputBuffer
    ) throws(PublishError) -> SiteDifference.ChangedPage? {
        guard let content = site.site.plan[target] else { return nil }
        let before = try old.read(path)
        let after = bytes(of: content, &buffer)
        let page = ReadPage(reading: before)
        if case .page(let id) = content {
            return changed(at: target, page, ReadPage(reading: after), id)
        }
        // Where a text was, a list is another page.
        return page.isArticle ? nil : changedList(at: target, before, after, content)
    }

    private func changed(
        at path: String, _ before: ReadPage, _ after: ReadPage, _ id: PageID?
    ) -> SiteDifference.ChangedPage? {
        let before = movedAddresses.isEmpty ? before : before.replacingLinks(current)
        let change = PageChange(
            from: before, to: after,
            isWithdrawn: id.map { site.site.graph[$0].isWithdrawn } ?? false)
        return change.isEmpty
            ? nil : SiteDifference.ChangedPage(page: .init(after, at: path), change: change)
    }

    /// A link to a page that has moved, as it is written now.
    private func current(_ link: String) -> String {
        let place = link.firstIndex(of: "#") ?? link.endIndex
        if let page = movedAddresses[String(link[..<place])] { return page + link[place...] }
        // A file beside a page that has moved.
        for folder in String(link[..<place]).foldersAround {
            if let page = movedAddresses["\(folder)/"] {
                return page + link.dropFirst(folder.count + 1)
            }
        }
        return link
    }

    private func newFinding(
        at path: String, _ content: OutputContent, _ buffer: inout OutputBuffer
    ) -> Finding {
        switch content {
        case .asset: return hasMoved(to: path) ? .other : .newFile
        case .page:
            return .newPage(.init(ReadPage(reading: bytes(of: content, &buffer)), at: path))
        case .section(_, page: 1), .topicIndex, .topic(_, page: 1), .peopleIndex,
            .person(_, page: 1), .acknowledgements(page: 1), .archive, .workIndex, .work, .search:
            return .newList(.init(ReadPage(reading: bytes(of: content, &buffer)), at: path))
        default: return .other
        }
    }

    private func goneFinding(at path: String) throws(PublishError) -> Finding {
        let address = Address(path)
        switch site.site.redirects.end(of: address.text) {
        case .output(let target):
            var page: String?
            if case .page? = site.site.plan[target] { page = target }
            return .moved(to: Address(target).text, page: page)
        case .elsewhere:
            return .moved(
                to: shown(site.site.redirects.location(of: address.text) ?? ""), page: nil)
        case .nowhere, nil: break
        }
        // A redirect of `/report.pdf` is the page of a folder.
        if case .redirect(let index)? = site.site.plan[path + "/index.html"] {
            return moved(by: index)
        }
        guard !Ledger.isHousekeeping(path), Ledger.list(continuedAt: path) == nil else {
            return .other
        }
        guard address.isPage else { return Self.isMade(address.name) ? .other : .goneFile }
        let page = ReadPage(reading: try old.read(path))
        return .gone(
            page.isRedirect
                ? .init(address: address.text, title: "", authors: nil, date: nil)
                : .init(page, at: path))
    }

    /// Whether a file went along with its page.
    private func hasMoved(to path: String) -> Bool {
        path.foldersAround.contains { folder in
            oldFolders["\(folder)/"].map {
                oldPaths.contains($0 + path.dropFirst(folder.count + 1))
            }
                ?? false
        }
    }

    /// Whether a file beside a page is made of it: a citation, a feed, a smaller copy of an image.
    private static func isMade(_ name: Substring) -> Bool {
        let made: Set<Substring> = [
            "cite.bib", "cite.ris", "cite.json", "feed.json", "acknowledgements.json",
            "publications.bib", "publications.json", "opensearch.xml",
        ]
        if made.contains(name) { return true }
        if name.hasPrefix("feed") || name.hasPrefix("sitemap"), name.hasSuffix(".xml") {
            return true
        }
        let parts = name.split(separator: ".")
        return parts.count > 2 && parts[parts.count - 2].last == "w"
            && Int(parts[parts.count - 2].dropLast()) != nil
    }

    private func moved(by index: Int) -> Finding {
        let redirect = site.site.graph.redirects[index]
        guard let id = site.text(of: .redirect(index)) else {
            return .moved(to: shown(site.address(ledToBy: redirect)), page: nil)
        }
        let permalink = site.site.graph[id].permalink
        return .moved(to: permalink.path, page: permalink.outputPath)
    }

    /// An address of this site without the path of its base, as all others are told.
    private func shown(_ address: String) -> String {
        let base = site.site.graph.configuration.baseURL.path
        return address.hasPrefix(base) ? "/" + address.dropFirst(base.count) : address
    }

    private func bytes(of content: OutputContent, _ buffer: inout OutputBuffer) -> [UInt8] {
        if case .asset(let index) = content {
            return (try? files.read(site.site.graph.assets[index].path)) ?? []
        }
        buffer.removeAll()
        site.render(content, into: &buffer)
        return [UInt8](buffer)
    }
}

extension SiteDifference.Page {
    init(_ page: ReadPage, at path: String) {
        self.init(
            address: Address(path).text, title: page.title, authors: page.fact("authors"),
            date: page.fact("date"))
    }
}
