import ArgumentParser
import Build
import Diagnostics
import Files
import Output
import Site

#if canImport(Glibc)
    import CLinux
#endif

struct BuildCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "build", abstract: "Build the site.",
        discussion: """
            Reads content/, templates/ and site.yaml, and replaces the output directory in one step. \
            When there is an error, nothing is written.
            """)

    @OptionGroup var site: SiteOptions
    @OptionGroup var reports: ReportOptions

    @Option(help: "The directory to write to; public/ below the root by default.")
    var output: String?

    func run() async throws {
        let start = ContinuousClock.now
        Self.takeMemoryInLargeSteps()
        var options = try site.buildOptions()
        var tools = BuiltSite.Tools(imageMaker: ImageMaker())
        options.makesImages = tools.imageMaker != nil
        let files = try DiskFileSystem(root: site.root)
        let built = try await BuiltSite(building: files, options)
        reports.report(built.diagnostics, files: files)
        guard !reports.fails(built.diagnostics) else {
            reports.remark("Nothing was written.")
            throw ExitCode.status(of: built.diagnostics)
        }
        if built.wantsIndex { tools.indexer = SearchIndexer() }
        for missing in built.missingTools(tools) { reports.remark("warning: \(missing)") }
        let target = output ?? site.root + "/public"
        let report = try await Interruption.cancelling { [root = site.root, tools] in
            try await built.publish(to: target, from: files, root: root, tools: tools)
        }
        guard let report else { throw ExitCode.contentProblem }
        if !report.removed.isEmpty {
            let names = report.removed.prefix(5).map { "‘\($0)’" }.joined(separator: ", ")
            let more = report.removed.count > 5 ? " and \(report.removed.count - 5) more" : ""
            reports.remark(
                "warning: \(target) held what this program had not made, and holds it no more: \(names)\(more). "
                    + "What is to be published with the site belongs in content/.")
        }
        if !reports.quiet {
            let count = built.site?.graph.publications.count ?? 0
            tell(count, report, target, in: ContinuousClock.now - start)
        }
        // Its memory goes with the process: to take down the site object by object took a
        // twentieth of a large build, on one core.
        withExtendedLifetime(built) { Self.exit() }
    }

    private func tell(
        _ count: Int, _ report: Publisher.Report, _ target: String, in time: Duration
    ) {
        let drafts = site.drafts ? ", drafts included: do not deploy it" : ""
        Terminal.result(
            "\(count.of("publication")), \(report.fileCount) files, "
                + "\(report.byteCount.formattedBytes) in \(time.formattedSeconds)\(drafts) → "
                + "\(target)\n")
    }

    /// A build fills its memory once and is gone: to ask the system for each page of it, and to give
    /// some back in between, took a fortieth of the time.
    private static func takeMemoryInLargeSteps() {
        #if canImport(Glibc)
            _ = mallopt(Int32(M_TOP_PAD), 64 << 20)
            _ = mallopt(Int32(M_TRIM_THRESHOLD), 256 << 20)
            _ = mallopt(Int32(M_MMAP_THRESHOLD), 32 << 20)
        #endif
    }
}

extension Duration {
    /// `0.12 s`.
    var formattedSeconds: String {
        let hundredths = Int((self / .milliseconds(10)).rounded())
        let rest = hundredths % 100
        return "\(hundredths / 100).\(rest < 10 ? "0" : "")\(rest) s"
    }
}

extension Int {
    /// Bytes as `3.2 MB`.
    var formattedBytes: String {
        if self < 100_000 { return "\((self + 500) / 1000) kB" }
        let tenths = (self + 50_000) / 100_000
        return "\(tenths / 10).\(tenths % 10) MB"
    }
}
