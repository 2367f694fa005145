/// A program of the machine that does a part of the work better than we would: found on the search
/// path, run, and asked only whether it succeeded.

#if canImport(Glibc)
    import Glibc
#elseif canImport(Darwin)
    import Darwin
#endif

package struct ExternalProgram: Sendable {
    package let path: String

    /// `nil` when no program stands there.
    package init?(path: String) {
        guard access(path, X_OK) == 0, !Self.isFolder(path) else { return nil }
        self.path = path
    }

    /// `nil` when no folder of the search path has such a program.
    package init?(named name: String) {
        let search = getenv("PATH").map { String(cString: $0) } ?? ""
        for folder in search.split(separator: ":") {
            if let program = ExternalProgram(path: folder + "/" + name) {
                self = program
                return
            }
        }
        return nil
    }

    private static func isFolder(_ path: String) -> Bool {
        var status = stat()
        return stat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFDIR
    }

    /// Runs the program to its end, without a shell.
    ///
    /// - Returns: `nil` when it succeeded, else what it said.
    package func run(_ arguments: [String]) -> String? {
        var ends: [Int32] = [0, 0]
        guard pipe(&ends) == 0 else { return "no pipe could be made" }
        // Other threads start programs too: theirs must not hold this pipe open.
        for end in ends { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
        #if canImport(Glibc)
            var actions = posix_spawn_file_actions_t()
        #else
            var actions: posix_spawn_file_actions_t?
        #endif
        posix_spawn_file_actions_init(&actions)
        defer { posix_spawn_file_actions_destroy(&actions) }
        posix_spawn_file_actions_addopen(&actions, 0, "/dev/null", O_RDONLY, 0)
        posix_spawn_file_actions_adddup2(&actions, ends[1], 1)
        posix_spawn_file_actions_adddup2(&actions, ends[1], 2)
        var words: [UnsafeMutablePointer<CChar>?] = ([path] + arguments).map { strdup($0) }
        words.append(nil)
        defer { for word in words { free(word) } }
        var process: pid_t = 0
        let failure = posix_spawn(&process, path, &actions, nil, words, environ)
        close(ends[1])
        let said = Self.readAll(ends[0])
        close(ends[0])
        guard failure == 0 else { return String(cString: strerror(failure)) }
        var status: Int32 = 0
        while waitpid(process, &status, 0) < 0, errno == EINTR {}
        return status == 0 ? nil : said
    }

    private static func readAll(_ descriptor: Int32) -> String {
        var bytes: [UInt8] = []
        var piece = [UInt8](repeating: 0, count: 4096)
        while true {
            let count = piece.withUnsafeMutableBytes { read(descriptor, $0.baseAddress, $0.count) }
            if count < 0, errno == EINTR { continue }
            guard count > 0 else { break }
            bytes += piece[..<count]
        }
        return String(decoding: bytes, as: UTF8.self)
    }
}
