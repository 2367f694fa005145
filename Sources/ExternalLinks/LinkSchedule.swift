/// Decides which link is asked next: a few at a time, one at a time of each host, with a pause.
struct LinkSchedule: Sendable {
    struct Request: Hashable, Sendable {
        let url: String
        /// Whole, since the answer to `HEAD` was an error: some servers do not know it.
        let isWhole: Bool
    }

    private struct Host {
        var waiting: [Request] = []
        var isBusy = false
        /// In milliseconds.
        var free = 0
    }

    /// Requests at once.
    private let limit: Int
    /// Between two requests to one host, in milliseconds.
    private let pause: Int
    private var hosts: [String: Host] = [:]
    /// In the order of their first links.
    private var order: [String] = []
    private var running = 0

    init(_ urls: [String], limit: Int, pause: Int) {
        self.limit = max(1, limit)
        self.pause = pause
        for url in urls {
            let host = Self.host(of: url)
            if hosts[host] == nil { order.append(host) }
            hosts[host, default: Host()].waiting.append(Request(url: url, isWhole: false))
        }
    }

    /// The host and port of an address, in lower case.
    static func host(of url: String) -> String {
        let rest = url.drop { $0 != ":" }.drop { $0 == ":" || $0 == "/" }
        return String(rest.prefix { !"/?#".contains($0) }).lowercased()
    }

    /// A request that may be made now.
    mutating func next(at now: Int) -> Request? {
        guard running < limit else { return nil }
        for name in order {
            guard var host = hosts[name], !host.isBusy, host.free <= now, !host.waiting.isEmpty
            else { continue }
            let request = host.waiting.removeFirst()
            host.isBusy = true
            hosts[name] = host
            running += 1
            return request
        }
        return nil
    }

    /// When the next request may be made, if none is running that could change that; `nil` when there
    /// is none left.
    func wait(at now: Int) -> Int? {
        hosts.values.filter { !$0.waiting.isEmpty && !$0.isBusy }
            .map { max(0, $0.free - now) }.min()
    }

    /// Ends a request.
    ///
    /// - Returns: Links of the same host that will not be asked, because it wants to be left alone.
    mutating func finish(
        _ request: Request, at now: Int, again: Bool, restAfter: Bool
    ) -> [String] {
        let name = Self.host(of: request.url)
        guard var host = hosts[name] else { return [] }
        running -= 1
        host.isBusy = false
        host.free = now + pause
        if again { host.waiting.insert(Request(url: request.url, isWhole: true), at: 0) }
        var given: [String] = []
        if restAfter {
            given = host.waiting.map(\.url)
            host.waiting = []
        }
        hosts[name] = host
        return given
    }
}
