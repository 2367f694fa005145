/// Where the addresses lead that stand in a finished page: those that a template or raw HTML spells out, and a
/// browser follows as they are.

import Content
package import Diagnostics
import Markup

package struct AddressFinder: Sendable {
    package enum Target: Hashable, Sendable {
        /// An output of the plan, by its path.
        case output(String)
        /// Another site, or nothing that can be checked here.
        case elsewhere
        case mistake(Mistake)
    }

    /// An address that leads nowhere, or where it should not.
    package enum Mistake: Hashable, Sendable {
        /// The path that is asked for, decoded, below the root of the site.
        case nothing(String)
        /// A source, and why it is kept back.
        case unpublished(String, Visibility)
        /// On the same host, but not under the path of the base URL, where there is such an output.
        case besideSite(String)
        /// An output by its path, of which the address has the letters composed in another way.
        case otherForm(String)
    }

    private let graph: SiteGraph
    private let plan: OutputPlan

    package init(_ site: ResolvedSite) {
        graph = site.graph
        plan = site.plan
    }

    /// - Parameters:
    ///   - address: As a browser reads it in the page: with entities decoded.
    ///   - output: The path of the page; without it, relative addresses are not followed.
    /// - Returns: Where it leads.
    package func target(of address: String, on output: String?) -> Target {
        let base = graph.configuration.baseURL
        switch WebAddress.kind(of: address) {
        case .contact, .refused: return .elsewhere
        case .web:
            guard let rest = base.pathOnHost(of: address) else { return .elsewhere }
            // What is named with its host and lies beside the site is meant so.
            guard rest.hasPrefix(base.path) || rest + "/" == base.path else { return .elsewhere }
            return find(LinkTarget(rest).path, in: base.path)
        case .relative: break
        }
        let path = LinkTarget(address).path
        if path.hasPrefix("/") { return find(path, in: base.path) }
        guard let output else { return .elsewhere }
        if path.isEmpty { return .output(output) }
        let folder = output.lastIndex(of: "/").map { output[...$0] } ?? ""
        return find(base.path + folder + path, in: base.path)
    }

    /// Where an address leads that begins at the root of the host, encoded.
    private func find(_ address: String, in base: String) -> Target {
        guard var path = LinkTarget(address).path(relativeTo: "") else { return .elsewhere }
        if !path.hasPrefix("/") { path = "/" + path }
        if path.hasPrefix(base) || path + "/" == base {
            return find(siteAt: String(path.dropFirst(base.count)))
        }
        // The host's own front page is often meant; another of its pages seldom has our name.
        guard path != "/", case .output = find(siteAt: String(path.dropFirst())) else {
            return .elsewhere
        }
        return .mistake(.besideSite(String(path.dropFirst())))
    }

    /// Where a path leads that begins at the root of the site, decoded.
    private func find(siteAt path: String) -> Target {
        if let output = plan.output(at: path) {
            // Two ways to compose a letter are one text and two addresses.
            return output.utf8.starts(with: path.utf8)
                ? .output(output) : .mistake(.otherForm(output))
        }
        if isMadeLater(path) { return .elsewhere }
        let page = path.isEmpty || path.hasSuffix("/") ? "/" + path : "/\(path)/"
        if let source = graph.withheldPermalinks[page]
            ?? graph.withheldPage(around: page, in: graph.withheldPermalinks)
            ?? graph.withheldFiles["content/" + path],
            let visibility = graph.withheld[source]
        {
            return .mistake(.unpublished(source, visibility))
        }
        // What is wrong with a source is told there.
        guard !graph.unread.mayHave(page) else { return .elsewhere }
        return .mistake(.nothing(path))
    }

    /// Files that the plan does not have: written when the site is published, or left out of a preview.
    private func isMadeLater(_ path: String) -> Bool {
        if path == "manifest.json" || path.hasPrefix(OutputPlan.searchIndexFolder + "/") {
            return true
        }
        guard graph.includesDrafts else { return false }
        let name = path.split(separator: "/").last ?? ""
        return path.hasPrefix("_drafts") || Self.publishedOnly.contains(String(name))
    }

    /// Names of files that a build with drafts does not have.
    static let publishedOnly: Set<String> = [
        "opensearch.xml", "_redirects", "feed.xml", "feed.json", "acknowledgements.json",
        "publications.bib", "publications.json", "robots.txt", "sitemap.xml",
        OutputPlan.socialCardName,
    ]
}

