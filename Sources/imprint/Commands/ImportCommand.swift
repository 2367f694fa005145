import ArgumentParser
import Content
import Diagnostics
import Files
import Importing
import Markup

#if canImport(Glibc)
    import Glibc
#elseif canImport(Darwin)
    import Darwin
#endif

struct ImportCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "import",
        abstract: "Turn posts of Jekyll or Hugo, or a plain text, into pages.",
        discussion: """
            Front matter in YAML or TOML and the text after it become ours. What cannot be translated \
            is named at its place, and a page that somebody has to look at becomes a draft. One file \
            is printed unless --output is given; no file is overwritten.
            """)

    @Argument(help: "The posts.")
    var paths: [String]

    @Option(help: "The folder to write the pages to, such as content/posts.")
    var output: String?

    @Option(
        name: .customLong("files"),
        help: "Where the old site keeps files: Jekyll's root, Hugo's static/. Else beside the post."
    )
    var filesFolder: String?

    @Option(
        name: .customLong("old-site"),
        help: "The address of the old site, for links to pages that are not imported.")
    var oldSite: BaseURLArgument?

    @Option(help: "The title, for a text that has none.")
    var title: String?

    @Option(help: "The date, for a text that has none.")
    var date: Moment?

    @Option(name: .customLong("author"), help: "Who wrote it, for a text that does not say.")
    var authors: [String] = []

    @OptionGroup var reports: ReportOptions

    func validate() throws {
        if paths.count > 1, output == nil {
            throw ValidationError("Several posts need an ‘--output’ folder.")
        }
        if paths.count > 1, title != nil {
            throw ValidationError("‘--title’ is for a single text.")
        }
    }

    func run() throws {
        var options = ImportOptions()
        options.title = title?.collapsingWhitespace
        options.date = date
        options.authors = authors.map(\.collapsingWhitespace)
        options.oldSite = oldSite.map { String($0.value.absolute.dropLast()) }
        let disk: DiskFileSystem
        let posts: [ImportedPost]
        do throws(FileSystemError) {
            disk = try DiskFileSystem(root: "/")
            let sources = paths.map { ImportedFiles.Source(shown: $0, path: Self.absolute($0)) }
            posts = try ImportedFiles(
                reading: sources, from: disk, folder: filesFolder.map { Self.absolute($0) }, options
            ).posts
        } catch {
            throw machineFault(error.description)
        }
        let diagnostics = (posts.flatMap(\.diagnostics) + Self.collisions(posts)).sorted()
        ReportOptions.print(diagnostics, format: reports.format) {
            try? disk.read(Self.absolute($0))
        }
        guard !reports.fails(diagnostics) else {
            Terminal.message("Nothing was written.\n")
            throw ExitCode.contentProblem
        }
        guard let output else {
            for post in posts { Terminal.result(post.text ?? "") }
            return
        }
        let files = try newFiles(posts, disk)
        try create(files, in: output, reports)
        guard !reports.quiet else { return }
        let drafts = posts.count { $0.text?.contains("\ndraft: true\n") == true }
        let and = drafts == 0 ? "" : ", \(drafts) as draft\(drafts == 1 ? "" : "s")"
        Terminal.result(
            "\(posts.count) page\(posts.count == 1 ? "" : "s")\(and) → \(output)\n"
                + "Now run ‘imprint check’.\n")
    }

    private func newFiles(_ posts: [ImportedPost], _ disk: DiskFileSystem) throws -> [NewFile] {
        var files: [NewFile] = []
        for post in posts {
            guard let text = post.text else { continue }
            files.append(NewFile(path: post.path, text: text))
            for file in post.files {
                do {
                    files.append(
                        NewFile(
                            path: "\(post.slug.rawValue)/\(file.name)",
                            bytes: try disk.read(file.source)))
                } catch {
                    throw machineFault(error.description)
                }
            }
        }
        return files
    }

    /// Two posts that would be one page.
    private static func collisions(_ posts: [ImportedPost]) -> [Diagnostic] {
        posts.indices.compactMap { index in
            let slug = posts[index].slug
            guard let other = posts[..<index].first(where: { $0.slug == slug })
            else { return nil }
            return Diagnostic(
                "path.taken",
                "This would have the address ‘\(slug.rawValue)’ that ‘\(other.source)’ has: give "
                    + "one of them another ‘slug’.", at: SourceSpan(file: posts[index].source))
        }
    }

    /// A path of the machine, from its root and without the slash there.
    private static func absolute(_ path: String) -> String {
        var path = path
        while path.count > 1, path.hasSuffix("/") { path.removeLast() }
        guard !path.hasPrefix("/"), let folder = getcwd(nil, 0) else {
            return String(path.drop { $0 == "/" })
        }
        defer { free(folder) }
        return String("\(String(cString: folder))/\(path)".drop { $0 == "/" })
    }
}
