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
        let filler = FragmentFiller(
            site: site, page: id, place: .ownPage, wording: wording(of: id))
        // A summary that the author wrote has no gap.
        let pieces = text.split(separator: "\0", omittingEmptySubsequences: false)
        var filled = String(pieces.first ?? "")
        for (slot, piece) in zip(graph[id].source.document.excerptSlots, pieces.dropFirst()) {
            filled += filler.words(of: slot)
            filled += piece
        }
        return filled
    }
}
