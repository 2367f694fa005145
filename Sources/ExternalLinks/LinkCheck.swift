/// Asks every external link whether it is still there.

#if canImport(Glibc)
    import Glibc
#elseif canImport(Darwin)
    import Darwin
#endif

package struct LinkCheck: Sendable {
    /// Requests at once.
    package var limit = 12
    /// Between two requests to one host, in milliseconds.
    package var pause = 500

    /// There is no curl on this machine.
    package struct NoCurl: Error {
        package let description = "‘--external’ needs curl: install it, or put it on the PATH"
    }

    package init() {}

    /// The verdict of each address.
    ///
    /// One thread waits for all the processes: the work is theirs.
    ///
    /// - Parameters:
    ///   - urls: The addresses, each once.
    ///   - progress: Called with the number of links that are done.
    /// - Returns: A verdict for every address.
    /// - Throws: When curl cannot be started.
    package func verdicts(
        for urls: [String], progress: (Int) -> Void
    ) throws(NoCurl) -> [String: LinkVerdict] {
        var schedule = LinkSchedule(urls, limit: limit, pause: pause)
        var verdicts: [String: LinkVerdict] = [:]
        var running: [Curl] = []
        while true {
            while let request = schedule.next(at: Self.now()) {
                guard let curl = Curl(request) else {
                    for curl in running { _ = curl.finish() }
                    throw NoCurl()
                }
                running.append(curl)
            }
            let wait = schedule.wait(at: Self.now())
            guard !running.isEmpty else {
                guard let wait else { break }
                usleep(UInt32(max(1, wait)) * 1000)
                continue
            }
            for curl in Self.ended(&running, within: wait ?? 1000) {
                end(curl, &schedule, &verdicts)
                progress(verdicts.count)
            }
        }
        return Self.withoutHosts(verdicts)
    }

    private func end(
        _ curl: Curl, _ schedule: inout LinkSchedule, _ verdicts: inout [String: LinkVerdict]
    ) {
        let answer = curl.finish()
        let verdict = LinkVerdict(of: answer)
        // Many servers answer HEAD with an error, and some hang up.
        let again =
            !curl.request.isWhole && !answer.isRefusal && answer.exitCode != 6
            && verdict.state != .fine && verdict.state != .moved
        let left = schedule.finish(
            curl.request, at: Self.now(), again: again,
            restAfter: answer.isRefusal)
        if !again { verdicts[curl.request.url] = verdict }
        for url in left {
            verdicts[url] = LinkVerdict(.unsure, "not asked: the host wants fewer requests")
        }
    }

    /// Reads what has come of the running processes, and takes out those that have ended.
    private static func ended(_ running: inout [Curl], within milliseconds: Int) -> [Curl] {
        var descriptors = running.map { pollfd(fd: $0.output, events: Int16(POLLIN), revents: 0) }
        let count = poll(
            &descriptors, nfds_t(descriptors.count), Int32(max(1, min(milliseconds, 1000))))
        guard count > 0 else { return [] }
        var ended: [Curl] = []
        var going: [Curl] = []
        for (index, descriptor) in descriptors.enumerated() {
            if descriptor.revents == 0 || running[index].read() {
                going.append(running[index])
            } else {
                ended.append(running[index])
            }
        }
        running = going
        return ended
    }

    /// A host that cannot be found is gone, when another could be reached.
    private static func withoutHosts(_ verdicts: [String: LinkVerdict]) -> [String: LinkVerdict] {
        let isOnline = verdicts.values.contains { Int($0.reason) != nil }
        guard isOnline else { return verdicts }
        return verdicts.mapValues { verdict in
            verdict.reason == LinkVerdict.noSuchHost
                ? LinkVerdict(.gone, LinkVerdict.noSuchHost) : verdict
        }
    }

    /// Milliseconds of a clock that never goes back.
    private static func now() -> Int {
        var time = timespec()
        clock_gettime(CLOCK_MONOTONIC, &time)
        return time.tv_sec * 1000 + time.tv_nsec / 1_000_000
    }
}
