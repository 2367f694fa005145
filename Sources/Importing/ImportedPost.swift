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
    package var title = ""
    /// Where the page was on the old site.
    var oldAddresses: [String] = []
    /// Whether it speaks for all pages of its folder.
    var isSectionIndex = false
    var language: String?
    /// What the versions of a text have in common, in Hugo.
    var translationKey: String?

    /// A page with files beside it is a folder of its own.
    package var isBundle: Bool { !files.isEmpty && !isSectionIndex }

    /// Below the folder that it is written to.
    package var path: String {
        if isSectionIndex { return "index.md" }
        return isBundle ? "\(slug.rawValue)/index.md" : "\(slug.rawValue).md"
    }

    /// Where a file beside the page is, below the same folder.
    package func path(of file: File) -> String {
        isBundle ? "\(slug.rawValue)/\(file.name)" : file.name
    }
}

/// What is given for all files of an import.
package struct ImportOptions: Sendable {
    /// What decides which dates are still to come.
    package var now: Moment
    /// For a text that does not say.
    package var title: String?
    package var date: Moment?
    package var authors: [String] = []
    /// Where the old site was, without a slash at its end: links to its pages lead there.
    package var oldSite: String?
    /// The folder below `content/` that the pages are for: it is the first part of their addresses.
    package var section = "posts"
    /// The keys of the works that can be cited; `nil` where no bibliography is known.
    package var works: Set<String>?
    /// The language of the new site.
    package var language: String?

    package init(now: Moment) { self.now = now }
}

/// A page that a link leads to.
struct ImportedTarget {
    /// As the page's links should name it.
    let path: String
    let title: String
    /// Whether its whole name or address was given, and not only the last part of one.
    let isCertain: Bool
}

/// What a post is to those of the same text in other languages.
enum ImportedVersion {
    case original
    /// The path of the original, as the page names it.
    case translation(of: String)
    /// Nothing says which of them is the original.
    case unknown
}
