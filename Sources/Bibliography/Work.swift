/// A cited work, whatever file it was read from.

package import Diagnostics

package struct Work: Sendable {
    package enum Kind: String, Sendable {
        case article, book, chapter, conferencePaper, report, thesis, webpage, preprint, other
    }

    package var key: String
    package var kind: Kind
    package var title: String
    /// Journal, proceedings or book that holds it.
    package var container: String?
    package var authors: [PersonName] = []
    package var editors: [PersonName] = []
    /// `and others`: more authors than are named.
    package var hasMoreAuthors = false
    package var issued: PartialDate?
    /// Publisher, institution or school.
    package var publisher: String?
    package var volume: String?
    package var issue: String?
    package var pages: String?
    package var edition: String?
    /// Number of a report.
    package var number: String?
    /// Bare: `10.1000/182`.
    package var doi: String?
    package var url: String?
    /// arXiv identifier or the like.
    package var eprint: String?
    package var archive: String?
    /// How something unusual was published: "Workshop remarks".
    package var medium: String?
    package var note: String?
    package var pdf: PDFLocation?
    /// Where the work stands in the bibliography.
    package var span: SourceSpan

    package init(key: String, kind: Kind, title: String, span: SourceSpan) {
        self.key = key
        self.kind = kind
        self.title = title
        self.span = span
    }
}

/// A date of which only the beginning may be known.
package struct PartialDate: Hashable, Sendable {
    package var year: Int
    package var month: Int?
    package var day: Int?

    package init(year: Int, month: Int? = nil, day: Int? = nil) {
        self.year = year
        self.month = month
        self.day = day
    }
}

/// The PDF of a work, and where its pages and sections are in it.
package struct PDFLocation: Hashable, Sendable {
    package var url: String
    /// Added to a printed page number to get the page of the file.
    package var pageOffset = 0
    /// Pages of the file, when known.
    package var pageCount: Int?
    /// Printed page on which each section begins, in the order of the file.
    package var sections: [Section] = []

    package struct Section: Hashable, Sendable {
        package var number: String
        package var page: Int

        package init(number: String, page: Int) {
            self.number = number
            self.page = page
        }
    }

    package init(url: String) { self.url = url }
}

/// A name of a person or of an organization.
package struct PersonName: Hashable, Sendable {
    package var given = ""
    /// `van der`, before the family name.
    package var particle = ""
    package var family = ""
    /// A generational suffix such as “Jr”.
    package var suffix = ""
    /// The whole name of an organization; then the parts are empty.
    package var literal = ""
    package var orcid: String?

    package init(literal: String) { self.literal = literal }

    package init(given: String, particle: String = "", family: String, suffix: String = "") {
        self.given = given
        self.particle = particle
        self.family = family
        self.suffix = suffix
    }

    private static let particles: Set<String> = [
        "van", "von", "de", "da", "del", "della", "der", "den", "di", "la", "le", "du", "dos",
        "das",
        "do", "bin", "ibn", "al", "ter", "ten", "vom", "zu", "zur", "af", "av",
    ]

    /// Splits a name as a byline writes it: "Fei-Fei Li", "Ludwig van Beethoven", "Li, Fei-Fei".
    ///
    /// The last word is the family name, with the particles before it.
    package init(splitting name: String) {
        if let comma = name.firstIndex(of: ",") {
            let family = name[..<comma].split(separator: " ").map { String($0) }
            let given = name[name.index(after: comma)...].split(separator: " ").joined(
                separator: " ")
            let split = Self.splitParticles(family)
            self.init(given: given, particle: split.particle, family: split.family)
            return
        }
        let words = name.split(separator: " ").map { String($0) }
        guard words.count > 1 else {
            self.init(given: "", family: name)
            return
        }
        var start = words.count - 1
        while start > 1, Self.particles.contains(words[start - 1].lowercased()),
            words[start - 1].first?.isLowercase ?? false
        {
            start -= 1
        }
        self.init(
            given: words[..<start].joined(separator: " "),
            particle: words[start..<words.count - 1].joined(separator: " "),
            family: words[words.count - 1])
    }

    private static func splitParticles(_ words: [String]) -> (particle: String, family: String) {
        var count = 0
        while count < words.count - 1, words[count].first?.isLowercase ?? false { count += 1 }
        return (words[..<count].joined(separator: " "), words[count...].joined(separator: " "))
    }

    package var isOrganization: Bool { !literal.isEmpty }

    /// Family name with its particle: "van der Berg".
    package var familyWithParticle: String {
        isOrganization ? literal : particle.isEmpty ? family : "\(particle) \(family)"
    }

    /// "Fei-Fei Li".
    package var display: String {
        isOrganization
            ? literal
            : [given, familyWithParticle, suffix].filter { !$0.isEmpty }.joined(separator: " ")
    }

    /// Initials as APA writes them, for example "F.-F.".
    package var initials: String {
        given.split(separator: " ").map { word in
            word.split(separator: "-").compactMap(\.first).map { "\($0)." }.joined(separator: "-")
        }.joined(separator: " ")
    }

    /// "Li, F.-F." with the suffix behind.
    package var inverted: String {
        guard !isOrganization else { return literal }
        var text = familyWithParticle
        if !given.isEmpty { text += ", " + initials }
        if !suffix.isEmpty { text += ", " + suffix }
        return text
    }

    /// Sorts by family name, without case and accents; the particle counts for nothing.
    package var sortKey: String {
        SortKey.of(isOrganization ? literal : "\(family) \(given)")
    }
}

