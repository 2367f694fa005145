import Diagnostics
import Markup

extension DocumentWriter {
    /// Enters a citation into the table and leaves a slot for it; a cross-reference likewise.
    mutating func write(
        citation: ParsedCitation, form: CitationGroup.Form,
        source: Slice<UnsafeBufferPointer<UInt8>>,
        in node: Node
    ) {
        let range = place(of: citation, source, in: node)
        defer {
            if recordsGaps, let slot = out.slots.last?.slot {
                let source = source.startIndex..<source.endIndex
                gaps.append(TextGap(node: node, source: source, slot: slot))
            }
        }
        if let label = citation.crossReference {
            out.append(.crossReference(pendingCrossReferences.count))
            pendingCrossReferences.append((label, range))
            return
        }
        add(citation, form: form, at: range)
    }

    /// `[words](<@key, Section 5>)`.
    mutating func write(citationLink node: Node, _ url: String) {
        let range = destinationRange(of: node, url)
        guard let citation = CitationParser.link(url) else {
            report(
                "citation.malformed-link",
                error: "‘\(url)’ is no citation: write ‘<@key, Section 2>’.", at: range)
            return
        }
        // The words are kept as HTML: they stand inside a link that the citation makes.
        let before = out
        out = Fragment()
        let wasInLink = isInLink
        isInLink = true
        writeInlines(of: node)
        isInLink = wasInLink
        let html = out
        out = before
        add(citation, form: .link(html: html), at: range)
    }

    private mutating func add(
        _ citation: ParsedCitation, form: CitationGroup.Form, at range: Range<Int>
    ) {
        out.append(.citation(document.citations.count))
        let items = citation.items.map { item in
            // The item itself, where its key can be found; else the whole citation.
            let place = item.key.flatMap { find("@" + $0, in: range) } ?? range
            return CitationGroup.Item(
                key: item.key, prefix: math?.restored(item.prefix, as: .tex) ?? item.prefix,
                suffix: math?.restored(item.suffix, as: .tex) ?? item.suffix,
                suppressesAuthor: item.suppressesAuthor, bytes: ByteRange(place))
        }
        document.citations.append(CitationGroup(form: form, items: items))
    }

    /// Where a piece of a text node stands in the file.
    ///
    /// Smart punctuation may have changed it; then the line is as near as can be told.
    mutating func place(
        of text: Slice<UnsafeBufferPointer<UInt8>>, in node: Node
    ) -> Range<Int> {
        find(String(decoding: text, as: UTF8.self), in: blockRange(of: node))
            ?? firstLine(ofBlockAround: node)
    }

    /// The same for a citation, whose key no punctuation has changed.
    private mutating func place(
        of citation: ParsedCitation, _ source: Slice<UnsafeBufferPointer<UInt8>>, in node: Node
    ) -> Range<Int> {
        let block = blockRange(of: node)
        if let place = find(String(decoding: source, as: UTF8.self), in: block) { return place }
        let name = citation.crossReference ?? citation.items.first?.key
        return name.flatMap { find("@" + $0, in: block) } ?? firstLine(ofBlockAround: node)
    }

    /// Gives every cross-reference the number of its label, wherever on the page that stands.
    mutating func resolveCrossReferences() {
        for (name, range) in pendingCrossReferences {
            guard let label = document.labels.first(where: { $0.name == name }) else {
                let known = document.labels.map(\.name)
                let hint = Spelling.closest(to: name, in: known)
                report(
                    "cross-reference.unknown",
                    error: "Nothing on this page is labelled ‘\(name)’.\(Spelling.hint(hint))",
                    at: range)
                // As other links that lead nowhere, which only a preview shows.
                document.crossReferences.append(
                    CrossReference(anchor: "", word: nil, text: name))
                continue
            }
            let isNamed = label.kind == .section && !options.numbersHeadings
            document.crossReferences.append(
                CrossReference(
                    anchor: name, word: isNamed ? nil : label.kind.word, text: label.number))
        }
    }
}
