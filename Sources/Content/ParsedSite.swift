/// Everything read from disk and parsed, each file by itself.

package import Bibliography
package import Diagnostics
package import Files
package import Markup

/// A file of `content/` that is published as it is.
package struct AssetFile: Hashable, Sendable {
    /// Relative to the root of the site, by the bytes that the disk has.
    package var path: String
    /// The same in Unicode's NFC, in which addresses are written (RFC 3987, section 5.3.2.2): what macOS or an archive
    /// has named may come with each accent behind its letter.
    package var composedPath: String { path.normalized }
    /// In bytes.
    package var size: Int

    package init(path: String, size: Int) {
        self.path = path
        self.size = size
    }
}

/// `site.yaml`, which decides how every other file is read.
package struct SiteSettings: Sendable {
    /// At the root of the site.
    package static let path = "site.yaml"

    /// `nil` when the file is missing or has an error.
    package let configuration: SiteConfiguration?
    /// What can be read of a file that has an error.
    ///
    /// By this the texts are read, so that a mistake in one setting makes no other of what a text says.
    fileprivate let provisional: SiteConfiguration?
    fileprivate let diagnostics: [Diagnostic]

    /// What `extra` may have, as far as the file can be read: templates are checked by it.
    package var fields: [String: OwnFieldType]? { provisional?.fields }

    /// Whether anything can be read of it: of a file that is no YAML, nobody knows what it declares.
    fileprivate var isRead: Bool { provisional != nil }

    /// - Throws: When there is such a file and it cannot be read.
    package init(reading files: any FileSystem) throws(FileSystemError) {
        guard files.exists(Self.path) else {
            configuration = nil
            provisional = nil
            diagnostics = [
                Diagnostic(
                    "site.missing",
                    "There is no site.yaml here: a site needs one with ‘title’, ‘base_url’ and "
                        + "‘language’.", at: SourceSpan(file: Self.path))
            ]
            return
        }
        (provisional, diagnostics) = ConfigurationDecoder.decode(
            try files.read(Self.path))
        configuration = diagnostics.hasErrors ? nil : provisional
    }
}

/// The sources of a site after parsing.
package struct ParsedSite: Sendable {
    /// Sorted by the bytes of their paths.
    package private(set) var sources: [ParsedSource]
    package private(set) var works: WorkLibrary
    private let tree: SourceTree
    private let settings: SiteSettings
    private var worksDiagnostics: [Diagnostic]
    /// Of files to copy, and of those that somebody may take for such.
    private let assetDiagnostics: [Diagnostic]
    /// Of files that are no pages only because no page links to them.
    private let strayDiagnostics: [Diagnostic]
    /// Of `defaults` for folders without pages.
    private let defaultsDiagnostics: [Diagnostic]

    /// `nil` when site.yaml is missing or has an error.
    package var configuration: SiteConfiguration? { settings.configuration }
    /// Whether `defaults` are for pages that there are: if not, some page may be a draft that does not say so.
    package var defaultsAreUsed: Bool { defaultsDiagnostics.isEmpty }
    /// What `extra` may have, as far as `site.yaml` can be read.
    package var fields: [String: OwnFieldType]? { settings.fields }
    /// Whether templates can be checked: by what `site.yaml` declares.
    package var fieldsAreKnown: Bool { settings.isRead }

    /// Sorted by the bytes of their paths in NFC.
    package var assets: [AssetFile] { tree.assets }

    package var diagnostics: [Diagnostic] { diagnostics(countingDrafts: true) }

    /// The same for a build in which drafts are published or not: if not, what is wrong with one is a note.
    package func diagnostics(countingDrafts: Bool) -> [Diagnostic] {
        settings.diagnostics + tree.diagnostics + assetDiagnostics + strayDiagnostics
            + defaultsDiagnostics
            + sources.flatMap { $0.diagnostics(countingDrafts: countingDrafts) } + worksDiagnostics
            + (fieldsAreKnown && fields == nil ? PageOrder.diagnostics(for: sources) : [])
    }
}

extension ParsedSite {
    /// Reads `content/` and the bibliography, and parses every page.
    ///
    /// Each file is read once, by the worker that parses it; its bytes are not kept. A file that
    /// cannot be read is a diagnostic at that file.
    ///
    /// - Throws: When `content/` cannot be listed.
    package init(
        reading files: any FileSystem, _ settings: SiteSettings
    ) async throws(FileSystemError) {
        try await self.init(reading: files, settings, reusing: nil, except: [])
    }

    /// The same with the settings read first.
    package init(reading files: any FileSystem) async throws(FileSystemError) {
        try await self.init(reading: files, SiteSettings(reading: files))
    }

