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

    /// What is written as an example is right in the site it is written for, once its sign is taken away.
    @Test(arguments: [
        // As `init` makes it: topics have records.
        nil,
        // Nothing is there yet.
        "topics: {controlled: true}", "description: D",
    ])
    func everyExampleHolds(settings: String?) async throws {
        var site = SiteFixture(settings: settings ?? "description: D", "")
        if settings == nil {
            for file in Starter.files() { site.files[file.path] = file.bytes }
        }
        site.options.includesDrafts = true
        let parsed = try await ParsedSite(reading: site.files)
        for authors in [[], ["Ada Example"]] {
            var page = NewPage(title: "What a map leaves out", now: SiteFixture.time)
            page.authors = authors
            let file = try #require(page.file(in: parsed).file)
            site.files[file.path] = Array(Self.uncommented(file).utf8)
            #expect(try await site.diagnose() == "")
        }
    }

    /// With people in place of the center.
    private static func uncommented(_ file: NewFile) -> String {
        let text = String(decoding: file.bytes, as: UTF8.self)
        var lines = text.split(separator: "\n", omittingEmptySubsequences: false).map { line in
            line.firstMatch(of: /^# ?( *[-a-z]+: .*|[a-z]+:|  .*)$/).map { String($0.1) }
                ?? String(line)
        }
        if let start = lines.firstIndex(of: "authors:") { lines.removeSubrange(start..<start + 3) }
        return lines.joined(separator: "\n")
    }

    /// The most frequent topic that has a record, the people of the site, and nobody thanked by herself.
    @Test func examplesAreTheSitesOwn() async throws {
        let site = try await ParsedSite(
            reading: SiteFixture(
                settings: "topics: {controlled: true}",
                """
                -- content/topics/a.md --
                ---
                title: Archives
                ---
                -- content/topics/m.md --
                ---
                title: Maps, old
                ---
                \(post("content/posts/x.md", "topics: ['Maps, old']"))
                \(post("content/posts/y.md", "topics: ['Maps, old']\nacknowledgements: [{people: [Bo Li], for: help}]"))
                """
            ).files)
        func text(_ authors: [String]) throws -> String {
            var page = NewPage(title: "A", now: SiteFixture.time)
            page.authors = authors
            return String(decoding: try #require(page.file(in: site).file).bytes, as: UTF8.self)
        }
        expect(
            try text([]),
            holds: [
                "\n# topics: [\"Maps, old\"]\n", "\n# authors: [Ada Example, Bo Li]\n",
                "\n#   - people: [Ada Example]\n",
            ])
        #expect(try text(["Ada Example"]).contains("\n#   - people: [Bo Li]\n"))
    }
}
