import SiteTesting
import Testing

/// Colours that a site gives its pages: readable in the dark, and known outside of style sheets.
@Suite struct StyleSheetColorTests {
    private static func site(_ style: String, _ more: String = "") -> SiteFixture {
        SiteFixture(
            "\(post("content/posts/a.md"))\(more)\n-- templates/assets/site.css --\n\(style)\n")
    }

    @Test(
        "A colour for light screens alone that is unreadable on dark ones is told at its place",
        arguments: [
            (
                "/* Ours. */\n:root { --accent: #0b5345; }", "2:9",
                "‘--accent: #0b5345’ has a contrast of 1.9 to 1 with ‘--paper: #181716’"
            ),
            (
                ":root{--accent:#fff;--paper:#ffffff}", "1:21",
                "‘--paper: #ffffff’ has a contrast of 1.3 to 1 with ‘--ink: #e6e1d9’"
            ),
            (
                ":root { --quiet: #444 } @media (prefers-color-scheme: dark) { :root { --ink: #fff } }",
                "1:9", "‘--quiet: #444’ has a contrast of 1.8 to 1"
            ),
        ])
    func unreadable(style: String, place: String, message: String) async throws {
        let report = try await Self.site(style).diagnose()
        let line = report.split(separator: "\n").first {
            $0.contains("css:\(place): warning: On dark")
        }
        #expect(line?.contains(message) == true, "\(report)")
        #expect(line?.hasSuffix("[theme.low-contrast]") == true)
    }

    @Test(
        "What can be read, and what is given twice, is none",
        arguments: [
            ":root { --accent: #0b5345 } @media (prefers-color-scheme: dark) { :root { --accent: #7fd1b9 } }",
            ":root { --accent: #0b5345 } @media screen and (prefers-color-scheme:dark) { :root { --accent: #7fd1b9 } }",
            ":root { --accent: #0b5345; @media (prefers-color-scheme: dark) { --accent: #7fd1b9 } }",
            ":root { --accent: light-dark(#0b5345, #7fd1b9) }",
            ":root { --accent: var(--own); --own: #0b5345 }",
            ":root { --accent: #c98d3b; --serif: Georgia; --rule: #333 }",
            ".dark { --accent: #0b5345 }",
            "@media print { :root { --accent: #000 } }",
            // Light in every case.
            ":root { --accent: #0b5345; --ink: #111; --quiet: #555; --paper: #fff; --wash: #eee; --rule: #ccc }",
        ])
    func readable(style: String) async throws {
        #expect(try await Self.site(style).diagnose() == "")
    }

    /// Browsers know no custom properties in the head of a page.
    @Test(arguments: [
        (":root { --brand: #c98d3b; --accent: var(--brand) }", "#c98d3b"),
        (":root { --accent: var( --nothing , var(--b, #c98d3b)) }", "#c98d3b"),
        (":root { --accent: light-dark(rgb(1,2,3), #fff) }", "rgb(1,2,3)"),
        (":root { --accent: var(--nothing) }", "#7a2a2a"),
        (":root { --a: var(--accent); --accent: var(--a) }", "#7a2a2a"),
    ])
    func valuesOutsideOfTheStyleSheet(style: String, color: String) async throws {
        let page = try await Self.site(style).output("posts/a/index.html")
        #expect(
            page.contains("<meta name=\"theme-color\" content=\"\(color)\"/>"),
            "\(page.prefix(900))")
    }

    /// Each is looked for once.
    @Test(.timeLimit(.minutes(1)))
    func valuesThatNameManyOthers() async throws {
        let names = (0..<40).map { "--n\($0): var(--n\($0 + 1)) var(--n\($0 + 1));" }
        let empty = (0..<40).map {
            "--e\($0): \(String(repeating: "var(--e\($0 + 1))", count: 50));"
        }
        let style = ":root { \((names + empty).joined(separator: "\n")) --n40: x; --e40:; }"
        #expect(try await Self.site(style).diagnose() == "")
    }
}
