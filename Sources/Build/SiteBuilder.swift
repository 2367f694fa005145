/// From a folder to a site, in a few lines that read like a table of contents.

package import Content
package import Diagnostics
package import Files
package import Markup
package import Rendering
package import Site

/// What a build is asked to do, apart from where to write.
package struct BuildOptions: Sendable {
    /// Replaces the `base_url` of site.yaml: for a preview deployed elsewhere.
    package var baseURL: BaseURL?
    /// Unpublished pages are part of the site, and every page says so.
    package var includesDrafts = false
    /// Expired pages are part of the site as they were before: to tell what their end has taken with it.
    package var includesExpired = false
    /// Pages of the site are left out, perhaps all that a folder has: what `defaults` say of it is right even so.
    package var isPart = false
    /// Decides what is scheduled and what has expired; the only time that reaches the site.
    package var now: Moment
    /// Whether there is a program that makes images: smaller copies, and social cards.
    package var makesImages = false

    package init(now: Moment) { self.now = now }
}

/// Everything that a site is made of, read and checked file by file.
package struct SiteSources: Sendable {
    package private(set) var parsed: ParsedSite
    package private(set) var theme: Theme.Loaded
    private var options: BuildOptions

    /// - Parameters:
    ///   - files: The site.
    ///   - options: What is asked for.
    ///   - loaded: The theme, where it is known already.
    /// - Throws: When the disk fails. What an author did wrong is a diagnostic.
    package init(
        reading files: any FileSystem, _ options: BuildOptions, theme loaded: Theme.Loaded? = nil
    ) async throws(FileSystemError) {
        self.options = options
        let settings = try SiteSettings(reading: files)
        let basePath = (options.baseURL ?? settings.configuration?.baseURL)?.path
        let fields = settings.fields
        // Beside the pages, since a small site has as much to do for its templates as for its texts.
        async let theme = Result { () throws(FileSystemError) in
            if let loaded { return loaded }
            return try Self.theme(from: files, basePath, fields)
        }
        parsed = try await ParsedSite(reading: files, settings)
        self.theme = try await theme.get()
    }

    /// The same sources at another time: other pages are scheduled, and others have expired.
    package func at(_ now: Moment) -> SiteSources {
        var sources = self
        sources.options.now = now
        return sources
    }

    /// Reads again what has changed, and no more.
    ///
    /// - Parameters:
    ///   - changed: Paths of files and folders, relative to the root of the site.
    ///   - files: Where they are read.
    /// - Throws: When the disk fails; the value is then to be read anew.
    package mutating func update(
        changed: Set<String>, from files: any FileSystem
    ) async throws(FileSystemError) {
        let content = changed.filter { !$0.hasPrefix("templates") }
        let (base, fields) = (configuration?.baseURL, parsed.fields)
        if !content.isEmpty { parsed = try await parsed.updated(changed: content, from: files) }
        if content.count < changed.count || configuration?.baseURL != base
            || parsed.fields != fields
        {
            theme = try Self.theme(
                from: files, configuration?.baseURL.path, parsed.fields)
        }
    }

    /// The pages that some paths are the sources of; `nil` when any of them is something else.
    package func pages(at paths: Set<String>) -> [ParsedPage]? {
        guard paths.allSatisfy({ $0.hasSuffix(".md") }) else { return nil }
        var pages: [ParsedPage] = []
        for source in parsed.sources where paths.contains(source.file.path) {
            guard let page = source.page else { return nil }
            pages.append(page)
        }
        return pages.count == paths.count ? pages : nil
    }

    package var configuration: SiteConfiguration? {
        guard var configuration = parsed.configuration, options.isPart || parsed.defaultsAreUsed
        else { return nil }
        configuration.baseURL = options.baseURL ?? configuration.baseURL
        if !options.makesImages {
            configuration.imageWidths = []
            configuration.makesSocialCards = false
        }
        return configuration
    }

    package static func theme(
        from files: any FileSystem, _ basePath: String?, _ fields: [String: OwnFieldType]?
    ) throws(FileSystemError) -> Theme.Loaded {
        try Theme.load(
            from: files, builtIn: BuiltInTheme.files, basePath: basePath ?? "/", fields: fields)
    }

    /// What is wrong with single files.
    fileprivate var diagnostics: [Diagnostic] {
        parsed.diagnostics(countingDrafts: options.includesDrafts)
            + (parsed.fieldsAreKnown ? theme.diagnostics : [])
    }

    /// Links the pages with each other and answers every reference, whatever the templates are; `nil` without
    /// settings.
    fileprivate func resolve(from files: any FileSystem) async -> ResolvedSite? {
        guard let graph = await graph(from: files) else { return nil }
        return await ResolvedSite(
            resolving: graph, files: files, themeAssets: theme.assetPaths,
            citationWords: Theme.citationWords)
    }

    /// The pages linked with each other, and what is kept back; `nil` without settings.
    package func graph(from files: any FileSystem) async -> SiteGraph? {
        guard let configuration else { return nil }
        let graph = await SiteGraph(
            linking: parsed, configuration: configuration, now: options.now,
            includesDrafts: options.includesDrafts, includesExpired: options.includesExpired)
        return await graph.keepingBackFiles(of: parsed, in: files)
    }

    fileprivate func rendering(_ site: ResolvedSite) -> RenderedSite? {
        theme.theme.map {
            RenderedSite(rendering: site, theme: $0, generator: Generator.name)
        }
    }
}

