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
        reportSeparators(in: citation, at: range, of: node)
        if form == .parenthetical { recordKeysWithoutSign(in: citation, at: range) }
        let labels = citation.labels
        guard let label = labels.first?.key else {
            add(citation, form: form, at: range)
            if form == .parenthetical {
                reportNestedBrackets(in: citation, at: range)
            } else if let written = CitationParser.parenthesis(
                in: source.base, around: source.indices)
            {
                document.citations[document.citations.count - 1].parenthesis = .init(
                    citation: written.citation,
                    bytes: ByteRange(place(of: written.source, in: node)))
            }
            reportTies(in: citation, at: range)
            return
        }
        if labels.count < citation.items.count {
            report(
                "citation.mixed",
                error:
                    "‘@\(label)’ is a label of this page, and other keys in its brackets are works: write "
                    + "one pair of brackets for each, as in ‘[@\(label)] [@…]’.", at: range)
        }
        out.append(.crossReference(pendingCrossReferences.count))
        pendingCrossReferences.append(
            (items(of: ParsedCitation(items: labels), in: range), words(before: source, in: node)))
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
        document.citations.append(CitationGroup(form: form, items: items(of: citation, in: range)))
    }

    private mutating func items(
        of citation: ParsedCitation, in range: Range<Int>
    ) -> [CitationGroup.Item] {
        citation.items.map { item in
            // The item itself, where its key can be found; else the whole citation.
            let place = item.key.flatMap { find("@" + $0, in: range) } ?? range
            return CitationGroup.Item(
                key: item.key, prefix: math?.restored(item.prefix, as: .tex) ?? item.prefix,
                suffix: math?.restored(item.suffix, as: .tex) ?? item.suffix,
                suppressesAuthor: item.suppressesAuthor, bytes: ByteRange(place))
        }
    }

    /// `[@a, @b]`: what is meant as a second key would be shown as it is written.
    private mutating func reportSeparators(
        in citation: ParsedCitation, at range: Range<Int>, of node: Node
    ) {
        for item in citation.items {
            guard let key = CitationParser.firstKey(in: item.suffix[...]),
                find("\\@" + key, in: blockRange(of: node)) == nil
            else { continue }
            report(
                "citation.separator",
                error:
                    "‘@\(key)’ would be shown as it is written: a semicolon stands between two keys, as in "
                    + "‘[@\(item.key ?? "key"); @\(key)]’. Where the sign is meant, write ‘\\@’.",
                at: find("@" + key, in: range) ?? range)
        }
    }

    /// Where a piece of a text node stands in the file.
    ///
    /// Smart punctuation may have changed it; then the line is as near as can be told.
    mutating func place(
        of text: Slice<UnsafeBufferPointer<UInt8>>, in node: Node
    ) -> Range<Int> {
        let block = blockRange(of: node)
        guard maySearch(block.count) else { return firstLine(ofBlockAround: node) }
        return unescapedPlace(of: text, in: block)
            ?? find(String(decoding: text, as: UTF8.self), in: block)
            ?? firstLine(ofBlockAround: node)
    }

    /// The same for a citation, whose key no punctuation has changed.
    private mutating func place(
        of citation: ParsedCitation, _ source: Slice<UnsafeBufferPointer<UInt8>>, in node: Node
    ) -> Range<Int> {
        let block = blockRange(of: node)
        let written = String(decoding: source, as: UTF8.self)
        // Citations come in order: the second of two equal ones stands behind the first.
        let rest = block.contains(citationCursor) ? citationCursor..<block.upperBound : block
        if let place = find(written, in: rest) ?? find(written, in: block) {
            citationCursor = place.upperBound
            return place
        }
        return citation.items.first?.key.flatMap { find("@" + $0, in: block) }
            ?? firstLine(ofBlockAround: node)
    }

    /// Gives every cross-reference the numbers of its labels, wherever on the page these stand.
    mutating func resolveCrossReferences() {
        for (items, before) in pendingCrossReferences {
            var before = before
            let resolved = items.map { item in
                // Within brackets, spaces at the ends of a prefix are gone.
                let text = item.prefix.isEmpty ? before : item.prefix + " "
                before = ""
                return crossReference(to: item, behind: text)
            }
            document.crossReferences.append(CrossReference(items: resolved))
        }
    }

    private mutating func crossReference(
        to item: CitationGroup.Item, behind text: String
    ) -> CrossReference.Item {
        let name = item.key ?? ""
        guard let label = document.labels.first(where: { $0.name == name }) else {
            let hint = Spelling.closest(to: name, in: document.labels.map(\.name))
            report(
                "cross-reference.unknown",
                error: "Nothing on this page is labelled ‘\(name)’.\(Spelling.hint(hint))",
                at: item.bytes.range)
            // As other links that lead nowhere, which only a preview shows.
            return CrossReference.Item(anchor: "", word: nil, text: name)
        }
        if label.isNumbered, !item.suppressesAuthor {
            reportWord(endOf: text, before: item, to: label.kind)
        }
        // `[-@fig:x]` is the number alone.
        var reference = CrossReference.Item(
            anchor: name, word: !label.isNumbered || item.suppressesAuthor ? nil : label.kind.word,
            text: label.number, prefix: item.prefix, suffix: item.suffix)
        if label.kind == .section, !label.isNumbered,
            let heading = document.outline.first(where: { $0.anchor == name })
        {
            (reference.text, reference.slots) = (heading.text, heading.slots)
        }
        return reference
    }
}
