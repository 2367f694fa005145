/// One request by curl, as a child process.
///
/// HTTPS needs a TLS library and its certificates; curl is on nearly every machine, brings both, knows
/// proxies, and is bounded by its options. A client of our own in Swift would add minutes to every build
/// of the program for a command that runs once a week.

#if canImport(Glibc)
    import Glibc
#elseif canImport(Darwin)
    import Darwin
#endif

/// A request that is being made.
struct Curl {
    let request: LinkSchedule.Request
    /// Where the headers come in.
    let output: Int32
    private let process: pid_t
    private var received: [UInt8] = []

    /// Starts curl; `nil` when there is none.
    init?(_ request: LinkSchedule.Request) {
        self.request = request
        var ends: [Int32] = [0, 0]
        guard pipe(&ends) == 0 else { return nil }
        for end in ends { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
        output = ends[0]
        defer { close(ends[1]) }
        var arguments: [UnsafeMutablePointer<CChar>?] = Self.arguments(for: request).map {
            strdup($0)
        }
        arguments.append(nil)
        defer { for argument in arguments { free(argument) } }
        #if canImport(Darwin)
            var actions: posix_spawn_file_actions_t?
        #else
            var actions = posix_spawn_file_actions_t()
        #endif
        posix_spawn_file_actions_init(&actions)
        defer { posix_spawn_file_actions_destroy(&actions) }
        posix_spawn_file_actions_addopen(&actions, 0, "/dev/null", O_RDONLY, 0)
        posix_spawn_file_actions_adddup2(&actions, ends[1], 1)
        posix_spawn_file_actions_addopen(&actions, 2, "/dev/null", O_WRONLY, 0)
        var process: pid_t = 0
        guard posix_spawnp(&process, "curl", &actions, nil, arguments, environ) == 0 else {
            close(ends[0])
            return nil
        }
        self.process = process
    }

    /// No settings of the person who runs it, no protocol but the web's, and an end to everything.
    private static func arguments(for request: LinkSchedule.Request) -> [String] {
        let method = request.isWhole ? ["--range", "0-1023"] : ["--head"]
        return [
            "curl", "--disable", "--silent", "--globoff", "--location", "--max-redirs", "5",
            "--proto", "=http,https", "--proto-redir", "=http,https", "--connect-timeout", "10",
            "--max-time", "20", "--suppress-connect-headers", "--user-agent",
            "Mozilla/5.0 (compatible; imprint link check)", "--output", "/dev/null",
            "--dump-header", "-", "--write-out", "\nimprint-url: %{url_effective}\n",
        ] + method + ["--url", request.url]
    }

    /// Reads what has come; `false` at the end.
    mutating func read() -> Bool {
        var buffer = [UInt8](repeating: 0, count: 16 << 10)
        let count = Self.readBytes(output, &buffer, buffer.count)
        guard count > 0 else { return count < 0 && errno == EINTR }
        // Headers without end are nobody's.
        if received.count < 1 << 20 { received += buffer[..<count] }
        return true
    }

    /// Waits for the process, which has closed its output.
    func finish() -> LinkAnswer {
        close(output)
        var status: Int32 = 0
        while waitpid(process, &status, 0) < 0, errno == EINTR {}
        let isExit = status & 0x7F == 0
        return Self.answer(
            to: received, exitCode: isExit ? (status >> 8) & 0xFF : 128, url: request.url)
    }

    /// Reads the header lines of all responses.
    static func answer(to received: [UInt8], exitCode: Int32, url: String) -> LinkAnswer {
        var answer = LinkAnswer(exitCode: exitCode, statuses: [], url: url)
        for line in received.split(separator: 0x0A) {
            let text = String(decoding: line, as: UTF8.self)
            if text.hasPrefix("HTTP/") {
                answer.hasRetryAfter = false
                let parts = text.split(separator: " ")
                if parts.count > 1, let status = Int(parts[1].prefix(3)), status >= 200 {
                    answer.statuses.append(status)
                }
            } else if text.hasPrefix("imprint-url: ") {
                answer.url = String(text.dropFirst("imprint-url: ".count))
            } else if text.lowercased().hasPrefix("retry-after:") {
                answer.hasRetryAfter = true
            }
        }
        return answer
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
