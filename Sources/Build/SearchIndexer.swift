/// The index of the search page, made by Pagefind (pagefind.app) from the staged pages.

import Files
import Output
import Site

#if canImport(Glibc)
    import Glibc
#elseif canImport(Darwin)
    import Darwin
#endif

package struct SearchIndexer: Sendable {
    package static let programName = "pagefind"
    private let program: ExternalProgram

    /// `nil` when the program is not there: neither by itself, nor in the package of Python that
    /// brings it without a command.
    package init?() {
        if let program = ExternalProgram(named: Self.programName) {
            self.program = program
        } else if let python = ExternalProgram(named: "python3"),
            let path = Self.paths(Self.packagePatterns(beside: python)).last
        {
            program = ExternalProgram(path: path)
        } else {
            return nil
        }
    }

    /// Where an installation of Python has that package.
    ///
    /// Its folders are looked into, since starting Python takes longer than most builds.
    private static func packagePatterns(beside python: ExternalProgram) -> [String] {
        let root = python.path.split(separator: "/", omittingEmptySubsequences: false).dropLast(2)
            .joined(separator: "/")
        let home = getenv("HOME").map { String(cString: $0) } ?? ""
        // Its own, Debian's, the user's, and those of pyenv and asdf, whose python3 stands apart.
        let roots = [
            root, root + "/local", home + "/.local", root + "/versions/*",
            root + "/installs/python/*",
        ]
        return roots.flatMap { root in
            ["site", "dist"].map {
                root + "/lib/python3*/\($0)-packages/pagefind_bin/\(programName)*"
            }
        }
    }

    /// What there is of some patterns, by `glob(3)`.
    private static func paths(_ patterns: [String]) -> [String] {
        patterns.flatMap { pattern in
            var found = glob_t()
            defer { globfree(&found) }
            guard glob(pattern, 0, nil, &found) == 0 else { return [String]() }
            return (0..<Int(found.gl_pathc)).compactMap { index in
                found.gl_pathv[index].map { String(cString: $0) }
            }
        }
    }

    /// Adds the index to a staged tree.
    ///
    /// - Throws: When the program failed.
    func index(_ staging: String) throws(PublishError) {
        let problem = program.run([
            "--site", staging, "--output-subdir", OutputPlan.searchIndexFolder, "--quiet",
        ])
        if let problem { throw PublishError("\(Self.programName) failed: \(problem)") }
    }
}
