/// A site's own templates that have no effect: often the name is not quite that of the one they should
/// replace.

import Diagnostics

enum UnusedTemplates {
    /// Endings of templates and of what other programs call them.
    ///
    /// Notes, licences and settings of editors may lie beside them.
    private static let endings = ["html", "htm", "xhtml", "mustache", "svg", "xml"]
    /// Endings of what a page loads, which is published from `templates/assets/` alone.
    private static let assetEndings = ["css", "js", "mjs", "woff", "woff2", "ttf", "otf"]

    /// - Parameters:
    ///   - paths: The files below `templates/`, from the root of the site.
    ///   - used: The templates that pages are made with; `nil` when one has an error, since nobody can
    ///     tell then what it would have included.
    /// - Returns: A warning for each that is not among them.
    static func diagnostics(for paths: [String], used: Set<String>?) -> [Diagnostic] {
        guard let used else { return [] }
        let known = used.sorted { $0.precedes($1) }
        return paths.compactMap { path in
            let name = String(path.dropFirst("templates/".count))
            guard !name.hasPrefix("assets/"), !used.contains(name), name.contains("."),
                let ending = name.split(separator: ".").last?.lowercased()
            else { return nil }
            if assetEndings.contains(ending) {
                let file = String(name.split(separator: "/").last ?? "")
                return Diagnostic(
                    "template.unused", .warning,
                    "What pages load is published from ‘templates/assets/’: move it there, and write "
                        + "‘{{asset.\(file)}}’ where its address belongs.",
                    at: SourceSpan(file: path))
            }
            guard endings.contains(ending) else { return nil }
            return Diagnostic(
                "template.unused", .warning,
                "No page is made with this template, and none that is includes it."
                    + Spelling.hint(suggestion(for: name, among: known)),
                at: SourceSpan(file: path))
        }
    }

    /// One of the same name in another folder, a layout whose folder is misspelled, else one that is
    /// spelled alike.
    private static func suggestion(for name: String, among known: [String]) -> String? {
        let parts = name.split(separator: "/")
        let own = parts.last ?? ""
        if let other = known.first(where: { $0 == own || $0.hasSuffix("/" + own) }) { return other }
        if parts.count == 2, Spelling.closest(to: String(parts[0]), in: ["layouts"]) != nil {
            return "layouts/" + own
        }
        if parts.count > 1, Spelling.closest(to: String(parts[0]), in: ["sections"]) != nil {
            return "sections/" + parts.dropFirst().joined(separator: "/")
        }
        return Spelling.closest(to: name, in: known)
    }
}
