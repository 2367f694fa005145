/// Everything read from disk and parsed, each file by itself.

package import Bibliography
package import Diagnostics
package import Markup

/// A Markdown file, parsed: metadata, document, and its place in the tree.
package struct ParsedPage: Sendable {
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
    package var path: String
    package var role: Role
    /// Folders below `content/` as slugs, without the page's own: `["posts"]`.
    package var section: [Slug]
    /// From front matter, else from the file or bundle name without a date prefix.
    package var slug: Slug
    /// The folder whose other files belong to this page alone, for `…/index.md` of a page bundle:
    /// `content/posts/2021-10-18-reflections`.
    package var bundle: String?
    package var metadata: PageMetadata
    package var document: Document
    /// The front matter as a whole, its fences included.
    package var frontMatterBytes: ByteRange

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
    package var configuration: SiteConfiguration
    /// Sorted by the bytes of their paths.
    package var pages: [ParsedPage]
    /// Sorted by the bytes of their paths.
    package var assets: [AssetFile]
    package var works: WorkLibrary
    package var diagnostics: [Diagnostic]

    package init(
        configuration: SiteConfiguration, pages: [ParsedPage], assets: [AssetFile],
        works: WorkLibrary, diagnostics: [Diagnostic]
    ) {
        self.configuration = configuration
        self.pages = pages
        self.assets = assets
        self.works = works
        self.diagnostics = diagnostics
    }
}
