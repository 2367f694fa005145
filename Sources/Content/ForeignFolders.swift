/// Folders beside `content/` in which another program looks for what it publishes: whoever comes from it would
/// believe that this one does, too.

import Diagnostics
import Files
import Markup

enum ForeignFolders {
    /// Names that nothing else has, and the ending of what has to be in one: `docs/` and `src/`, say, may be anything.
    private static let known: [(name: String, endings: [String]?, advice: String)] = [
        (
            "static", nil,
            "Hugo and Zola publish what is in this folder, and Imprint does not: move it into ‘content/’, from which "
                + "every file is published at the same path"
        ),
        ("layouts", templates, "Hugo takes its templates from this folder; " + ownTemplates),
        ("_layouts", templates, "Jekyll takes its templates from this folder; " + ownTemplates),
        ("_includes", templates, "Jekyll takes its templates from this folder; " + ownTemplates),
        (
            "_posts", [".md", ".markdown", ".html"],
            "Jekyll publishes the posts in this folder, and Imprint does not: ‘imprint import _posts/*.md --output "
                + "content/posts’ makes pages of them"
        ),
    ]
    private static let templates = [".html", ".xml", ".json"]
    private static let ownTemplates =
        "those of Imprint are in ‘templates/’, and have another language (see ‘imprint templates’)"

    /// A warning for each, at the folder.
    ///
    /// - Parameters:
    ///   - files: The site.
    ///   - pages: Its pages: posts that have become some of them may stay where they were.
    /// - Returns: The warnings.
    static func diagnostics(
        from files: any FileSystem, besides pages: [PageFile]
    ) -> [Diagnostic] {
        known.compactMap { name, endings, advice in
            // One that cannot be read is no part of the site.
            let paths = (try? files.files(below: name).files.map(\.path)) ?? []
            let isForeign = paths.contains { path in
                endings?.contains { path.hasSuffix($0) } ?? true
            }
            guard isForeign, name != "_posts" || !areImported(paths, as: pages) else { return nil }
            return Diagnostic(
                "file.foreign-folder", .warning,
                "\(advice). Once nothing in it is needed, remove the folder.",
                at: SourceSpan(file: name))
        }
    }

    /// Whether the site has a page of the name that any of these posts has.
    private static func areImported(_ paths: [String], as pages: [PageFile]) -> Bool {
        let slugs = Set(pages.map(\.slug))
        return paths.contains { path in
            let name = path[(path.lastIndex(of: "/") ?? path.startIndex)...].dropFirst()
            let stem = name[..<(name.lastIndex(of: ".") ?? name.endIndex)]
            return Slug(slugifying: stem.withoutDate).map { slugs.contains($0) } ?? false
        }
    }
}
