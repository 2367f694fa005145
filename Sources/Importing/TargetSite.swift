/// What an import has to know of the site that the pages are for.

import Bibliography
import Content
package import Files

package struct TargetSite {
    /// The keys of the works that can be cited; `nil` without a bibliography that can be read.
    package private(set) var works: Set<String>?
    /// The bibliography, if it is there; and where one has to be.
    package private(set) var bibliography: String?
    package let bibliographyPath: String
    package let language: String?
    private let defaults: FolderDefaults?

    /// - Throws: When a file cannot be read that is there.
    package init(reading files: any FileSystem) throws(FileSystemError) {
        let settings = try SiteSettings(reading: files).configuration
        language = settings?.language
        defaults = settings?.defaults
        let paths =
            (settings?.bibliography).map { [$0] }
            ?? ["content/references.bib", "content/references.json"]
        bibliographyPath = paths[0]
        guard let path = paths.first(where: { files.exists($0) }) else { return }
        bibliography = path
        let bytes = try files.read(path)
        let (library, _) =
            path.hasSuffix(".json")
            ? WorkLibrary.parse(cslJSON: bytes, path: path)
            : WorkLibrary.parse(bibtex: bytes, path: path)
        works = library.keys.isEmpty ? nil : Set(library.keys)
    }

    /// Whether the pages of a folder below `content/` have a kind by the settings.
    package func hasKind(in section: String) -> Bool { defaults?.kind(in: section) != nil }
}
