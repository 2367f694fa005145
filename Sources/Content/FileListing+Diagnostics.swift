package import Diagnostics
package import Files

extension FileListing {
    /// What a person should know of entries that cannot be part of a site.
    package var diagnostics: [Diagnostic] {
        problems.map { Self.diagnostic(for: $0) }
            + files.filter { Self.holdsControl($0.path) }.map { file in
                Diagnostic(
                    "file.control-character",
                    "The name of this file holds a line break or another character that cannot be "
                        + "seen: rename it.", at: SourceSpan(file: file.path))
            } + foreignIndexDiagnostics
    }

    /// Of pages of folders by the names that Hugo and Zola have for them, where the folder has no other.
    private var foreignIndexDiagnostics: [Diagnostic] {
        guard !foreignIndices.isEmpty else { return [] }
        let paths = Set(files.map(\.path))
        return foreignIndices.compactMap { path in
            let folder = path.prefix(path.count - (path.split(separator: "/").last?.count ?? 0))
            // `_index.de.md` is a translation.
            let name = String(path.dropFirst(folder.count + 1))
            guard !paths.contains(folder + name) else { return nil }
            return Diagnostic(
                "file.foreign-index", .warning,
                "This page of a folder is not read: Hugo and Zola call it so, and here what begins with ‘_’ is set "
                    + "aside. Rename it to ‘\(name)’.", at: SourceSpan(file: path))
        }
    }

    private static func holdsControl(_ path: String) -> Bool {
        path.unicodeScalars.contains { scalar in
            switch scalar.value {
            // Breaks, and marks that let a name be shown in another order than it is written.
            case 0..<0x20, 0x7F...0x9F, 0x2028...0x202E, 0x2066...0x2069: true
            default: false
            }
        }
    }

    private static func diagnostic(for problem: Problem) -> Diagnostic {
        let span = SourceSpan(file: problem.path)
        switch problem.reason {
        case .linkLeavesRoot:
            return Diagnostic(
                "file.link-leaves-site", "This symbolic link leads out of the site, or nowhere.",
                at: span)
        case .tooDeep(let limit):
            return Diagnostic(
                "file.too-deep",
                "This folder lies \(limit) folders deep, and what is in it is not read: move it up.",
                at: span)
        case .tooManyLinks(let limit):
            return Diagnostic(
                "file.too-many-links",
                "Symbolic links lead to folders more than \(limit) times here, and not all are read: "
                    + "copy what is needed instead.", at: span)
        case .nameNotUTF8:
            return Diagnostic(
                "file.name-not-utf8", "The name of this file is not UTF-8: rename it.", at: span)
        case .notAFile:
            return Diagnostic(
                "file.not-a-file", "This is neither a file nor a folder.", at: span)
        case .notAFolder:
            return Diagnostic("file.not-a-file", "Here should be a folder.", at: span)
        case .unreadable(let reason):
            return FileSystemError("read", problem.path, reason: reason).diagnostic
        }
    }
}

extension FileSystemError {
    /// As a problem of the file, where the others can be told, too.
    package var diagnostic: Diagnostic {
        Diagnostic(Self.id, "This cannot be read: \(reason).", at: SourceSpan(file: path))
    }

    /// What is the machine's fault among the problems of a site.
    package static let id: Diagnostic.ID = "file.unreadable"
}
