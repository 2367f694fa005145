import Bytes
import SiteTesting
import Templates
import Testing

/// What is written in pieces is what the whole would be.
@Suite struct TextPiecesTests {
    private struct Values: TemplateRecord {
        let first: String
        let second: String

        static let schema = RecordSchema<Values>(
            "Values", "A text and an address, whole and in pieces.",
            [
                .text("whole", "Text.") { $0.first + $0.second },
                .writtenText("pieces", "Text.") {
                    $1.append($0.first)
                    $1.append(OutputBuffer($0.second.utf8))
                },
                .url("address", "A place of the page.") { "#" + $0.first },
                .anchorURL("anchor", "A place of the page.") { $0.first },
            ])
    }

    @Test(
        arguments: [
            "<p>{{x}}</p>", "<p title=\"a {{x}} b\">x</p>", "<title>{{x}}</title>",
            "<a href=\"/x/{{x}}\">x</a>", "<a href=\"/x?q={{x}}\">x</a>",
            "<script type=\"application/ld+json\">{\"a\":\"{{x}}\"}</script>",
        ], [("whole", "pieces"), ("address", "anchor")])
    func isTheSame(template: String, fields: (String, String)) throws {
        try compare(template, fields)
    }

    @Test(arguments: ["<a href=\"{{x}}\">x</a>", "<img srcset=\"{{x}} 2x\"/>"])
    func anchorsLeadToPlacesOfThePage(template: String) throws {
        try compare(template, ("address", "anchor"))
    }

    private func compare(_ template: String, _ fields: (String, String)) throws {
        let whole = try compiled(template.replacing("{{x}}", with: "{{\(fields.0)}}"))
        let pieces = try compiled(template.replacing("{{x}}", with: "{{\(fields.1)}}"))
        for value in EscapingTests.hostile + ["", "plain"] {
            let record = Values(first: value, second: "b" + value)
            #expect(render(record, whole) == render(record, pieces))
        }
    }

    private func compiled(_ template: String) throws -> Template<Values> {
        let library = TemplateLibrary([
            TemplateSource(path: "templates/t.html", bytes: Array(template.utf8))
        ])
        return try #require(library.compile("t.html", for: Values.self).template)
    }

    private func render(_ record: Values, _ template: Template<Values>) -> String {
        var output = OutputBuffer()
        template.render(record, into: &output)
        return String(decoding: output)
    }
}
