import ArgumentParser
import Build
import Diagnostics
import Files
import Rendering
import Templates

struct TemplatesCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "templates",
        abstract: "List the page kinds and the fields that their templates can show.")

    @Option(help: "The folder with templates/.")
    var root = "."

    @Flag(help: "Check the templates instead.")
    var check = false

    @Flag(help: "Print Markdown, as the guide has it.")
    var markdown = false

    @OptionGroup var reports: ReportOptions

    func run() throws {
        guard check else {
            Terminal.result(markdown ? TemplateReference.markdown : TemplateReference.text)
            return
        }
        let diagnostics: [Diagnostic]
        let files: DiskFileSystem
        do throws(FileSystemError) {
            files = try DiskFileSystem(root: root)
            diagnostics = try Theme.load(
                from: files, builtIn: BuiltInTheme.files, basePath: "/"
            ).diagnostics.sorted()
        } catch {
            throw machineFault(error.description)
        }
        reports.report(diagnostics, files: files)
        guard !reports.fails(diagnostics) else { throw ExitCode.contentProblem }
        if !reports.quiet { Terminal.result("Every template is right.\n") }
    }
}
