/// A program of the machine while it runs beside ours: without a shell, without input, with what it says
/// in a pipe.

#if canImport(Glibc)
    import Glibc
#elseif canImport(Darwin)
    import Darwin
#endif

package struct RunningProgram: Sendable {
    /// Why a program did not start, in the system's words.
    package struct StartFailure: Error {
        let reason: String
    }

    /// The end of the pipe where what it says comes out, for `poll(2)`.
    package let output: Int32
    private let process: pid_t

    init(_ path: String, _ arguments: [String], keepsErrors: Bool) throws(StartFailure) {
        var ends: [Int32] = [0, 0]
        guard pipe(&ends) == 0 else { throw StartFailure(reason: "no pipe could be made") }
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
        if keepsErrors {
            posix_spawn_file_actions_adddup2(&actions, ends[1], 2)
        } else {
            posix_spawn_file_actions_addopen(&actions, 2, "/dev/null", O_WRONLY, 0)
        }
        #if canImport(Glibc)
            var attributes = posix_spawnattr_t()
        #else
            var attributes: posix_spawnattr_t?
        #endif
        posix_spawnattr_init(&attributes)
        defer { posix_spawnattr_destroy(&attributes) }
        // A broken pipe ends other programs, as they expect, and so does ``terminate()``. They would inherit that
        // ours ignores the one and listens to the other, and what a thread of Dispatch blocks.
        var signals = sigset_t()
        sigemptyset(&signals)
        posix_spawnattr_setsigmask(&attributes, &signals)
        sigaddset(&signals, SIGPIPE)
        sigaddset(&signals, SIGTERM)
        posix_spawnattr_setsigdefault(&attributes, &signals)
        posix_spawnattr_setflags(
            &attributes, Int16(POSIX_SPAWN_SETSIGDEF | POSIX_SPAWN_SETSIGMASK))
        var words: [UnsafeMutablePointer<CChar>?] = ([path] + arguments).map { strdup($0) }
        words.append(nil)
        defer { for word in words { free(word) } }
        var process: pid_t = 0
        let failure = posix_spawn(&process, path, &actions, &attributes, words, environ)
        close(ends[1])
        guard failure == 0 else {
            close(ends[0])
            throw StartFailure(reason: String(cString: strerror(failure)))
        }
        output = ends[0]
        self.process = process
    }

    /// Waits for something to be said and appends it, as long as there are fewer bytes than `limit`;
    /// what comes after them is dropped.
    ///
    /// - Returns: Whether there may be more.
    package func read(into said: inout [UInt8], limit: Int = .max) -> Bool {
        var piece = [UInt8](repeating: 0, count: 16 << 10)
        let count = Self.readBytes(output, &piece, piece.count)
        guard count > 0 else { return count < 0 && errno == EINTR }
        if said.count < limit { said += piece[..<count] }
        return true
    }

    /// Waits a moment for something to be said; tells whether nothing was.
    func isSilent() -> Bool {
        var state = pollfd(fd: output, events: Int16(POLLIN), revents: 0)
        return poll(&state, 1, 100) <= 0
    }

    /// Asks the program to end.
    func terminate() { kill(process, SIGTERM) }

    /// Waits for the end of a program that has said all, or need say no more.
    ///
    /// - Returns: Its exit status; 128 when a signal has ended it.
    package func finish() -> Int32 {
        close(output)
        var status: Int32 = 0
        while waitpid(process, &status, 0) < 0, errno == EINTR {}
        return status & 0x7F == 0 ? (status >> 8) & 0xFF : 128
    }

    /// `read(2)`, whose name the type's own method hides.
    private static func readBytes(
        _ file: Int32, _ buffer: UnsafeMutablePointer<UInt8>, _ count: Int
    ) -> Int {
        #if canImport(Glibc)
            Glibc.read(file, buffer, count)
        #else
            Darwin.read(file, buffer, count)
        #endif
    }
}
