/// Someone who wrote a post, as its front matter names them.

import Content
import Diagnostics
import Markup

struct ImportedAuthor: Hashable {
    var name: String
    var url: String?
    var orcid: String?
    var affiliation: String?
    var role: String?
    var isCorresponding = false
    var isEqual = false
    var isOrganization = false

    init(name: String) { self.name = name }

    struct Problem {
        let message: String
        let bytes: ByteRange
    }

    /// - Parameters:
    ///   - pair: `author` or `authors`, in any of their forms.
    ///   - institutions: Names of affiliations by the keys that authors may give.
    /// - Returns: All that could be read, and what is to be said of it.
    static func read(
        _ pair: YAMLNode.Pair, _ institutions: [String: String] = [:]
    ) -> (authors: [ImportedAuthor], problems: [Problem]) {
        var authors: [ImportedAuthor] = []
        var problems: [Problem] = []
        func add(_ node: YAMLNode, isAlone: Bool) {
            switch node.value {
            case .scalar(let text, _):
                let names = isAlone ? split(text.collapsingWhitespace) : [text.collapsingWhitespace]
                if names.count > 1 {
                    problems.append(
                        Problem(
                            message: "‘\(text)’ was taken for \(names.count) people: "
                                + names.joined(separator: "; ") + ".", bytes: node.bytes))
                }
                for name in names where !name.isEmpty {
                    authors.append(ImportedAuthor(name: name))
                    if !name.contains(" ") {
                        problems.append(
                            Problem(
                                message:
                                    "‘\(name)’ may be the key of a record elsewhere: write the "
                                    + "whole name.", bytes: node.bytes))
                    }
                }
            case .mapping(let pairs):
                var author = ImportedAuthor(name: "")
                for pair in pairs { author.read(pair, institutions, &problems) }
                if author.name.isEmpty {
                    problems.append(
                        Problem(
                            message: "An author without a name was left out.", bytes: node.bytes)
                    )
                } else {
                    authors.append(author)
                }
            case .sequence(let items): for item in items { add(item, isAlone: false) }
            }
        }
        add(pair.value, isAlone: true)
        return (authors, problems)
    }

    /// One key of a group.
    private mutating func read(
        _ pair: YAMLNode.Pair, _ institutions: [String: String], _ problems: inout [Problem]
    ) {
        let key = pair.key.lowercased()
        switch (key, pair.value.value) {
        case ("name", .mapping(let parts)):
            // Quarto's parts of a name.
            let texts = [
                "given", "dropping-particle", "non-dropping-particle", "family", "literal",
            ]
            .compactMap { key in parts.first { $0.key == key }.flatMap { $0.value.scalar } }
            name = texts.joined(separator: " ").collapsingWhitespace
        case ("attributes", .mapping(let flags)):
            for flag in flags { read(flag, institutions, &problems) }
        case ("affiliation", _), ("affiliations", _):
            let names = Self.affiliations(pair.value, institutions)
            if !names.isEmpty { affiliation = names.joined(separator: "; ") }
        case (_, .scalar(let raw, _)):
            if !read(key, raw.collapsingWhitespace) {
                problems.append(
                    Problem(
                        message: "‘\(pair.key)’ of an author was left out.", bytes: pair.keyBytes))
            }
        case (_, .mapping), (_, .sequence):
            problems.append(
                Problem(message: "‘\(pair.key)’ of an author was left out.", bytes: pair.keyBytes))
        }
    }

    /// `false` for what we have no key for.
    private mutating func read(_ key: String, _ text: String) -> Bool {
        let flag = YAMLNode.flag(text)
        switch key {
        case "name": name = text
        case "role": role = text
        case "organization" where flag != nil: isOrganization = flag == true
        case "organization": affiliation = text
        case "url" where WebAddress.kind(of: text) == .web: url = text
        case "orcid" where Identifier.orcid(text) != nil: orcid = text
        case "corresponding" where flag != nil: isCorresponding = flag == true
        case "equal" where flag != nil, "equal-contributor" where flag != nil:
            isEqual = flag == true
        default: return text.isEmpty
        }
        return true
    }

    /// The institutions that a front matter of Quarto's defines for its authors.
    static func institutions(_ node: YAMLNode) -> [String: String] {
        var names: [String: String] = [:]
        guard case .sequence(let items) = node.value else { return names }
        for case .mapping(let pairs) in items.map(\.value) {
            guard let id = pairs.first(where: { $0.key == "id" })?.value.scalar,
                let name = institution(pairs)
            else { continue }
            names[id] = name
        }
        return names
    }

    private static func institution(_ pairs: [YAMLNode.Pair]) -> String? {
        let parts = ["department", "name"].compactMap { key in
            pairs.first { $0.key == key }?.value.scalar?.collapsingWhitespace
        }.filter { !$0.isEmpty }
        return parts.isEmpty ? nil : parts.joined(separator: ", ")
    }

    private static func affiliations(
        _ node: YAMLNode, _ institutions: [String: String]
    ) -> [String] {
        switch node.value {
        case .scalar(let text, _):
            let name = text.collapsingWhitespace
            return name.isEmpty ? [] : [institutions[name] ?? name]
        case .mapping(let pairs):
            if let key = pairs.first(where: { $0.key == "ref" })?.value.scalar {
                return [institutions[key] ?? key]
            }
            return [institution(pairs)].compactMap(\.self)
        case .sequence(let items):
            // One level: an affiliation is no list of others.
            return items.flatMap { item in
                if case .sequence = item.value { return [String]() }
                return affiliations(item, institutions)
            }
        }
    }

    /// Several names in one text, where each of them has a given and a family name.
    private static func split(_ text: String) -> [String] {
        let names = text.replacing(" and ", with: ", ").replacing(" & ", with: ", ")
            .split(separator: ",").map { String($0).collapsingWhitespace }
            .map { $0.hasPrefix("and ") ? String($0.dropFirst(4)) : $0 }
        return names.allSatisfy { $0.contains(" ") } ? names : [text]
    }

    /// What follows `authors:`.
    static func yaml(_ authors: [ImportedAuthor]) -> String {
        let isPlain = authors.allSatisfy { $0 == ImportedAuthor(name: $0.name) }
        guard !isPlain else { return " " + YAMLText.list(authors.map(\.name)) }
        return authors.map { author in
            var lines = ["  - name: " + YAMLText.scalar(author.name)]
            for (key, value) in [
                ("role", author.role), ("affiliation", author.affiliation),
                ("orcid", author.orcid), ("url", author.url),
            ] {
                if let value { lines.append("    \(key): " + YAMLText.scalar(value)) }
            }
            for (key, isSet) in [
                ("corresponding", author.isCorresponding), ("equal", author.isEqual),
                ("organization", author.isOrganization),
            ] where isSet { lines.append("    \(key): true") }
            return "\n" + lines.joined(separator: "\n")
        }.joined()
    }
}
