/// The real disk, by system calls: Foundation would cost start-up time, and lists names that are not
/// UTF-8 in a form that cannot be opened.

import Diagnostics

#if canImport(Glibc)
    import Glibc
#elseif canImport(Darwin)
    import Darwin
#endif

package struct DiskFileSystem: FileSystem {
    /// With a trailing slash.
    private let root: String
    /// The root without symbolic links, by components: what may not be left.
    private let realRoot: [Substring]
    private let realRootPath: String

    /// A file system of what stands below `root`.
    package init(root: String) throws(FileSystemError) {
        guard let real = realpath(root, nil) else {
            throw FileSystemError("open", root, reason: String(cString: strerror(errno)))
        }
        defer { free(real) }
        realRootPath = String(cString: real)
        realRoot = realRootPath.split(separator: "/")
        self.root = realRootPath == "/" ? "/" : realRootPath + "/"
    }

    /// The root as a path below the current folder, with a slash behind it; empty where it does not lie below that.
    package var folderBelowCurrent: String {
        guard let current = realpath(".", nil) else { return "" }
        defer { free(current) }
        let parts = String(cString: current).split(separator: "/")
        guard realRoot.starts(with: parts) else { return "" }
        return realRoot.dropFirst(parts.count).map { $0 + "/" }.joined()
    }

    package func files(below directory: String) throws(FileSystemError) -> FileListing {
        var listing = FileListing()
        switch kind(directory) {
        case nil: return listing
        case S_IFDIR: break
        case let kind:
            listing.problems = [
                FileListing.Problem(
                    path: directory, reason: kind == S_IFLNK ? .linkLeavesRoot : .notAFolder)
            ]
            return listing
        }
        var walk = Walk(fileSystem: self)
        try walk.visit(directory, depth: 0)
        listing.files = walk.files.sorted { $0.path.precedes($1.path) }
        listing.problems = walk.problems.sorted {
            $0.path.precedes($1.path)
        }
        listing.foreignIndices = walk.foreignIndices.sorted { $0.precedes($1) }
        return listing
    }

    package func read(_ path: String) throws(FileSystemError) -> [UInt8] {
        try read(path, limit: .max)
    }

    package func readPrefix(_ path: String, count: Int) throws(FileSystemError) -> [UInt8] {
        try read(path, limit: count)
    }

    package func exists(_ path: String) -> Bool { status(path) != nil }

    /// Size in bytes, and time of the last change in nanoseconds, of a file that lies below the root.
    ///
    /// `nil` for anything else, and for a symbolic link that has come to lead out of it.
    package func status(_ path: String) -> (size: Int, modified: Int)? {
        var status = stat()
        guard !path.utf8.contains(0), staysInside(path), stat(root + path, &status) == 0,
            status.st_mode & S_IFMT == S_IFREG
        else { return nil }
        return (Int(status.st_size), status.modified)
    }

    /// Where a path of this file system is on the machine, for copying.
    package func absolutePath(_ path: String) -> String { root + path }

    /// What stands at a path, as in `st_mode`: a link only where it leads nowhere; `nil` for nothing.
    private func kind(_ path: String) -> mode_t? {
        var status = stat()
        guard stat(root + path, &status) == 0 || lstat(root + path, &status) == 0 else {
            return nil
        }
        return status.st_mode & S_IFMT
    }

    private func read(_ path: String, limit: Int) throws(FileSystemError) -> [UInt8] {
        guard !path.utf8.contains(0) else {
            throw FileSystemError("read", path, reason: "The path holds a NUL byte")
        }
        // A pipe would keep whoever opens it waiting for a writer.
        let file = open(root + path, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
        guard file >= 0 else { throw failure("read", path) }
        defer { close(file) }
        var status = stat()
        guard fstat(file, &status) == 0 else { throw failure("read", path) }
        guard status.st_mode & S_IFMT == S_IFREG else {
            throw FileSystemError("read", path, reason: "Not a file")
        }
        let size = min(Int(status.st_size), limit)
        var last = 1
        let bytes = [UInt8](unsafeUninitializedCapacity: size) { buffer, count in
            while count < size, last > 0 {
                last = readBytes(file, buffer.baseAddress.map { $0 + count }, size - count)
                count += max(0, last)
            }
        }
        // A file that became shorter while it was read is what was left of it.
        guard last >= 0 else { throw failure("read", path) }
        return bytes
    }

    private func failure(_ operation: String, _ path: String) -> FileSystemError {
        FileSystemError(operation, path, reason: String(cString: strerror(errno)))
    }

    /// Whether what a path leads to stays inside the root, compared by components: `/srv/out-evil`
    /// is not inside `/srv/out`.
    fileprivate func staysInside(_ path: String) -> Bool {
        guard let real = realpath(root + path, nil) else { return false }
        defer { free(real) }
        return String(cString: real).split(separator: "/").starts(with: realRoot)
    }
}

/// `read(2)`, whose name the type's own method hides.
private func readBytes(_ file: Int32, _ buffer: UnsafeMutablePointer<UInt8>?, _ count: Int) -> Int {
    read(file, buffer, count)
}

/// A walk over a directory and everything below it.
private struct Walk {
    let fileSystem: DiskFileSystem
    var files: [FileListing.File] = []
    var problems: [FileListing.Problem] = []
    var foreignIndices: [String] = []
    /// Device and inode of the folders being visited: a link to one of them is a circle.
    private var open: [(dev_t, ino_t)] = []

    private static let maximumDepth = 64
    /// Folders that were reached through symbolic links, each as often as it was.
    private var linkedFolders = 0
    /// Twenty folders with two links each to the next are a million.
    private static let maximumLinkedFolders = 10_000

    init(fileSystem: DiskFileSystem) { self.fileSystem = fileSystem }

    mutating func visit(
        _ directory: String, depth: Int, throughLink: Bool = false
    ) throws(FileSystemError) {
        let absolute = fileSystem.absolutePath(directory)
        guard let handle = opendir(absolute) else {
            let reason = String(cString: strerror(errno))
            if depth == 0 { throw FileSystemError("list", directory, reason: reason) }
            problems.append(FileListing.Problem(path: directory, reason: .unreadable(reason)))
            return
        }
        defer { closedir(handle) }
        guard depth < Self.maximumDepth else {
            let reason = FileListing.Problem.Reason.tooDeep(Self.maximumDepth)
            problems.append(FileListing.Problem(path: directory, reason: reason))
            return
        }
        var status = stat()
        guard fstat(dirfd(handle), &status) == 0,
            !open.contains(where: { $0.0 == status.st_dev && $0.1 == status.st_ino })
        else {
            problems.append(FileListing.Problem(path: directory, reason: .linkLeavesRoot))
            return
        }
        open.append((status.st_dev, status.st_ino))
        defer { open.removeLast() }
        while let entry = readdir(handle) {
            let name = entry.name
            guard !FileName.isLeftOut(name) else {
                if FileName.isIndexOfOthers(name) {
                    foreignIndices.append(directory + "/" + String(decoding: name, as: UTF8.self))
                }
                continue
            }
            guard let text = String(validating: name, as: UTF8.self) else {
                let shown = directory + "/" + String(decoding: name, as: UTF8.self)
                problems.append(FileListing.Problem(path: shown, reason: .nameNotUTF8))
                continue
            }
            try add(directory + "/" + text, depth: depth, throughLink: throughLink)
        }
    }

    private mutating func add(
        _ path: String, depth: Int, throughLink: Bool
    ) throws(FileSystemError) {
        let absolute = fileSystem.absolutePath(path)
        var status = stat()
        guard lstat(absolute, &status) == 0 else {
            // One that has gone meanwhile is no part of the site; one whose path is too long is.
            if errno != ENOENT {
                let reason = String(cString: strerror(errno))
                problems.append(FileListing.Problem(path: path, reason: .unreadable(reason)))
            }
            return
        }
        let isLink = status.st_mode & S_IFMT == S_IFLNK
        if isLink {
            guard fileSystem.staysInside(path), stat(absolute, &status) == 0 else {
                problems.append(FileListing.Problem(path: path, reason: .linkLeavesRoot))
                return
            }
        }
        switch status.st_mode & S_IFMT {
        case S_IFREG: files.append(FileListing.File(path: path, size: Int(status.st_size)))
        case S_IFDIR:
            let throughLink = throughLink || isLink
            guard !throughLink || mayFollowLink(in: path) else { return }
            try visit(path, depth: depth + 1, throughLink: throughLink)
        default: problems.append(FileListing.Problem(path: path, reason: .notAFile))
        }
    }

    /// Whether one more folder is looked into that a link leads to; the first that is not is reported for all.
    private mutating func mayFollowLink(in path: String) -> Bool {
        linkedFolders += 1
        if linkedFolders == Self.maximumLinkedFolders + 1 {
            // By the folder that all lie in: which comes first is chance.
            let top = String(path.prefix { $0 != "/" })
            problems.append(
                FileListing.Problem(path: top, reason: .tooManyLinks(Self.maximumLinkedFolders)))
        }
        return linkedFolders <= Self.maximumLinkedFolders
    }
}
