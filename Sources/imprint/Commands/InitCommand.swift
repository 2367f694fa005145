import ArgumentParser
import Authoring
import Content
import Diagnostics
import Files
import Output

struct InitCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "init", abstract: "Make a small site to begin with.",
        discussion: """
            The site builds as it is, and shows by example what a page can hold. Workflows for GitHub \
            and GitLab are part of it. When one of its files is there already, nothing is written.
            """)

    @Argument(help: "The folder to make the site in; it need not exist.")
    var directory: String

    @Option(help: "The title of the site, and the name of the center.")
    var title: String?

    @Option(
        name: .customLong("base-url"), help: "The address that the site will have.",
        transform: BaseURLArgument.init)
    var baseURL: BaseURLArgument?

    func run() throws {
        let files = Starter.files(title: title, baseURL: baseURL?.value)
        try create(files, in: directory)
        Terminal.result(
            """
            \(files.count) files → \(directory)

            cd \(directory.quotedForShell)
            imprint preview    the site in a browser, while you write
            imprint build      content/ to public/

            Begin with site.yaml, and with the essay in content/posts/.

            """)
    }
}

/// Writes new files, or names those that are there already and ends with status 1.
func create(_ files: [NewFile], in folder: String, _ reports: ReportOptions? = nil) throws {
    let conflicts = NewFiles.conflicts(of: files, in: folder)
    guard conflicts.isEmpty else {
        ReportOptions.print(conflicts, format: reports?.format ?? .text) { _ in nil }
        Terminal.message("Nothing was written.\n")
        throw ExitCode.contentProblem
    }
    try NewFiles.create(files, in: folder)
}

extension String {
    /// As a shell takes it for one word (POSIX, 2.2.2).
    fileprivate var quotedForShell: String {
        let isPlain = allSatisfy { $0.isLetter || $0.isNumber || "/._-".contains($0) }
        return isPlain && !isEmpty ? self : "'" + replacing("'", with: "'\\''") + "'"
    }
}
