/// Who wrote a page, who is thanked for it, and who paid.

import Diagnostics
import Markup

extension FieldReader {
    mutating func authors(_ pair: YAMLNode.Pair) -> [Author] {
        var authors: [Author] = []
        for item in list(pair, atMost: 500) {
            guard case .mapping(let pairs) = item.value else {
                if let name = text(item, for: "authors") {
                    authors.append(Author(name: Located(name, at: item.bytes)))
                }
                continue
            }
            if let author = author(pairs, at: item.bytes) { authors.append(author) }
        }
        checkNames(of: authors)
        return authors
    }

    private mutating func checkNames(of authors: [Author]) {
        var known = NameList()
        for (index, author) in authors.enumerated() {
            let name = author.name.value
            let other = known.enter(name, as: index).map { authors[$0] }
            // Two ORCID iDs are two people.
            if let other, other.orcid == nil || author.orcid == nil || other.orcid == author.orcid {
                let other = other.name.value
                let reason = other == name ? "." : ": ‘\(other)’ is the same person."
                report(
                    "author.repeated", "‘\(name)’ is named twice\(reason)", at: author.name.bytes)
            }
            reportInvisible(in: author.name)
            if NameForm.isRest(name) || !author.isOrganization && NameForm.hasRest(name) {
                report(
                    "author.several",
                    "‘\(name)’ stands for names: write each author as an item of the list.",
                    at: author.name.bytes)
                continue
            }
            guard !author.isOrganization else { continue }
            checkForm(of: author.name, isAuthor: true)
        }
        checkInitials(authors.map(\.name))
    }

    private mutating func reportInvisible(in name: Located<String>) {
        guard let scalar = NameForm.invisible(in: name.value) else { return }
        let visible = String(
            String.UnicodeScalarView(name.value.unicodeScalars.filter { $0 != scalar }))
        report(
            "front-matter.control-character",
            "This name holds the character \(ControlCharacter.name(scalar)), which nobody sees, and would be "
                + "another person than ‘\(visible)’. Delete it.", at: name.bytes, repair: visible)
    }

    private mutating func author(_ pairs: [YAMLNode.Pair], at bytes: ByteRange) -> Author? {
        var author = Author(name: Located("", at: bytes))
        for pair in pairs {
            switch pair.key {
            case "name": if let name = located(pair) { author.name = name }
            case "role": author.role = text(pair)
            case "affiliation": author.affiliations = affiliations(pair)
            case "orcid": author.orcid = orcid(pair)
            case "url": author.url = url(pair)
            case "equal": author.isEqualContributor = flag(pair) ?? false
            case "corresponding": author.isCorresponding = flag(pair) ?? false
            case "organization": author.isOrganization = flag(pair) ?? false
            case "contributions": author.contributions = contributions(pair)
            default:
                unknownKey(
                    pair,
                    known: [
                        "name", "role", "affiliation", "orcid", "url", "equal", "corresponding",
                        "contributions", "organization",
                    ])
            }
        }
        guard !author.name.value.isEmpty else {
            report("author.missing-name", "This author has no ‘name’.", at: bytes)
            return nil
        }
        return author
    }

    /// One, or a list.
    mutating func affiliations(_ pair: YAMLNode.Pair) -> [String] {
        if case .sequence = pair.value.value { return texts(pair).map(\.value) }
        return text(pair).map { [$0] } ?? []
    }

    private mutating func contributions(_ pair: YAMLNode.Pair) -> [String] {
        var roles: [String] = []
        for text in texts(pair) {
            if let role = ContributorRole.normalized(text.value) {
                roles.append(role)
                continue
            }
            let hint = Spelling.closest(
                to: text.value, in: ContributorRole.segments.keys.sorted())
            report(
                "author.unknown-contribution",
                "‘\(text.value)’ is no role of the CRediT taxonomy.\(Spelling.hint(hint))",
                at: text.bytes, repair: hint)
        }
        return roles
    }

    mutating func acknowledgements(_ pair: YAMLNode.Pair) -> [AcknowledgementGroup] {
        let example = "- people: [Ada Example]\n    for: her comments"
        var groups: [AcknowledgementGroup] = []
        for item in list(
            pair,
            ofGroups: "people: [Ada Example], for: her comments",
            advice: " Thanks in words are a section ‘## Acknowledgements’ of the text.")
        {
            guard let pairs = pairs(item, for: "acknowledgements", example: example) else {
                continue
            }
            var group = AcknowledgementGroup(people: [], reason: nil, kind: .other)
            var mayNameNobody = true
            for pair in pairs {
                switch pair.key {
                case "people":
                    let mistakes = diagnostics.count
                    group.people = texts(pair)
                    mayNameNobody = diagnostics.count == mistakes
                case "for": group.reason = reason(pair)
                case "kind":
                    if let kind = choice(pair, AcknowledgementGroup.Kind.self) { group.kind = kind }
                default:
                    unknownKey(
                        pair, known: ["people", "for", "kind"],
                        synonyms: ["reason": "for", "names": "people"])
                }
            }
            if group.people.isEmpty, mayNameNobody {
                report(
                    "acknowledgements.nobody", "This group of acknowledgements names no ‘people’.",
                    at: item.bytes)
            }
            var named = NameList()
            for (index, person) in group.people.enumerated() {
                reportInvisible(in: person)
                checkForm(of: person, isAuthor: false)
                guard named.enter(person.value, as: index) != nil else { continue }
                report(
                    "acknowledgements.repeated", "‘\(person.value)’ is thanked twice in one group.",
                    at: person.bytes)
            }
            checkInitials(group.people)
            groups.append(group)
        }
        return groups
    }

    /// The reason completes "We thank … for": without that word, and without a stop.
    private mutating func reason(_ pair: YAMLNode.Pair) -> String? {
        guard var reason = text(pair) else { return nil }
        if reason.prefix(4).lowercased() == "for " { reason = String(reason.dropFirst(4)) }
        if reason.utf8.last == UInt8(ascii: ".") { reason = String(reason.dropLast()) }
        return reason
    }

    mutating func funders(_ pair: YAMLNode.Pair) -> [Funder] {
        var funders: [Funder] = []
        for item in list(pair) {
            if case .scalar = item.value {
                if let name = text(item, for: "funders") {
                    funders.append(Funder(name: name, award: nil))
                }
                continue
            }
            guard let pairs = pairs(item, for: "funders", example: "- name: A Foundation") else {
                continue
            }
            var funder = Funder(name: "", award: nil)
            for pair in pairs {
                switch pair.key {
                case "name": funder.name = text(pair) ?? ""
                case "award": funder.award = text(pair)
                default: unknownKey(pair, known: ["name", "award"])
                }
            }
            if funder.name.isEmpty {
                report("funder.missing-name", "This funder has no ‘name’.", at: item.bytes)
            } else {
                funders.append(funder)
            }
        }
        return funders
    }
}

/// Names of one list by the key that they are matched with people by.
///
/// A byline and thanks have a few each: to compare these takes less than a hash of each, which lists of hundreds have.
private struct NameList {
    private static let few = 32
    private var entries: [(key: String, number: Int)] = []
    private var others: [String: Int] = [:]

    /// Enters a name under a number, and returns the last number of the same name.
    mutating func enter(_ name: String, as number: Int) -> Int? {
        let key = name.collisionKey
        for index in entries.indices
        where entries[index].key.utf8.count == key.utf8.count && entries[index].key == key {
            defer { entries[index].number = number }
            return entries[index].number
        }
        guard entries.count == Self.few else {
            entries.append((key, number))
            return nil
        }
        return others.updateValue(number, forKey: key)
    }
}
