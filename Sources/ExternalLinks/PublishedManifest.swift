/// What is published now, by its own account: the manifest at the address of the site, fetched with curl.

import Files
package import Output

package enum PublishedManifest {
    /// In bytes; one of 100,000 pages has a tenth of that.
    private static let largest = 256 << 20

    /// Asks for a manifest.
    ///
    /// Whoever publishes relies on the comparison: that a host says nothing, or something else, is no reason to do
    /// without.
    ///
    /// - Parameter url: Its address.
    /// - Returns: `nil` when the host says that there is none, by 404 or 410: nothing was published yet.
    /// - Throws: When the host says anything else, or cannot be asked.
    package static func fetch(from url: String) throws(PublishError) -> Manifest? {
        guard let program = ExternalProgram(named: "curl") else {
            throw PublishError(
                "‘--against-published’ needs curl: install it, or put it on the PATH")
        }
        var received: [UInt8] = []
        let exitCode: Int32
        do throws(RunningProgram.StartFailure) {
            let running = try program.start(arguments(for: url), keepsErrors: false)
            while running.read(into: &received) {}
            exitCode = running.finish()
        } catch {
            throw PublishError("curl could not be started")
        }
        return try manifest(in: received, exitCode: exitCode, url: url)
    }

    /// What may pass by itself is asked twice more.
    private static func arguments(for url: String) -> [String] {
        Curl.bounds + [
            "--fail", "--max-time", "120", "--max-filesize", String(largest), "--retry", "2",
            "--retry-max-time", "60", "--compressed", "--user-agent", "imprint", "--write-out",
            "\n%{http_code}", "--url", url,
        ]
    }

    /// Judges what curl has written: the answer, then the status on a line of its own.
    static func manifest(
        in received: [UInt8], exitCode: Int32, url: String
    ) throws(PublishError) -> Manifest? {
        let end = received.lastIndex(of: 0x0A) ?? 0
        let status = Int(String(decoding: received[end...].dropFirst(), as: UTF8.self)) ?? 0
        if status == 404 || status == 410 { return nil }
        guard exitCode == 0 else {
            let answer = LinkAnswer(
                exitCode: exitCode == 22 ? 0 : exitCode, statuses: [status], url: url)
            throw PublishError(
                "cannot compare with what is published: ‘\(url)’ gives no manifest "
                    + "(\(LinkVerdict(of: answer).reason)). Only 404 or 410 there means that nothing was "
                    + "published yet")
        }
        do throws(PublishError) {
            return try Manifest(reading: Array(received[..<end]))
        } catch {
            throw PublishError(
                "cannot compare with what is published: at ‘\(url)’, \(error.description). A host that has "
                    + "nothing there should answer 404")
        }
    }
}
