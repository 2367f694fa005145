/// The values of front matter that are more than a text.

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
        // Names are matched with people by the same key.
        var known: [String: (name: String, orcid: String?)] = [:]
        for author in authors {
            let name = author.name.value
            let other = known.updateValue((name, author.orcid), forKey: name.collisionKey)
            // Two ORCID iDs are two people.
            if let other, other.orcid == nil || author.orcid == nil || other.orcid == author.orcid {
                let reason = other.name == name ? "." : ": ‘\(other.name)’ is the same person."
                report(
                    "author.repeated", "‘\(name)’ is named twice\(reason)", at: author.name.bytes)
            }
            reportInvisible(in: author.name)
            if NameForm.isRest(name) {
                report(
                    "author.several",
                    "‘\(name)’ stands for names: write each author as an item of the list.",
                    at: author.name.bytes)
                continue
            }
            guard !author.isOrganization else { continue }
            if let rest = NameForm.withoutJoint(name) {
                report(
                    "author.joint",
                    "‘\(name)’ begins with the word that joins names: write ‘\(rest)’.",
                    at: author.name.bytes, repair: rest)
            } else if NameForm.isSeveral(name) {
                report(
                    "author.several",
                    "‘\(name)’ looks like several people: write each as an item of the list. An "
                        + "organization has ‘organization: true’.", at: author.name.bytes,
                    severity: .warning)
            } else if let upright = NameForm.upright(name) {
                report(
                    "author.inverted",
                    "‘\(name)’ stands in the byline as it is written: write ‘\(upright)’. An "
                        + "organization has ‘organization: true’.", at: author.name.bytes,
                    repair: upright, severity: .warning)
            }
        }
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
        for item in list(pair) {
            guard let pairs = pairs(item, for: "acknowledgements", example: example) else {
                continue
            }
            var group = AcknowledgementGroup(people: [], reason: nil, kind: .other)
            for pair in pairs {
                switch pair.key {
                case "people": group.people = texts(pair)
                case "for": group.reason = reason(pair)
                case "kind":
                    if let kind = choice(pair, AcknowledgementGroup.Kind.self) { group.kind = kind }
                default:
                    unknownKey(
                        pair, known: ["people", "for", "kind"],
                        synonyms: ["reason": "for", "names": "people"])
                }
            }
            if group.people.isEmpty {
                report(
                    "acknowledgements.nobody", "This group of acknowledgements names no ‘people’.",
                    at: item.bytes)
            }
            var named: Set<String> = []
            for person in group.people {
                reportInvisible(in: person)
                guard !named.insert(person.value.collisionKey).inserted else { continue }
                report(
                    "acknowledgements.repeated", "‘\(person.value)’ is thanked twice in one group.",
                    at: person.bytes)
            }
            groups.append(group)
        }
        return groups
    }

    /// The reason completes "We thank … for": without that word, and without a stop.
    private mutating func reason(_ pair: YAMLNode.Pair) -> String? {
        guard var reason = text(pair) else { return nil }
        if reason.lowercased().hasPrefix("for ") { reason = String(reason.dropFirst(4)) }
        if reason.hasSuffix(".") { reason = String(reason.dropLast()) }
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

    mutating func slug(_ pair: YAMLNode.Pair) -> Located<Slug>? {
        guard let text = text(pair) else { return nil }
        if let slug = Slug(text) { return Located(slug, at: pair.value.bytes) }
        let hint = Slug(slugifying: text)?.rawValue
        report(
            "slug.malformed",
            "‘\(text)’ cannot be part of an address: use lower-case letters, digits and hyphens."
                + Spelling.hint(hint), at: pair.value.bytes, repair: hint)
        return nil
    }

    mutating func aliases(_ pair: YAMLNode.Pair) -> [Located<String>] {
        texts(pair).compactMap { alias in
            if let path = Self.oldPath(alias.value) { return Located(path, at: alias.bytes) }
            let encoded = alias.value.replacing(" ", with: "%20")
            let repair = Self.oldPath(encoded) == nil ? nil : encoded
            report(
                "alias.malformed",
                "‘\(alias.value)’ is no address of this site: an alias is a path such as "
                    + "‘\(repair ?? "/old/place/")’.", at: alias.bytes, repair: repair)
            return nil
        }
    }

    mutating func series(_ pair: YAMLNode.Pair) -> SeriesPart? {
        guard let pairs = pairs(pair.value, for: "series", example: "{name: On data, part: 1}")
        else { return nil }
        var name: Located<String>?
        var part: Int?
        for pair in pairs {
            switch pair.key {
            case "name": name = located(pair)
            case "part": part = number(pair, in: 1...10_000)
            default: unknownKey(pair, known: ["name", "part"])
            }
        }
        guard let name else {
            report("series.missing-name", "The series has no ‘name’.", at: pair.value.bytes)
            return nil
        }
        return SeriesPart(name: name, part: part)
    }

    mutating func image(_ pair: YAMLNode.Pair) -> HeroImage? {
        guard
            let pairs = pairs(pair.value, for: "image", example: "{src: wall.png, alt: A wall}")
        else { return nil }
        var source: Located<String>?
        var alt: String?
        var caption: String?
        var credit: String?
        var isDecorative = false
        for pair in pairs {
            switch pair.key {
            case "src": source = located(pair)
            case "alt":
                if case .scalar("", _) = pair.value.value { alt = "" } else { alt = text(pair) }
            case "caption": caption = prose(pair)
            case "credit": credit = prose(pair)
            case "decorative": isDecorative = flag(pair) ?? false
            default:
                unknownKey(
                    pair, known: ["src", "alt", "caption", "credit", "decorative"],
                    synonyms: ["path": "src", "file": "src", "url": "src"])
            }
        }
        guard let source else {
            report("image.missing-source", "The image has no ‘src’.", at: pair.value.bytes)
            return nil
        }
        if alt?.isEmpty ?? true, !isDecorative {
            report(
                "image.missing-alt",
                "The image has no ‘alt’ that says what it shows; one that shows nothing needs "
                    + "‘decorative: true’.", at: source.bytes)
        }
        return HeroImage(source: source, alt: alt ?? "", caption: caption, credit: credit)
    }

    mutating func revisions(_ pair: YAMLNode.Pair) -> [Revision] {
        let example = "- {date: 2025-01-31, kind: correction, note: …}"
        return list(pair).compactMap { item in
            guard let pairs = pairs(item, for: "revisions", example: example) else { return nil }
            var date: Moment?
            var kind: Revision.Kind?
            var note: Located<String>?
            var section: Located<String>?
            for pair in pairs {
                switch pair.key {
                case "date": date = moment(pair)?.value
                case "kind": kind = choice(pair, Revision.Kind.self)
                case "note": note = line(pair)
                case "section":
                    section = located(pair).map {
                        Located(
                            $0.value.hasPrefix("#") ? String($0.value.dropFirst()) : $0.value,
                            at: $0.bytes)
                    }
                default: unknownKey(pair, known: ["date", "kind", "note", "section"])
                }
            }
            guard let date, let kind, let note else {
                report(
                    "revision.incomplete", "A revision needs ‘date’, ‘kind’ and ‘note’.",
                    at: item.bytes)
                return nil
            }
            return Revision(date: date, kind: kind, note: FrontMatterLine(note), section: section)
        }
    }
}
