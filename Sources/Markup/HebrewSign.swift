/// A double quote between two Hebrew letters: it marks an abbreviation (`צה"ל`, the gershayim), or begins a quotation
/// behind a short word that is written with the next (`ה"ממשלה"`).
package enum HebrewSign {
    case abbreviation, quotation

    /// The article, and, in, as, to, from and that.
    private static let prefixes = Set("הובכלמש".unicodeScalars)
    /// Of these, as many as stand together.
    private static let mostPrefixes = 3

    /// `nil` where the quote does not stand between two such letters.
    ///
    /// - Parameters:
    ///   - before: The text before the quote.
    ///   - after: The text behind it.
    package init?(
        behind before: some BidirectionalCollection<Unicode.Scalar>,
        before after: some Collection<Unicode.Scalar>
    ) {
        guard Self.mayStand(behind: before.last, before: after.first) else { return nil }
        let word = before.reversed().prefix(Self.mostPrefixes + 1).prefix { Self.isLetter($0) }
        // An abbreviation has the sign before its last letter.
        let isQuotation =
            word.count <= Self.mostPrefixes && word.allSatisfy { Self.prefixes.contains($0) }
            && after.dropFirst().first.map { Self.isLetter($0) } ?? false
            && after.contains { "\"“”".unicodeScalars.contains($0) }
        self = isQuotation ? .quotation : .abbreviation
    }

    package static func mayStand(behind before: Unicode.Scalar?, before after: Unicode.Scalar?)
        -> Bool
    {
        guard let before, let after else { return false }
        return isLetter(before) && isLetter(after)
    }

    private static func isLetter(_ scalar: Unicode.Scalar) -> Bool {
        (0x05D0...0x05EA).contains(scalar.value)
    }
}
