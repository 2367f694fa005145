/// One request by curl, as a child process.
///
/// HTTPS needs a TLS library and its certificates; curl is on nearly every machine, brings both, knows
/// proxies, and is bounded by its options. A client of our own in Swift would add minutes to every build
/// of the program for a command that runs once a week.

import Files

/// A request that is being made.
struct Curl {
    let request: LinkSchedule.Request
    private let running: RunningProgram
    private var received: [UInt8] = []

    /// Where the headers come in.
    var output: Int32 { running.output }

    /// Starts `curl`.
    init(
        _ request: LinkSchedule.Request, by curl: ExternalProgram
    ) throws(RunningProgram.StartFailure) {
        self.request = request
        running = try curl.start(Self.arguments(for: request), keepsErrors: false)
    }

    /// No settings of the person who runs it, no protocol but the web's, and an end to everything.
    static let bounds = [
        "--disable", "--silent", "--globoff", "--location", "--max-redirs", "5", "--proto",
        "=http,https", "--proto-redir", "=http,https", "--connect-timeout", "10",
    ]

    private static func arguments(for request: LinkSchedule.Request) -> [String] {
        let method = request.isWhole ? ["--range", "0-1023"] : ["--head"]
        return bounds + [
            "--max-time", "20", "--suppress-connect-headers", "--user-agent",
            "Mozilla/5.0 (compatible; imprint link check)", "--output", "/dev/null",
            "--dump-header", "-", "--write-out", "\nimprint-url: %{url_effective}\n",
        ] + method + ["--url", request.url]
    }

    /// Reads what has come; `false` at the end.
    mutating func read() -> Bool {
        // Headers without end are nobody's.
        running.read(into: &received, limit: 1 << 20)
    }

    /// Waits for the process, which has closed its output.
    func finish() -> LinkAnswer {
        Self.answer(to: received, exitCode: running.finish(), url: request.url)
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
}
