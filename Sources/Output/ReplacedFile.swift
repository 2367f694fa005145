#if canImport(Glibc)
    import Glibc
#elseif canImport(Darwin)
    import Darwin
#endif

/// A file that is wholly the old one or wholly the new one.
package enum ReplacedFile {
    /// Writes beside the file and renames, unless it holds these bytes already.
    package static func write(_ bytes: [UInt8], to path: String) throws(PublishError) {
        if Directory.kind(of: path) == .file, (try? PublishedTree.read(path)) == bytes { return }
        let draft = path + ".imprint-new-\(getpid())"
        let file = open(draft, O_WRONLY | O_CREAT | O_TRUNC | O_NOFOLLOW | O_CLOEXEC, 0o644)
        guard file >= 0 else { throw .system("create", draft) }
        let written = bytes.withUnsafeBytes { Directory.writeAll(file, $0) } && fsync(file) == 0
        close(file)
        guard written, rename(draft, path) == 0 else {
            let reason = PublishError.system("write", path)
            unlink(draft)
            throw reason
        }
    }
}
