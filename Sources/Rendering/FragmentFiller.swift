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
    /// In the language of the page.
    let wording: Wording

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
        case .destination(let index): write(site.destination(index, of: page), to: &output)
        case .imageAttributes(let index): writeImageAttributes(of: index, to: &output)
        case .dataTable(let index): writeTable(of: index, to: &output)
        case .citation(let index): write(site.citation(index, of: page), to: &output)
        case .crossReference(let index):
            write(site.graph[page].source.document.crossReferences[index], to: &output)
        case .citationWords(let index): write(wordsOf: .citation(index), to: &output)
        case .crossReferenceWords(let index): write(wordsOf: .crossReference(index), to: &output)
        case .word(let word): output.append(wording.words.text(word), escapedFor: .attribute)
        case .person(let index): local(site.graph[site.mention(index, of: page)].href, to: &output)
        case .idPrefix:
            switch place {
            case .ownPage: break
            case .elsewhere:
                output.append(
                    site.graph[page].source.slug.rawValue + "-", escapedFor: .attribute)
            }
        case .pageAddress:
            switch place {
            case .ownPage: break
            case .elsewhere: local(site.graph[page].href, to: &output)
            }
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
            output.append(item.text, escapedFor: .htmlText)
            output.append("</a>")
            guard let first = item.suffix.first else { continue }
            output.append(first.isLetter || first.isNumber ? ", " : " ")
            output.append(item.suffix, escapedFor: .htmlText)
        }
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
        switch place {
        case .ownPage: break
        case .elsewhere: output.append(url: site.graph.configuration.baseURL.origin)
        }
        output.append(url: url)
    }
}
