/// Who publishes a site, and where else it leads: the groups of site.yaml that name others.

import Diagnostics
import Markup

extension FieldReader {
    mutating func contact(_ pair: YAMLNode.Pair) -> String? {
        guard let text = text(pair) else { return nil }
        let parts = text.split(separator: "@", omittingEmptySubsequences: false)
        guard parts.count == 2, !parts[0].isEmpty, parts[1].contains("."), !text.contains(" ")
        else {
            report(
                "site.malformed-contact", "‘contact’ is an e-mail address.", at: pair.value.bytes)
            return nil
        }
        return text
    }

    mutating func organization(_ node: YAMLNode) -> Organization? {
        guard let pairs = pairs(node, for: "organization", example: "{name: The Center}") else {
            return nil
        }
        var organization = Organization(name: "")
        for pair in pairs {
            switch pair.key {
            case "name": organization.name = text(pair) ?? ""
            case "short_name": organization.shortName = text(pair)
            case "url": organization.url = url(pair)
            case "ror": organization.ror = ror(pair)
            case "logo": organization.logo = located(pair)
            case "parent":
                if let parent = self.organization(pair.value) {
                    organization.parents = [parent] + parent.parents
                }
            default:
                unknownKey(
                    pair, known: ["name", "short_name", "url", "ror", "logo", "parent"])
            }
        }
        if organization.name.isEmpty {
            report(
                "site.organization-without-name", "The organization has no ‘name’.", at: node.bytes)
            return nil
        }
        return organization
    }

    private mutating func ror(_ pair: YAMLNode.Pair) -> String? {
        guard let url = url(pair) else { return nil }
        guard url.hasPrefix("https://ror.org/") else {
            report(
                "site.malformed-ror", "A ROR identifier begins with ‘https://ror.org/’.",
                at: pair.value.bytes)
            return nil
        }
        return url
    }

    mutating func link(_ node: YAMLNode, for key: String) -> NavigationLink? {
        guard let pairs = pairs(node, for: key, example: "{text: Topics, url: /topics/}")
        else { return nil }
        var words: String?
        var address: Located<String>?
        for pair in pairs {
            switch pair.key {
            case "text": words = text(pair)
            case "url": address = located(pair)
            default:
                unknownKey(
                    pair, known: ["text", "url"],
                    synonyms: ["name": "text", "title": "text", "href": "url"])
            }
        }
        guard let words, let address else {
            report("site.incomplete-link", "A link needs ‘text’ and ‘url’.", at: node.bytes)
            return nil
        }
        if case .refused(let scheme) = WebAddress.kind(of: address.value) {
            report(
                "link.refused-scheme", "Addresses that begin with ‘\(scheme)’ are not allowed.",
                at: address.bytes)
            return nil
        }
        return NavigationLink(
            text: words, url: address.value, span: SourceSpan(path, address.bytes))
    }
}
