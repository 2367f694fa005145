/// Reading a tree that was published, by this program or another.

import Diagnostics
import Files

#if canImport(Glibc)
    import Glibc
#elseif canImport(Darwin)
    import Darwin
#endif

package enum PublishedTree {
    /// Every file of a tree, sorted by the bytes of its path.
    ///
    /// Folders at the top whose names begin with a dot (`.git`) are no part of it, unless they are asked
    /// for. Links are listed, not followed.
    package static func paths(
        in directory: String, withDotFolders: Bool = false
    ) throws(PublishError) -> [String] {
        var paths: [String] = []
        for name in try Directory.names(in: directory) {
            if Directory.kind(of: directory + "/" + name) != .folder {
                paths.append(name)
            } else if withDotFolders || !name.hasPrefix(".") {
                try collect(directory, name, &paths)
            }
        }
        return paths.sorted { $0.precedes($1) }
    }

    private static func collect(
        _ root: String, _ folder: String, _ paths: inout [String]
    ) throws(PublishError) {
        for name in try Directory.names(in: root + "/" + folder) {
            let path = folder + "/" + name
            if Directory.kind(of: root + "/" + path) == .folder {
                try collect(root, path, &paths)
            } else {
                paths.append(path)
            }
        }
    }

    package static func exists(_ path: String) -> Bool { Directory.kind(of: path) != nil }

    /// The bytes of a file, by a path of the machine.
    package static func read(_ path: String) throws(PublishError) -> [UInt8] {
        do throws(FileSystemError) {
            return try DiskFileSystem(root: "/").read(String(absolute(path).dropFirst()))
        } catch {
            // By the path that was asked for, not by the one below the root of the machine.
            throw PublishError(
                FileSystemError(error.operation, path, reason: error.reason).description)
        }
    }

    private static func absolute(_ path: String) -> String {
        guard !path.hasPrefix("/") else { return path }
        guard let folder = getcwd(nil, 0) else { return path }
        defer { free(folder) }
        return String(cString: folder) + "/" + path
    }
}
