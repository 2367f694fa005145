#if canImport(Glibc)
    import Glibc
#elseif canImport(Darwin)
    import Darwin
#endif

/// Dot entries of the old output, linked into the new one: whatever they are called, since nobody else has
/// them.
enum CarriedTree {
    /// Hard links for files, new folders for folders, new symbolic links for links.
    static func link(
        _ name: Directory.Name, from source: Directory, to target: Directory
    ) throws(PublishError) {
        switch source.kind(of: name) {
        case .folder:
            guard mkdirat(target.descriptor, name, 0o755) == 0 else {
                throw .system("create", target.shown(name))
            }
            let (old, new) = (try source.folder(name), try target.folder(name))
            for name in try old.entryNames() { try link(name, from: old, to: new) }
            // Last: nothing can be put into a folder that may not be written.
            var status = stat()
            if fstat(old.descriptor, &status) == 0 {
                _ = fchmod(new.descriptor, status.st_mode & 0o7777)
            }
        case .link:
            var destination = Directory.Name(repeating: 0, count: 4096)
            // One byte less, so that a zero ends it.
            let count = readlinkat(source.descriptor, name, &destination, destination.count - 1)
            guard count >= 0 else { throw .system("read", source.shown(name)) }
            guard symlinkat(destination, target.descriptor, name) == 0 else {
                throw .system("create", target.shown(name))
            }
        case .file, .other:
            guard linkat(source.descriptor, name, target.descriptor, name, 0) == 0 else {
                throw .system("carry over", source.shown(name))
            }
        case nil: break
        }
    }
}
