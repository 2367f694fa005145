#if canImport(Glibc)
    import Glibc
#elseif canImport(Darwin)
    import Darwin
#endif

/// Keeps two builds from publishing to one place at once.
struct PublishLock {
    private let file: Int32

    /// Takes the lock beside the output, for which a second build waits up to ten seconds.
    ///
    /// The waiting task gives its thread back: the build that holds the lock may need it.
    init(parent: String, name: String) async throws(PublishError) {
        let path = (parent == "/" ? "" : parent) + "/.\(name).imprint-lock"
        file = open(path, O_RDWR | O_CREAT | O_CLOEXEC, 0o644)
        guard file >= 0 else { throw .system("lock", path) }
        var tries = 0
        while flock(file, LOCK_EX | LOCK_NB) != 0 {
            guard errno == EWOULDBLOCK || errno == EINTR, tries < 200, !Task.isCancelled else {
                close(file)
                throw PublishError("another build is publishing to ‘\(name)’")
            }
            tries += 1
            // A cancelled sleep ends the loop at its next turn.
            try? await Task.sleep(for: .milliseconds(50))
        }
    }

    func release() { close(file) }
}
