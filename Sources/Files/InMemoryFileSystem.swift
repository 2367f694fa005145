/// A site in memory: for tests, and for files that an editor holds unsaved.

import Diagnostics

package struct InMemoryFileSystem: FileSystem {
    private var contents: [String: [UInt8]]

    package init(_ contents: [String: [UInt8]] = [:]) { self.contents = contents }

    package subscript(path: String) -> [UInt8]? {
        get { contents[path] }
        set { contents[path] = newValue }
    }

    package func files(below directory: String) -> FileListing {
        let prefix = directory.isEmpty ? "" : directory + "/"
        let files =
            contents
            .filter { path, _ in
                path.hasPrefix(prefix)
                    && !path.dropFirst(prefix.count).split(separator: "/")
                        .contains { FileName.isLeftOut($0.utf8) }
            }
            .map { FileListing.File(path: $0.key, size: $0.value.count) }
            .sorted { $0.path.precedes($1.path) }
        return FileListing(files: files)
    }

    package func read(_ path: String) throws(FileSystemError) -> [UInt8] {
        guard let bytes = contents[path] else {
            throw FileSystemError("read", path, reason: "No such file or directory")
        }
        return bytes
    }

    package func readPrefix(_ path: String, count: Int) throws(FileSystemError) -> [UInt8] {
        Array(try read(path).prefix(count))
    }

    package func exists(_ path: String) -> Bool { contents[path] != nil }
}
