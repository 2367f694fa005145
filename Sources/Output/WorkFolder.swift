/// A folder for files on their way to the output; removed when it is no longer needed.

package import Bytes

#if canImport(Glibc)
    import Glibc
#elseif canImport(Darwin)
    import Darwin
#endif

package final class WorkFolder: Sendable {
    package let path: String

    /// - Throws: When the system gives none.
    package init() throws(PublishError) {
        let folder = getenv("TMPDIR").map { String(cString: $0) } ?? "/tmp"
        // mkdtemp(3) puts a name that is free in the place of these letters.
        var template = Array("\(folder)/imprint-XXXXXX".utf8CString)
        guard mkdtemp(&template) != nil else {
            throw PublishError("no folder could be made in ‘\(folder)’")
        }
        path = String(decoding: template.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
    }

    /// Writes a file of this name; to be read by another program soon, so it need not be on the disk.
    package func write(_ bytes: OutputBuffer, to name: String) throws(PublishError) {
        try Directory(opening: path).add(bytes, as: name)
    }

    deinit { Directory.removeTree(path) }
}
