/// A word of TeX's notation.
struct TeXToken {
    enum Kind {
        /// A backslash with letters, or with one other character.
        case command
        /// One character, with the combining marks on it.
        case character
        /// `{`
        case open
        /// `}`
        case close
        /// `^`
        case superscript
        /// `_`
        case `subscript`
        /// `'`
        case prime
        /// `&`
        case cellBreak
        /// `\\`
        case rowBreak
        /// `$`
        case dollar
        case end
    }

    var kind: Kind
    /// Bytes of the source.
    var range: Range<Int>
}
