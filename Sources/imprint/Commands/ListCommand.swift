import ArgumentParser
import Authoring
import Build
import Diagnostics
import Files
import Markup
import Rendering
import Site

struct ListCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "list", abstract: "List what the site holds.",
        discussion: """
            Columns on a terminal; cells between tabs, without a head, where the output goes to \
            another program; with --json a list of objects.
            """)

    @Argument(help: "One of drafts, scheduled, expired, publications, people, topics and works.")
    var subject: Listing.Subject

    @Flag(help: "Print JSON.")
    var json = false

    @Option(help: "The folder with site.yaml, content/ and templates/.")
    var root = "."

    @Option(help: "The time that decides what is scheduled and what has expired.")
    var now: Moment?

    func run() async throws {
        var options = BuildOptions(now: try SiteOptions.currentTime(unless: now))
        options.includesDrafts = [.drafts, .scheduled, .expired].contains(subject)
        let built = try await BuiltSite(building: DiskFileSystem(root: root), options)
        guard let site = built.site else {
            Terminal.message("The site cannot be read: see ‘imprint check’.\n")
            throw ExitCode.status(of: built.diagnostics)
        }
        let listing = Listing(subject, of: site)
        try Terminal.document(
            json
                ? listing.json
                : Terminal.columns.map { listing.table(width: $0) } ?? listing.tabSeparated)
        // A list that is not the whole truth must not look like it.
        let unread = site.graph.unread.sources
        guard !unread.isEmpty else { return }
        Terminal.message(
            "\(unread.count.of("file")) could not be read and may be missing from this list: see ‘imprint check’.\n"
        )
        throw ExitCode.status(of: built.diagnostics)
    }
}

extension Listing.Subject: ExpressibleByArgument {}
