/// The index of the search page, made by Pagefind (pagefind.app) from the staged pages.

import Files
import Output
import Site

package struct SearchIndexer: Sendable {
    package static let programName = "pagefind"
    private let program: ExternalProgram
    /// What stands before the program's own arguments.
    private let prefix: [String]

    /// `nil` when the program is not there: neither by itself, nor as the package of Python that brings
    /// it without a command.
    package init?() {
        if let program = ExternalProgram(named: Self.programName) {
            self.program = program
            prefix = []
            return
        }
        prefix = ["-m", "pagefind_bin"]
        guard let python = ExternalProgram(named: "python3"),
            python.run(prefix + ["--version"]) == nil
        else { return nil }
        program = python
    }

    /// Adds the index to a staged tree.
    ///
    /// - Throws: When the program failed.
    func index(_ staging: String) throws(PublishError) {
        let problem = program.run(
            prefix + [
                "--site", staging, "--output-subdir", OutputPlan.searchIndexFolder, "--quiet",
            ])
        if let problem { throw PublishError("\(Self.programName) failed: \(problem)") }
    }
}
