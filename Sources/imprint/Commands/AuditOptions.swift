import ArgumentParser
import Audit
import Build
import Content
import Diagnostics
import ExternalLinks
import Files
import Markup
import Output
import Rendering
import Site

/// What `imprint check` looks at beyond the sources.
struct AuditOptions: ParsableArguments {
    @Option(
        help: ArgumentHelp(
            "A published tree, or its manifest.json saved to a file: what vanished is an error.",
            valueName: "old"))
    var against: String?

    @Flag(
        help: "The same against what stands at base_url now, by its manifest.json (needs curl).")
    var againstPublished = false

    @Option(
        defaultAsFlag: "public",
        help: ArgumentHelp(
            "Look for unpublished pages in every byte of a tree; public/ below the root by default.",
            valueName: "dir"))
    var leaks: String?

    @Flag(help: "Ask links to other sites whether they are still there (needs curl).")
    var external = false

    @Option(
        name: .customLong("link-cache"),
        help: ArgumentHelp(
            "Where --external keeps its results; external-links.json below the root by default.",
            valueName: "file"))
    var linkCache: String?

    func ledger(
        of built: BuiltSite, _ files: DiskFileSystem, _ options: BuildOptions,
        _ reports: ReportOptions
    ) async throws -> [Diagnostic] {
        guard let site = built.provisional, let old = try published(by: site, reports) else {
            return []
        }
        var unexpired: RenderedSite?
        if site.site.graph.withheld.values.contains(where: \.isExpired) {
            var options = options
            options.includesExpired = true
            unexpired = try await BuiltSite(building: files, options).provisional
        }
        return Ledger.diagnostics(for: site, against: old, unexpired: unexpired)
    }

    /// What the site is compared with; `nil` when nothing is.
    private func published(
        by site: RenderedSite, _ reports: ReportOptions
    ) throws -> PublishedAddresses? {
        if let against { return try PublishedAddresses(reading: against) }
        guard againstPublished else { return nil }
        let base = site.site.graph.configuration.baseURL
        let address = base.absolute + Manifest.fileName
        if let manifest = try PublishedManifest.fetch(from: address) {
            return PublishedAddresses(manifest)
        }
        reports.remark(
            "There is nothing at \(address) yet: a first publication has nothing to be compared with."
        )
        return nil
    }

    func leaks(
        of files: DiskFileSystem, _ options: BuildOptions, root: String
    ) async throws -> [Diagnostic] {
        guard let leaks else { return [] }
        // The default is below the root; a path that was given is where its writer stands.
        let directory = leaks == "public" ? root + "/public" : leaks
        let scan = try await LeakScan(of: files, options)
        return try await scan.diagnostics(for: directory, shown: leaks)
    }

    func validate() throws {
        guard !againstPublished || against == nil else {
            throw ValidationError(
                "‘--against’ and ‘--against-published’ each name what to compare with: give one.")
        }
    }

    /// Only what is not there is begun anew: a file of another kind must not be replaced.
    private func linkCache(at path: String) throws -> LinkCache {
        guard PublishedTree.exists(path) else { return LinkCache() }
        guard let cache = LinkCache(reading: try PublishedTree.read(path)) else {
            throw ValidationError("‘\(path)’ is no file of link results: it is not replaced.")
        }
        return cache
    }

    func external(
        of built: BuiltSite, _ options: BuildOptions, root: String, quiet: Bool
    ) throws -> [Diagnostic] {
        guard external, let site = built.site else { return [] }
        let path = linkCache ?? root + "/" + LinkCache.fileName
        let links = ExternalLink.all(of: site)
        let day = options.now.secondsSince1970 / 86_400
        var cache = try linkCache(at: path)
        var verdicts: [String: LinkVerdict] = [:]
        for link in links { verdicts[link.url] = cache.verdict(for: link.url, on: day) }
        let asked = links.map(\.url).filter { verdicts[$0] == nil }
        let showsProgress = Terminal.usesColor && !quiet
        let found = try LinkCheck.verdicts(for: asked) { count in
            if showsProgress { Terminal.message("\r\(count) of \(asked.count) links") }
        }
        if showsProgress { Terminal.message("\r\u{1B}[K") }
        for (url, verdict) in found {
            verdicts[url] = verdict
            cache.record(verdict, for: url, on: day)
        }
        cache.keep(only: Set(links.map(\.url)))
        try ReplacedFile.write(cache.bytes, to: path)
        let report = LinkReport(links, verdicts)
        if !quiet {
            Terminal.result(report.lines.map { $0 + "\n" }.joined() + report.summary + "\n")
        }
        return report.diagnostics
    }
}
