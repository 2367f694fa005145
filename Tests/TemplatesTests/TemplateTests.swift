import Bytes
import Diagnostics
import Foundation
import SiteTesting
import Templates
import Testing

/// Templates against a record with a field of every type: what they print, and what is said of those
/// that are wrong.
///
/// `UPDATE_GOLDENS=1` rewrites the results in the golden files; the templates there are the cases.
@Suite struct TemplateTests {
    @Test func printsTheRecordedText() throws {
        try compare("rendering") { template in
            let (compiled, diagnostics) = library(template).compile(
                "test.html", for: PageRecord.self)
            #expect(diagnostics.isEmpty, "\(template): \(diagnostics.map(\.message))")
            var record = PageRecord()
            record.list[0].children = [
                PersonRecord(name: "Cy", children: [PersonRecord(name: "Di")])
            ]
            var output = OutputBuffer()
            compiled?.render(record, into: &output)
            return String(decoding: output)
        }
    }

    @Test(
        "Of a template that is wrong throughout, enough is said to mend it",
        arguments: ["{{/a}}", "{{nope}}", "{{#list}}{{/flag}}", "<a href={{url}}>", "{{>nope}}"])
    func mistakesAreBounded(tag: String) {
        let (compiled, diagnostics) = library(String(repeating: tag, count: 1_000)).compile(
            "test.html", for: PageRecord.self)
        #expect(compiled == nil)
        #expect((1...400).contains(diagnostics.count))
    }

    @Test func reportsEveryMistakeAtItsColumn() throws {
        try compare("mistakes") { template in
            let (compiled, diagnostics) = library(template).compile(
                "test.html", for: PageRecord.self)
            #expect(compiled == nil, "\(template) was not refused")
            let printer = DiagnosticPrinter(format: .oneLine) { path in
                path == "templates/test.html" ? Array(template.utf8) : nil
            }
            return printer.string(for: diagnostics).trimmingCharacters(in: .newlines)
        }
    }

    /// Twenty partials, each of which includes the next one twice: a million times the last.
    @Test func refusesWhatWouldGrowWithoutBound() {
        var sources = (0..<20).map {
            TemplateSource(
                path: "templates/p\($0).html", bytes: Array("{{>p\($0 + 1)}}{{>p\($0 + 1)}}".utf8))
        }
        sources.append(TemplateSource(path: "templates/p20.html", bytes: Array("x".utf8)))
        let (template, diagnostics) = TemplateLibrary(sources).compile(
            "p0.html", for: PageRecord.self)
        #expect(template == nil)
        #expect(diagnostics.map(\.id) == ["template.too-large"])
    }

    private func compare(_ name: String, _ result: (String) -> String) throws {
        let golden = try GoldenFile(name)
        let cases = golden.recorded.components(separatedBy: "=== ").dropFirst().map {
            $0.components(separatedBy: "\n---\n")[0]
        }
        #expect(cases.count >= 30)
        try golden.expect(cases.map { "=== \($0)\n---\n\(result($0))\n\n" }.joined())
    }
}
