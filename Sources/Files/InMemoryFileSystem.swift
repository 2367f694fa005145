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
        func isRead(_ names: some Sequence<Substring>) -> Bool {
            !names.contains { FileName.isLeftOut($0.utf8) }
        }
        var listing = FileListing()
        for (path, bytes) in contents where path.hasPrefix(prefix) {
            let names = path.dropFirst(prefix.count).split(separator: "/")
            if isRead(names) {
                listing.files.append(FileListing.File(path: path, size: bytes.count))
            } else if let name = names.last, FileName.isIndexOfOthers(name.utf8),
                isRead(names.dropLast())
            {
                listing.foreignIndices.append(path)
            }
        }
        listing.files.sort { $0.path.precedes($1.path) }
        listing.foreignIndices.sort { $0.precedes($1) }
        return listing
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
