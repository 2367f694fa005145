package import Diagnostics
package import Files

extension FileListing {
    /// What a person should know of entries that cannot be part of a site.
    package var diagnostics: [Diagnostic] {
        problems.map { Self.diagnostic(for: $0) }
            + files.filter { Self.holdsControl($0.path) }.map { file in
                Diagnostic(
                    "file.control-character",
                    "The name of this file holds a line break or another control character: "
                        + "rename it.", at: SourceSpan(file: file.path))
            }
    }

    private static func holdsControl(_ path: String) -> Bool {
        path.utf8.contains { $0 < 0x20 || $0 == 0x7F }
    }

    private static func diagnostic(for problem: Problem) -> Diagnostic {
        let span = SourceSpan(file: problem.path)
        switch problem.reason {
        case .linkLeavesRoot:
            return Diagnostic(
                "file.link-leaves-site", "This symbolic link leads out of the site, or nowhere.",
                at: span)
        case .nameNotUTF8:
            return Diagnostic(
                "file.name-not-utf8", "The name of this file is not UTF-8: rename it.", at: span)
        case .notAFile:
            return Diagnostic(
                "file.not-a-file", "This is neither a file nor a folder.", at: span)
        case .unreadable(let reason):
            return Diagnostic("file.unreadable", "This cannot be read: \(reason).", at: span)
        }
    }
}
