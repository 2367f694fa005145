/// What a licence is called, and where its text is.
package enum License {
    /// Where the text of a licence is.
    package static func url(for identifier: String) -> String? { link(for: identifier).url }

    /// The words and address for an SPDX identifier.
    ///
    /// Creative Commons licences link to their deeds, the others to the SPDX list.
    static func link(for identifier: String) -> LinkRecord {
        if identifier == "CC0-1.0" {
            return LinkRecord(
                text: "CC0 1.0", url: "https://creativecommons.org/publicdomain/zero/1.0/")
        }
        let parts = identifier.split(separator: "-")
        if parts.first == "CC", parts.count >= 3, let version = parts.last {
            let terms = parts.dropFirst().dropLast().joined(separator: "-")
            return LinkRecord(
                text: "CC \(terms) \(version)",
                url: "https://creativecommons.org/licenses/\(terms.lowercased())/\(version)/")
        }
        return LinkRecord(text: identifier, url: "https://spdx.org/licenses/\(identifier).html")
    }
}
