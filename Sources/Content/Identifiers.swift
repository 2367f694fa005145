/// Forms of identifiers that front matter holds.

package enum Identifier {
    /// The bare ORCID iD of `0000-0002-1825-0097` or its URL, when its check digit is right
    /// (ISO 7064, MOD 11-2).
    package static func orcid(_ text: String) -> String? {
        var bare = text[...]
        for prefix in ["https://orcid.org/", "http://orcid.org/", "orcid.org/"]
        where bare.hasPrefix(prefix) {
            bare = bare.dropFirst(prefix.count)
        }
        let groups = bare.split(separator: "-", omittingEmptySubsequences: false)
        guard groups.count == 4, groups.allSatisfy({ $0.utf8.count == 4 }) else { return nil }
        var total = 0
        let signs = Array(groups.joined().utf8)
        for digit in signs.dropLast() {
            guard (0x30...0x39).contains(digit) else { return nil }
            total = (total + Int(digit - 0x30)) * 2
        }
        let check = (12 - total % 11) % 11
        let expected = check == 10 ? UInt8(ascii: "X") : UInt8(0x30 + check)
        return signs.last == expected ? String(bare) : nil
    }

    package static func url(ofORCID orcid: String) -> String { "https://orcid.org/" + orcid }

    /// Licences that a publication is likely to have, as the SPDX list names them.
    static let licenses = [
        "CC-BY-4.0", "CC-BY-SA-4.0", "CC-BY-NC-4.0", "CC-BY-ND-4.0", "CC-BY-NC-SA-4.0",
        "CC-BY-NC-ND-4.0", "CC-BY-3.0", "CC-BY-SA-3.0", "CC0-1.0", "MIT", "Apache-2.0",
        "BSD-2-Clause", "BSD-3-Clause", "GPL-2.0-only", "GPL-2.0-or-later", "GPL-3.0-only",
        "GPL-3.0-or-later", "LGPL-2.1-or-later", "LGPL-3.0-or-later", "AGPL-3.0-only",
        "AGPL-3.0-or-later", "MPL-2.0", "ISC", "Unlicense", "0BSD", "GFDL-1.3-or-later", "ODbL-1.0",
        "ODC-By-1.0", "PDDL-1.0", "OGL-UK-3.0", "CC-BY-2.0", "CC-BY-2.5", "CC-BY-SA-2.0",
        "CC-BY-IGO-3.0", "EUPL-1.2", "CDLA-Permissive-2.0",
    ]

    /// Whether a text is a known licence, or has the form of a reference to one of one's own.
    package static func isLicense(_ text: String) -> Bool {
        licenses.contains(text)
            || text.hasPrefix("LicenseRef-")
                && text.dropFirst(11).allSatisfy {
                    $0.isASCII && ($0.isLetter || $0.isNumber || "-.".contains($0))
                }
    }
}

/// The Contributor Roles Taxonomy (CRediT, ANSI/NISO Z39.104-2022).
package enum ContributorRole {
    /// Role names in lower case, with the last segment of their addresses.
    static let segments: [String: String] = [
        "conceptualization": "conceptualization", "data curation": "data-curation",
        "formal analysis": "formal-analysis", "funding acquisition": "funding-acquisition",
        "investigation": "investigation", "methodology": "methodology",
        "project administration": "project-administration", "resources": "resources",
        "software": "software", "supervision": "supervision", "validation": "validation",
        "visualization": "visualization", "writing – original draft": "writing-original-draft",
        "writing – review & editing": "writing-review-editing",
    ]

    /// A role as the taxonomy spells it, in lower case; hyphens and "and" are understood.
    static func normalized(_ text: String) -> String? {
        let name = text.lowercased().replacing("—", with: "–").replacing(" - ", with: " – ")
            .replacing("review and editing", with: "review & editing")
        if segments[name] != nil { return name }
        return segments.first { $0.value == name }?.key
    }

    /// The address that defines a role.
    package static func url(_ role: String) -> String? {
        segments[role].map { "https://credit.niso.org/contributor-roles/\($0)/" }
    }
}
