/// What stands behind a name in a byline that was copied: marks of notes, addresses, institutions.
///
/// Each would make another person of the name, who has a page.

import Bytes
import Markup

extension NameForm {
    enum Addition: Equatable {
        /// `*`, `^1^`, `<sup>2</sup>`, `¹`: a mark that leads to a note.
        case mark
        /// `ada@example.org`.
        case address
        /// `(MIT)`.
        case institution(String)
        /// `（Taro Yamada）`: the name in another script.
        case spelling(String)
    }

    /// What stands behind a name, and the name without it; the name is empty where nothing else is there.
    static func addition(to name: String) -> (name: String, addition: Addition)? {
        guard mayHaveAddition(name) else { return nil }
        if let rest = withoutAddress(name) { return (rest, .address) }
        if let match = name.wholeMatch(of: marks) {
            let rest = trimmed(match.output.1)
            // A group may be called "Team X²".
            return rest.contains(" ") ? (rest, .mark) : nil
        }
        if NameScript.isEastAsian(name.prefix(1)) { return eastAsianAddition(to: name) }
        guard let match = name.wholeMatch(of: /(.*\S) \(([^()]+)\)/) else { return nil }
        let (rest, inner) = (String(match.output.1), match.output.2)
        return isInstitution(inner, behind: rest) ? (rest, .institution(String(inner))) : nil
    }

    /// `山田太郎（Taro Yamada）`, `山田太郎（東京大学）`; “（李旭）” behind a name is another one.
    private static func eastAsianAddition(to name: String) -> (name: String, addition: Addition)? {
        guard let match = name.wholeMatch(of: /([^()（）]*[^()（）\s])\s*[(（]([^()（）]+)[)）]/)
        else { return nil }
        let (rest, inner) = (String(match.output.1), match.output.2)
        guard NameScript.isEastAsian(rest), !isEastAsianOrganization(rest) else { return nil }
        if isPerson(inner) { return (rest, .spelling(String(inner))) }
        return isEastAsianOrganization(inner) ? (rest, .institution(String(inner))) : nil
    }

    /// By the last character, and by `@`: nearly no name has any of these.
    private static func mayHaveAddition(_ name: String) -> Bool {
        guard let last = name.unicodeScalars.last, name.utf8.count < 200 else { return false }
        if last.properties.isAlphabetic { return name.contains(byte: UInt8(ascii: "@")) }
        return "^>*)）}$]†‡§¶¹²³⁰⁴⁵⁶⁷⁸⁹".unicodeScalars.contains(last)
            || name.contains(byte: UInt8(ascii: "@"))
    }

    /// The name before an address of mail; empty where there is none.
    private static func withoutAddress(_ name: String) -> String? {
        var words = name.split(separator: " ")
        guard let last = words.popLast() else { return nil }
        let parts = last.filter { !"<>()[],".contains($0) }
            .split(separator: "@", omittingEmptySubsequences: false)
        guard parts.count == 2, !parts[0].isEmpty, parts[1].dropFirst().dropLast().contains(".")
        else { return nil }
        return trimmed(Substring(words.joined(separator: " ")))
    }

    private static var marks: Regex<(Substring, Substring)> {
        #/(.*?[\p{L}.])(?:[\s,]*(?:\^[^\^\s]{1,8}\^|<sup>[^<>]*<\/sup>|\$\^[^$]*\$|\\textsuperscript\{[^{}]*\}|\[\^[^\[\]]+\]|\\?[*†‡§¶¹²³⁰⁴⁵⁶⁷⁸⁹]))+/#
    }

    private static func trimmed(_ name: Substring) -> String {
        String(name.reversed().drop { " ,;:-–—".contains($0) }.reversed())
    }

    /// An abbreviation or a word of organizations behind a person's name; "(Bob)" and "(李旭)" are names, and
    /// an organization may have its own abbreviation behind it.
    private static func isInstitution(_ text: Substring, behind name: String) -> Bool {
        let words = name.split(separator: " ")
        guard (2...4).contains(words.count),
            !words.contains(where: { organizations.contains($0.lowercased()) }),
            words.allSatisfy({ $0.first?.isUppercase ?? false })
        else { return false }
        let inner = text.split(separator: " ")
        if inner.contains(where: { organizations.contains($0.lowercased()) }) { return true }
        guard inner.count == 1, (3...8).contains(text.count),
            text.allSatisfy({ $0.isASCII && $0.isUppercase })
        else { return false }
        let initials = words.compactMap(\.first)
        return !isSubsequence(Array(text), of: initials)
            && !isSubsequence(initials, of: Array(text))
    }

    private static func isSubsequence(_ part: [Character], of whole: [Character]) -> Bool {
        var rest = part[...]
        for character in whole where rest.first == character { rest.removeFirst() }
        return rest.isEmpty
    }

    // MARK: - Lists that were cut

    /// Whether a name is nothing but initials, each with its stop.
    static func isInitials(_ name: String) -> Bool {
        guard name.utf8.count < 12, name.utf8.last == UInt8(ascii: ".") else { return false }
        return name.split(separator: " ").allSatisfy { word in
            word.hasSuffix(".") && word.count < 7
                && word.split(whereSeparator: { ".-‑".contains($0) }).allSatisfy {
                    $0.count == 1 && $0.first?.isUppercase ?? false
                }
        }
    }
}

extension NameForm {
    /// Words for people without names: "the reviewers", "our colleagues at the lab"; "the Example Trust" is a name.
    static func isGroup(_ name: String) -> Bool {
        // Nearly all names begin with a capital.
        guard let byte = name.utf8.first, (0x61...0x7A).contains(byte),
            let space = name.firstIndex(of: " "),
            name[space...].dropFirst().first?.isLowercase ?? false
        else { return false }
        return ["all", "an", "many", "our", "several", "the", "three", "two"]
            .contains(name[..<space])
    }
}
