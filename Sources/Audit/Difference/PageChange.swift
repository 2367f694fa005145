/// What readers would find otherwise on a page.
package struct PageChange: Sendable {
    package struct Fact: Sendable {
        let name: String
        /// `nil` where nothing was said before, or nothing is said any more.
        let before: String?
        let after: String?
    }

    package struct Section: Sendable {
        enum Kind: Sendable {
            case new(words: Int)
            case gone(words: Int)
            /// Under the same heading or a new one. Words count as often as they stand.
            case changed(newWords: Int, goneWords: Int, newLinks: Int, goneLinks: Int)
        }

        /// Empty for what stands above the first heading.
        let heading: String
        /// Where it was another one.
        let oldHeading: String?
        let kind: Kind
    }

    let facts: [Fact]
    let sections: [Section]
    /// Whether the text was taken back, and gives its reason alone.
    let isWithdrawn: Bool
    /// Whether the text of a publication is another, and neither a date nor a revision says so.
    let isUntold: Bool

    var isEmpty: Bool { facts.isEmpty && sections.isEmpty && !isWithdrawn }

    init(from old: ReadPage, to new: ReadPage, isWithdrawn: Bool) {
        let names = old.facts.map(\.name) + new.facts.map(\.name).filter { old.fact($0) == nil }
        facts = names.compactMap { name in
            let (before, after) = (old.fact(name), new.fact(name))
            return before == after ? nil : Fact(name: name, before: before, after: after)
        }
        self.isWithdrawn = isWithdrawn && old.hasWordCount
        sections =
            self.isWithdrawn || !old.hasText || !new.hasText
            ? [] : Self.sections(old.sections, new.sections)
        let isTold =
            new.fact("updated") != old.fact("updated")
            || new.sections.filter(\.isErrata).map(\.text)
                != old.sections.filter(\.isErrata).map(\.text)
        isUntold =
            !isTold && old.fact("date") != nil && new.fact("date") != nil
            && sections.contains(where: \.hasOtherWords)
    }

    /// Pairs sections by the ids of their headings, former ones among them, else by their words; what stands above
    /// the first heading is a pair.
    private static func sections(
        _ old: [ReadPage.Section], _ new: [ReadPage.Section]
    ) -> [Section] {
        var byID: [String: Int] = [:]
        var byHeading: [String: Int] = [:]
        for (index, section) in new.enumerated().dropFirst() {
            for id in section.ids { byID[id] = index }
            if byHeading[section.heading] == nil { byHeading[section.heading] = index }
        }
        var before = [0: old[0]]
        var gone: [Section] = []
        for section in old.dropFirst() {
            let index =
                section.ids.first.flatMap { byID[$0] } ?? byHeading[section.heading]
            if let index, before[index] == nil {
                before[index] = section
            } else {
                gone.append(
                    Section(
                        heading: section.heading, oldHeading: nil,
                        kind: .gone(words: section.words.count)))
            }
        }
        let others = new.enumerated().compactMap { index, section in
            guard let old = before[index] else {
                return Section(
                    heading: section.heading, oldHeading: nil,
                    kind: .new(words: section.words.count))
            }
            return change(old, section)
        }
        // What stands above the first heading is nothing where it has no words.
        return (others + gone).filter { !$0.isNothing }
    }

    private static func change(_ old: ReadPage.Section, _ new: ReadPage.Section) -> Section? {
        let hasNewHeading = old.heading != new.heading
        // To find the words takes longer than all the rest, and most texts are the same.
        let hasNewWords = old.text != new.text && old.words != new.words
        guard hasNewHeading || hasNewWords || old.links != new.links else { return nil }
        return Section(
            heading: new.heading, oldHeading: hasNewHeading ? old.heading : nil,
            kind: .changed(
                newWords: count(new.words, without: old.words),
                goneWords: count(old.words, without: new.words),
                newLinks: count(new.links, without: old.links),
                goneLinks: count(old.links, without: new.links)))
    }

    /// How many values `others` does not have as often.
    private static func count<Value: Hashable>(_ values: [Value], without others: [Value]) -> Int {
        var rest: [Value: Int] = [:]
        for value in others { rest[value, default: 0] += 1 }
        return values.count { value in
            guard let count = rest[value], count > 0 else { return true }
            rest[value] = count - 1
            return false
        }
    }
}

extension PageChange.Section {
    fileprivate var hasOtherWords: Bool {
        switch kind {
        case .new, .gone: true
        case .changed(let new, let gone, _, _): new + gone > 0
        }
    }

    fileprivate var isNothing: Bool {
        switch kind {
        case .new(words: 0), .gone(words: 0): heading.isEmpty
        case .new, .gone, .changed: false
        }
    }
}
