import Bytes
import Foundation
import Markdown
import Markup
import SiteTesting
import Testing

/// The dialect, feature by feature.
///
/// Each case of a golden file is a text, what it becomes, and what is said of it. `UPDATE_GOLDENS=1` rewrites the results; the texts are the file's own.
@Suite struct DialectTests {
    @Test(arguments: [
        "headings", "run-in", "callouts", "figures", "inlines", "notes", "citations", "blocks",
        "definitions", "math",
    ])
    func givesTheRecordedResult(name: String) throws {
        let golden = try GoldenFile(name)
        var result = ""
        for part in golden.recorded.components(separatedBy: "=== ").dropFirst() {
            let lines = part.split(separator: "\n", omittingEmptySubsequences: false)
            let title = lines.first ?? ""
            let source = lines.dropFirst().prefix { $0 != "---" }.joined(separator: "\n") + "\n"
            result += "=== \(title)\n\(source)---\n\(Self.describe(source, name))"
        }
        try golden.expect(result)
    }

    private static func describe(_ source: String, _ name: String) -> String {
        let parsed = Parsed(source) { options in
            options.runInHeads = name == "run-in"
            options.acknowledgedNames = ["Su Lin", "Fei-Fei Li", "Ana Ñandú"]
        }
        // What becomes of the TeX is told by the tests of the module that reads it.
        var text = parsed.html.replacing(
            /(?s)(<math[^>]*>).*?<annotation[^>]*>(.*?)<\/annotation>.*?(?=<\/math>)/
        ) { "\($0.1)\($0.2)" }
        let document = parsed.document
        for group in document.citations {
            let items = group.items.map { item in
                "(\(item.prefix)|\(item.suppressesAuthor ? "-" : "")@\(item.key ?? "")|\(item.suffix))"
            }
            text += "cites \(items.joined(separator: " ")) \(form(group))\n"
        }
        for heading in document.outline {
            let former = heading.formerAnchors.isEmpty ? "" : " was \(heading.formerAnchors)"
            text += "outline \(heading.level) #\(heading.anchor)\(former) \(heading.text)\n"
        }
        if name != "citations" { text += "anchors \(document.anchors.joined(separator: " "))\n" }
        if name == "math" { text += "excerpt \(document.excerpt.replacing("\0", with: "…"))\n" }
        for problem in parsed.problems(in: source) { text += "problem \(problem)\n" }
        return text + "\n"
    }

    private static func form(_ group: CitationGroup) -> String {
        switch group.form {
        case .parenthetical: "parenthetical"
        case .narrative: "narrative"
        case .link(let html): "link " + String(decoding: html.bytes)
        }
    }
}
