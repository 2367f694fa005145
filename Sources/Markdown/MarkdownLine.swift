/// A sentence of front matter with emphasis, links and code, such as why a page was withdrawn.
///
/// It is read as a heading, the one block that is a line whatever it begins with (as ``FigureCaptions`` are).

import Bytes
package import Diagnostics
package import Markup

package struct MarkdownLine: Hashable, Sendable {
    package let html: Fragment
    /// The same for places that show no markup.
    package let plain: String
}

extension MarkdownParser {
    /// Reads a text of front matter; its links are entered with those of the page.
    ///
    /// - Parameters:
    ///   - text: In one line.
    ///   - place: Where it stands in the file.
    ///   - source: The file.
    ///   - path: Its path.
    ///   - options: Those of the page.
    ///   - document: Gets the links.
    /// - Returns: `nil` for a text without markup, and for one with more than such a text can show, which stays as
    ///   it is; and what is wrong with its links.
    package static func parse(
        line text: String, at place: Range<Int>, of source: [UInt8], path: String,
        options: Options, into document: inout Document
    ) -> (line: MarkdownLine?, diagnostics: [Diagnostic]) {
        guard text.utf8.contains(where: { "*_[`".utf8.contains($0) }) else { return (nil, []) }
        let heading = Array("# \(text) #\n".utf8)
        return heading.withUnsafeBufferPointer { heading in
            source.withUnsafeBufferPointer { source in
                read(
                    heading, SourceMap(bytes: source, body: place), path: path, options: options,
                    into: &document)
            }
        }
    }

    private static func read(
        _ text: UnsafeBufferPointer<UInt8>, _ map: SourceMap, path: String, options: Options,
        into document: inout Document
    ) -> (line: MarkdownLine?, diagnostics: [Diagnostic]) {
        var options = options
        options.math = .off
        options.allowsRawHTML = false
        options.acknowledgedNames = []
        guard ComplexityGuard.refusal(of: text, limits: options.limits) == nil,
            let tree = CMarkTree(parsing: text, quotes: options.quotes),
            let heading = tree.root.firstChild, heading.kind == .heading, heading.hasMarkup
        else { return (nil, []) }
        var writer = DocumentWriter(
            map: map, path: path, options: options, math: nil, definitions: DefinitionMarks(),
            captions: [:])
        writer.document.references = document.references
        writer.captionPlace = map.body
        writer.writeInlines(of: heading)
        // A citation needs a list of references, and a number something that has it.
        guard writer.document.citations.isEmpty, writer.pendingCrossReferences.isEmpty else {
            return (nil, [])
        }
        document.references = writer.document.references
        let plain = heading.plainText(nil).collapsingWhitespace
        return (MarkdownLine(html: writer.out, plain: plain), writer.diagnostics)
    }
}

extension Node {
    /// Whether a line holds more than text, and nothing that has no place in it.
    fileprivate var hasMarkup: Bool {
        var hasMarkup = false
        var isLine = true
        forEachNode { node in
            switch node.kind {
            case .emphasis, .strong, .link, .code, .passage: hasMarkup = true
            case .image, .footnoteReference: isLine = false
            case .text, .softBreak, .lineBreak, .htmlInline, .document, .blockQuote, .list, .item,
                .codeBlock, .htmlBlock, .paragraph, .heading, .thematicBreak, .footnoteDefinition,
                .table, .tableHeader, .tableRow, .tableCell, .other:
                break
            }
        }
        return hasMarkup && isLine
    }
}
