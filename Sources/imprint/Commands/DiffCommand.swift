import ArgumentParser
import Audit
import Build
import Diagnostics
import Files
import Output
import Rendering

struct DiffCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "diff",
        abstract: "Tell what the sources would change for readers of a published tree.",
        discussion: """
            Names new, changed, moved and gone pages with what is otherwise in their records and sections; what \
            follows in lists and feeds is counted. With --drafts, drafts are told as if they were published. \
            Nothing is written, and a difference is no failure.
            """)

    @Argument(help: "The tree to compare with; public/ below the root by default.")
    var old: String?

    @OptionGroup var site: SiteOptions

    @Option(help: "How it is told: text, markdown (for a pull request) or json.")
    var format = DifferenceFormat.text

    func run() async throws {
        let published = try PublishedFiles(in: old ?? site.root + "/public")
        var options = try site.buildOptions()
        // As a build here would: without, the old tree's smaller images would be gone from its pages.
        options.makesImages = ImageMaker() != nil
        let files = try DiskFileSystem(root: site.root)
        let built = try await BuiltSite(building: files, options)
        guard let site = built.rendered else {
            ReportOptions.print(built.diagnostics, format: .text) {
                files.excerptSource(orBuiltIn: $0)
            }
            throw ExitCode.status(of: built.diagnostics)
        }
        let difference = try await SiteDifference(of: site, from: published, files: files)
        if published.hasDrafts, !site.isPreview {
            Terminal.message("The tree shows drafts: what is not published is told as gone.\n")
        }
        switch format {
        case .text: try Terminal.document(difference.text)
        case .markdown: try Terminal.document(difference.markdown)
        case .json: try Terminal.document(difference.json)
        }
    }
}

enum DifferenceFormat: String, ExpressibleByArgument, CaseIterable {
    case text, markdown, json
}
