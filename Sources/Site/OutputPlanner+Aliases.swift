import Content
import Markup

extension OutputPlanner {
    /// What stands beside a page stays at its old addresses too: the files of its bundle, its feed,
    /// its citation files.
    ///
    /// People link to a figure or subscribe to a feed; a redirect of the page alone would end that.
    mutating func planFilesOfAliases() {
        let folders = graph.redirects.compactMap { redirect -> (path: String, page: PageID)? in
            guard case .page(let id) = redirect.target,
                redirect.outputPath.hasSuffix("/index.html")
            else { return nil }
            return (redirect.outputPath, id)
        }
        guard !folders.isEmpty else { return }
        // A file that an author has put there goes first.
        var taken = Set(outputs.map(\.path))
        let feeds = feedsByRecord()
        for redirect in folders {
            let folder = redirect.path.dropLast("index.html".count)
            for (name, content) in files(beside: redirect.page, feeds)
            where taken.insert(folder + name).inserted {
                outputs.append(PlannedOutput(folder + name, content))
            }
        }
    }

    /// A feed that `site.yaml` leads on to stands at its old address itself: programs that read feeds follow the
    /// redirects of a host, and no page that leads on.
    mutating func planFeedsAtOldAddresses() {
        let base = graph.configuration.baseURL
        guard !graph.configuration.redirects.isEmpty else { return }
        var feeds: [String: OutputContent] = [:]
        for output in outputs where output.content.isFeed { feeds[output.path] = output.content }
        var taken = Set(outputs.map(\.path))
        for (place, output) in outputs.enumerated() {
            guard case .redirect(let index) = output.content,
                case .setting(let setting) = graph.redirects[index].target
            else { continue }
            let redirect = graph.configuration.redirects[setting]
            let path = String(redirect.source.value.dropFirst())
            guard let type = [".xml", ".json"].first(where: { path.hasSuffix($0) }),
                let target = LinkTarget(ofSite: redirect.target.value, base), target.isPathAlone,
                target.path.hasSuffix(type),
                let feed = feeds[String(target.decodedPath.dropFirst())],
                taken.insert(path).inserted
            else { continue }
            outputs[place] = PlannedOutput(path, feed)
        }
    }

    private func feedsByRecord() -> [PageID: FeedScope] {
        guard !graph.includesDrafts else { return [:] }
        var feeds: [PageID: FeedScope] = [:]
        for (index, topic) in graph.topics.enumerated() where !topic.publications.isEmpty {
            if let record = topic.record { feeds[record] = .topic(TopicID(index)) }
        }
        for (index, person) in graph.people.enumerated() where !person.wrote.isEmpty {
            if let record = person.record { feeds[record] = .person(PersonID(index)) }
        }
        return feeds
    }

    private func files(
        beside id: PageID, _ feeds: [PageID: FeedScope]
    ) -> [(name: String, content: OutputContent)] {
        let page = graph[id]
        var files: [(name: String, content: OutputContent)] = []
        if let feed = feeds[id] { files.append(("feed.xml", .atomFeed(feed))) }
        if graph.configuration.writesCitationFiles, page.isPublication {
            files += CitationFormat.allCases.map { ("cite." + $0.rawValue, .citationFile(id, $0)) }
        }
        if let bundle = page.source.bundle {
            for (index, asset) in graph.assets.enumerated() where asset.path.hasPrefix(bundle + "/")
            {
                files.append(
                    (String(asset.composedPath.dropFirst(bundle.count + 1)), .asset(index)))
            }
        }
        return files
    }
}

extension OutputContent {
    fileprivate var isFeed: Bool {
        switch self {
        case .atomFeed, .atomArchive, .jsonFeed: true
        default: false
        }
    }
}
