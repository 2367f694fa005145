/// Words that the Markdown dialect itself puts into a text.
///
/// Their spelling is left to whoever fills the fragment: the parser does not know the language of the
/// page.
package enum Word: Hashable, Sendable {
    case note, tip, important, warning, caution, summary, definition
    case theorem, lemma, proposition, corollary, conjecture, assumption, example, remark, proof
    case figure, table, equation, section
    /// The label of the list of footnotes.
    case notes
    /// Before the heading that a permalink leads to.
    case permalink
    /// Before the number of the reference that a note belongs to.
    case backToReference
    /// Of a link to the file whose table is shown.
    case downloadData
}
