#if canImport(Glibc)
    import Glibc
#elseif canImport(Darwin)
    import Darwin
#endif

/// Keeps two builds from publishing to one place at once, and leaves nothing behind.
///
/// The lock is on a file beside the output, which its holder removes before letting go. Whoever
/// waited for it then holds a lock on a file that has no name any more, while a third may have made
/// a new one: so a lock counts only when its file still stands at the path.
struct PublishLock {
    private let file: Int32
    private let path: String

    /// Takes the lock beside the output, for which a second build waits up to ten seconds.
    ///
    /// The waiting task gives its thread back: the build that holds the lock may need it.
    init(parent: String, name: String) async throws(PublishError) {
        path = (parent == "/" ? "" : parent) + "/.\(name).imprint-lock"
        var tries = 0
        while true {
            let file = open(path, O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW, 0o644)
            guard file >= 0 else { throw .system("lock", path) }
            if flock(file, LOCK_EX | LOCK_NB) == 0 {
                if Self.stands(file, at: path) {
                    self.file = file
                    return
                }
                close(file)
                continue
            }
            let isTaken = errno == EWOULDBLOCK || errno == EINTR
            let problem = PublishError.system("lock", path)
            close(file)
            // A file system without locks, say.
            guard isTaken else { throw problem }
            guard tries < 200, !Task.isCancelled else {
                throw PublishError("another build is publishing to ‘\(name)’")
            }
            tries += 1
            // A cancelled sleep ends the loop at its next turn.
            try? await Task.sleep(for: .milliseconds(50))
        }
    }

    /// Removes the file while the lock is held: nobody else may remove it then.
    func release() {
        unlink(path)
        close(file)
    }

    /// Whether an open file is the one that a path leads to.
    private static func stands(_ file: Int32, at path: String) -> Bool {
        var opened = stat()
        var named = stat()
        return fstat(file, &opened) == 0 && lstat(path, &named) == 0
            && opened.st_dev == named.st_dev && opened.st_ino == named.st_ino
    }
}
