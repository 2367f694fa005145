import SiteTesting
import Testing

/// Parts of a series have the numbers that their authors give them.
@Suite struct SeriesTests {
    private static func site(_ parts: [String]) -> SiteFixture {
        SiteFixture(
            parts.enumerated().map { index, part in
                post(
                    "content/posts/p\(index).md", title: "P\(index)", date: "2025-01-0\(index + 1)",
                    "series: {name: S\(part)}")
            }.joined())
    }

    /// What stands in the list of parts, without its links.
    private static func items(_ html: String) -> [Substring] {
        html.split(separator: "\n").drop { $0 != "<section class=\"series\">" }.prefix {
            $0 != "</ol>"
        }
        .filter { $0.hasPrefix("<li") }.map { $0.prefix { $0 != ">" } + ">" }
    }

    /// The second is a draft, or was not published here.
    @Test func aPartThatIsMissingKeepsItsNumber() async throws {
        let site = Self.site([", part: 1", ", part: 3", ", part: 4", ", part: 7"])
        let third = try await site.output("posts/p1/index.html")
        #expect(third.contains("<h2>Part 3 of S</h2>"))
        #expect(third.contains("\"position\":3"))
        #expect(Self.items(third) == ["<li>", "<li value=\"3\">", "<li>", "<li value=\"7\">"])
        #expect(try await site.output("posts/p3/index.html").contains("Part 7 of S"))
    }

    @Test func partsWithoutNumbersAreCounted() async throws {
        let site = Self.site(["", "", ""])
        let second = try await site.output("posts/p1/index.html")
        #expect(second.contains("Part 2 of S"))
        #expect(Self.items(second) == ["<li>", "<li>", "<li>"])
    }

    @Test func aPartWithoutANumberFollowsThoseThatHaveOne() async throws {
        let site = Self.site([", part: 2", ""])
        let first = try await site.output("posts/p0/index.html")
        #expect(Self.items(first) == ["<li value=\"2\">", "<li>"])
        #expect(try await site.output("posts/p1/index.html").contains("Part 3 of S"))
    }
}
