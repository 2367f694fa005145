/// What an author should mend in a formula.
package struct TeXMistake: Hashable, Sendable {
    /// Bytes of the source that it is about.
    package var range: Range<Int>
    /// One sentence or two for the author, with a suggestion where there is one.
    package var message: String
}
