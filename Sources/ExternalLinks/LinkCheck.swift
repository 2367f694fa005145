/// Asks every external link whether it is still there.

import Files

#if canImport(Glibc)
    import Glibc
#elseif canImport(Darwin)
    import Darwin
#endif

package enum LinkCheck {
    /// Requests at once.
    private static let limit = 12
    /// Between two requests to one host, in milliseconds.
    private static let pause = 500

    /// There is no curl on this machine.
    package struct NoCurl: Error, CustomStringConvertible {
        package let description = "‘--external’ needs curl: install it, or put it on the PATH"
    }

    /// The verdict of each address.
    ///
    /// One thread waits for all the processes: the work is theirs.
    ///
    /// - Parameters:
    ///   - urls: The addresses, each once.
    ///   - progress: Called with the number of links that are done.
    /// - Returns: A verdict for every address.
    /// - Throws: When curl cannot be started.
    package static func verdicts(
        for urls: [String], progress: (Int) -> Void
    ) throws(NoCurl) -> [String: LinkVerdict] {
        guard !urls.isEmpty else { return [:] }
        guard let program = ExternalProgram(named: "curl") else { throw NoCurl() }
        var schedule = LinkSchedule(urls, limit: limit, pause: pause)
        var found = Found()
        var running: [Curl] = []
        while true {
            while let request = schedule.next(at: now()) {
                do throws(RunningProgram.StartFailure) {
                    running.append(try Curl(request, by: program))
                } catch {
                    for curl in running { _ = curl.finish() }
                    throw NoCurl()
                }
            }
            let wait = schedule.wait(at: now())
            guard !running.isEmpty else {
                guard let wait else { break }
                usleep(UInt32(max(1, wait)) * 1000)
                continue
            }
            for curl in ended(&running, within: wait ?? 1000) {
                end(curl, &schedule, &found)
                progress(found.verdicts.count)
            }
        }
        return found.judged
    }

    private static func end(
        _ curl: Curl, _ schedule: inout LinkSchedule, _ found: inout Found
    ) {
        let answer = curl.finish()
        if !answer.statuses.isEmpty { found.isOnline = true }
        let verdict = LinkVerdict(of: answer)
        // Many servers answer HEAD with an error, and some hang up.
        let again =
            !curl.request.isWhole && !answer.isRefusal && !answer.hasNoHost
            && verdict.state != .fine && verdict.state != .moved
        let left = schedule.finish(
            curl.request, at: now(), again: again, restAfter: answer.isRefusal)
        if !again {
            found.verdicts[curl.request.url] = verdict
            if answer.hasNoHost { found.withoutHost.append(curl.request.url) }
        }
        for url in left {
            found.verdicts[url] = LinkVerdict(.unsure, "not asked: the host wants fewer requests")
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

    /// What is known so far.
    private struct Found {
        var verdicts: [String: LinkVerdict] = [:]
        /// Links whose host was not found.
        var withoutHost: [String] = []
        /// Whether any host has answered.
        var isOnline = false

        /// A host that cannot be found is gone, if others can: else it is the machine that has no network.
        var judged: [String: LinkVerdict] {
            guard isOnline else { return verdicts }
            let gone = withoutHost.map { ($0, LinkVerdict(.gone, LinkVerdict.noSuchHost)) }
            return verdicts.merging(gone) { $1 }
        }
    }

    /// Milliseconds of a clock that never goes back.
    private static func now() -> Int {
        var time = timespec()
        clock_gettime(CLOCK_MONOTONIC, &time)
        return time.tv_sec * 1000 + time.tv_nsec / 1_000_000
    }
}
