/// What in a name is no part of it, and which of two names is most likely the other one misspelled.

import Bytes
import Diagnostics
import Markup

extension NameForm {
    /// Before a name, without full stops.
    private static let titles: Set<String> = [
        "dr", "prof", "professor", "mr", "mrs", "ms", "mx", "dr-ing", "hc",
    ]
    /// Behind a name, without full stops.
    private static let degrees: Set<String> = [
        "phd", "dphil", "msc", "bsc", "mba", "mph", "md", "jd", "edd", "llm",
    ]

    /// A name without the “and” before it, as `[Ada Okafor, and Bo Li]` leaves one; `nil` for one without.
    package static func withoutJoint(_ name: String) -> String? {
        for joint in ["and ", "& "] where name.hasPrefix(joint) {
            return String(name.dropFirst(joint.count))
        }
        return nil
    }

    /// A name without the titles before it and the degrees behind it.
    ///
    /// - Parameter name: As a byline has it.
    /// - Returns: `nil` for a name that has none, for an organization, and where less than two words would be left.
    package static func withoutTitles(_ name: String) -> String? {
        if let rest = withoutTitlesBeyondLatin(name) { return rest }
        guard mayHaveTitles(name) else { return nil }
        let words = name.split(separator: " ")
        var rest = words[...]
        while let first = rest.first, titles.contains(plain(first)) { rest.removeFirst() }
        while let last = rest.last, last.count(where: \.isUppercase) > 1,
            degrees.contains(plain(last))
        {
            rest.removeLast()
        }
        guard rest.count < words.count, rest.count > 1,
            !rest.contains(where: { organizations.contains(plain($0)) })
        else { return nil }
        let upright = rest.joined(separator: " ")
        return upright.hasSuffix(",") ? String(upright.dropLast()) : upright
    }

    /// By a look at two letters of the first word and the capitals of the last: nearly no name has a title.
    private static func mayHaveTitles(_ name: String) -> Bool {
        name.withUTF8Bytes { bytes in
            guard bytes.count > 2 else { return false }
            let start = (bytes[0] | 0x20, bytes[1] | 0x20)
            if "dpmh".utf8.contains(start.0), "rsxc".utf8.contains(start.1) { return true }
            var capitals = 0
            var index = bytes.count - 1
            while index > 0, bytes[index] != UInt8(ascii: " ") {
                if (0x41...0x5A).contains(bytes[index]) { capitals += 1 }
                index -= 1
            }
            return capitals > 1
        }
    }

    private static func plain(_ word: Substring) -> String {
        word.lowercased().filter { $0 != "." && $0 != "," }
    }

    /// Whether one name is most likely another with a slip in it: all words but one are the same, and that one has
    /// one letter too many, too few, wrong or exchanged with the next.
    ///
    /// Names have few letters, and many are one apart: a short word, its first letter and its last (Jon and Joe,
    /// Ryan and Bryan, Maria and Marie, Daniel and Daniela, Peter and Peters) tell two people apart.
    ///
    /// - Parameters:
    ///   - name: Without capital letters.
    ///   - other: Likewise.
    /// - Returns: `false` for names that may well be those of two people.
    package static func isSlip(_ name: String, for other: String) -> Bool {
        let (words, others) = (name.split(separator: " "), other.split(separator: " "))
        guard words.count > 1, words.count == others.count else { return false }
        let changed = zip(words, others).filter { $0 != $1 }
        guard changed.count == 1, let (word, meant) = changed.first else { return false }
        let (a, b) = (Array(word.unicodeScalars), Array(meant.unicodeScalars))
        guard min(a.count, b.count) >= shortest, a.first == b.first,
            a.dropLast() != b.dropLast(), a.dropLast() != b[...], a[...] != b.dropLast(),
            !areGivenNames(word, meant),
            (a + b).allSatisfy({ $0.properties.isAlphabetic })
        else { return false }
        return Spelling.isOneStep(a, b)
    }

    /// Letters of a word that may have a slip in it.
    private static let shortest = 5

    /// Christian and Christina, Marian and Marina.
    private static func areGivenNames(_ a: Substring, _ b: Substring) -> Bool {
        a.hasSuffix("ian") && b.hasSuffix("ina") || a.hasSuffix("ina") && b.hasSuffix("ian")
    }
}
