/// Digital Object Identifiers (ISO 26324), wherever they are written.

import Markup

package enum DOI {
    private static let resolver = "https://doi.org/"

    /// The bare DOI of `10.1000/x`, `doi:10.1000/x` or its URL.
    ///
    /// The suffix may hold nearly any sign, `10.1002/(SICI)1097-4571(199806)49:8<693::AID-ASI4>3.0.CO;2-O` among
    /// them; in a URL some are escaped (DOI Handbook, section 2.5.2.4).
    package static func bare(_ text: String) -> String? {
        var bare = text
        let prefixes = [resolver, "http://doi.org/", "https://dx.doi.org/", "http://dx.doi.org/"]
        if let prefix = prefixes.first(where: { text.lowercased().hasPrefix($0) }) {
            let rest = String(text.dropFirst(prefix.count))
            bare = rest.percentDecoded ?? rest
        } else if text.lowercased().hasPrefix("doi:") {
            bare = text.dropFirst("doi:".count).trimmed
        }
        guard bare.hasPrefix("10."), let slash = bare.firstIndex(of: "/") else { return nil }
        let registrant = bare[..<slash].dropFirst(3)
        let suffix = bare[bare.index(after: slash)...]
        guard registrant.count >= 4,
            registrant.allSatisfy({ $0.isASCII && ($0.isNumber || $0 == ".") }), !suffix.isEmpty,
            !suffix.contains(where: { $0.isWhitespace || $0 == "\"" })
        else { return nil }
        return bare
    }

    /// The address that leads to what a DOI names, with its signs escaped.
    package static func url(_ doi: String) -> String { resolver + doi.percentEncodedPath }

    /// As readers are shown it (APA 7, section 9.35): the address without escapes.
    package static func shownURL(_ doi: String) -> String { resolver + doi }
}