    /// The site after some files changed: only those are read and parsed again.
    ///
    /// - Parameters:
    ///   - changed: Every path that was written, added, removed or renamed since this value was
    ///     read; a folder stands for all that it holds.
    ///   - files: Where they are read.
    /// - Returns: What a fresh read would give.
    /// - Throws: When `content/` cannot be listed.
    package func updated(
        changed: Set<String>, from files: any FileSystem
    ) async throws(FileSystemError) -> ParsedSite {
        guard !changed.contains(SiteSettings.path) else {
            // Its settings decide how every page is parsed.
            return try await ParsedSite(reading: files)
        }
        let known = changed.compactMap { path in
            sources.firstIndex { $0.file.path == path }.map { (index: $0, path: path) }
        }
        guard known.count == changed.count, known.allSatisfy({ files.exists($0.path) }) else {
            return try await ParsedSite(reading: files, settings, reusing: self, except: changed)
        }
        var site = self
        for (index, _) in known {
            site.sources[index] = Self.parse(sources[index].file, from: files, settings.provisional)
        }
        return site
    }

    private init(
        reading files: any FileSystem, _ settings: SiteSettings, reusing old: ParsedSite?,
        except changed: Set<String>
    ) async throws(FileSystemError) {
        self.settings = settings
        let configuration = settings.provisional
        let tree = SourceTree(
            try files.files(below: "content"), bibliography: configuration?.bibliography)
        self.tree = tree
        defaultsDiagnostics =
            configuration?.defaults?.diagnostics(for: tree.pages, besides: tree.diagnostics) ?? []
        assetDiagnostics =
            await StrayPages.diagnostics(for: tree.assets, from: files)
            + ForeignFolders.diagnostics(from: files, besides: tree.pages)
        let known = old.flatMap { old in
            old.tree.bibliography == tree.bibliography
                && !Self.isChanged(tree.bibliography ?? "", changed)
                ? (old.works, old.worksDiagnostics) : nil
        }
        async let library = known ?? Self.works(tree.bibliography, from: files)
        var reusable: [PageFile: ParsedSource] = [:]
        for source in old?.sources ?? [] where !Self.isChanged(source.file.path, changed) {
            reusable[source.file] = source
        }
        let kept = reusable
        // Largest first, so that no core is left with a long page at the end.
        let order = tree.pages.indices.sorted { tree.pages[$0].size > tree.pages[$1].size }
        let parsed = await Parallel.map(order.count) { place in
            let file = tree.pages[order[place]]
            return kept[file] ?? Self.parse(file, from: files, configuration)
        }
        var sources = [ParsedSource?](repeating: nil, count: order.count)
        for (place, source) in parsed.enumerated() { sources[order[place]] = source }
        self.sources = sources.compactMap(\.self)
        strayDiagnostics = StrayPages.diagnostics(
            forSources: StrayPages.sources(among: tree.assets, from: files), in: self.sources)
        (works, worksDiagnostics) = await library
    }

    /// Whether a path, or a folder above it, is among those that changed.
    private static func isChanged(_ path: String, _ changed: Set<String>) -> Bool {
        guard !changed.isEmpty else { return false }
        return changed.contains(path)
            || path.foldersAround.contains { changed.contains(String($0)) }
    }

    private static func parse(
        _ file: PageFile, from files: any FileSystem, _ configuration: SiteConfiguration?
    ) -> ParsedSource {
        do {
            let (page, diagnostics) = ParsedPage.parse(
                try files.read(file.path), file: file, configuration: configuration)
            return ParsedSource(file: file, parsed: page, diagnostics: diagnostics)
        } catch {
            return ParsedSource(file: file, parsed: nil, diagnostics: [error.diagnostic])
        }
    }

    private static func works(
        _ path: String?, from files: any FileSystem
    ) -> (WorkLibrary, [Diagnostic]) {
        guard let path else { return (WorkLibrary(), []) }
        guard files.exists(path) else {
            return (
                .unreadable,
                [
                    Diagnostic(
                        "bibliography.missing", "There is no bibliography ‘\(path)’.",
                        at: SourceSpan(file: SiteSettings.path))
                ]
            )
        }
        let bytes: [UInt8]
        do { bytes = try files.read(path) } catch { return (.unreadable, [error.diagnostic]) }
        let problems = TextCheck.diagnostics(for: bytes, path: path, maximumSize: 64 << 20)
        guard problems.isEmpty else { return (.unreadable, problems) }
        let (works, diagnostics) =
            path.hasSuffix(".json")
            ? WorkLibrary.parse(cslJSON: bytes, path: path)
            : WorkLibrary.parse(bibtex: bytes, path: path)
        // Its mistake is reported, and not each citation.
        let isUnreadable = works.works.isEmpty && diagnostics.hasErrors
        return (isUnreadable ? .unreadable : works, diagnostics)
    }
}
