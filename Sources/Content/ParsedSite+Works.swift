/// Whether the bibliography could be read.

package import Bibliography
import Diagnostics

extension ParsedSite {
    /// The works of the bibliography, which know when they are none because the file could not be read: then
    /// its mistake is reported, and not each citation.
    package var knownWorks: WorkLibrary {
        guard works.works.isEmpty else { return works }
        let paths = [
            "content/references.bib", "content/references.json", configuration?.bibliography,
        ]
        let isUnreadable = diagnostics.contains { diagnostic in
            guard diagnostic.severity == .error, let path = diagnostic.span?.path else {
                return false
            }
            return diagnostic.id == "bibliography.missing" || paths.contains(path)
        }
        return isUnreadable ? .unreadable : works
    }
}
