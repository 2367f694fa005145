import ArgumentParser
import Content
import Diagnostics
import Files
import Importing
import Markup
import Output

#if canImport(Glibc)
    import Glibc
#elseif canImport(Darwin)
    import Darwin
#endif

struct ImportCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "import",
        abstract: "Turn posts of other generators, notes or a plain text into pages.",
        discussion: """
            Posts of Jekyll, Hugo, Zola and Quarto and notes of Obsidian become ours. What cannot be translated \
            is named at its place, and a page that somebody has to look at becomes a draft. One file \
            is printed unless --output is given; no file is overwritten.
            """)

    @Argument(help: "The posts.")
    var paths: [String]

    @Option(help: "The folder to write the pages to, such as content/posts.")
    var output: String?

    @Option(
        name: .customLong("files"),
        help: """
            Where the old site keeps files, if not beside the posts, in Jekyll's root or in Hugo's \
            static/ above them.
            """
    )
    var filesFolder: String?

    @Option(
        name: .customLong("old-site"),
        help: "The address of the old site, for links to pages that are not imported.",
        transform: BaseURLArgument.init)
    var oldSite: BaseURLArgument?

    @Option(
        help: """
            The folder of the new site, whose bibliography tells which ‘@key’ cites. Else the one that \
            --output lies in, else the current one.
            """)
    var root: String?

    @Option(help: "The title, for a text that has none.")
    var title: String?

    @Option(help: "The date, for a text that has none.")
    var date: Moment?

    @Option(name: .customLong("author"), help: "Who wrote it, for a text that does not say.")
    var authors: [String] = []

    @Option(
        help: """
            The time that decides which dates are still to come, as RFC 3339 or a date. Else \
            SOURCE_DATE_EPOCH, else the clock.
            """)
    var now: Moment?

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
        var options = ImportOptions(now: try SiteOptions.currentTime(unless: now))
        options.title = title?.collapsingWhitespace
        options.date = date
        options.authors = authors.map(\.collapsingWhitespace)
        options.oldSite = oldSite.map { String($0.value.absolute.dropLast()) }
        let disk = try DiskFileSystem(root: "/")
        let site = try readSite(disk, into: &options)
        let sources = paths.map { ImportedFiles.Source(shown: $0, path: Self.absolute($0)) }
        let imported = try ImportedFiles(
            reading: sources, from: disk, folder: filesFolder.map { Self.absolute($0) }, options)
        let posts = imported.posts
        let diagnostics = imported.diagnostics
        ReportOptions.print(diagnostics, format: reports.format) {
            try? disk.read(Self.absolute($0))
        }
        guard !reports.fails(diagnostics) else {
            Terminal.message("Nothing was written.\n")
            throw ExitCode.status(of: diagnostics)
        }
        if imported.bibliography != nil, output == nil || site == nil {
            reports.remark(
                "warning: the texts cite works of bibliographies that come along to a site alone: see ‘--output’ and "
                    + "‘--root’")
        }
        guard let output else {
            for post in posts { try Terminal.document(post.text ?? "") }
            return
        }
        let files = try newFiles(posts, disk)
        try write(files, to: output, imported.bibliography, below: site)
        guard !reports.quiet else { return }
        let drafts = posts.count { $0.text?.contains("\ndraft: true\n") == true }
        let and = drafts == 0 ? "" : ", \(drafts) as draft\(drafts == 1 ? "" : "s")"
        Terminal.result(
            "\(posts.count.of("page"))\(and) → \(output)\n"
                + "Now run ‘imprint check’.\n")
    }

    /// Writes the pages, and the works that they cite into the folder of the site, or nothing.
    private func write(
        _ files: [NewFile], to output: String, _ bibliography: NewFile?, below site: String?
    ) throws {
        guard let bibliography, let site else { return try create(files, in: output, reports) }
        let conflicts = NewFiles.conflicts(of: files, in: output)
        guard conflicts.isEmpty else { return try create(files, in: output, reports) }
        try create([bibliography], in: site, reports)
        try create(files, in: output, reports)
        if !reports.quiet {
            Terminal.result("Works that they cite → \(site)/\(bibliography.path)\n")
        }
    }

    private func newFiles(
        _ posts: [ImportedPost], _ disk: DiskFileSystem
    ) throws(FileSystemError) -> [NewFile] {
        var files: [NewFile] = []
        for post in posts {
            guard let text = post.text else { continue }
            files.append(NewFile(path: post.path, text: text))
            for file in post.files {
                files.append(
                    NewFile(path: post.path(of: file), bytes: try disk.read(file.source)))
            }
        }
        return files
    }

    /// Reads the site that the pages are for: its bibliography, its language, and the place of the pages in it.
    ///
    /// - Returns: Its folder, if there is one.
    private func readSite(
        _ disk: DiskFileSystem, into options: inout ImportOptions
    ) throws -> String? {
        let folder = output.map { Self.absolute($0).split(separator: "/") } ?? []
        if let content = folder.lastIndex(of: "content") {
            options.section = folder[(content + 1)...].joined(separator: "/")
        }
        // From the folder of the pages up; from the current one, where no site is found on the way.
        let above = folder.indices.reversed().map { folder[..<$0].joined(separator: "/") }
        let places = root.map { [Self.absolute($0)] } ?? above + [Self.absolute(".")]
        guard let site = places.first(where: { disk.exists($0 + "/site.yaml") }) else {
            guard let root else { return nil }
            throw ValidationError("There is no site.yaml in ‘\(root)’.")
        }
        let target = try TargetSite(reading: DiskFileSystem(root: "/" + site))
        options.works = target.works
        options.bibliography = target.bibliography
        options.bibliographyPath = target.bibliographyPath
        options.language = target.language
        options.sectionHasKind = target.hasKind(in: options.section)
        return "/" + site
    }

    /// A path of the machine, from its root and without the slash there; `.` and `..` are resolved.
    private static func absolute(_ path: String) -> String {
        var whole = path
        if !path.hasPrefix("/"), let folder = getcwd(nil, 0) {
            defer { free(folder) }
            whole = "\(String(cString: folder))/\(path)"
        }
        var parts: [Substring] = []
        for part in whole.split(separator: "/") where part != "." {
            if part == ".." { _ = parts.popLast() } else { parts.append(part) }
        }
        return parts.joined(separator: "/")
    }
}