/// The order of words in indices.
package enum SortKey {
    /// Letters without case and accents; `ø`, `ß` and the like as the letters they stand beside.
    ///
    /// The same on every machine, unlike a locale's collation.
    package static func of(_ text: String) -> String {
        if text.utf8.allSatisfy({ $0 < 0x80 }) { return ofASCII(text) }
        var key = String.UnicodeScalarView()
        for scalar in text.lowercased().unicodeScalars {
            if scalar.isASCII {
                if scalar != "'" { key.append(scalar) }
                continue
            }
            switch scalar {
            case "ø", "œ": key.append("o")
            case "æ": key.append(contentsOf: "ae".unicodeScalars)
            case "ß": key.append(contentsOf: "ss".unicodeScalars)
            case "ł": key.append("l")
            case "đ", "ð": key.append("d")
            case "þ": key.append(contentsOf: "th".unicodeScalars)
            case "ı": key.append("i")
            case "’", "‘", "“", "”": break
            default:
                // Canonical decomposition of one letter: its base, without the marks.
                let base = Array(String(scalar).decomposedScalars)
                key.append(
                    contentsOf: base.filter {
                        $0.properties.canonicalCombiningClass == .notReordered
                    })
            }
        }
        return String(key)
    }

    private static func ofASCII(_ text: String) -> String {
        String(unsafeUninitializedCapacity: text.utf8.count) { key in
            var count = 0
            for byte in text.utf8 where byte != UInt8(ascii: "'") {
                key[count] = byte | (byte >= 0x41 && byte <= 0x5A ? 0x20 : 0)
                count += 1
            }
            return count
        }
    }
}

extension Work {
    /// Fields that an entry of its kind should have, and this one lacks.
    var missingFields: [String] {
        var missing: [String] = []
        if title.isEmpty { missing.append("title") }
        if authors.isEmpty, editors.isEmpty, publisher == nil { missing.append("author") }
        if issued == nil { missing.append("year") }
        switch kind {
        case .article: if container == nil { missing.append("journal") }
        case .chapter, .conferencePaper: if container == nil { missing.append("booktitle") }
        case .book: if publisher == nil { missing.append("publisher") }
        case .report: if publisher == nil { missing.append("institution") }
        case .thesis: if publisher == nil { missing.append("school") }
        case .webpage, .preprint, .other: break
        }
        return missing
    }
}
