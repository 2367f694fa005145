import Authoring
import Build
import Content
import Diagnostics
import Files
import Markup
import Rendering
import Site
import SiteTesting
import Testing

/// What `imprint new` makes.
@Suite struct NewPageTests {
    private static let archive = """
        -- site.yaml --
        title: Test Center
        base_url: https://example.org/
        language: en
        organization: {name: The Center}
        -- content/reports/index.md --
        ---
        title: Reports
        ---
        \(post("content/posts/2025-02-01-taken.md", title: "Something else"))
        """

    private func make(
        _ title: String, _ change: (inout NewPage) -> Void = { _ in }
    ) async throws -> (file: NewFile?, problem: Diagnostic?) {
        let site = try await ParsedSite(reading: SiteFixture(Self.archive).files)
        var page = NewPage(title: title, now: SiteFixture.time)
        change(&page)
        return page.file(in: site)
    }

    @Test(arguments: PageKind.allCases)
    func everyKindPassesTheCheck(kind: PageKind) async throws {
        for isBundle in [false, true] {
            let file = try #require(
                await make("On “names”: a #1 & 2nd try") {
                    $0.kind = kind
                    $0.isBundle = isBundle
                }.file)
            var site = SiteFixture(Self.archive)
            site.files[file.path] = file.bytes
            site.options.includesDrafts = true
            #expect(try await site.diagnose() == "")
            let page = try await site.build().provisional?.site.graph.page(atSource: file.path)
            #expect(page != nil)
            #expect(
                file.path.hasSuffix(
                    isBundle ? "/on-names-a-1-2nd-try/index.md" : "/on-names-a-1-2nd-try.md"))
        }
    }

    @Test func theSectionFollowsTheKind() async throws {
        #expect(try await make("A").file?.path == "content/posts/a.md")
        #expect(try await make("A") { $0.kind = .report }.file?.path == "content/reports/a.md")
        #expect(try await make("A") { $0.kind = .paper }.file?.path == "content/posts/a.md")
        #expect(try await make("A") { $0.kind = .page }.file?.path == "content/a.md")
        #expect(
            try await make("A") { $0.section = "notes/2026" }.file?.path
                == "content/notes/2026/a.md")
    }

    @Test func itIsADraftOfToday() async throws {
        let text = String(
            decoding: try #require(await make("A") { $0.authors = ["Ada Example", "Li, Bo"] }.file)
                .bytes, as: UTF8.self)
        #expect(text.contains("\ndate: 2026-01-01\n"))
        #expect(text.contains("\nauthors: [Ada Example, \"Li, Bo\"]\n"))
        #expect(text.contains("\ndraft: true\n"))
    }

    @Test func anAddressIsGivenOnce() async throws {
        let (file, problem) = try await make("Taken")
        #expect(file == nil)
        #expect(problem?.id == "path.taken")
        #expect(problem?.span?.path == "content/posts/2025-02-01-taken.md")
        #expect(try await make("…").problem?.id == "slug.malformed")
    }
}
