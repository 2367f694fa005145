import ArgumentParser
import Build
import Content
import Diagnostics
import Files
import Glibc
import Markup
import Output
import Rendering
import Site

/// The stages of a build, one after the other, each timed alone.
struct PhasesBenchmark: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "phases", abstract: "The stages of a build of a site, timed separately.")

    @Argument(help: "The folder of the site.")
    var root: String

    @Option(help: "Where to publish; what is there is replaced.")
    var output: String

    func run() async throws {
        let files = try DiskFileSystem(root: root)
        let now = Moment(secondsSince1970: Int(time(nil)))
        var report = PhaseReport()

        let paths = try files.files(below: "content").files
        let sizes = await report.phase("read every file (of the parse)") {
            await Parallel.map(paths.count) {
                (try? files.read(paths[$0].path).count) ?? 0
            }
        }
        let bytes = sizes.reduce(0, +)
        let parsed = try await report.phase("parse") { try await ParsedSite(reading: files) }
        guard let configuration = parsed.configuration else {
            throw ValidationError("site.yaml has errors: run ‘imprint check’.")
        }
        let graph = await report.phase("link") {
            SiteGraph(
                linking: parsed, configuration: configuration, now: now, includesDrafts: false)
        }
        let theme = try Theme.load(
            from: files, builtIn: BuiltInTheme.files, basePath: configuration.baseURL.path)
        guard let loaded = theme.theme else {
            throw ValidationError("The templates have errors: run ‘imprint check’.")
        }
        let resolved = await report.phase("resolve") {
            await ResolvedSite(
                resolving: graph, files: files, themeAssets: loaded.assetPaths,
                citationWords: Theme.citationWords)
        }
        let rendered = RenderedSite(rendering: resolved, theme: loaded, generator: Generator.name)
        let outputs = rendered.outputs
        let written = await report.phase("render (thrown away)") {
            await Parallel.map(
                outputs.count, worker: { [UInt8]() },
                { buffer, index in
                    buffer.removeAll(keepingCapacity: true)
                    rendered.render(outputs[index].content, into: &buffer)
                    return buffer.count
                })
        }
        let site = try await BuiltSite(building: files, BuildOptions(now: now))
        _ = try await report.phase("render, digest and write") {
            try await site.publish(to: output, from: files, root: root)
        }
        report.finish(
            pages: graph.publications.count, bytesRead: bytes, bytesWritten: written.reduce(0, +))
    }
}

/// What each phase took.
private struct PhaseReport {
    private var rows: [(name: String, wall: Double, cpu: Double)] = []

    /// Times a phase by the clock and by the processors.
    mutating func phase<Result: Sendable>(
        _ name: String, _ body: () async throws -> Result
    ) async rethrows -> Result {
        let cpu = Self.usage().cpu
        let start = ContinuousClock.now
        let result = try await body()
        rows.append((name, (ContinuousClock.now - start).seconds, Self.usage().cpu - cpu))
        return result
    }

    func finish(pages: Int, bytesRead: Int, bytesWritten: Int) {
        print("phase                              wall ms    cpu ms   µs/page")
        for row in rows {
            let name = row.name + String(repeating: " ", count: max(1, 32 - row.name.count))
            print(
                name + aligned(row.wall * 1e3, 1, width: 10) + aligned(row.cpu * 1e3, 1, width: 10)
                    + aligned(row.wall * 1e6 / Double(max(1, pages)), 1, width: 10))
        }
        print(
            "\(pages) publications, \(bytesRead >> 20) MiB read, \(bytesWritten >> 20) MiB rendered, "
                + "peak \(Self.usage().peak >> 10) MiB")
    }

    /// Seconds of processor time, and the peak of memory in KiB.
    private static func usage() -> (cpu: Double, peak: Int) {
        var usage = rusage()
        getrusage(.init(RUSAGE_SELF.rawValue), &usage)
        func seconds(_ time: timeval) -> Double { Double(time.tv_sec) + Double(time.tv_usec) / 1e6 }
        return (seconds(usage.ru_utime) + seconds(usage.ru_stime), usage.ru_maxrss)
    }
}
