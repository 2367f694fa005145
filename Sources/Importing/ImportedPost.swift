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

        private init(_ source: String, name: String) {
            self.source = source
            self.name = name
        }

        /// A file by its own name, or by one that no other of the page has.
        static func named(_ source: String, among files: [File]) -> File {
            if let known = files.first(where: { $0.source == source }) { return known }
            let name = source.split(separator: "/").last ?? ""
            let dot = name.dropFirst().lastIndex(of: ".") ?? name.endIndex
            let taken = Set(files.map { $0.name.lowercased() })
            let names = (1...files.count + 1).lazy.map { number in
                number == 1 ? String(name) : "\(name[..<dot])-\(number)\(name[dot...])"
            }
            return File(source, name: names.first { !taken.contains($0.lowercased()) } ?? "")
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
    /// Whether it was made an essay, since nothing says what it is.
    var hasMadeKind = false
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
    /// Whether the settings of the new site say what kind of publication the pages of the section are.
    package var sectionHasKind = false
    /// The keys of the works that can be cited; `nil` where no bibliography is known.
    package var works: Set<String>?
    /// The bibliography of the new site, if it is there; and where one has to be.
    package var bibliography: String?
    package var bibliographyPath = "content/references.bib"
    /// The language of the new site.
    package var language: String?

    package init(now: Moment) { self.now = now }

    /// Whether pages have to say that they are publications: outside of `posts/`, those that do not are plain
    /// pages, which show neither their authors nor their date.
    var needsKind: Bool {
        !sectionHasKind && !section.isEmpty && section.split(separator: "/").first != "posts"
    }
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
