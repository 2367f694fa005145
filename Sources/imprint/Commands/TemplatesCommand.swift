import ArgumentParser
import Build
import Content
import Diagnostics
import Files
import Rendering
import Templates

struct TemplatesCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "templates",
        abstract: "List the page kinds and the fields that their templates can show.")

    @Option(help: "The folder with templates/.")
    var root = "."

    @Flag(help: "Check the templates instead, and one page of the site that each makes.")
    var check = false

    @Flag(help: "Print Markdown, as the guide has it.")
    var markdown = false

    @Flag(help: "List the files of the built-in theme.")
    var files = false

    @Option(help: "Print a file of the built-in theme, to begin your own with.")
    var show: String?

    @OptionGroup var reports: ReportOptions

    func run() async throws {
        if let show {
            try print(show)
        } else if files {
            try Terminal.document(BuiltInTheme.files.map { $0.path + "\n" }.joined())
        } else if check {
            try await checkTemplates()
        } else {
            try Terminal.document(markdown ? TemplateReference.markdown : TemplateReference.text)
        }
    }

    private func checkTemplates() async throws {
        let files = try DiskFileSystem(root: root)
        let settings = try SiteSettings(reading: files)
        let theme = try SiteSources.theme(
            from: files, settings.configuration?.baseURL.path, settings.fields)
        let options = BuildOptions(now: try SiteOptions.currentTime(unless: nil))
        let built = try await BuiltSite(building: files, options, theme: theme)
        let diagnostics = Set(theme.diagnostics + built.templateDiagnostics).sorted()
        reports.report(diagnostics, files: files)
        guard !reports.fails(diagnostics) else { throw ExitCode.status(of: diagnostics) }
        guard !reports.quiet else { return }
        Terminal.result(
            built.provisional == nil
                ? "Every template is right by itself. No page was made: there is no site.yaml that can be read.\n"
                : "Every template is right.\n")
    }

    private func print(_ name: String) throws {
        guard let file = BuiltInTheme.files.first(where: { $0.path == name }) else {
            Terminal.message(
                "imprint: The theme has no file ‘\(name)’.\(Spelling.hint(BuiltInTheme.nearest(to: name))) "
                    + "‘imprint templates --files’ lists them.\n")
            throw ExitCode.validationFailure
        }
        try Terminal.document(String(decoding: file.bytes, as: UTF8.self))
    }
}