/// A site that was read, checked and made ready to render, and everything that is wrong with it.
package struct BuiltSite: Sendable {
    /// The settings as they were written.
    private let asked: SiteConfiguration?
    /// The pages and what their links lead to, right or wrong; `nil` without settings.
    package let site: ResolvedSite?
    /// What there is to show, right or wrong: for previews, and to find what else is wrong.
    ///
    /// `nil` without settings or a theme.
    package let provisional: RenderedSite?
    /// In a stable order, without repeats.
    package let diagnostics: [Diagnostic]

    /// `nil` when an error stands: there is nothing half-right to publish.
    package var rendered: RenderedSite? { diagnostics.hasErrors ? nil : provisional }

    /// Runs the whole line except the last arrow: nothing is written.
    ///
    /// - Parameters:
    ///   - files: The site.
    ///   - options: What is asked for.
    ///   - theme: The theme, where it is known already.
    /// - Throws: When the disk fails. What an author did wrong is a diagnostic.
    package init(
        building files: any FileSystem, _ options: BuildOptions, theme: Theme.Loaded? = nil
    ) async throws(FileSystemError) {
        let sources = try await SiteSources(reading: files, options, theme: theme)
        await self.init(linking: sources, files: files)
    }

    package init(linking sources: SiteSources, files: any FileSystem) async {
        self.init(await sources.resolve(from: files), sources)
    }

    /// The site after the text of a page changed, when nothing but that page depends on it.
    ///
    /// - Returns: `nil` when the site has to be linked anew.
    package func replacing(_ page: ParsedPage, in sources: SiteSources) -> BuiltSite? {
        site?.replacing(page).map { BuiltSite($0, sources) }
    }

    private init(_ site: ResolvedSite?, _ sources: SiteSources) {
        asked = sources.parsed.configuration
        self.site = site
        provisional = site.flatMap { sources.rendering($0) }
        diagnostics = Set(
            sources.diagnostics + (site?.diagnostics ?? []) + (provisional?.diagnostics ?? [])
        ).sorted()
    }
}

extension BuiltSite {
    /// Whether an index of the search page is to be made: drafts must not be found.
    package var wantsIndex: Bool {
        asked?.search == .pagefind && provisional?.isPreview != true
    }

    /// Sentences about programs that the settings ask for and the machine does not have.
    package func missingTools(_ tools: Tools) -> [String] {
        var missing: [String] = []
        if wantsIndex, tools.indexer == nil {
            missing.append(
                "‘search: pagefind’ needs the program ‘\(SearchIndexer.programName)’, which is not "
                    + "installed: the search page has no index. Get it with: pip install "
                    + "'pagefind[bin]'")
        }
        guard tools.imageMaker == nil else { return missing }
        if asked?.imageWidths.isEmpty == false {
            missing.append(
                Self.withoutImageMaker("images: widths", "images have no smaller copies"))
        }
        if asked?.makesSocialCards == true, provisional?.isPreview != true {
            missing.append(Self.withoutImageMaker("social_cards", "there are no social cards"))
        }
        return missing
    }

    private static func withoutImageMaker(_ setting: String, _ consequence: String) -> String {
        "‘\(setting)’ needs the program ‘\(ImageMaker.programName)’, which is not installed: "
            + "\(consequence). It comes with libvips: apt-get install libvips-tools, or brew install "
            + "vips"
    }
}

/// The program as its output names it.
package enum Generator {
    package static let version = "0.1.0"
    package static let name = "imprint " + version
}
