/// Writes sources: what `init`, `new` and `import` make. A file that is there already is never touched.

import Bytes
package import Diagnostics
package import Files

#if canImport(Glibc)
    import Glibc
#elseif canImport(Darwin)
    import Darwin
#endif

package enum NewFiles {
    /// A diagnostic for each file that is there already.
    package static func conflicts(of files: [NewFile], in folder: String) -> [Diagnostic] {
        files.filter { Directory.kind(of: folder + "/" + $0.path) != nil }.map { file in
            Diagnostic(
                "file.exists",
                "This is there already, and is not overwritten: move it away, or choose another "
                    + "place.",
                at: SourceSpan(file: folder == "." ? file.path : folder + "/" + file.path))
        }
    }

    /// Makes the files, and the folders that they need.
    ///
    /// - Throws: When one of them cannot be made, even because it came to be there meanwhile.
    package static func create(_ files: [NewFile], in folder: String) throws(PublishError) {
        try makeFolders(folder)
        let directory = try Directory(opening: folder)
        for file in files { try directory.add(OutputBuffer(file.bytes), as: file.path) }
    }

    /// Makes a folder and those above it.
    static func makeFolders(_ path: String, mode: mode_t = 0o777) throws(PublishError) {
        var parent = path.hasPrefix("/") ? "/" : ""
        for part in path.split(separator: "/") {
            parent += part
            guard mkdir(parent, mode) == 0 || errno == EEXIST else {
                throw .system("create", parent)
            }
            parent += "/"
        }
    }
}
