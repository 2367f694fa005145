/// Someone who wrote a post, as its front matter names them.

import Content
import Diagnostics
import Markup

struct ImportedAuthor: Hashable {
    var name: String
    var url: String?
    var orcid: String?
    var affiliation: String?

    init(name: String) { self.name = name }

    struct Problem {
        let message: String
        let bytes: ByteRange
    }

    static func read(_ pair: YAMLNode.Pair) -> (authors: [ImportedAuthor], problems: [Problem]) {
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
                for pair in pairs {
                    guard case .scalar(let raw, _) = pair.value.value else { continue }
                    let text = raw.collapsingWhitespace
                    switch pair.key.lowercased() {
                    case "name": author.name = text
                    case "affiliation", "organization": author.affiliation = text
                    case "url" where WebAddress.kind(of: text) == .web: author.url = text
                    case "orcid" where Identifier.orcid(text) != nil: author.orcid = text
                    default:
                        problems.append(
                            Problem(
                                message: "‘\(pair.key)’ of an author was left out.",
                                bytes: pair.keyBytes))
                    }
                }
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

    /// Several names in one text, where each of them has a given and a family name.
    private static func split(_ text: String) -> [String] {
        let names = text.replacing(" and ", with: ", ").replacing(" & ", with: ", ")
            .split(separator: ",").map { String($0).collapsingWhitespace }
            .map { $0.hasPrefix("and ") ? String($0.dropFirst(4)) : $0 }
        return names.allSatisfy { $0.contains(" ") } ? names : [text]
    }

    /// What follows `authors:`.
    static func yaml(_ authors: [ImportedAuthor]) -> String {
        let isPlain = authors.allSatisfy {
            $0.url == nil && $0.orcid == nil && $0.affiliation == nil
        }
        guard !isPlain else { return " " + YAMLText.list(authors.map(\.name)) }
        return authors.map { author in
            var lines = ["  - name: " + YAMLText.scalar(author.name)]
            for (key, value) in [
                ("affiliation", author.affiliation), ("orcid", author.orcid), ("url", author.url),
            ] {
                if let value { lines.append("    \(key): " + YAMLText.scalar(value)) }
            }
            return "\n" + lines.joined(separator: "\n")
        }.joined()
    }
}
