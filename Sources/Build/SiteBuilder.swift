/// From a folder to a site, in a few lines that read like a table of contents.

package import Content
package import Diagnostics
package import Files
package import Markup
package import Rendering
import Site

/// What a build is asked to do, apart from where to write.
package struct BuildOptions: Sendable {
    /// Replaces the `base_url` of site.yaml: for a preview deployed elsewhere.
    package var baseURL: BaseURL?
    /// Unpublished pages are part of the site, and every page says so.
    package var includesDrafts = false
    /// Decides what is scheduled and what has expired; the only time that reaches the site.
    package var now: Moment
    /// Name and version of the program, as the output shows it.
    package var generator = Generator.name

    package init(now: Moment) { self.now = now }
}

/// A site that was read, checked and made ready to render, and everything that is wrong with it.
package struct BuiltSite: Sendable {
    /// `nil` when an error stands: there is nothing half-right to render.
    package let rendered: RenderedSite?
    /// In a stable order, without repeats.
    package let diagnostics: [Diagnostic]

    /// Runs the whole line except the last arrow: nothing is written.
    ///
    /// - Throws: When the disk fails. What an author did wrong is a diagnostic.
    package init(building files: any FileSystem, _ options: BuildOptions)
        async
        throws(FileSystemError)
    {
        let parsed = try await ParsedSite(reading: files)
        guard var configuration = parsed.configuration else {
            self.init(failed: parsed.diagnostics)
            return
        }
        configuration.baseURL = options.baseURL ?? configuration.baseURL
        let theme = try Theme.load(
            from: files, builtIn: BuiltInTheme.files, basePath: configuration.baseURL.path)
        let graph = SiteGraph(
            linking: parsed, configuration: configuration, now: options.now,
            includesDrafts: options.includesDrafts)
        let resolved = await ResolvedSite(
            resolving: graph, files: files, themeAssets: theme.theme?.assetPaths ?? [])
        let diagnostics = resolved.diagnostics + theme.diagnostics
        guard let theme = theme.theme, !diagnostics.hasErrors else {
            self.init(failed: diagnostics)
            return
        }
        self.init(
            rendered: RenderedSite(
                rendering: resolved, theme: theme, generator: options.generator),
            diagnostics: diagnostics)
    }

    private init(failed diagnostics: [Diagnostic]) {
        self.init(rendered: nil, diagnostics: diagnostics)
    }

    private init(rendered: RenderedSite?, diagnostics: [Diagnostic]) {
        self.rendered = rendered
        self.diagnostics = Set(diagnostics).sorted()
    }
}

/// The program as its output names it.
package enum Generator {
    package static let version = "0.1.0"
    package static let name = "imprint " + version
}
