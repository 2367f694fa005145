/// The values of front matter that are more than a text.

import Diagnostics
import Markup

extension FieldReader {
    mutating func slug(_ pair: YAMLNode.Pair) -> Located<Slug>? {
        guard let text = text(pair) else { return nil }
        if let slug = Slug(text) { return Located(slug, at: pair.value.bytes) }
        let hint = Slug(slugifying: text)?.rawValue
        report(
            "slug.malformed",
            Slug.isTooLong(text)
                ? "This is too long for a part of an address, which has at most \(Slug.longest) bytes."
                : "‘\(text)’ cannot be part of an address: use lower-case letters, digits and hyphens."
                    + Spelling.hint(hint), at: pair.value.bytes, repair: hint)
        return nil
    }

    mutating func aliases(_ pair: YAMLNode.Pair) -> [Located<String>] {
        texts(pair).compactMap { alias in
            if let path = Self.oldPath(alias.value) { return Located(path, at: alias.bytes) }
            if let part = alias.value.split(separator: "/").first(where: Self.isTooLong) {
                report(
                    "alias.malformed",
                    "‘\(part.prefix(20))…’ is too long for a part of an address, which has at most "
                        + "\(Slug.longest) bytes.",
                    at: alias.bytes)
                return nil
            }
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
        let keys = "date: 2025-01-31, kind: correction, note: …"
        let example = "- {\(keys)}"
        return list(pair, ofGroups: keys).compactMap { item in
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
                // What is there and wrong was told.
                let given = Set(pairs.map(\.key))
                if !given.isSuperset(of: ["date", "kind", "note"]) {
                    report(
                        "revision.incomplete", "A revision needs ‘date’, ‘kind’ and ‘note’.",
                        at: item.bytes)
                }
                return nil
            }
            return Revision(date: date, kind: kind, note: FrontMatterLine(note), section: section)
        }
    }
}
