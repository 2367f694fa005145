/// Dates of works as bibliographies write them: days, years, and what historians know of either (Extended Date/Time
/// Format, ISO 8601-2, as far as BibLaTeX has it; and words).

/// A date of which only the beginning may be known; with a last year, where something appeared over years.
package struct PartialDate: Hashable, Sendable {
    package enum End: Hashable, Sendable {
        case year(Int)
        /// In a decade or a century, which begins with a year.
        case period(Int, Form)
        /// It goes on.
        case open
    }

    /// How the years are meant.
    package enum Form: Hashable, Sendable {
        case years
        /// Ten of them, from a year on: the 1890s.
        case decade
        /// A hundred of them, from a year on: 18XX.
        case century
        /// In the words of the file, in which the year is one number: "before 1700".
        case written(String)
    }

    /// Those that are written with four digits, as ISO 8601 has them.
    static let years = -9999...9999

    /// With a year 0, as ISO 8601 counts: 0 is 1 BCE, and -349 is 350 BCE.
    package var year: Int
    package var month: Int?
    package var day: Int?
    /// `nil` where it ended in the year in which it began.
    package var end: End?
    package var form = Form.years
    /// Roughly then.
    package var isApproximate = false
    /// Perhaps then.
    package var isUncertain = false

    package init(year: Int, month: Int? = nil, day: Int? = nil) {
        self.year = year
        self.month = month
        self.day = day
    }

    var isInWords: Bool {
        if case .written = form { true } else { false }
    }

    /// A year that machines may have as the year: of a decade and of words they would take one for certain.
    package var exactYear: Int? { form == .years && year > 0 ? year : nil }
}

extension PartialDate.End {
    /// When another date ends what begins in a year.
    init?(_ last: PartialDate, of firstYear: Int) {
        guard last.form != .years else {
            self.init(lastYear: last.year, of: firstYear)
            return
        }
        guard last.year > firstYear else { return nil }
        self = .period(last.year, last.form)
    }

    /// `nil` where something ended in its first year, or a number is no such year.
    init?(lastYear: Int, of firstYear: Int) {
        guard lastYear > firstYear, lastYear <= 9999 else { return nil }
        self = .year(lastYear)
    }
}

extension PartialDate {
    /// As ``init(iso:)`` has it, or as people write it where only a year is known.
    init?(_ text: String) {
        // What has hyphens is a date, or was to be one.
        let free = text.contains("-") ? nil : PartialDate(qualified: text.trimmed)
        guard let date = PartialDate(iso: text) ?? free else { return nil }
        self = date
    }

    /// `2021`, `2021-10`, `2021-10-18`; `2021/2023`, and `2021/` for what goes on.
    ///
    /// As BibLaTeX has it (manual, section 2.3.8): a time of day and a season may stand there, and are not
    /// shown; `~` is about then, `?` perhaps, `%` both, `189X` a decade, `18XX` a century, and `2004-XX` a year of
    /// which nobody knows the month. A year before our era has a minus sign, and one less than its number.
    init?(iso text: String) {
        let sides = text.split(separator: "/", omittingEmptySubsequences: false)
        self.init(isoDay: sides[0])
        guard sides.count > 1 else { return }
        end =
            ["", ".."].contains(sides[1].trimmed)
            ? .open
            : PartialDate(isoDay: sides[1]).flatMap { End($0, of: year) }
    }

