/// What came of one file of another generator, or of a pasted text.

package import Diagnostics
package import Markup

package struct ImportedPost: Sendable {
    /// A picture or another file that has to lie beside the page.
    package struct File: Hashable, Sendable {
        /// Where it was found.
        package let source: String
        /// What the page calls it.
        package let name: String

        /// A file that the text names by a path.
        init(_ source: String, namedBy path: String) {
            self.source = source
            name = String(path.split(separator: "/").last ?? "")
        }
    }

    /// The file that was read, as people call it.
    package let source: String
    /// The last part of its address; also the name of its file or folder.
    package let slug: Slug
    /// `nil` when something is missing that nobody can make up: a title, a date, an author.
    package let text: String?
    package let files: [File]
    /// In the order of the file; spans are in the file that was read.
    package let diagnostics: [Diagnostic]
    var language: String?
    /// What the versions of a text have in common, in Hugo.
    var translationKey: String?

    /// A page with files beside it is a folder of its own.
    package var isBundle: Bool { !files.isEmpty }

    /// Below the folder that it is written to.
    package var path: String { isBundle ? "\(slug.rawValue)/index.md" : "\(slug.rawValue).md" }
}

/// What is given for all files of an import.
package struct ImportOptions: Sendable {
    /// For a text that does not say.
    package var title: String?
    package var date: Moment?
    package var authors: [String] = []
    /// Where the old site was, without a slash at its end: links to its pages lead there.
    package var oldSite: String?

    package init() {}
}

/// What lies around a file: asked for, not searched, so that an import is a function of its input.
package protocol ImportSurroundings {
    /// The page that another generator names so (`2021-10-18-walls`, `/posts/walls/`), as this
    /// page's links should name it.
    func link(to name: String) -> String?

    /// Where the file is that the text names so.
    func file(_ path: String) -> String?

    /// What the page is to others in other languages; `nil` for a text in one.
    var version: ImportedVersion? { get }
}

/// What a post is to those of the same text in other languages.
package enum ImportedVersion: Sendable {
    case original
    /// The path of the original, as the page names it.
    case translation(of: String)
    /// Nothing says which of them is the original.
    case unknown
}

/// Nothing around a file: for a text on its own.
package struct NoSurroundings: ImportSurroundings {
    package init() {}
    package func link(to name: String) -> String? { nil }
    package func file(_ path: String) -> String? { nil }
    package var version: ImportedVersion? { nil }
}
