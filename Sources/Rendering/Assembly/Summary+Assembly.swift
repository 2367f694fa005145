import Bytes
import Content
import Markup
import Site

extension RenderedSite {
    /// What lists and descriptions say of a page: the summary, else the deck, else the first paragraph,
    /// with its citations as the page itself shows them.
    ///
    /// Of one that was withdrawn, that it was, and why: not every place has a mark for it.
    func summary(of id: PageID) -> String? {
        let page = graph[id]
        if page.isWithdrawn {
            return [wording(of: page).words.wasWithdrawn, page.summaryWithGaps].compactMap(\.self)
                .joined(separator: " ")
        }
        guard !page.source.document.excerptSlots.isEmpty else { return page.summaryWithGaps }
        return excerpts.value(of: id) { page.summaryWithGaps.map { filling($0, of: id) } }
    }

    private func filling(_ text: String, of id: PageID) -> String {
        // A summary that the author wrote has no gap.
        filler(of: id).fill(text, graph[id].source.document.excerptSlots)
    }

    private func filler(of id: PageID) -> FragmentFiller {
        FragmentFiller(site: site, page: id, place: .ownPage, wording: wording(of: id))
    }

    /// The name of a heading, with its citations and cross-references as the page itself shows them.
    func text(of heading: Heading, on id: PageID) -> String {
        heading.slots.isEmpty ? heading.text : filler(of: id).text(of: heading)
    }

    /// The same with its inline markup.
    func html(of heading: Heading, on id: PageID) -> OutputBuffer {
        heading.slots.isEmpty ? heading.html : filler(of: id).html(of: heading)
    }
}
