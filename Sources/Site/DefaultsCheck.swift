/// Works that folders name for the citations of their pages, and whether there are such.

import Bibliography
import Content
import Diagnostics

/// What `defaults` name outside of the texts, whether a page has it or not.
enum DefaultsCheck {
    /// To look through a large bibliography takes milliseconds.
    private static let suggestions = 20

    static func diagnostics(for graph: SiteGraph) -> [Diagnostic] {
        guard let defaults = graph.configuration.defaults else { return [] }
        var diagnostics: Set<Diagnostic> = []
        for metadata in defaults.metadata {
            guard let work = metadata.defaultWork else { continue }
            let problem = graph.works.diagnostic(
                forDefaultWork: work.value, at: SourceSpan(SiteSettings.path, work.bytes),
                suggests: diagnostics.count < suggestions)
            if let problem { diagnostics.insert(problem) }
        }
        return diagnostics.sorted()
    }
}
