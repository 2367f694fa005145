/// Everything read from disk and parsed, each file by itself.

package import Bibliography
package import Diagnostics
package import Files
package import Markup

/// A Markdown file, parsed: metadata, document, and its place in the tree.
///
/// An immutable object rather than a value: pages are passed around by the thousand, and copying one
/// would count references for each of its dozens of strings and lists.
package final class ParsedPage: Sendable {
    /// What the folder makes of the file.
    package enum Role: Hashable, Sendable {
        /// `content/index.md`.
        case home
        /// `content/posts/index.md` beside other pages: a section's own text.
        case sectionIndex
        /// Below `content/people/`.
        case person
        /// Below `content/topics/`.
        case topic
        /// Anything else.
        case page
    }

    /// Relative to the root of the site: `content/posts/naming-models.md`.
    package let path: String
    package let role: Role
    /// Folders below `content/` as slugs, without the page's own: `["posts"]`.
    package let section: [Slug]
    /// From front matter, else from the file or bundle name without a date prefix.
    package let slug: Slug
    /// The folder whose other files belong to this page alone, for `…/index.md` of a page bundle:
    /// `content/posts/2021-10-18-reflections`.
    package let bundle: String?
    package let metadata: PageMetadata
    package let document: Document
    /// The front matter as a whole, its fences included.
    package let frontMatterBytes: ByteRange

    package init(
        path: String, role: Role, section: [Slug], slug: Slug, bundle: String?,
        metadata: PageMetadata, document: Document, frontMatterBytes: ByteRange
    ) {
        self.path = path
        self.role = role
        self.section = section
        self.slug = slug
        self.bundle = bundle
        self.metadata = metadata
        self.document = document
        self.frontMatterBytes = frontMatterBytes
    }
}

/// A file of `content/` that is published as it is.
package struct AssetFile: Hashable, Sendable {
    /// Relative to the root of the site.
    package var path: String
    /// In bytes.
    package var size: Int

    package init(path: String, size: Int) {
        self.path = path
        self.size = size
    }
}

/// The sources of a site after parsing.
package struct ParsedSite: Sendable {
    /// `nil` when site.yaml is missing or has an error.
    package var configuration: SiteConfiguration?
    /// Sorted by the bytes of their paths.
    package var pages: [ParsedPage]
    /// Sorted by the bytes of their paths.
    package var assets: [AssetFile]
    package var works: WorkLibrary
    package var diagnostics: [Diagnostic]

    package init(
        configuration: SiteConfiguration?, pages: [ParsedPage], assets: [AssetFile],
        works: WorkLibrary, diagnostics: [Diagnostic]
    ) {
        self.configuration = configuration
        self.pages = pages
        self.assets = assets
        self.works = works
        self.diagnostics = diagnostics
    }
}

extension ParsedSite {
    /// Reads `site.yaml`, `content/` and the bibliography, and parses every page.
    ///
    /// Each file is read once, by the worker that parses it; its bytes are not kept. A file that
    /// cannot be read is a diagnostic at that file.
    ///
    /// - Throws: When `content/` cannot be listed.
    package init(reading files: any FileSystem) async throws(FileSystemError) {
        var diagnostics: [Diagnostic] = []
        var configuration: SiteConfiguration?
        if files.exists(ConfigurationDecoder.path) {
            let decoded = ConfigurationDecoder.decode(try files.read(ConfigurationDecoder.path))
            configuration = decoded.0
            diagnostics += decoded.1
        } else {
            diagnostics.append(
                Diagnostic(
                    "site.missing",
                    "There is no site.yaml here: a site needs one with ‘title’, ‘base_url’ and "
                        + "‘language’.", at: SourceSpan(file: ConfigurationDecoder.path)))
        }
        let tree = SourceTree(
            try files.files(below: "content"), bibliography: configuration?.bibliography)
        diagnostics += tree.diagnostics
        let settings = configuration
        // Largest first, so that no core is left with a long page at the end.
        let order = tree.pages.indices.sorted { tree.pages[$0].size > tree.pages[$1].size }
        let parsed = await Parallel.map(order.count) { place in
            Self.parse(tree.pages[order[place]], from: files, settings)
        }
        var results = [(page: ParsedPage?, diagnostics: [Diagnostic])](
            repeating: (nil, []), count: order.count)
        for (place, result) in parsed.enumerated() { results[order[place]] = result }
        diagnostics += results.flatMap(\.diagnostics)
        let works = try Self.works(tree.bibliography, from: files, &diagnostics)
        self.init(
            configuration: configuration, pages: results.compactMap(\.page), assets: tree.assets,
            works: works, diagnostics: diagnostics)
    }

    private static func parse(
        _ file: SourceTree.PageFile, from files: any FileSystem, _ configuration: SiteConfiguration?
    ) -> (page: ParsedPage?, diagnostics: [Diagnostic]) {
        do {
            return ParsedPage.parse(
                try files.read(file.path), file: file, configuration: configuration)
        } catch {
            return (
                nil,
                [
                    Diagnostic(
                        "file.unreadable", "This cannot be read: \(error.reason).",
                        at: SourceSpan(file: file.path))
                ]
            )
        }
    }

    private static func works(
        _ path: String?, from files: any FileSystem, _ diagnostics: inout [Diagnostic]
    ) throws(FileSystemError) -> WorkLibrary {
        guard let path else { return WorkLibrary() }
        guard files.exists(path) else {
            diagnostics.append(
                Diagnostic(
                    "bibliography.missing", "There is no bibliography ‘\(path)’.",
                    at: SourceSpan(file: ConfigurationDecoder.path)))
            return WorkLibrary()
        }
        let bytes = try files.read(path)
        if let problem = TextCheck.diagnostic(for: bytes, path: path, maximumSize: 64 << 20) {
            diagnostics.append(problem)
            return WorkLibrary()
        }
        let (library, problems) =
            path.hasSuffix(".json")
            ? WorkLibrary.parse(cslJSON: bytes, path: path)
            : WorkLibrary.parse(bibtex: bytes, path: path)
        diagnostics += problems
        return library
    }
}
