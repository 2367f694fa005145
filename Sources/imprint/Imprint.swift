import ArgumentParser
import Build
import ExternalLinks
import Files
import Output
import Preview

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
            BuildCommand.self, PreviewCommand.self, CheckCommand.self, DiffCommand.self,
            VerifyCommand.self,
            NewCommand.self, ListCommand.self, ImportCommand.self, InitCommand.self,
            TemplatesCommand.self,
        ],
        defaultSubcommand: BuildCommand.self)

    /// As by default; what the machine did wrong is a sentence, and has a status of its own.
    static func main() async {
        Terminal.prepare()
        do {
            try UnknownCommand.check(Array(CommandLine.arguments.dropFirst()))
            var command = try await asyncParseAsRoot()
            if var command = command as? any AsyncParsableCommand {
                try await command.run()
            } else {
                try command.run()
            }
        } catch let error as PublishError where error.isRefusal {
            Terminal.message("imprint: \(error.description)\n")
            exit(withError: ExitCode.validationFailure)
        } catch let error as any MachineFault {
            exit(withError: machineFault(error.description))
        } catch {
            exit(withError: error)
        }
    }
}

/// What is no mistake of the site: a disk, a permission, a program that is missing.
private protocol MachineFault: Error, CustomStringConvertible {}

extension FileSystemError: MachineFault {}
extension PublishError: MachineFault {}
extension PreviewServerError: MachineFault {}
extension LinkCheck.NoCurl: MachineFault {}
