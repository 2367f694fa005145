/// What became of a request, and what that says of a link.

/// What curl tells of one request with its redirects.
struct LinkAnswer: Hashable, Sendable {
    /// 0, or why there was no answer (curl(1), "EXIT CODES").
    var exitCode: Int32
    /// Of each response in turn: redirects, then the last.
    var statuses: [Int]
    /// Where the last response came from.
    var url: String
    /// Whether the last response asks for patience (RFC 9110, section 10.2.3).
    var hasRetryAfter = false

    /// The host wants fewer requests: another one now would be refused, too.
    var isRefusal: Bool {
        statuses.last == 429 || (statuses.last == 503 && hasRetryAfter)
    }

    /// The name of the host could not be resolved.
    var hasNoHost: Bool { exitCode == 6 }
}

package struct LinkVerdict: Hashable, Sendable {
    enum State: String, Hashable, Sendable, CaseIterable {
        case fine
        /// There, but every redirect on the way says that the address has changed for good.
        case moved
        /// The server says that there is nothing, or the host does not exist.
        case gone
        /// The server answers, but not to programs: it asks for a login or turns robots away.
        case blocked
        /// No answer, or one that may be another tomorrow.
        case unsure
    }

    let state: State
    /// `404`, `no such host`: for people.
    let reason: String
    /// The new address of what has moved.
    let target: String?

    init(_ state: State, _ reason: String, target: String? = nil) {
        self.state = state
        self.reason = reason
        self.target = target
    }

    init(of answer: LinkAnswer) {
        guard let status = answer.statuses.last, answer.exitCode == 0 else {
            self = Self.withoutAnswer(answer.exitCode)
            return
        }
        switch status {
        // A range that cannot be had belongs to something that is there.
        case 200...299, 304, 416:
            let redirects = answer.statuses.dropLast()
            let isPermanent = !redirects.isEmpty && redirects.allSatisfy { $0 == 301 || $0 == 308 }
            self =
                isPermanent
                ? LinkVerdict(.moved, "\(redirects.first ?? 301)", target: answer.url)
                : LinkVerdict(.fine, "\(status)")
        case 404, 410: self = LinkVerdict(.gone, "\(status)")
        case 401, 402, 403, 405, 406, 407, 451, 999:
            self = LinkVerdict(.blocked, "\(status)")
        case let other: self = LinkVerdict(.unsure, "\(other)")
        }
    }

    private static func withoutAnswer(_ exitCode: Int32) -> LinkVerdict {
        switch exitCode {
        case 3: LinkVerdict(.unsure, "not an address that curl can read")
        case 5: LinkVerdict(.unsure, "no such proxy")
        case 6: LinkVerdict(.unsure, noSuchHost)
        case 7: LinkVerdict(.unsure, "no connection")
        case 28: LinkVerdict(.unsure, "no answer in time")
        case 35, 51, 53, 54, 58, 59, 60, 66, 77, 80, 82, 83, 90, 91:
            LinkVerdict(.unsure, "no secure connection")
        case 47: LinkVerdict(.unsure, "too many redirects")
        case 52: LinkVerdict(.unsure, "an empty answer")
        default: LinkVerdict(.unsure, "curl says \(exitCode)")
        }
    }

    static let noSuchHost = "no such host"
}
