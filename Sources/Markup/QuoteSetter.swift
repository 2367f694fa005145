/// Tells opening quotation marks, closing ones and apostrophes apart, from left to right.
package struct QuoteSetter {
    private let marks: QuotationMarks
    /// Quotations that are open.
    private var open = 0
    private var innerOpen = 0

    package init(_ marks: QuotationMarks) { self.marks = marks }

    /// What a double quote is set as.
    ///
    /// - Parameters:
    ///   - before: The character before it; `nil` at the beginning of a block.
    ///   - after: The character behind it; `nil` at the end.
    ///   - hebrew: What it is between two Hebrew letters.
    /// - Returns: The mark, with the space that belongs to it.
    package mutating func double(
        before: Unicode.Scalar?, after: Unicode.Scalar?, _ hebrew: HebrewSign? = nil
    ) -> String {
        switch hebrew {
        case .quotation:
            open += 1
            return marks.opening
        case .abbreviation: return "”"
        case nil: break
        }
        if !Self.isSpace(after),
            Self.mayOpen(before) || open == 0 && Self.isElided(before, after: after)
        {
            open += 1
            return marks.opening
        }
        if open > 0 {
            open -= 1
            return marks.closing
        }
        // An inch, or a quotation that nobody opened.
        return "”"
    }

    /// What a single quote is set as.
    ///
    /// - Parameters:
    ///   - before: The character before it; `nil` at the beginning of a block.
    ///   - after: The character behind it; `nil` at the end.
    ///   - hasPartner: Whether another one follows that may close what this one opens.
    /// - Returns: The mark, with the space that belongs to it, or an apostrophe.
    package mutating func single(
        before: Unicode.Scalar?, after: Unicode.Scalar?, hasPartner: Bool
    ) -> String {
        if hasPartner, !Self.isSpace(after),
            Self.mayOpen(before) || innerOpen == 0 && Self.isUnspaced(before, after: after)
        {
            innerOpen += 1
            return marks.innerOpening
        }
        if innerOpen > 0, after?.properties.isAlphabetic != true || after.isEastAsian {
            innerOpen -= 1
            return marks.innerClosing
        }
        return "’"
    }

    /// Counts a mark that an author has typed: one mark of a quotation may be typed, and the other straight.
    package mutating func pass(
        _ typed: Unicode.Scalar, before: Unicode.Scalar?, after: Unicode.Scalar?
    ) {
        // Swedish opens and closes with the same mark.
        let mayOpen = Self.mayOpen(before) && !Self.isSpace(after)
        switch typed {
        case marks.opening.unicodeScalars.first where mayOpen: open += 1
        // In German, the mark that closes is the one that opens in English.
        case marks.closing.unicodeScalars.last where !mayOpen: open = max(0, open - 1)
        case marks.innerOpening.unicodeScalars.first where mayOpen: innerOpen += 1
        // Or an apostrophe.
        case marks.innerClosing.unicodeScalars.last where after?.properties.isAlphabetic != true:
            innerOpen = max(0, innerOpen - 1)
        default: break
        }
    }

    /// Whether an apostrophe begins a word: `'n'`, `'90s`.
    package static func isElision(before rest: some Collection<Unicode.Scalar>) -> Bool {
        let next = Array(rest.prefix(4))
        if next.count > 1, next[0] == "n", next[1] == "'" || next[1] == "’" { return true }
        guard next.count > 2, next[..<2].allSatisfy({ ("0"..."9").contains($0) }) else {
            return false
        }
        // '90s, and '68ers.
        return next[2] == "s" || next[2] == "e" && next.last == "r"
    }

    private static func isSpace(_ scalar: Unicode.Scalar?) -> Bool {
        scalar?.properties.isWhitespace ?? true
    }

    /// Whether a quotation may begin behind a character.
    private static func mayOpen(_ before: Unicode.Scalar?) -> Bool {
        guard let before, !before.properties.isWhitespace else { return true }
        return "([{<=-–—/\"'“‘„‚«‹「『（【〈《［｛".unicodeScalars.contains(before)
    }

    /// An apostrophe (`l'"Étranger"`), a sign of emphasis that was none, or a script that goes on without a space: then a
    /// quotation begins where none is open.
    private static func isElided(_ before: Unicode.Scalar?, after: Unicode.Scalar?) -> Bool {
        before == "’" || before == "*" || isUnspaced(before, after: after)
    }

    /// A script without spaces, with its signs, or one that writes a short word with the next (Arabic `و"`).
    package static func isUnspaced(_ before: Unicode.Scalar?, after: Unicode.Scalar?) -> Bool {
        if let before, (0x0620...0x064A).contains(before.value) {
            return after?.properties.isAlphabetic ?? false
        }
        return before.isEastAsian
    }
}

extension Unicode.Scalar? {
    /// Of Chinese or Japanese: a letter, or a sign as wide as one.
    fileprivate var isEastAsian: Bool {
        guard let scalar = self else { return false }
        return scalar.properties.isIdeographic || (0x3001...0x30FF).contains(scalar.value)
            || (0xFF01...0xFF5E).contains(scalar.value)
    }
}
