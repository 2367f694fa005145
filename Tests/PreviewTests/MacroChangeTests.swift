import Build
import Bytes
import Diagnostics
import Files
import Foundation
import Markup
import Preview
import Rendering
import Site
import SiteTesting
import Testing

/// Macros that change while a preview runs.
@Suite struct MacroChangeTests {
    private let site: ScratchFolder

    init() throws { site = try ScratchFolder() }

    private static func settings(_ body: String) -> String {
        SiteFixture.yaml(settings: "math: {macros: {\\R: '\(body)'}}")
    }

    @Test("All pages follow the macros of site.yaml")
    func follow() async throws {
        try site.write("site.yaml", Self.settings(#"\mathbb{R}"#))
        try site.write("content/about.md", "---\ntitle: About\n---\n\nOn $\\R$.\n")
        let engine = try await PreviewEngine(
            files: DiskFileSystem(root: site.path),
            options: BuildOptions(now: Moment(secondsSince1970: 1_767_225_600)))
        #expect(try Self.page(of: engine).contains("<mi>ℝ</mi>"))
        try site.write("site.yaml", Self.settings(#"\mathfrak{R}"#))
        _ = await engine.update(.paths(["site.yaml"]))
        #expect(try Self.page(of: engine).contains("<mi>ℜ</mi>"))
        try site.write("site.yaml", Self.settings(#"\foo"#))
        let update = await engine.update(.paths(["site.yaml"]))
        #expect(update.new.site.diagnostics.map(\.id) == ["math.malformed-macro"])
    }

    private static func page(of engine: PreviewEngine) throws -> String {
        let site = try #require(engine.snapshot.site.rendered)
        let output = try #require(site.outputs.first { $0.path.hasSuffix("about/index.html") })
        var bytes = OutputBuffer()
        site.render(output.content, into: &bytes)
        return String(decoding: bytes)
    }
}
