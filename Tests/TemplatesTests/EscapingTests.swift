import Bytes
import Markup
import SiteTesting
import Templates
import Testing

/// No value can write an element, an attribute or a scheme that the template did not write.
@Suite struct EscapingTests {
    /// Values made to break out of wherever they are put.
    static let hostile = [
        "\"", "'", "<", ">", "&", "`", "=", " ", "\"><script>alert(1)</script>",
        "'><img src=x onerror=x>",
        "</title><script>", "</textarea><p>", "</script><script>", "<!--", "-->", "]]>",
        "{{title}}",
        "javascript:alert(1)", "JaVaScRiPt:alert(1)", "java\tscript:alert(1)", " javascript:x",
        "\u{1}javascript:x", "vbscript:x", "data:text/html,<script>", "//evil.example/x",
        "\\\\evil",
        "&#106;avascript:x", "&quot; onload=x", "\" onclick=\"x", "' onclick='x", "\u{0}",
        "\u{8}\u{B}",
        "<\u{301}script>", "\"\u{301} onload=x", "\u{202E}evil", "\u{2028}\u{2029}", "\u{FFFE}",
        "\u{FEFF}",
        "\\\"", "\\", "\n", "\r\n", "\t", "%22%3E", "%00", "é\"è", "😀<b>", "a\u{A0}onload=x",
    ]

    static let templates = [
        "<p>{{text}}</p>", "<p title=\"{{text}}\">x</p>", "<p title='{{text}}'>x</p>",
        "<title>{{text}}</title>", "<textarea>{{text}}</textarea>", "<a href=\"{{url}}\">x</a>",
        "<a href='{{url}}'>x</a>", "<a href=\"/x/{{text}}\">x</a>",
        "<a href=\"/x?q={{url}}\">x</a>",
        "<img srcset=\"{{url}} 2x\"/>", "<meta content=\"0; url={{url}}\"/>", "<p>{{url}}</p>",
        "<meta content=\"{{text}}\"/>", "<p data-x=\"a {{text}} b {{text}}\">{{text}}</p>",
        "<script type=\"application/ld+json\">{\"a\":\"{{text}}\",\"b\":\"{{url}}\"}</script>",
        "<p{{#optional}} title=\"{{.}}\"{{/optional}}>x</p>",
        "<ul>{{#texts}}<li>{{.}}</li>{{/texts}}</ul>",
    ]

    struct Values: TemplateRecord {
        let value: String
        static let schema = RecordSchema<Values>(
            "Values", "One value in many fields.",
            [
                .text("text", "Text.") { $0.value }, .url("url", "An address.") { $0.value },
                .optionalText("optional", "Text.") { $0.value },
                .texts("texts", "Texts.") { [$0.value, $0.value] },
            ])
    }

    @Test(arguments: templates)
    func hostileValuesStayValues(template: String) throws {
        let library = TemplateLibrary([
            TemplateSource(path: "templates/t.html", bytes: Array(template.utf8))
        ])
        let compiled = try #require(library.compile("t.html", for: Values.self).template)
        func render(_ value: String) -> String {
            var output = OutputBuffer()
            compiled.render(Values(value: value), into: &output)
            return String(decoding: output)
        }
        let expected = try HTMLTokens(render("x")).shape
        var random = SeededGenerator(seed: 42)
        for round in 0..<1000 {
            // Every value alone, then three at random joined with letters between them.
            let value =
                round < Self.hostile.count
                ? Self.hostile[round]
                : (0..<3).map { _ in Self.hostile.randomElement(using: &random) ?? "" }
                    .joined(separator: Bool.random(using: &random) ? "a" : "")
            let html = render(value)
            let tokens = try HTMLTokens(html)
            #expect(tokens.shape == expected, "\(value.debugDescription) in \(template): \(html)")
            for url in tokens.addresses {
                #expect(Self.isAllowed(url), "\(value.debugDescription) in \(template): \(html)")
            }
        }
    }

    /// Independent of the code under test: the scheme as a browser reads it.
    private static func isAllowed(_ url: String) -> Bool {
        let text = url.unicodeScalars.filter { !["\t", "\n", "\r"].contains($0) }
            .drop { $0.value <= 0x20 }
        let plain = String(String.UnicodeScalarView(text)).lowercased()
        if plain.hasPrefix("//") || plain.hasPrefix("\\") || plain.hasPrefix("/\\") { return false }
        guard let colon = plain.firstIndex(of: ":") else { return true }
        let scheme = plain[..<colon]
        guard
            scheme.allSatisfy({ $0.isASCII && ($0.isLetter || $0.isNumber || "+-.".contains($0)) })
        else { return true }
        return ["http", "https", "mailto", "tel"].contains(scheme)
    }
}
