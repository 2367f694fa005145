/// Pages that are no HTML, whatever they say: an element that is left open, no title, nothing at all.
///
/// A site's own templates can bring this about, and texts where `raw_html` is allowed; each browser repairs it in its
/// own way. A build tries one page of each template; `check` reads all of them, since a section of a template may be
/// shown on some pages only.

import Bytes
package import Diagnostics
import Markup
import Site
import Templates

package enum PageShape {
    package struct Mistake: Hashable, Sendable {
        /// Completes "This page".
        let reason: String
        /// A tag that says where to look.
        let tag: String?
    }

    /// What is wrong with the first page of each template, in a site that has templates of its own.
    static func diagnostics(for site: RenderedSite) -> [Diagnostic] {
        guard !site.theme.ownTemplates.isEmpty else { return [] }
        var seen: Set<String> = []
        var buffer = OutputBuffer()
        let mistakes = site.outputs.map { output -> Mistake? in
            guard let name = site.template(of: output.content), seen.insert(name).inserted else {
                return nil
            }
            buffer.removeAll()
            site.render(output.content, into: &buffer)
            return mistake(in: [UInt8](buffer))
        }
        return diagnostics(mistakes, in: site)
    }

    /// What is wrong with a page.
    package static func mistake(in bytes: [UInt8]) -> Mistake? {
        func written(_ range: Range<Int>) -> String {
            String(decoding: bytes[range], as: UTF8.self)
        }
        guard bytes.contains(where: { $0 > 0x20 }) else {
            return Mistake(reason: "is empty", tag: nil)
        }
        guard beginsWithDoctype(bytes) else {
            return Mistake(
                reason: "does not begin with ‘<!doctype html>’, without which browsers set it as "
                    + "they did in 1998", tag: nil)
        }
        switch ElementNesting.mistake(in: bytes) {
        case .open(let tag, let before?):
            return Mistake(
                reason: "has ‘\(written(before))’ before the end of ‘\(written(tag))’",
                tag: written(tag))
        case .open(let tag, before: nil):
            return Mistake(reason: "leaves ‘\(written(tag))’ open", tag: written(tag))
        case .stray(let tag):
            return Mistake(
                reason: "ends an element that is not open, with ‘\(written(tag))’",
                tag: written(tag))
        case nil: break
        }
        var scanner = MarkupScanner(bytes)
        while let token = scanner.next(), token.name != "body" {
            if token.kind == .start, token.name == "title" { return nil }
        }
        return Mistake(reason: "has no ‘<title>’", tag: nil)
    }

    /// Behind a mark of byte order, white space and comments; what follows the name may be of another time (HTML
    /// Standard, "The DOCTYPE").
    private static func beginsWithDoctype(_ bytes: [UInt8]) -> Bool {
        var rest = bytes[...]
        if rest.starts(with: [0xEF, 0xBB, 0xBF]) { rest = rest.dropFirst(3) }
        rest = rest.drop { $0 <= 0x20 }
        while rest.starts(with: "<!--".utf8) {
            guard
                let end = rest.dropFirst(4).indices.first(where: {
                    rest[$0...].starts(with: "-->".utf8)
                })
            else { return false }
            rest = rest[(end + 3)...].drop { $0 <= 0x20 }
        }
        let words = String(decoding: rest.prefix(40), as: UTF8.self).lowercased()
            .split { $0.isWhitespace || $0 == ">" }
        return words.starts(with: ["<!doctype", "html"])
    }

    /// - Parameters:
    ///   - mistakes: Of each output, in the order of the plan.
    ///   - site: What would be published.
    /// - Returns: Each mistake once, with the first page that has it.
    package static func diagnostics(
        _ mistakes: [Mistake?], in site: RenderedSite
    ) -> [Diagnostic] {
        var counts: [Mistake: Int] = [:]
        for case let mistake? in mistakes { counts[mistake, default: 0] += 1 }
        var told: Set<Mistake> = []
        return mistakes.enumerated().compactMap { index, mistake -> Diagnostic? in
            guard let mistake, told.insert(mistake).inserted else { return nil }
            let output = site.outputs[index]
            return Diagnostic(
                "template.malformed-page",
                "‘\(output.path)’ \(mistake.reason).",
                at: place(of: mistake, in: output.content, site),
                notes: Diagnostic.Note.more(counts[mistake, default: 1] - 1))
        }
    }

    /// Where a tag stands in the site's own templates, if it is written there once; else the template of the page.
    private static func place(
        of mistake: Mistake, in content: OutputContent, _ site: RenderedSite
    ) -> SourceSpan? {
        let templates = site.theme.ownTemplates
        if let tag = mistake.tag {
            let found = templates.flatMap { template in
                ranges(of: Array(tag.utf8), in: template.bytes)
                    .map { SourceSpan(template.path, $0) }
            }
            if found.count == 1 { return found[0] }
            let files = Set(found.map(\.path))
            if files.count == 1, let file = files.first { return SourceSpan(file: file) }
        }
        let path = site.template(of: content).map { "templates/" + $0 }
        return templates.first { $0.path == path }.map { SourceSpan(file: $0.path) }
    }

    private static func ranges(of text: [UInt8], in bytes: [UInt8]) -> [Range<Int>] {
        text.withUnsafeBufferPointer { text in
            bytes.withUnsafeBufferPointer { bytes in
                var found: [Range<Int>] = []
                var start = 0
                while let range = bytes.firstRange(of: text, in: start..<bytes.count) {
                    found.append(range)
                    start = range.upperBound
                }
                return found
            }
        }
    }
}
