import Bytes
import Diagnostics
import Markdown
import Markup
import Math

/// The walk of the Markdown tree: spans stay in the file, slots in the fragment.
enum MarkdownTarget {
    private static let macros = TeXMacros.checked([
        TeXMacroDefinition(command: "\\R", body: "\\mathbb{R}"),
        TeXMacroDefinition(command: "\\norm", body: "\\left\\lVert #1 \\right\\rVert"),
        TeXMacroDefinition(command: "\\pair", body: "\\norm{#2}\\text{ and }\\norm{#1}"),
    ]).macros

    @Sendable static func run(_ bytes: [UInt8]) {
        guard let first = bytes.first else { return }
        let text = Array(bytes.dropFirst())
        // Files that are not UTF-8 never come so far.
        guard String(validating: text, as: UTF8.self) != nil, !text.contains(0) else { return }
        var options = MarkdownParser.Options()
        options.runInHeads = first & 1 != 0
        options.allowsRawHTML = first & 2 != 0
        options.numbersHeadings = first & 4 != 0
        options.highlightsCode = first & 4 != 0
        options.smartPunctuation = first & 8 == 0
        options.math = first & 128 == 0 ? .on : .off
        if first & 64 != 0 { options.macros = macros }
        if first & 32 != 0 { options.language = "fr" }
        options.acknowledgedNames = first & 16 != 0 ? ["Ada", "Ada Example", "É"] : []
        let (document, diagnostics) = MarkdownParser.parse(
            text, body: 0..<text.count, path: "a.md", options: options)
        let spans =
            diagnostics.compactMap { $0.span?.bytes } + document.references.map(\.bytes)
            + document.outline.map(\.bytes) + document.citations.flatMap { $0.items.map(\.bytes) }
        for span in spans {
            precondition(span.range.upperBound <= text.count, "a span past the end of the text")
        }
        for slot in document.body.slots {
            precondition(Int(slot.offset) <= document.body.bytes.count, "a slot past the end")
        }
        precondition(
            String(validating: [UInt8](document.body.bytes), as: UTF8.self) != nil,
            "HTML is not UTF-8")
        if !options.allowsRawHTML { Nesting.expect(in: [UInt8](document.body.bytes)) }
        // Nor does a word that stood for a formula.
        if !text.contains(0x7F), !String(decoding: text, as: UTF8.self).contains("&#") {
            let texts =
                [[UInt8](document.body.bytes), Array(document.excerpt.utf8)]
                + document.outline.map { [UInt8]($0.html) + Array($0.text.utf8) }
            for text in texts { precondition(!text.contains(0x7F), "a mark in the output") }
        }
        precondition(
            Set(document.anchors).count == document.anchors.count, "two elements share an id")
    }
}
