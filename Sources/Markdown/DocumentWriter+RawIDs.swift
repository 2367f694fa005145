import Bytes
import Diagnostics
import Markup

/// Ids in HTML that the site lets through: links may lead there, as to those that Markdown gives.
extension DocumentWriter {
    /// Takes the ids of a piece of HTML, and those names of links that are older than ids.
    ///
    /// Those within a drawing are for its own parts, and many programs number them anew each time they draw.
    ///
    /// - Parameters:
    ///   - html: One tag, or a block of them.
    ///   - lines: Where it stands in the file.
    mutating func takeIDs(of html: UnsafeBufferPointer<UInt8>, in lines: Range<Int>) {
        // Most tags have no attributes; what closes a drawing has none, either.
        guard drawingDepth > 0 || html.firstIndex(of: UInt8(ascii: "="), in: html.indices) != nil
        else { return }
        let bytes = [UInt8](html)
        var scanner = MarkupScanner(bytes)
        while let token = scanner.next() {
            let isDrawing = token.name == "svg"
            if token.kind == .start, drawingDepth == 0 { takeIDs(of: token, bytes, in: lines) }
            guard isDrawing else { continue }
            switch token.kind {
            case .start:
                drawingDepth += bytes[token.range].suffix(2).elementsEqual("/>".utf8) ? 0 : 1
            case .end: drawingDepth = max(0, drawingDepth - 1)
            case .text: break
            }
        }
    }

    private mutating func takeIDs(
        of tag: MarkupScanner.Token, _ bytes: [UInt8], in lines: Range<Int>
    ) {
        let scanner = MarkupScanner(bytes)
        var values: [(id: String, source: Range<Int>)] = []
        scanner.forEachAttribute(of: tag) { name, value in
            guard !value.isEmpty,
                scanner.isName(name, "id") || tag.name == "a" && scanner.isName(name, "name")
            else { return }
            let id = scanner.text(value)
            // `<a id="x" name="x">` is for browsers of long ago.
            guard !values.contains(where: { $0.id == id }) else { return }
            values.append((id, name.lowerBound..<value.upperBound))
        }
        for (id, source) in values {
            take(explicit: id, at: place(ofAttribute: bytes[source], in: lines))
        }
    }

    /// Where an attribute stands in the file.
    ///
    /// As for links, each is looked for behind the one before it.
    private mutating func place(
        ofAttribute source: ArraySlice<UInt8>, in lines: Range<Int>
    ) -> Range<Int> {
        let start = lines.contains(idCursor) ? idCursor : lines.lowerBound
        guard
            let found = find(
                String(decoding: source, as: UTF8.self), in: start..<lines.upperBound)
        else { return map.lineRange(around: start) }
        idCursor = found.upperBound
        return found
    }
}
