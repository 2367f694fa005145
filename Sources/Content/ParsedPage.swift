/// One page, and what came of the file that it is written in.

package import Diagnostics
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

    /// How far its front matter could be read.
    package enum Reading: Hashable, Sendable {
        case whole
        /// There are mistakes, and it is a draft whatever they are.
        case brokenDraft
        /// There are mistakes, and the page would be published without them.
        case broken
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
    package let reading: Reading

    init(
        path: String, role: Role, section: [Slug], slug: Slug, bundle: String?,
        metadata: PageMetadata, document: Document, frontMatterBytes: ByteRange, reading: Reading
    ) {
        self.path = path
        self.role = role
        self.section = section
        self.slug = slug
        self.bundle = bundle
        self.metadata = metadata
        self.document = document
        self.frontMatterBytes = frontMatterBytes
        self.reading = reading
    }

    /// What the front matter says; else an essay in `posts/`, and a plain page anywhere else.
    package var kind: PageKind {
        metadata.kind?.value ?? .assumed(for: role, in: section)
    }
}

extension PageKind {
    /// What a page is that does not say it.
    static func assumed(for role: ParsedPage.Role, in section: [Slug]) -> PageKind {
        role == .page && section.first?.rawValue == "posts" ? .essay : .page
    }
}

/// A Markdown file and what came of it: an object, since lists of all are walked again and again.
package final class ParsedSource: Sendable {
    package let file: PageFile
    /// `nil` when nobody can say what the file is: its diagnostics tell why.
    ///
    /// A draft is one whatever else is wrong with its front matter, so that nothing published leads to it.
    package var page: ParsedPage? { parsed?.reading == .broken ? nil : parsed }
    /// The same for a site with its drafts or without: none is shown that has a mistake.
    package func page(includingDrafts: Bool) -> ParsedPage? {
        includingDrafts && brokenPage != nil ? nil : page
    }
    /// The page as far as it can be read, where its front matter has mistakes: no part of a site, but its text and
    /// its links are checked in the same run.
    package var brokenPage: ParsedPage? { parsed?.reading == .whole ? nil : parsed }
    private let parsed: ParsedPage?
    package let diagnostics: [Diagnostic]

    init(file: PageFile, parsed: ParsedPage?, diagnostics: [Diagnostic]) {
        self.file = file
        self.parsed = parsed
        self.diagnostics = diagnostics
    }

    /// What is wrong with it, for a build in which drafts are published or not.
    ///
    /// What is wrong with a draft keeps nothing else from being published: it is a note there.
    func diagnostics(countingDrafts: Bool) -> [Diagnostic] {
        guard !countingDrafts, !diagnostics.isEmpty, page?.metadata.isDraft == true else {
            return diagnostics
        }
        return diagnostics.map {
            var note = $0
            note.severity = .note
            return note
        }
    }
}
