import Bytes
import Diagnostics
import Markup

/// Ids in HTML that the site lets through: links may lead there, as to those that Markdown gives.
extension DocumentWriter {
    /// Takes the ids of a block of HTML, and those names of links that are older than ids.
    ///
    /// - Parameters:
    ///   - html: The block.
    ///   - node: Its node.
    mutating func takeIDs(of html: UnsafeBufferPointer<UInt8>, block node: Node) {
        // What Markdown writes between two blocks (`<p>`, `<ul>`) ends a drawing that is open.
        if rawDrawing.isOpen, node.previous?.kind != .htmlBlock { rawDrawing = RawDrawing() }
        let start = map.start(ofLine: node.startLine)
        // Of a block that ends in the line in which it begins, the parser may not know the last.
        takeIDs(of: html, in: start..<map.end(ofLine: max(node.startLine, node.endLine)))
    }

    /// The same of a tag within a text.
    mutating func takeIDs(of html: UnsafeBufferPointer<UInt8>, inline node: Node) {
        let block = block(around: node)
        if rawDrawing.isOpen, rawDrawing.block != block { rawDrawing = RawDrawing() }
        rawDrawing.block = block
        takeIDs(of: html, in: blockRange(of: node))
    }

    private mutating func takeIDs(of html: UnsafeBufferPointer<UInt8>, in lines: Range<Int>) {
        // Most tags have no attributes, and open no drawing; what closes one has none, either.
        guard
            rawDrawing.isOpen || html.firstIndex(of: UInt8(ascii: "="), in: html.indices) != nil
                || RawDrawing.mayBegin(in: html) || Self.mayHoldScript(html)
        else { return }
        let bytes = [UInt8](html)
        var scanner = MarkupScanner(bytes)
        while let token = scanner.next() {
            let wasOpen = rawDrawing.isOpen
            rawDrawing.pass(token, in: bytes)
            if token.kind == .start { takeActiveMarkup(of: token, scanner, bytes, in: lines) }
            // Those within a drawing are for its own parts, and many programs number them anew each time.
            if token.kind == .start, !wasOpen || !rawDrawing.isOpen {
                takeIDs(of: token, scanner, bytes, in: lines)
            }
        }
    }

    /// A browser takes the first attribute of a name; `<a id="x" name="x">` is for those of long ago.
    private mutating func takeIDs(
        of tag: MarkupScanner.Token, _ scanner: MarkupScanner, _ bytes: [UInt8],
        in lines: Range<Int>
    ) {
        typealias Place = (value: Range<Int>, source: Range<Int>)
        var id: Place?
        var name: Place?
        scanner.forEachAttribute(of: tag) { attribute, value in
            let place = (value, attribute.lowerBound..<value.upperBound)
            if id == nil, scanner.isName(attribute, "id") { id = place }
            if name == nil, tag.name == "a", scanner.isName(attribute, "name") { name = place }
        }
        if let first = id, let second = name {
            if scanner.text(first.value) == scanner.text(second.value) {
                name = nil
            } else if second.value.lowerBound < first.value.lowerBound {
                // Their places are looked for in order.
                swap(&id, &name)
            }
        }
        for case let place? in [id, name] where !place.value.isEmpty {
            take(
                explicit: scanner.text(place.value),
                at: self.place(ofAttribute: bytes[place.source], in: lines))
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
