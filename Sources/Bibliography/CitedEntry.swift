/// A work as one page cites it, told apart from the other works of that page (APA 7, sections 8.17
/// to 8.21).

package struct CitedEntry: Sendable {
    package let work: Work
    /// `a`, `b` … where a page cites two works of the same authors and year.
    package internal(set) var yearSuffix = ""
    /// Whether another first author of the page has the same family name.
    package internal(set) var needsInitials = false
    /// How many authors stand before "et al.".
    package internal(set) var namesShown = 1

    /// Authors, else editors.
    var people: [PersonName] { work.authors.isEmpty ? work.editors : work.authors }

    /// The entries of a page's works, by key.
    ///
    /// The works come in the order of the list, in which the letters of years are given.
    static func entries(of works: [Work], _ style: AuthorDateStyle) -> [String: CitedEntry] {
        var entries = works.map { CitedEntry(work: $0) }
        tellFamiliesApart(&entries)
        tellGroupsApart(&entries, style)
        // The same names and year: letters in the order of the list.
        for members in groups(entries.indices, by: { style.label(entries[$0]) })
        where members.count > 1 {
            for (number, index) in members.enumerated() {
                entries[index].yearSuffix = letters(number)
            }
        }
        return Dictionary(entries.map { ($0.work.key, $0) }) { first, _ in first }
    }

    /// First authors of the same family name with different initials.
    private static func tellFamiliesApart(_ entries: inout [CitedEntry]) {
        var initials: [String: Set<String>] = [:]
        for entry in entries {
            guard let first = entry.people.first, !first.isOrganization else { continue }
            initials[first.familyWithParticle, default: []].insert(first.initials)
        }
        for index in entries.indices {
            guard let first = entries[index].people.first else { continue }
            entries[index].needsInitials = (initials[first.familyWithParticle]?.count ?? 0) > 1
        }
    }

    /// Works of different groups that would both be "Kapoor et al., 2017": as many names as it
    /// takes.
    private static func tellGroupsApart(_ entries: inout [CitedEntry], _ style: AuthorDateStyle) {
        for members in groups(entries.indices, by: { style.label(entries[$0]) })
        where members.count > 1 {
            let names = members.map { entries[$0].people.map(\.inverted) }
            for (position, index) in members.enumerated() {
                let own = names[position]
                let shared = names.filter { $0 != own }.map { other in
                    zip(own, other).prefix { $0 == $1 }.count
                }.max()
                if let shared { entries[index].namesShown = min(shared + 1, own.count) }
            }
        }
    }

    /// Runs of indices with the same label, each in order.
    private static func groups(
        _ indices: Range<Int>, by label: (Int) -> String
    ) -> [[Int]] {
        var places: [String: Int] = [:]
        var groups: [[Int]] = []
        for index in indices {
            let label = label(index)
            if let place = places[label] {
                groups[place].append(index)
            } else {
                places[label] = groups.count
                groups.append([index])
            }
        }
        return groups
    }

    /// The letter of a year, from `a` to `z`; then `aa` and so on.
    private static func letters(_ number: Int) -> String {
        let letter = String(Character(Unicode.Scalar(UInt8(ascii: "a") + UInt8(number % 26))))
        return number < 26 ? letter : letters(number / 26 - 1) + letter
    }
}
