/// Files in the folder of a post that its text does not name: a theme may have shown them, or readers have links.

import Diagnostics
import Files

enum LeftBehind {
    /// Texts are pages of their own, or parts of one.
    private static let texts = [".md", ".markdown", ".qmd", ".rmd", ".html", ".ipynb"]
    private static let mostNames = 5

    /// Names the files that stay behind, once for each bundle.
    ///
    /// - Parameters:
    ///   - sources: The posts.
    ///   - roots: The folders of the old sites, which hold more than a post.
    ///   - copied: What comes along.
    ///   - files: Where they all are.
    /// - Returns: A warning for each bundle with such files.
    static func diagnostics(
        besides sources: [ImportedFiles.Source], roots: Set<String>, copied: Set<String>,
        _ files: any FileSystem
    ) -> [Diagnostic] {
        // How many posts each folder holds, and how many of them are it, in one language or more.
        var posts: [String: Int] = [:]
        var versions: [String: Int] = [:]
        let bundles = sources.map { source -> String? in
            let around = source.path.foldersAround.map { String($0) }
            for folder in around { posts[folder, default: 0] += 1 }
            guard PostName(source.path).isBundle, let folder = around.first else { return nil }
            versions[folder, default: 0] += 1
            return folder
        }
        var known: Set<String> = []
        return zip(sources, bundles).compactMap { source, bundle in
            guard let folder = bundle, !roots.contains(folder + "/"),
                known.insert(folder).inserted, posts[folder] == versions[folder],
                let found = try? files.files(below: folder).files.map(\.path)
            else { return nil }
            let left = found.filter { path in
                !copied.contains(path) && !texts.contains { path.lowercased().hasSuffix($0) }
            }.map { String($0.dropFirst(folder.count + 1)) }
            guard !left.isEmpty else { return nil }
            let more = left.count > mostNames ? " and \(left.count - mostNames) more" : ""
            return Diagnostic(
                "import.file-left", .warning,
                "The text does not name these files beside it, and they stay behind: "
                    + left.prefix(mostNames).map { "‘\($0)’" }.joined(separator: ", ") + more
                    + ". Copy those that readers need into the folder of the page, and link to them.",
                at: SourceSpan(file: source.shown))
        }
    }
}
