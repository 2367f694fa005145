import SiteTesting
import Testing

/// What a browser would drop from a style sheet without a word.
@Suite struct StyleSheetTests {
    @Test(
        "What a style sheet does not close is an error where it is opened",
        arguments: [
            (".a { color: red;\n.b { color: blue }\n", "1:4", "This brace is never closed."),
            ("@media print {\n .a { color: red }\n", "1:14", "This brace is never closed."),
            (".a {}\n/* x * /\n.b {}\n", "2:1", "This comment is never closed."),
            (".a {}\n/*/\n.b {}\n", "2:1", "This comment is never closed."),
            (
                ".a { content: \"x;\n}\n", "1:15",
                "This quotation mark is not closed on its line."
            ),
            (".a { content: '", "1:15", "This quotation mark is not closed on its line."),
            (
                ".a { background: url(x.png; }\n.b { src: url(y.png) }\n", "1:18",
                "This ‘url(’ is not closed on its line."
            ),
            (
                ".a { src: url(\"x.png) }\n.b { src: url(y.png) }\n", "1:15",
                "This quotation mark is not closed on its line."
            ),
        ])
    func whatIsNotClosedIsAnError(style: String, place: String, message: String) async throws {
        let report = try await SiteFixture("-- templates/assets/site.css --\n\(style)").diagnose()
        #expect(
            report
                == "templates/assets/site.css:\(place): error: \(message) [theme.unclosed]\n")
    }

    @Test func aBraceThatClosesNothingIsAnError() async throws {
        let style = ".a { color: red }}\n.b { color: blue }\n"
        #expect(
            try await SiteFixture("-- templates/assets/a/b.css --\n\(style)").diagnose()
                == "templates/assets/a/b.css:1:18: error: This brace closes nothing. "
                + "[theme.stray-brace]\n")
    }

    @Test(
        "What only looks unclosed is none",
        arguments: [
            ".a::before { content: '{\"}' } .b { content: \"\\\"{\" } /* { ' */ .c {} /**/ /***/",
            ".a\\{ { color: red } .w-\\[1px\\]\\' {}",
            ".a { & b { color: red } @media print { c: d } }",
            ".a { background: url(data:image/svg+xml;utf8,{'}) } .b { src: url( 'data:,x)y' ) }",
            ".a { background: url(\n  data:,x\n) }", ".a { content: 'x\\\ny' }", "",
        ])
    func whatIsClosedIsNone(style: String) async throws {
        let site = SiteFixture("-- templates/assets/site.css --\n\(style)\n")
        #expect(try await site.diagnose() == "")
    }

    @Test(arguments: [
        ("a.css", "@import \"b.css\";", "1:10", "a file of the theme"),
        ("a.css", "@charset 'x'; @IMPORT Url( b.css ) print;", "1:28", "a file of the theme"),
        (
            "a.css", "@import url(\"https://example.com/e.css\"); @import \"b.css\";", "1:52",
            "a file"
        ),
        (
            "site.css", "@import url('https://example.com/f.css');", "1:14",
            "‘site.css’ is published"
        ),
    ])
    func whatIsImportedInVainIsAnError(
        name: String, style: String, place: String, reason: String
    ) async throws {
        let report = try await SiteFixture(
            "-- templates/assets/\(name) --\n\(style)\n-- templates/assets/b.css --\na {}\n"
        ).diagnose()
        #expect(
            report.hasPrefix(
                "templates/assets/\(name):\(place): error: Browsers would not follow this ‘@import’: "
                    + reason))
        #expect(report.split(separator: "\n").count == 1)
    }

    @Test func whatIsImportedFromElsewhereIsNone() async throws {
        let style =
            "@import 'https://example.com/f.css'; /* @import 'b.css' */ a { b: '@import \"c.css\"' }"
        #expect(
            try await SiteFixture("-- templates/assets/a.css --\n\(style)\n").diagnose() == "")
    }

    @Test func anAddressInCapitalsIsOne() async throws {
        let report = try await SiteFixture(
            "-- templates/assets/a.css --\na { b: URL(nope.png) }\n"
        ).diagnose()
        #expect(report.hasPrefix("templates/assets/a.css:1:12: error: There is no file"))
    }
}
