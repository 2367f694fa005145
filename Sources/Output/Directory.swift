/// Open directories and the system calls on them. Paths are relative to an open directory, so that
/// nothing is written through a link that somebody puts in the way.

import Bytes
import Diagnostics
import Files

#if canImport(Glibc)
    import Glibc
#elseif canImport(Darwin)
    import Darwin
#endif

enum SystemError {
    static var last: String { String(cString: strerror(errno)) }
}

/// A directory held open.
final class Directory: Sendable {
    let descriptor: Int32
    /// What it was opened by, for messages.
    let path: String

    init(opening path: String) throws(PublishError) {
        descriptor = open(path, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
        self.path = path
        guard descriptor >= 0 else { throw .system("open", path) }
    }

    /// Takes over a descriptor.
    init(descriptor: Int32, path: String) {
        self.descriptor = descriptor
        self.path = path
    }

    deinit { close(descriptor) }

    /// Writes a file that must not exist yet, and the folders above it.
    func add(_ bytes: OutputBuffer, as path: String) throws(PublishError) {
        let file = try create(path)
        defer { close(file) }
        let written = bytes.withUnsafeBufferPointer {
            Self.writeAll(file, UnsafeRawBufferPointer($0))
        }
        guard written else { throw .system("write", path) }
    }

    func create(_ path: String) throws(PublishError) -> Int32 {
        // A page is alone in its folder.
        if path.utf8.suffix(11).elementsEqual("/index.html".utf8) {
            _ = mkdirat(descriptor, String(path.utf8.dropLast(11)) ?? "", 0o755)
        }
        let flags = O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC
        var file = openat(descriptor, path, flags, 0o644)
        if file < 0, errno == ENOENT {
            try makeFolders(above: path)
            file = openat(descriptor, path, flags, 0o644)
        }
        guard file >= 0 else { throw .system("create", path) }
        return file
    }

    /// Creates the folders above a path that are not there; others may be creating the same ones.
    private func makeFolders(above path: String) throws(PublishError) {
        guard let slash = path.utf8.lastIndex(of: UInt8(ascii: "/")) else { return }
        let folder = String(path[..<slash])
        var result = mkdirat(descriptor, folder, 0o755)
        if result != 0, errno == ENOENT {
            try makeFolders(above: folder)
            result = mkdirat(descriptor, folder, 0o755)
        }
        guard result == 0 || errno == EEXIST else { throw .system("create", folder) }
    }

    static func writeAll(_ file: Int32, _ bytes: UnsafeRawBufferPointer) -> Bool {
        var offset = 0
        while offset < bytes.count {
            let count = write(file, bytes.baseAddress.map { $0 + offset }, bytes.count - offset)
            if count < 0 {
                if errno == EINTR { continue }
                return false
            }
            offset += count
        }
        return true
    }

    /// Names in a directory, sorted.
    static func names(in path: String) throws(PublishError) -> [String] {
        guard let handle = opendir(path) else { throw .system("list", path) }
        defer { closedir(handle) }
        var names: [String] = []
        while let entry = readdir(handle) {
            let name = String(decoding: entry.name, as: UTF8.self)
            if name != ".", name != ".." { names.append(name) }
        }
        return names.sorted { $0.precedes($1) }
    }

    enum Kind {
        case file, folder, link, other

        init(_ status: stat) {
            switch status.st_mode & S_IFMT {
            case S_IFREG: self = .file
            case S_IFDIR: self = .folder
            case S_IFLNK: self = .link
            default: self = .other
            }
        }
    }

    /// What stands at a path, without following a link; `nil` for nothing.
    static func kind(of path: String) -> Kind? {
        var status = stat()
        guard lstat(path, &status) == 0 else { return nil }
        return Kind(status)
    }

    /// Removes a tree.
    ///
    /// What cannot be removed stays; the next build tries again.
    static func removeTree(_ path: String) {
        guard kind(of: path) == .folder else {
            unlink(path)
            return
        }
        (try? Directory(opening: path))?.removeEntries()
        rmdir(path)
    }
}
