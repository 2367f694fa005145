import ArgumentParser
import Output

struct VerifyCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "verify", abstract: "Compare a published tree with its manifest.",
        discussion: "Names every file that is missing, changed or extra.")

    @Argument(help: "The tree to verify.")
    var directory = "public"

    func run() throws {
        let (manifest, findings) = try Verification.findings(in: directory)
        for finding in findings { Terminal.message(finding.description + "\n") }
        guard findings.isEmpty else { throw ExitCode.contentProblem }
        let drafts = manifest.hasDrafts ? " It shows drafts." : ""
        Terminal.result(
            "\(manifest.entries.count) files are as \(manifest.generator) wrote them.\(drafts)\n")
    }
}
