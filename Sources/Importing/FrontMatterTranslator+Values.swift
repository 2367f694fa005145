/// Values that are more than one text.

import Content
import Diagnostics
import Markup

extension FrontMatterTranslator {
    mutating func readTopics(_ pair: YAMLNode.Pair) {
        var names: [String] = []
        switch pair.value.value {
        case .scalar(let text, _):
            // Jekyll's rule for a text: words; with commas in it, nobody means words.
            names =
                text.contains(",")
                ? text.split(separator: ",").map { String($0).collapsingWhitespace }
                : text.split(separator: " ").map { String($0) }
            if names.count > 1 {
                log.note(
                    "import.topics-split",
                    "‘\(pair.key)’ is one text; it was taken for \(names.count) topics: "
                        + "\(names.joined(separator: ", ")).", at: pair.value.bytes.range)
            }
        case .sequence(let items):
            for item in items {
                if case .scalar(let text, _) = item.value {
                    names.append(text.collapsingWhitespace)
                } else {
                    drop(pair, "one of its items is \(item.kindName).")
                }
            }
        case .mapping: drop(pair, "it is a group of keys, where a list is needed.")
        }
        for name in names where !name.isEmpty {
            guard !topics.contains(where: { $0.collisionKey == name.collisionKey }) else {
                continue
            }
            topics.append(name)
        }
    }

    /// Words of Jekyll's rule, whose addresses have them in the order in which they are given.
    mutating func readCategories(_ pair: YAMLNode.Pair) {
        switch pair.value.value {
        case .scalar(let text, _) where pair.key.lowercased() == "category":
            categories.insert(text.collapsingWhitespace, at: 0)
        case .scalar(let text, _): categories += text.split(separator: " ").map { String($0) }
        case .sequence, .mapping: categories += pair.value.texts.map(\.collapsingWhitespace)
        }
    }

    // MARK: - Values of one kind

    mutating func text(_ pair: YAMLNode.Pair) -> String? {
        guard case .scalar(let text, _) = pair.value.value else {
            drop(pair, "it is \(pair.value.kindName), where a text is needed.")
            return nil
        }
        let trimmed = text.collapsingWhitespace
        return trimmed.isEmpty || pair.value.isNull ? nil : trimmed
    }

    mutating func flag(_ pair: YAMLNode.Pair) -> Bool? {
        if let flag = pair.value.flag { return flag }
        drop(pair, "it is neither true nor false.")
        return nil
    }

    mutating func checked(
        _ key: String, _ pair: YAMLNode.Pair, _ isRight: (String) -> Bool
    ) {
        guard let text = text(pair) else { return }
        if isRight(text) { return set(key, text) }
        drop(pair, "‘\(text)’ does not have the form that ‘\(key)’ needs.")
    }

    mutating func readLanguage(_ pair: YAMLNode.Pair) {
        guard let text = text(pair) else { return }
        if let tag = LanguageName.tag(for: text) {
            language = tag
            return set("language", tag)
        }
        drop(pair, "‘\(text)’ is no language tag.")
    }

    /// `last-modified` and its like, for which Quarto writes the day on which it runs.
    mutating func isMadeByQuarto(_ pair: YAMLNode.Pair) -> Bool {
        guard case .scalar(let text, _) = pair.value.value,
            ["last-modified", "today", "now"].contains(text)
        else { return false }
        log.note(
            "import.key-dropped",
            "‘\(text)’ is the day on which Quarto ran: ‘\(pair.key)’ was left out.",
            at: pair.value.bytes.range)
        return true
    }

    mutating func moment(_ pair: YAMLNode.Pair, whole: Bool = false) -> String? {
        guard let text = text(pair) else { return nil }
        switch ImportedDate(text) {
        case .exact(let moment):
            return whole || moment.time != nil ? moment.rfc3339 : moment.isoDate
        case .withoutZone(let moment):
            log.note(
                "import.date-without-zone",
                "‘\(text)’ has no zone, so nobody can tell which moment it is: "
                    + (whole ? "it was taken for one in UTC." : "only the date was kept."),
                at: pair.value.bytes.range)
            return whole ? moment.rfc3339 : moment.isoDate
        case nil:
            drop(pair, "‘\(text)’ is no date.")
            return nil
        }
    }

    mutating func readSlug(_ pair: YAMLNode.Pair) {
        guard let text = text(pair) else { return }
        slugText = text
        slug = Slug(slugifying: text)
        if slug?.rawValue != text {
            log.note(
                "import.slug-changed",
                "‘\(text)’ cannot be part of an address; it became ‘\(slug?.rawValue ?? "")’.",
                at: pair.value.bytes.range)
        }
    }

    /// What the folder and the name of a file and those imported with it say of its language.
    mutating func readVersion(_ name: PostName, at place: Range<Int>) {
        for (source, tag) in [("folder", surroundings.place?.language), ("name", name.language)] {
            guard language == nil, let tag else { continue }
            language = tag
            set("language", tag)
            log.note(
                "import.language-from-name",
                "The \(source) of the file says that the text is in the language ‘\(tag)’.",
                at: place)
        }
        switch surroundings.version {
        case nil, .original: break
        case .translation(let original): set("translation_of", original)
        case .unknown:
            log.note(
                "import.unknown-original",
                "The text is there in several languages, and nothing says which is the original: "
                    + "give the others a line such as ‘translation_of: original.md’.", at: place)
        }
    }

    mutating func readSeries(_ pair: YAMLNode.Pair) {
        let names = pair.value.texts.map(\.collapsingWhitespace)
        guard let name = names.first, !name.isEmpty else {
            return drop(pair, "a series needs a name.")
        }
        if names.count > 1 { drop(pair, "a page is part of one series; it is in ‘\(name)’ now.") }
        fields.append(("series", "{name: \(YAMLText.scalar(name))}"))
    }
}

extension YAMLNode {
    /// The text of a single value.
    var scalar: String? {
        guard case .scalar(let text, _) = value, !isNull else { return nil }
        return text
    }

    /// The text of a single value, or those of a list.
    var texts: [String] {
        switch value {
        case .scalar(let text, _): [text]
        case .sequence(let items):
            items.compactMap { if case .scalar(let text, _) = $0.value { text } else { nil } }
        case .mapping: []
        }
    }
}
