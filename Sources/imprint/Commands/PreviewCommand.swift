import ArgumentParser
import Build
import Content
import Diagnostics
import Dispatch
import Files
import Markup
import Preview
import Rendering
import Site

#if canImport(Glibc)
    import Glibc
#elseif canImport(Darwin)
    import Darwin
#endif

struct PreviewCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "preview", abstract: "Show the site in a browser while you write.",
        discussion: """
            Pages reload when a file is saved. Drafts are shown, with a banner, and are listed at \
            /_drafts/. Nothing is written to the disk. Control-C ends it.
            """)

    @Option(help: "The folder with site.yaml, content/ and templates/.")
    var root = "."

    @Option(help: "The port to listen on, or the next free one after it.")
    var port = 1313

    @Option(
        help: "The address to listen on. Others than this machine can see it only if you say so.")
    var host = "127.0.0.1"

    @Flag(name: .customLong("no-drafts"), help: "Show what readers will see.")
    var withoutDrafts = false

    @Flag(help: "Open the site in the browser.")
    var open = false

    @Option(help: "The time that decides what is scheduled and what has expired.")
    var now: Moment?

    func validate() throws {
        guard (1...65535).contains(port) else {
            throw ValidationError("A port is a number from 1 to 65535.")
        }
    }

    func run() async throws {
        let start = ContinuousClock.now
        let (interruptions, signals) = Interruption.signals()
        defer { for signal in signals { signal.cancel() } }
        var options = BuildOptions(now: try SiteOptions.currentTime(unless: now))
        options.includesDrafts = !withoutDrafts
        let files = try DiskFileSystem(root: root)
        // Watched before it is read: no change falls between the two.
        let changes = SiteChanges(files: files, root: root)
        let engine = try await PreviewEngine(files: files, options: options)
        let server = try await PreviewServer(engine: engine, files: files, host: host, port: port)
        let address = greet(engine.snapshot, server, ContinuousClock.now - start)
        report(engine.snapshot, files)
        if open { Self.open(address) }
        let following = Task {
            await changes.follow { await follow($0, engine, server, files) }
        }
        for await _ in interruptions { break }
        following.cancel()
        await server.stop()
        Terminal.result("\n")
    }

    private func greet(
        _ snapshot: PreviewSnapshot, _ server: PreviewServer, _ time: Duration
    ) -> String {
        let name = host.contains(":") ? "[\(host)]" : host
        let address = "http://\(name):\(server.port)\(snapshot.basePath)"
        if server.port != port { Terminal.result("Port \(port) is taken.\n") }
        let graph = snapshot.shown?.site.graph
        let count = graph?.publications.count ?? 0
        let drafts = snapshot.unpublished.count
        let and = drafts == 0 ? "" : ", \(drafts) of them unpublished (\(address)_drafts/)"
        Terminal.result(
            "\(graph?.configuration.title ?? "A site") → \(address)\n"
                + "\(count.of("publication"))\(and), read in \(time.formattedSeconds). "
                + "Control-C ends the preview.\n")
        return address
    }

    private func follow(
        _ changes: FileChanges, _ engine: PreviewEngine, _ server: PreviewServer,
        _ files: DiskFileSystem
    ) async {
        let start = ContinuousClock.now
        let update = await engine.update(changes)
        let reloaded = server.clients.publish(update)
        let time = (ContinuousClock.now - start) / .milliseconds(1)
        let tenths = Int((time * 10).rounded())
        let pages = reloaded == 0 ? "" : ", \(reloaded.of("open page"))"
        Terminal.result("\(changes.summary): \(tenths / 10).\(tenths % 10) ms\(pages)\n")
        if update.new.diagnostics != update.old.diagnostics {
            if update.new.diagnostics.isEmpty { Terminal.result("No problems.\n") }
            report(update.new, files)
        }
    }

    private func report(_ snapshot: PreviewSnapshot, _ files: DiskFileSystem) {
        guard !snapshot.diagnostics.isEmpty else { return }
        let printer = DiagnosticPrinter(format: .text(color: Terminal.usesColor)) {
            files.excerptSource(orBuiltIn: $0)
        }
        Terminal.message(
            printer.string(for: snapshot.diagnostics)
                + "\n\(DiagnosticPrinter.summary(of: snapshot.diagnostics)).\n")
    }

    private static func open(_ address: String) {
        #if canImport(Darwin)
            let program = "open"
        #else
            let program = "xdg-open"
        #endif
        var arguments = [strdup(program), strdup(address), nil]
        defer { for argument in arguments { free(argument) } }
        var process = pid_t()
        if posix_spawnp(&process, program, nil, nil, &arguments, environ) != 0 {
            Terminal.message("imprint: there is no ‘\(program)’ to open a browser with.\n")
        }
    }
}

extension FileChanges {
    /// `content/posts/a.md`, or `12 files`.
    fileprivate var summary: String {
        switch self {
        case .everything: "everything"
        case .paths(let paths):
            paths.count == 1 ? paths.first ?? "" : "\(paths.count) files and folders"
        }
    }
}
