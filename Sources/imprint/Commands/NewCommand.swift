import ArgumentParser
import Authoring
import Content
import Diagnostics
import Files
import Markup

struct NewCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "new", abstract: "Make a draft to begin writing in.",
        discussion: """
            The file is named after the title and stands in the section of its kind: content/reports/ \
            for a report where there is such a folder, else content/posts/. It is a draft until you \
            remove that line. No file is overwritten.
            """)

    @Argument(help: "The title of the page.")
    var title: String

    @Option(help: "One of essay, report, paper, brief, news, talk and page.")
    var kind = PageKind.essay

    @Option(
        name: .customLong("author"),
        help: "Who writes it; once for each. Else the center signs until you name somebody.")
    var authors: [String] = []

    @Option(help: "The folder below content/ to put it in.")
    var section: String?

    @Flag(help: "Make a folder with an index.md, for images and other files beside it.")
    var bundle = false

    @Option(help: "The folder with site.yaml, content/ and templates/.")
    var root = "."

    @Option(help: "The date of the page. Else SOURCE_DATE_EPOCH, else the clock.")
    var now: Moment?

    func validate() throws {
        let parts = section?.split(separator: "/", omittingEmptySubsequences: false) ?? []
        let isFolder = parts.allSatisfy { part in
            Slug(slugifying: String(part)) != nil && !part.hasPrefix(".") && !part.hasPrefix("_")
        }
        guard section == nil || isFolder else {
            throw ValidationError(
                "‘--section’ is a folder below content/, such as ‘posts’ or ‘posts/2025’.")
        }
        if let section, ["people", "topics"].contains(section.split(separator: "/").first) {
            throw ValidationError("content/\(section)/ holds records, not publications.")
        }
    }

    func run() async throws { try write(in: try await site()) }

    private func site() async throws -> ParsedSite {
        let files = try DiskFileSystem(root: root)
        guard files.exists(SiteSettings.path) else {
            Terminal.message("imprint: there is no site.yaml in ‘\(root)’: see ‘imprint init’\n")
            throw ExitCode.contentProblem
        }
        return try await ParsedSite(reading: files)
    }

    private func write(in site: ParsedSite) throws {
        var page = NewPage(
            title: title.collapsingWhitespace, now: try SiteOptions.currentTime(unless: now))
        page.kind = kind
        page.authors = authors.map(\.collapsingWhitespace)
        page.section = section
        page.isBundle = bundle
        let (file, problem) = page.file(in: site)
        if let problem { ReportOptions.print([problem], format: .text) { _ in nil } }
        guard let file else {
            Terminal.message("Nothing was written.\n")
            throw ExitCode.contentProblem
        }
        try create([file], in: root)
        Terminal.result(root == "." ? "\(file.path)\n" : "\(root)/\(file.path)\n")
    }
}

extension PageKind: ExpressibleByArgument {}
