import ArgumentParser
import Build
import Content
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

    @Option(help: "Print a file of the built-in theme, to begin your own with.")
    var show: String?

    @OptionGroup var reports: ReportOptions

    func run() throws {
        if let show {
            try print(show)
            return
        }
        guard check else {
            try Terminal.document(markdown ? TemplateReference.markdown : TemplateReference.text)
            return
        }
        let files = try DiskFileSystem(root: root)
        let diagnostics = try Theme.load(
            from: files, builtIn: BuiltInTheme.files, basePath: "/",
            fields: SiteSettings(reading: files).fields
        ).diagnostics.sorted()
        reports.report(diagnostics, files: files)
        guard !reports.fails(diagnostics) else { throw ExitCode.status(of: diagnostics) }
        if !reports.quiet { Terminal.result("Every template is right.\n") }
    }

    private func print(_ name: String) throws {
        guard let file = BuiltInTheme.files.first(where: { $0.path == name }) else {
            let hint = Spelling.closest(to: name, in: BuiltInTheme.files.map(\.path))
            throw ValidationError("The theme has no file ‘\(name)’.\(Spelling.hint(hint))")
        }
        try Terminal.document(String(decoding: file.bytes, as: UTF8.self))
    }
}
