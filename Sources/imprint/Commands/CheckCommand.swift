import ArgumentParser
import Build
import Diagnostics
import Files

struct CheckCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "check", abstract: "Check everything that a build checks, without writing.")

    @OptionGroup var site: SiteOptions
    @OptionGroup var reports: ReportOptions

    func run() async throws {
        let options = try site.buildOptions()
        let diagnostics: [Diagnostic]
        let files: DiskFileSystem
        do {
            files = try DiskFileSystem(root: site.root)
            diagnostics = try await BuiltSite(building: files, options).diagnostics
        } catch {
            throw machineFault(error.description)
        }
        reports.report(diagnostics, files: files)
        guard !reports.fails(diagnostics) else { throw ExitCode.contentProblem }
        if !reports.quiet, diagnostics.isEmpty { Terminal.result("No problems.\n") }
    }
}
