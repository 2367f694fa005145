/// Where the frame of a page leads: home, and along the navigation; and what it calls the site.

import Content
import Markup
import Site

/// The ways home and along the navigation, for readers of one language.
///
/// On a page in another language than the site's they lead to versions in it, where there are any. An object: each
/// page asks for it.
final class FrameLinks: Sendable {
    /// The name of the site.
    ///
    /// Where the home page is called by it, it is the title of the home page in each language.
    let title: String
    let foreignTitle: ForeignText?
    /// For breadcrumbs.
    let home: LinkRecord
    let homeURL: String
    let atomURL: String
    /// A feed that goes before those of the site in the head of a page.
    let feed: HeadLinkRecord?
    private let navigation: [FrameLink]
    private let learnMore: FrameLink?

    /// As `site.yaml` has them.
    init(_ site: ResolvedSite, _ wording: Wording) {
        let base = site.graph.configuration.baseURL
        title = site.graph.configuration.title
        foreignTitle = nil
        homeURL = Permalink([]).href(under: base)
        home = LinkRecord(text: wording.words.home, url: homeURL)
        atomURL = base.href(ofOutput: "feed.xml")
        feed = nil
        navigation = site.graph.configuration.navigation.map { FrameLink($0, site) }
        learnMore = site.graph.configuration.learnMore.map { FrameLink($0, site) }
    }

    /// The same for readers of a language.
    private init(_ links: FrameLinks, in language: String, _ site: ResolvedSite, _ wording: Wording)
    {
        let graph = site.graph
        let word = wording.words.home
        let version = graph.home.flatMap { graph.standingVersion(of: $0, in: language) }
        let isNamed = graph.home.map { graph[$0].title } == links.title
        title = version.flatMap { isNamed ? graph[$0].title : nil } ?? links.title
        foreignTitle = title == links.title ? nil : graph.foreignInFrame(language)
        homeURL = version.map { graph[$0].href } ?? links.homeURL
        home =
            version == nil
            ? links.home
            : LinkRecord(text: word, url: homeURL, foreign: graph.foreignInFrame(language))
        let base = graph.configuration.baseURL
        let section = graph.sections.first { $0.record == version && graph.hasFeed($0) }
        let atomURL = section.map {
            base.href(ofOutput: $0.permalink.path.dropFirst() + "feed.xml")
        }
        self.atomURL = atomURL ?? links.atomURL
        if let section, let atomURL, !graph.includesDrafts {
            feed = HeadLinkRecord(
                relation: "alternate", url: base.origin + atomURL, type: "application/atom+xml",
                title: section.title)
        } else {
            feed = nil
        }
        navigation = links.navigation.map { $0.version(in: language, graph, home: word) }
        learnMore = links.learnMore?.version(in: language, graph, home: word)
    }

    /// The same for readers of each other language in which anything of it is there.
    func byLanguage(_ site: ResolvedSite, _ wording: SiteWording) -> [String: FrameLinks] {
        let graph = site.graph
        guard graph.hasTranslations else { return [:] }
        let targets = navigation.map(\.target) + [learnMore?.target, graph.home]
        let languages = Set(
            targets.compactMap(\.self).flatMap { graph[$0].translations }
                .map { graph.language(of: graph[$0]) })
        return Dictionary(
            uniqueKeysWithValues: languages.subtracting([graph.configuration.language]).map {
                ($0, FrameLinks(self, in: $0, site, wording.of(tag: $0)))
            })
    }

    /// The navigation as a page shows it, which knows where it stands.
    func navigation(at permalink: Permalink) -> [LinkRecord] {
        navigation.map { $0.record(at: permalink) }
    }

    func learnMore(at permalink: Permalink) -> LinkRecord? { learnMore?.record(at: permalink) }
}

/// A link of the navigation.
private struct FrameLink: Sendable {
    private let link: LinkRecord
    /// The address of this site that it leads to, without its `base_url`.
    private let place: String?
    /// Whether it leads to a home page, below which every page is.
    private let isHome: Bool
    /// The page whose text stands there.
    let target: PageID?

    init(_ link: NavigationLink, _ site: ResolvedSite) {
        guard WebAddress.kind(of: link.url) == .relative else {
            self.link = LinkRecord(text: link.text, url: link.url)
            (place, isHome, target) = (nil, false, nil)
            return
        }
        let path = (link.url.hasPrefix("/") ? link.url : "/" + link.url).normalized
        self.link = LinkRecord(
            text: link.text,
            url: site.graph.configuration.baseURL.href(ofOutput: String(path.dropFirst())))
        place = path
        isHome = path == "/"
        target = site.text(at: path)
    }

    private init(link: LinkRecord, place: String?, isHome: Bool, target: PageID?) {
        (self.link, self.place, self.isHome, self.target) = (link, place, isHome, target)
    }

    /// The link to the version of its page in a language, under the title of that.
    ///
    /// A link to a page in another language than the site's is meant for whoever reads that.
    func version(in language: String, _ graph: SiteGraph, home: String) -> FrameLink {
        guard let target, graph.language(of: graph[target]) == graph.configuration.language,
            let version = graph.standingVersion(of: target, in: language)
        else { return self }
        let page = graph[version]
        return FrameLink(
            link: LinkRecord(
                text: isHome ? home : page.title, url: page.href,
                foreign: graph.foreignInFrame(language)),
            place: page.permalink.path, isHome: isHome, target: version)
    }

    func record(at permalink: Permalink) -> LinkRecord {
        var record = link
        record.isCurrent =
            place.map { isHome ? permalink.path == $0 : permalink.path.hasPrefix($0) } ?? false
        return record
    }
}

extension SiteGraph {
    /// The version of a page in a language, unless it was withdrawn.
    fileprivate func standingVersion(of id: PageID, in language: String) -> PageID? {
        ownVersion(of: id, in: language).flatMap { self[$0].isWithdrawn ? nil : $0 }
    }

    /// How words in a language are marked in the frame, which is in the language of the site.
    func foreignInFrame(_ language: String?) -> ForeignText? {
        guard let language, language != configuration.language else { return nil }
        return ForeignText(language: language, on: configuration.language)
    }
}
