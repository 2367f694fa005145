import ArgumentParser
import Build
import Bytes
import Content
import Diagnostics
import Files
import Glibc
import Markdown
import Markup
import Output
import Rendering
import Site

/// The stages of a build, one after the other, each timed alone, and beside the limit: what
/// cmark-gfm and the disk take for the same texts.
struct PhasesBenchmark: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "phases", abstract: "The stages of a build of a site, timed separately.",
        discussion: """
            Each line is one stage over the whole site: time by the clock and of all processors, the \
            calls of malloc and its relatives, and the time as a part of the limit, which reads, parses \
            and renders the same texts with cmark-gfm alone and writes a file for each. Stages that \
            cannot be run alone are what is left of another without some: the walk of Markdown without \
            cmark-gfm, front matter (with the list of files) of the whole parse without the read and \
            Markdown, digest and write of the end without the render.
            """)

    @Argument(help: "The folder of the site.")
    var root: String

    @Option(help: "Where to publish; what is there is replaced.")
    var output: String

    func run() async throws {
        let files = try DiskFileSystem(root: root)
        let now = Moment(secondsSince1970: Int(time(nil)))
        var report = PhaseReport()
        let texts = try await readTexts(files, &report)
        await measureParser(texts, &report)

        let parsed = try await report.phase("parse, the whole of it") {
            try await ParsedSite(reading: files)
        }
        report.add(
            "front matter", from: "parse, the whole of it", without: ["read", "Markdown"])
        guard let configuration = parsed.configuration else {
            throw ValidationError("site.yaml has errors: run ‘imprint check’.")
        }
        let graph = await report.phase("link") {
            await SiteGraph(
                linking: parsed, configuration: configuration, now: now, includesDrafts: false)
        }
        let theme = try await report.phase("theme") {
            try Theme.load(
                from: files, builtIn: BuiltInTheme.files, basePath: configuration.baseURL.path)
        }
        guard let loaded = theme.theme else {
            throw ValidationError("The templates have errors: run ‘imprint check’.")
        }
        let resolved = await report.phase("resolve") {
            await ResolvedSite(
                resolving: graph, files: files, themeAssets: theme.assetPaths,
                citationWords: Theme.citationWords)
        }
        let rendered = RenderedSite(rendering: resolved, theme: loaded, generator: Generator.name)
        let outputs = rendered.outputs
        let written = await report.phase("render (thrown away)") {
            await Parallel.map(
                outputs.count, worker: { OutputBuffer() },
                { buffer, index in
                    buffer.removeAll()
                    rendered.render(outputs[index].content, into: &buffer)
                    return buffer.count
                })
        }
        let site = try await BuiltSite(building: files, BuildOptions(now: now))
        _ = try await report.phase("render, digest and write") {
            try await site.publish(to: output, from: files, root: root)
        }
        report.add(
            "digest and write", from: "render, digest and write",
            without: ["render (thrown away)"])
        report.finish(
            pages: graph.publications.count, bytesRead: texts.reduce(0) { $0 + $1.bytes.count },
            bytesWritten: written.reduce(0, +))
    }

    private func readTexts(
        _ files: DiskFileSystem, _ report: inout PhaseReport
    ) async throws -> [LimitProgram.Text] {
        let paths = try files.files(below: "content").files.map(\.path)
            .filter { $0.hasSuffix(".md") }
        let folder = output + "-limit"
        try await report.limit {
            try await LimitProgram.run(paths.map { root + "/" + $0 }, folder)
        }
        let bytes = await report.phase("read") {
            await Parallel.map(paths.count) { (try? files.read(paths[$0])) ?? [] }
        }
        return bytes.map { LimitProgram.Text(bytes: $0) }
    }

    private func measureParser(
        _ texts: [LimitProgram.Text], _ report: inout PhaseReport
    ) async {
        _ = await report.phase("cmark-gfm") {
            await Parallel.map(texts.count) { LimitProgram.parse(texts[$0]) }
        }
        _ = await report.phase("Markdown") {
            await Parallel.map(texts.count) { index in
                let text = texts[index]
                return MarkdownParser.parse(
                    text.bytes, body: text.body, path: "", options: MarkdownParser.Options()
                ).document.wordCount
            }
        }
        report.add("walk", from: "Markdown", without: ["cmark-gfm"])
    }
}
