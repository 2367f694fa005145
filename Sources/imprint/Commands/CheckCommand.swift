import ArgumentParser
import Build
import Consistency
import Diagnostics
import Files

struct CheckCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "check",
        abstract: "Check everything that a build checks, and more, without writing.",
        discussion: """
            When there is no error, the pages, feeds and citation files are rendered in memory and read \
            back: title, authors, dates, licence, DOI and addresses must be those of the front matter, \
            whatever the theme.
            """)

    @OptionGroup var site: SiteOptions
    @OptionGroup var reports: ReportOptions

    func run() async throws {
        let options = try site.buildOptions()
        var diagnostics: [Diagnostic]
        let files: DiskFileSystem
        do {
            files = try DiskFileSystem(root: site.root)
            let built = try await BuiltSite(building: files, options)
            diagnostics = built.diagnostics
            if let rendered = built.rendered {
                diagnostics += await ConsistencyCheck.diagnostics(for: rendered)
            }
        } catch {
            throw machineFault(error.description)
        }
        reports.report(diagnostics, files: files)
        guard !reports.fails(diagnostics) else { throw ExitCode.contentProblem }
        if !reports.quiet, diagnostics.isEmpty { Terminal.result("No problems.\n") }
    }
}
