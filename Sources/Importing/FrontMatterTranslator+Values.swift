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

    mutating func readSlug(_ pair: YAMLNode.Pair) {
        guard let text = text(pair) else { return }
        slug = Slug(slugifying: text)
        if slug?.rawValue != text {
            log.note(
                "import.slug-changed",
                "‘\(text)’ cannot be part of an address; it became ‘\(slug?.rawValue ?? "")’.",
                at: pair.value.bytes.range)
        }
    }

    /// What the name of a file and those imported with it say of its language.
    mutating func readVersion(_ name: FileName, at place: Range<Int>) {
        if language == nil, let tag = name.language {
            language = tag
            set("language", tag)
            log.note(
                "import.language-from-name",
                "The name of the file says that the text is in the language ‘\(tag)’.", at: place)
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

    /// Old addresses lead to the new one.
    mutating func readAliases(_ pair: YAMLNode.Pair) {
        var texts: [String] = []
        switch pair.value.value {
        case .scalar(let text, _): texts = [text]
        case .sequence(let items):
            for case .scalar(let text, _) in items.map(\.value) { texts.append(text) }
        case .mapping: break
        }
        for text in texts {
            let path = text.hasPrefix("/") ? text : "/" + text
            let isPath =
                !path.contains { ":?#\\\"<>".contains($0) || $0.isWhitespace } && path.count > 1
                && !path.split(separator: "/").contains { $0.hasPrefix(".") }
            if isPath {
                if !aliases.contains(path) { aliases.append(path) }
            } else {
                drop(pair, "‘\(text)’ is no address, but perhaps a pattern for one.")
            }
        }
        if texts.isEmpty { drop(pair, "it holds no address.") }
    }

    mutating func readSeries(_ pair: YAMLNode.Pair) {
        var names: [String] = []
        switch pair.value.value {
        case .scalar(let text, _): names = [text.collapsingWhitespace]
        case .sequence(let items):
            for case .scalar(let text, _) in items.map(\.value) {
                names.append(text.collapsingWhitespace)
            }
        case .mapping: break
        }
        guard let name = names.first, !name.isEmpty else {
            return drop(pair, "a series needs a name.")
        }
        if names.count > 1 { drop(pair, "a page is part of one series; it is in ‘\(name)’ now.") }
        fields.append(("series", "{name: \(YAMLText.scalar(name))}"))
    }

    mutating func readImage(_ pair: YAMLNode.Pair) {
        var values = ["src": "", "alt": "", "caption": "", "credit": ""]
        if case .mapping(let pairs) = pair.value.value {
            for inner in pairs {
                let key =
                    ["image", "path", "url", "src", "feature"].contains(inner.key)
                    ? "src" : inner.key
                if case .scalar(let text, _) = inner.value.value, values[key] != nil {
                    values[key] = text.collapsingWhitespace
                }
            }
        } else if case .scalar(let text, _) = pair.value.value {
            values["src"] = text
        } else if case .sequence(let items) = pair.value.value,
            case .scalar(let text, _)? = items.first?.value
        {
            values["src"] = text
        }
        let source = values["src"] ?? ""
        guard let alt = values["alt"], !alt.isEmpty else {
            return drop(pair, "an image needs an ‘alt’ that says what ‘\(source)’ shows.")
        }
        guard let found = surroundings.file(source) else {
            return drop(pair, "the file ‘\(source)’ was not found.")
        }
        let file = ImportedPost.File(found, namedBy: source)
        files.append(file)
        let parts = [
            ("src", file.name), ("alt", alt), ("caption", values["caption"] ?? ""),
            ("credit", values["credit"] ?? ""),
        ]
        fields.append(
            (
                "image",
                "{"
                    + parts.filter { !$0.1.isEmpty }.map { "\($0.0): \(YAMLText.scalar($0.1))" }
                    .joined(separator: ", ") + "}"
            ))
    }
}