// MARK: - What is said of a mistake

extension AddressFinder {
    /// What a reader would type for an output, behind the address of the site.
    package static func address(of output: String) -> String {
        "/" + (output.hasSuffix("index.html") ? output.dropLast("index.html".count) : output[...])
    }

    /// The address that was most likely meant, below the root of the site; a file of the same kind for one whose
    /// name says what it is.
    ///
    /// Looks at every output: for a few mistakes, not for thousands.
    private func nearest(to path: String) -> String? {
        let kind = FileKind(of: path)
        let candidates = plan.outputs.lazy.filter { kind == nil || FileKind(of: $0.path) == kind }
        return Spelling.closestPath(
            to: "/" + path, in: candidates.map { Self.address(of: $0.path) }
        ).map { String($0.dropFirst()) }
    }

    /// What the ending of a name says of the file.
    private enum FileKind: Equatable {
        case page
        case image
        case other(String)

        /// `nil` for a name without an ending, such as those of pages in links.
        init?(of path: String) {
            guard let name = path.split(separator: "/", omittingEmptySubsequences: false).last,
                let dot = name.lastIndex(of: "."), dot > name.startIndex
            else { return nil }
            let ending = name[name.index(after: dot)...].lowercased()
            // `3.5` and `v1.2-release` are no names of files.
            guard ending.contains(where: \.isLetter),
                ending.allSatisfy({ $0.isLetter || $0.isNumber })
            else { return nil }
            switch ending {
            case "html", "htm": self = .page
            case _ where ImageSizes.formats.contains(ending): self = .image
            default: self = .other(ending)
            }
        }
    }

    /// The diagnostic for an address that leads nowhere.
    ///
    /// - Parameters:
    ///   - mistake: What is wrong with it.
    ///   - address: As it was written.
    ///   - page: The address of the page that has it; `nil` for a template, whose place says enough.
    ///   - span: Where it stands, when that is known.
    ///   - root: What a suggestion begins with; `nil` for the path of the site.
    ///   - suggests: Whether to look for the address that was meant.
    /// - Returns: An error; a warning for what may be the page of another site on this host.
    package func diagnostic(
        for mistake: Mistake, _ address: String, on page: String? = nil, at span: SourceSpan?,
        root: String? = nil, suggests: Bool
    ) -> Diagnostic {
        let base = graph.configuration.baseURL.path
        let use = page.map { ", where a link of ‘\($0)’ leads" } ?? ""
        switch mistake {
        case .nothing(let path):
            let hint =
                suggests
                ? nearest(to: path).map { (root ?? base) + $0.percentEncodedInLink } : nil
            return Diagnostic(
                "link.unknown-address",
                "The site has nothing at ‘\(address)’\(use).\(Spelling.hint(hint))", at: span,
                repair: hint)
        case .unpublished(let source, let visibility):
            return Diagnostic(
                "link.to-unpublished",
                "‘\(source)’ is \(visibility.description): "
                    + "\(page.map { "‘\($0)’" } ?? "a template") cannot link to it.", at: span)
        case .otherForm(let output):
            let hint = base + Self.address(of: output).dropFirst().description.percentEncodedInLink
            return Diagnostic(
                "link.unknown-address",
                "‘\(address)’\(page == nil ? "" : use + ",") has letters and accents apart, as macOS writes names of "
                    + "files (Unicode’s NFD), and what stands there has its address with whole ones (NFC): to a browser "
                    + "these are two. Type the name anew, or write ‘\(hint.percentEncodedURL)’.",
                at: span,
                repair: hint)
        case .besideSite(let path):
            let hint = base + path.percentEncodedInLink
            return Diagnostic(
                "link.beside-site", .warning,
                "‘\(address)’\(page == nil ? "" : use + ",") is not part of the site, which begins at ‘\(base)’."
                    + Spelling.hint(hint), at: span, repair: hint)
        }
    }
}
