/// The few things the build asks of a disk.
///
/// A parameter, so that a test is a small site in memory and the preview can read what an editor has
/// not saved. Writing is not here: only the `Output` module writes, and only to a real disk.
package protocol FileSystem: Sendable {
    /// Every regular file below `directory`, sorted by the bytes of its path, so that no result
    /// depends on the order of a directory. An absent directory has no files.
    ///
    /// Names that begin with `.` or `_` are left out, with all below them, and so is what editors leave
    /// behind. Symbolic links that stay inside the root are followed, others are listed as `problem`s.
    func files(below directory: String) throws(FileSystemError) -> FileListing

    /// The bytes of a file, by its path relative to the root.
    func read(_ path: String) throws(FileSystemError) -> [UInt8]

    /// The first `count` bytes of a file, or all of a shorter one: enough for the size of an image.
    func readPrefix(_ path: String, count: Int) throws(FileSystemError) -> [UInt8]

    /// Whether a regular file stands at `path`, inside the root.
    func exists(_ path: String) -> Bool
}

extension FileSystem {
    /// The bytes of a file for the excerpt in a report; `nil` when there are none to show.
    ///
    /// A symbolic link that leads out of the root is itself what is reported. What it leads to is no part
    /// of the site: a report is read by whoever sent the change that it is about.
    package func excerptSource(_ path: String) -> [UInt8]? {
        exists(path) ? try? read(path) : nil
    }
}

/// What stands below a directory.
package struct FileListing: Sendable {
    package struct File: Hashable, Sendable {
        /// Relative to the root of the file system, `/` between its parts.
        package var path: String
        /// In bytes.
        package var size: Int

        package init(path: String, size: Int) {
            self.path = path
            self.size = size
        }
    }

    /// A directory entry that cannot be part of a site.
    package struct Problem: Hashable, Sendable {
        package enum Reason: Hashable, Sendable {
            /// A symbolic link to a place outside the root, or to itself.
            case linkLeavesRoot
            /// A folder in so many others that it is not looked into.
            case tooDeep(Int)
            /// Symbolic links that lead to folders with links, so that there is no end of them.
            case tooManyLinks(Int)
            /// The name is not UTF-8 (shown with replacement characters).
            case nameNotUTF8
            /// A socket, a device or a pipe.
            case notAFile
            /// Something else where a folder should be.
            case notAFolder
            /// The system refused to look inside.
            case unreadable(String)
        }
        package var path: String
        package var reason: Reason

        package init(path: String, reason: Reason) {
            self.path = path
            self.reason = reason
        }
    }

    package var files: [File]
    package var problems: [Problem]
    /// Of what is left out, the files that are the page of a folder to Hugo and Zola (`_index.md`).
    package var foreignIndices: [String]

    package init(
        files: [File] = [], problems: [Problem] = [], foreignIndices: [String] = []
    ) {
        self.files = files
        self.problems = problems
        self.foreignIndices = foreignIndices
    }
}

/// The disk said no.
///
/// The machine's fault, not the author's: exit status 2. What stands where something else should (a link to
/// nowhere, a pipe) goes with the files wherever they are copied, and is the author's.
package struct FileSystemError: Error, Hashable, Sendable, CustomStringConvertible {
    /// What was tried, as a verb: "read", "list".
    package var operation: String
    package var path: String
    /// The system's words ("No such file or directory").
    package var reason: String

    package init(_ operation: String, _ path: String, reason: String) {
        self.operation = operation
        self.path = path
        self.reason = reason
    }

    package var description: String { "cannot \(operation) ‘\(path)’: \(reason)" }
}
