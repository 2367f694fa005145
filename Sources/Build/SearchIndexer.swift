/// The index of the search page, made by Pagefind (pagefind.app) from the staged pages.

import Diagnostics
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
        guard
            let program = ExternalProgram(named: Self.programName)
                ?? ExternalProgram(named: "python3").flatMap({ Self.program(packagedBy: $0) })
        else { return nil }
        self.program = program
    }

    /// The program in the package of an installation of Python, or of its user.
    ///
    /// The folders are looked into, since starting Python takes longer than most builds.
    private static func program(packagedBy python: ExternalProgram) -> ExternalProgram? {
        for folder in packageFolders(of: python) {
            // The package prefers the one that knows more languages.
            for name in [programName + "_extended", programName] {
                if let program = ExternalProgram(path: "\(folder)/pagefind_bin/\(name)") {
                    return program
                }
            }
        }
        return nil
    }

    private static func packageFolders(of python: ExternalProgram) -> [String] {
        let root = python.path.split(separator: "/", omittingEmptySubsequences: false).dropLast(2)
            .joined(separator: "/")
        let escaped = escapedForGlob(root)
        // Its own and Debian's, and those of pyenv and asdf, whose python3 stands apart.
        var patterns = ["", "/local", "/versions/*", "/installs/python/*"].map {
            escaped + $0 + "/lib*/python3*/*-packages"
        }
        // A virtual environment knows nothing of what its user has installed elsewhere.
        if access(root + "/pyvenv.cfg", F_OK) != 0, let home = getenv("HOME") {
            let home = escapedForGlob(String(cString: home))
            patterns.append(home + "/.local/lib*/python3*/site-packages")
            patterns.append(home + "/Library/Python/3*/lib/python/site-packages")
        }
        return patterns.flatMap { paths($0) }
    }

    /// What there is of a pattern, by `glob(3)`.
    private static func paths(_ pattern: String) -> [String] {
        var found = glob_t()
        defer { globfree(&found) }
        guard glob(pattern, 0, nil, &found) == 0 else { return [] }
        return (0..<Int(found.gl_pathc)).compactMap { index in
            found.gl_pathv[index].map { String(cString: $0) }
        }
    }

    private static func escapedForGlob(_ path: String) -> String {
        path.reduce(into: "") { text, character in
            if "\\*?[".contains(character) { text.append("\\") }
            text.append(character)
        }
    }

    /// Adds the index to a staged tree.
    ///
    /// - Throws: When the program failed.
    func index(_ staging: String) throws(PublishError) {
        let problem = program.run([
            "--site", staging, "--output-subdir", OutputPlan.searchIndexFolder, "--quiet",
            // A formula is there as signs and as TeX: an excerpt shows what the page does.
            "--exclude-selectors", "annotation",
        ])
        if let problem { throw PublishError("\(Self.programName) failed: \(problem)") }
        let entry = "\(staging)/\(OutputPlan.searchIndexFolder)/pagefind-entry.json"
        guard let ordered = Self.orderingLanguages(try PublishedTree.read(entry)) else {
            throw PublishError("the languages in ‘\(entry)’ cannot be read")
        }
        try ReplacedFile.write(ordered, to: entry)
    }

    /// What lists the parts of the index, with the languages in the order of their tags.
    ///
    /// Pagefind 1.5 writes them in an order that changes from run to run, and the same sources make
    /// the same bytes. `nil` for what is not such a list.
    package static func orderingLanguages(_ bytes: [UInt8]) -> [UInt8]? {
        guard let languages = (try? JSONValue.read(bytes))?["languages"],
            let parts = languages.object
        else { return nil }
        let ordered = parts.sorted { $0.key.precedes($1.key) }.map { tag, part in
            "\(JSONValue.quoted(tag)):".utf8 + bytes[part.bytes.range]
        }
        var result = Array(bytes[..<languages.bytes.range.lowerBound])
        result.append(UInt8(ascii: "{"))
        result.append(contentsOf: ordered.joined(separator: CollectionOfOne(UInt8(ascii: ","))))
        result.append(UInt8(ascii: "}"))
        return result + bytes[languages.bytes.range.upperBound...]
    }
}
