import Foundation
import Markdown
import Testing

/// The specification's examples through this parser: a list that only grows.
@Suite struct ConformanceTests {
    private static let folder = URL(filePath: #filePath).deletingLastPathComponent()
    private static let list = folder.appending(path: "gfm-differences.txt")

    @Test(.enabled(if: SpecExample.isInstalled, "Debian's cmark-gfm package is not installed"))
    func everyDifferenceIsDeliberate() throws {
        let examples = try SpecExample.all()
        #expect(examples.count == 671)
        var differing: [Int: SpecExample] = [:]
        for example in examples where !Self.passes(example) { differing[example.number] = example }
        let recorded = try Self.recorded()
        let unrecorded = differing.keys.filter { recorded[$0] == nil }.sorted()
        let mended = recorded.keys.filter { differing[$0] == nil }.sorted()
        for number in unrecorded {
            guard let example = differing[number] else { continue }
            Issue.record(
                """
                example \(number) differs, and gfm-differences.txt gives no reason:
                \(example.markdown)---
                \(example.html)--- but:
                \(Self.render(example))
                """)
        }
        #expect(mended.isEmpty, "these pass now: take them out of gfm-differences.txt")
    }

    private static func render(_ example: SpecExample) -> String {
        Parsed(example.markdown) { $0.smartPunctuation = false }.html
    }

    private static func passes(_ example: SpecExample) -> Bool {
        normalized(render(example)) == normalized(example.html)
    }

    /// What this renderer always adds is taken away: permalinks and ids of headings, the box that a
    /// wide table scrolls in (a heading of level 1 is one of level 2: the title has the first), and attributes that change nothing of the text.
    private static func normalized(_ html: String) -> String {
        var text = html
        for (pattern, replacement) in [
            (#"<a class="anchor"[^>]*></a>"#, ""), (#"(</?h)1"#, "$12"),
            (#"(<h[1-6]) id="[^"]*""#, "$1"),
            (#"<div class="table-scroll"[^>]*>\n"#, ""), (#"</table>\n</div>"#, "</table>"),
            (#" scope="col""#, ""), (#" (class|align)="(left|center|right)""#, " align=\"$2\""),
            (#"<pre tabindex="0">"#, "<pre>"), (#" loading="lazy""#, ""),
            (#" decoding="async""#, ""), (#"<a class="uri""#, "<a"),
            (#" class="task-list(-item)?""#, ""), (#" aria-label="[^"]*""#, ""),
            (#"<tbody></tbody>"#, ""), (#"&quot;"#, "\""), (#"&#39;"#, "'"),
        ] {
            text = text.replacingOccurrences(
                of: pattern, with: replacement, options: .regularExpression)
        }
        return text
    }

    /// `number reason` on each line; lines that begin with `#` head a group.
    private static func recorded() throws -> [Int: String] {
        var reasons: [Int: String] = [:]
        var group = ""
        for line in try String(contentsOf: list, encoding: .utf8).split(separator: "\n") {
            if line.hasPrefix("#") {
                group = String(line.dropFirst(2))
            } else {
                for number in line.split(separator: " ").compactMap({ Int($0) }) {
                    reasons[number] = group
                }
            }
        }
        return reasons
    }
}
