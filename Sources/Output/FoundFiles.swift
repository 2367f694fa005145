/// Files of a tree that this program did not write itself: the search index.

#if canImport(Glibc)
    import Glibc
#elseif canImport(Darwin)
    import Darwin
#endif

enum FoundFiles {
    /// Paths of the regular files below a folder, relative to it.
    static func paths(below root: String) throws(PublishError) -> [String] {
        var paths: [String] = []
        var folders = [""]
        while let folder = folders.popLast() {
            for name in try Directory.names(in: root + "/" + folder) {
                let path = folder.isEmpty ? name : folder + "/" + name
                switch Directory.kind(of: root + "/" + path) {
                case .folder: folders.append(path)
                case .file: paths.append(path)
                case .link, .other:
                    throw PublishError("‘\(path)’ is neither a file nor a folder")
                case nil: break
                }
            }
        }
        return paths
    }

    /// Reads in pieces, as copying does.
    static func entry(of path: String, in root: String) throws(PublishError) -> Manifest.Entry {
        let source = root + "/" + path
        let input = open(source, O_RDONLY | O_CLOEXEC)
        guard input >= 0 else { throw .system("read", source) }
        defer { close(input) }
        var digest = Digest()
        var size = 0
        var buffer = [UInt8](repeating: 0, count: 64 << 10)
        while true {
            let count = buffer.withUnsafeMutableBytes { read(input, $0.baseAddress, $0.count) }
            if count < 0, errno == EINTR { continue }
            guard count >= 0 else { throw .system("read", source) }
            guard count > 0 else { break }
            buffer.withUnsafeBytes { digest.update(UnsafeRawBufferPointer(rebasing: $0[..<count])) }
            size += count
        }
        return Manifest.Entry(path: path, size: size, sha256: digest.finish(), anchors: [])
    }
}