    private init?(isoDay start: Substring) {
        let signs = Self.signs
        var day = start.prefix { $0 != "T" }.filter { !signs.contains($0) }.trimmed
        let isNegative = day.hasPrefix("-")
        if isNegative { day.removeFirst() }
        // EDTF, level 1: `2004-XX` and `2004-06-XX`.
        while day.hasSuffix("-XX") { day.removeLast(3) }
        let parts = day.split(separator: "-", omittingEmptySubsequences: false).map {
            Int($0.trimmed)
        }
        // Of `21/03/2021`, the beginning is no year.
        let digits = day.prefix { $0 != "-" }.trimmed.count
        if digits == 4, parts.count == 1,
            let span = isNegative
                ? PartialDate(centuryBeforeOurEra: day) : PartialDate(unspecified: day)
        {
            self = span
        } else {
            guard (1...3).contains(parts.count), digits == 4, let number = parts[0], number >= 0,
                parts.allSatisfy({ $0 != nil })
            else { return nil }
            let year = isNegative ? -number : number
            let month = parts.count > 1 ? parts[1] : nil
            let dayOfMonth = parts.count > 2 ? parts[2] : nil
            if let month, (21...24).contains(month), dayOfMonth == nil {
                self.init(year: year)
            } else {
                guard (1...12).contains(month ?? 1), (1...31).contains(dayOfMonth ?? 1) else {
                    return nil
                }
                self.init(year: year, month: month, day: dayOfMonth)
            }
        }
        isApproximate = start.contains { "~%".contains($0) }
        isUncertain = start.contains { "?%".contains($0) }
    }

    /// What says how sure a date is (EDTF, level 1).
    private static let signs: Set<Character> = ["?", "~", "%"]

    /// `c. 1905`, `1905?`, `[1905?]`, `1905 (?)`, `19??`, `1890s`, `c. 1890s`, `1789–94`, `2020–`.
    ///
    /// What a style writes round a year is none of it: `(2020).`
    init?(qualified text: String) {
        if let span = PartialDate(unspecified: text.replacing("?", with: "X")) {
            self = span
            return
        }
        var rest = text[...]
        while let last = rest.last, ".,;".contains(last) { rest = rest.dropLast() }
        if rest.first == "[" && rest.last == "]" || rest.first == "(" && rest.last == ")" {
            rest = rest.dropFirst().dropLast()
        }
        var isApproximate = false
        var isUncertain = rest.hasSuffix("(?)")
        if isUncertain { rest = rest.dropLast(3) }
        while let sign = rest.last, Self.signs.contains(sign) {
            isApproximate = isApproximate || sign != "?"
            isUncertain = isUncertain || sign != "~"
            rest = rest.dropLast()
        }
        let word = rest.prefix { !$0.isNumber }
        switch word.filter({ !$0.isWhitespace }).lowercased() {
        case "": break
        case "c.", "ca.", "ca", "circa", "∼", "≈": isApproximate = true
        // Of `c1998`, which libraries write, it is the copyright.
        case "c": isApproximate = word.last?.isWhitespace == true
        case "©": break
        default: return nil
        }
        rest = rest[word.endIndex...]
        if let years = PartialDate(beforeOurEra: rest) {
            self = years
        } else if let span = PartialDate(unspecified: rest.trimmed) {
            self = span
        } else {
            guard let years = PartialDate(years: rest) else { return nil }
            self = years
        }
        self.isApproximate = isApproximate
        self.isUncertain = isUncertain
    }

    /// `1890s`, `1890’s`, and EDTF's `189X` and `18XX`.
    private init?(unspecified text: String) {
        let digits = text.prefix { $0.isASCII && $0.isNumber }
        let rest = text[digits.endIndex...]
        guard let number = Int(digits), number > 0 else { return nil }
        switch (digits.count, rest) {
        case (2, "XX"), (2, "uu"): self.init(year: number * 100)
        case (3, "X"), (3, "u"): self.init(year: number * 10)
        case (4, "s"), (4, "’s"), (4, "'s"):
            guard number % 10 == 0 else { return nil }
            self.init(year: number)
        default: return nil
        }
        form = digits.count == 2 ? .century : .decade
    }

    /// EDTF's `-03XX`, the 4th century BCE: as ISO 8601 counts, from -399 (400 BCE) to -300.
    private init?(centuryBeforeOurEra text: String) {
        guard text.hasSuffix("XX"), let hundreds = Int(text.dropLast(2)), hundreds > 0 else {
            return nil
        }
        self.init(year: -hundreds * 100 - 99)
        form = .century
    }

