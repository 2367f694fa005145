/// Fills the gaps of a fragment: on its own page, or in a feed.

import Bibliography
import Bytes
import Content
import Markup
import Site

struct FragmentFiller {
    /// Where the filled fragment will stand.
    enum Place: Hashable, Sendable {
        /// On the page it belongs to: addresses are root-relative, ids are as they are.
        case ownPage
        /// Among others, away from the page: every address is absolute, and ids begin with the
        /// page's slug, so that no two collide.
        case elsewhere
    }

    let site: ResolvedSite
    let page: PageID
    let place: Place
    /// Of the page's references.
    let destinations: [Destination]
    /// In the language of the page.
    let wording: Wording
    /// Whether a heading is named: what stands in that is said, and what stands in a heading that it names is not.
    private var isWithinHeading = false
    // What is written again and again elsewhere, as it stands in attributes; all empty on the own page.
    /// Before the address of a page of this site.
    private var origin = OutputBuffer()
    /// Before the `#` of a link within the page.
    private var pageAddress = OutputBuffer()
    /// Before an id.
    private var idPrefix = OutputBuffer()

    init(site: ResolvedSite, page: PageID, place: Place, wording: Wording) {
        self.site = site
        self.page = page
        self.place = place
        destinations = site[page].destinations
        self.wording = wording
        guard case .elsewhere = place else { return }
        origin.append(url: site.graph.configuration.baseURL.origin)
        pageAddress = origin
        pageAddress.append(url: site.graph[page].href)
        idPrefix.append(site.graph[page].source.slug.rawValue, escapedFor: .attribute)
        idPrefix.append("-")
    }

    func write(_ fragment: Fragment, to output: inout OutputBuffer) {
        fragment.write(to: &output) { slot, output in fill(slot, &output) }
    }

    func write(_ line: FrontMatterLine, to output: inout OutputBuffer) {
        if let html = line.html {
            write(html, to: &output)
        } else {
            output.append(line.text, escapedFor: .htmlText)
        }
    }

    private func fill(_ slot: Fragment.Slot, _ output: inout OutputBuffer) {
        switch slot {
        case .destination(let index): write(destinations[index], to: &output)
        case .imageAttributes(let index): writeImageAttributes(of: index, to: &output)
        case .dataTable(let index): writeTable(of: index, to: &output)
        case .citation(let index): write(site.citation(index, of: page), to: &output)
        case .crossReference(let index):
            write(site.graph[page].source.document.crossReferences[index], to: &output)
        case .citationWords(let index): write(wordsOf: .citation(index), to: &output)
        case .crossReferenceWords(let index): write(wordsOf: .crossReference(index), to: &output)
        case .word(let word): output.append(wording.words.text(word), escapedFor: .attribute)
        case .person(let index): local(site.graph[site.mention(index, of: page)].href, to: &output)
        case .idPrefix: output.append(contentsOf: idPrefix)
        case .pageAddress: output.append(contentsOf: pageAddress)
        }
    }

    private func write(wordsOf slot: Fragment.Slot, to output: inout OutputBuffer) {
        output.append(words(of: slot), escapedFor: .attribute)
    }

    /// What stands between the tags of what belongs in a gap.
    func words(of slot: Fragment.Slot) -> String {
        var html = OutputBuffer()
        fill(slot, &html)
        var scanner = MarkupScanner([UInt8](html))
        var text = ""
        while let token = scanner.next() {
            if token.kind == .text { text += scanner.text(token.range) }
        }
        return text
    }

    private func write(_ reference: CrossReference, to output: inout OutputBuffer) {
        for (number, item) in reference.items.enumerated() {
            if number > 0 { output.append(", ") }
            if !item.prefix.isEmpty { output.append(item.prefix + " ", escapedFor: .htmlText) }
            output.append("<a href=\"")
            fill(.pageAddress, &output)
            write(anchor: item.anchor, to: &output)
            output.append("\">")
            if let word = item.word {
                output.append(wording.words.text(word), escapedFor: .htmlText)
                output.append("\u{A0}")
            }
            output.append(text(of: item), escapedFor: .htmlText)
            output.append("</a>")
            guard let first = item.suffix.first else { continue }
            output.append(first.isLetter || first.isNumber ? ", " : " ")
            output.append(item.suffix, escapedFor: .htmlText)
        }
    }

    private func text(of item: CrossReference.Item) -> String {
        guard !item.slots.isEmpty else { return item.text }
        guard !isWithinHeading else { return item.text.filter { $0 != "\0" }.collapsingWhitespace }
        var filler = self
        filler.isWithinHeading = true
        return filler.fill(item.text, item.slots)
    }

    /// A text in which a NUL stands for each of the slots.
    func fill(_ text: String, _ slots: [Fragment.Slot]) -> String {
        let pieces = text.split(separator: "\0", omittingEmptySubsequences: false)
        var filled = String(pieces.first ?? "")
        for (slot, piece) in zip(slots, pieces.dropFirst()) {
            filled += words(of: slot)
            filled += piece
        }
        return filled
    }

    /// The name of a heading.
    func text(of heading: Heading) -> String {
        var filler = self
        filler.isWithinHeading = true
        return filler.fill(heading.text, heading.slots)
    }

    /// The same with its inline markup.
    func html(of heading: Heading) -> OutputBuffer {
        var filler = self
        filler.isWithinHeading = true
        var html = OutputBuffer()
        var slots = heading.slots[...]
        for byte in [UInt8](heading.html) {
            if byte == 0, let slot = slots.popFirst() {
                html.append(filler.words(of: slot), escapedFor: .htmlText)
            } else {
                html.append(byte)
            }
        }
        return html
    }

    private func write(_ destination: Destination, to output: inout OutputBuffer) {
        switch destination {
        case .anchor(let anchor):
            fill(.pageAddress, &output)
            write(anchor: anchor, to: &output)
        case .page(let id, let anchor):
            local(site.graph[id].href, to: &output)
            if let anchor { write(anchor: anchor, to: &output) }
        case .local(let url), .asset(let url, _): local(url, to: &output)
        case .external(let url): output.append(url: url)
        // Nothing is rendered for publication while a link is broken; a preview shows the page.
        case .broken: output.append("#")
        }
    }

    private func write(anchor: String, to output: inout OutputBuffer) {
        output.append("#")
        output.append(url: anchor)
    }

    /// A root-relative URL, made absolute where the fragment stands elsewhere.
    private func local(_ url: String, to output: inout OutputBuffer) {
        output.append(contentsOf: origin)
        output.append(url: url)
    }
}
