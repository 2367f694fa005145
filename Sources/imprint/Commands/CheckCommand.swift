import ArgumentParser
import Audit
import Build
import Consistency
import Diagnostics
import Files

struct CheckCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "check",
        abstract: "Check everything that a build checks, and more, without writing.",
        discussion: """
            The pages, feeds and citation files are rendered in memory and read back, unless a template or \
            site.yaml cannot be read: title, authors, dates, licence, DOI and addresses must be those of the front matter, \
            whatever the theme, and every link into the site leads to something. What will be wrong as soon as a \
            scheduled page appears, or one expires, is a warning until then. What is wrong with a draft is a note, \
            and fails nothing; with --drafts, it is what it would be of a published page.

            With --against or --against-published, every address and anchor of an older version must still lead \
            somewhere, but for what ended when its ‘expires_at’ said so. With --leaks, nothing of an unpublished page \
            may stand in the bytes of a finished tree. With --external, links to other sites are asked whether they \
            are still there.
            """)

    @OptionGroup var site: SiteOptions
    @OptionGroup var reports: ReportOptions
    @OptionGroup var audits: AuditOptions

    func run() async throws {
        var options = try site.buildOptions()
        // A build here would make them, and their addresses are compared with those of the old version.
        options.makesImages = ImageMaker() != nil
        let files = try DiskFileSystem(root: site.root)
        let sources = try await SiteSources(reading: files, options)
        let built = await BuiltSite(linking: sources, files: files)
        var diagnostics = built.diagnostics
        if !options.includesDrafts {
            diagnostics += await ComingMistakes.diagnostics(
                of: sources, besides: built.diagnostics, files, after: options.now)
        }
        if let site = built.provisional {
            diagnostics += await ConsistencyCheck.diagnostics(
                for: site, sources: files, besides: built.diagnostics)
        }
        diagnostics += try await audits.ledger(of: built, files, options, reports)
        diagnostics += try await audits.leaks(of: files, options, root: site.root)
        diagnostics += try audits.external(
            of: built, options, root: site.root, quiet: reports.quiet)
        diagnostics.sort()
        reports.report(diagnostics, files: files)
        guard !reports.fails(diagnostics) else { throw ExitCode.status(of: diagnostics) }
        if !reports.quiet, diagnostics.isEmpty { Terminal.result("No problems.\n") }
    }
}