    /// Years before our era, by its name in one of the languages of citations: `350 BCE`, `384–322 BC`.
    private init?(beforeOurEra text: Substring) {
        let digits = text.prefix { !$0.isLetter }
        guard digits.endIndex < text.endIndex, Self.isBeforeOurEra(text[digits.endIndex...]) else {
            return nil
        }
        let years = digits.split(omittingEmptySubsequences: false) { "-–—/".contains($0) }
            .map { Int($0.trimmed) }
        guard (1...2).contains(years.count), let first = years[0], (1...9999).contains(first) else {
            return nil
        }
        self.init(year: 1 - first)
        guard years.count == 2 else { return }
        guard let last = years[1], (1..<first).contains(last) else { return nil }
        end = .year(1 - last)
    }

    /// Whether words behind a year are those of an era before ours, in one of the languages of citations.
    private static func isBeforeOurEra(_ words: Substring) -> Bool {
        ["bce", "bc", "vchr", "vuz", "avjc", "ac", "aec", "قم"].contains(
            words.lowercased().filter(\.isLetter))
    }

    /// `1905`, `2001–2005`, `1789–94`; a letter behind a year tells works apart, which the program does.
    private init?(years text: Substring) {
        let sides = text.split(omittingEmptySubsequences: false) { "-–—/".contains($0) }
            .map(\.trimmed)
        guard var first = sides.first, (1...2).contains(sides.count) else { return nil }
        if sides.count == 1, let last = first.last, last.isASCII, last.isLetter {
            first.removeLast()
        }
        guard let year = Int(first), (1...9999).contains(year) else { return nil }
        self.init(year: year)
        guard sides.count == 2 else { return }
        guard !sides[1].isEmpty else {
            end = .open
            return
        }
        guard var last = Int(sides[1]) else { return nil }
        // Short behind a stroke, `1751/52` is one year of two reckonings.
        if text.contains("/"), sides[1].count < 4 {
            form = .written(String(text))
            return
        }
        // Behind a hyphen, `1905-06` is a month.
        guard last > 12 || !text.contains("-") else { return nil }
        switch sides[1].count {
        case 1: last += year / 10 * 10
        // `1999–00`
        case 2: last += (year / 100 + (last < year % 100 && last < 10 ? 1 : 0)) * 100
        default: break
        }
        end = End(lastYear: last, of: year)
    }

    /// A year in words that are the author's own: "before 1700", "1848 (reprinted 1996)", "1848 [1996]".
    ///
    /// A month or a season among them is left out, as one in a field of its own would be.
    init?(written text: String) {
        let numbers = text.split { !($0.isASCII && $0.isNumber) }
        let words = text.split { !$0.isLetter }
        let years = numbers.filter { $0.count == 4 }
        // Of `21/03/2021` and `21.3.2021`, nobody asks for the day here.
        let isListOfYears =
            numbers.count > 1 && numbers.first?.count == 4 && !text.contains { "/.".contains($0) }
        guard !words.isEmpty || isListOfYears,
            let year = numbers.max(by: { $0.count < $1.count }).flatMap({ Int($0) }),
            (1...9999).contains(year)
        else { return nil }
        // "4th century BCE"
        let isBefore = words.last.map { Self.isBeforeOurEra($0) } ?? false
        self.init(year: isBefore ? 1 - year : year)
        if !words.allSatisfy({ Self.isPartOfYear(String($0)) }) || words.isEmpty && years.count > 1
        {
            form = .written(text)
        }
    }

    private static func isPartOfYear(_ word: String) -> Bool {
        let word = word.lowercased()
        return [
            "spring", "summer", "autumn", "fall", "winter", "and", "of", "th", "st", "nd", "rd",
        ]
        .contains(word) || months.contains { word.hasPrefix($0) }
    }

    /// How the names of months begin.
    static let months = [
        "jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec",
    ]
}
