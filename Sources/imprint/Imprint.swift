import ArgumentParser
import Build

/// The command line: the only module that prints and exits.
@main
struct Imprint: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "imprint",
        abstract: "Builds a research center's publications into a linked static site.",
        discussion: """
            Every mistake is found before the first byte is written: a build that reports an error \
            leaves the published site as it was.

            Exit status: 0 all is well, 1 a problem in the content or the templates, 2 the \
            machine's fault (a disk, a permission), 64 wrong usage.
            """,
        version: Generator.version,
        subcommands: [
            BuildCommand.self, PreviewCommand.self, CheckCommand.self, VerifyCommand.self,
            NewCommand.self, ListCommand.self, ImportCommand.self, InitCommand.self,
            TemplatesCommand.self,
        ],
        defaultSubcommand: BuildCommand.self)

    static func main() async {
        Terminal.prepare()
        await main(nil)
    }
}
