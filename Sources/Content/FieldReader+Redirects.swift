/// The redirects of `site.yaml`, and what may be an old address.

import Diagnostics
import Markup

extension FieldReader {
    /// Wildcards of one site: Cloudflare Pages reads no more.
    private static let wildcards = 100

    /// Whether a text is a path of the site at which a redirect can stand.
    static func isOldAddress(_ text: String) -> Bool {
        let parts = text.split(separator: "/")
        return text.hasPrefix("/") && !parts.isEmpty
            && !parts.contains { $0 == "." || $0 == ".." || $0.hasPrefix(".") }
            && !text.contains { "?#\\\"<>".contains($0) || $0.isWhitespace }
            && !parts.contains(where: isTooLong)
    }

    /// Whether a part of a path is longer than those of any address.
    static func isTooLong(_ part: Substring) -> Bool { part.utf8.count > Slug.longest }

    /// The path at which an old address stands, as files are named: its escapes are those of URLs.
    static func oldPath(_ text: String) -> String? {
        guard isOldAddress(text), let path = text.percentDecoded,
            isOldAddress(path.replacing(" ", with: "_")),
            path.utf8.allSatisfy({ $0 >= 0x20 && $0 != 0x7F })
        else { return nil }
        return path
    }

    mutating func redirects(_ pair: YAMLNode.Pair) -> [SiteRedirect] {
        let example = "/old/report.html: /posts/report/"
        var redirects: [SiteRedirect] = []
        for pair in pairs(pair.value, for: "redirects", example: example) ?? [] {
            // Both are read, so that both are told when both are wrong.
            let (source, target) = (source(pair), target(pair))
            guard let source, let target else { continue }
            redirects.append(
                SiteRedirect(
                    source: Located(source.path, at: pair.keyBytes),
                    isWildcard: source.isWildcard, anchor: source.anchor, target: target))
        }
        let wildcards = redirects.filter(\.isWildcard)
        if wildcards.count > Self.wildcards {
            report(
                "front-matter.too-many",
                "‘redirects’ has \(wildcards.count) addresses with ‘*’; hosts read at most "
                    + "\(Self.wildcards). Let some of them be one, with a shorter path.",
                at: wildcards[Self.wildcards].source.bytes)
        }
        return redirects
    }

    private typealias Source = (path: String, isWildcard: Bool, anchor: String?)

    private mutating func source(_ pair: YAMLNode.Pair) -> Source? {
        if pair.key.contains("#") { return place(pair) }
        let isWildcard = pair.key.hasSuffix("/*")
        func path(_ key: String) -> String? {
            Self.oldPath(isWildcard ? String(key.dropLast()) : key).flatMap { path in
                // Hosts read a colon as the beginning of a name for whatever stands there.
                path.contains("*") || path.contains("//") || path.contains("/:") ? nil : path
            }
        }
        if let path = path(pair.key) { return (path, isWildcard, nil) }
        let encoded = pair.key.replacing(" ", with: "%20")
        let repair = path(encoded) == nil ? nil : encoded
        report(
            "redirect.malformed",
            "‘\(pair.key)’ is no old address of this site: "
                + (repair.map { "write it as a URL has it, ‘\($0)’." }
                    ?? "write a path such as ‘/old/report.html’, or ‘/old/*’ for all below one."),
            at: pair.keyBytes, repair: repair)
        return nil
    }

    /// A place in a page: `/posts/report/#results`.
    private mutating func place(_ pair: YAMLNode.Pair) -> Source? {
        let sides = pair.key.split(separator: "#", omittingEmptySubsequences: false)
        let path = String(sides[0])
        if sides.count == 2, path == "/" || Self.oldPath(path) != nil,
            let anchor = String(sides[1]).percentDecoded, !anchor.isEmpty,
            !anchor.contains(where: \.isWhitespace), !path.contains("*")
        {
            return (Self.oldPath(path) ?? path, false, anchor)
        }
        report(
            "redirect.malformed",
            "‘\(pair.key)’ is no place of this site: write the address of the page and the old name of the "
                + "section, as in ‘/posts/report/#results’.", at: pair.keyBytes)
        return nil
    }

    private mutating func target(_ pair: YAMLNode.Pair) -> Located<String>? {
        guard let target = located(pair) else { return nil }
        let isAddress =
            switch WebAddress.kind(of: target.value) {
            case .web: WebAddress.hasHost(target.value)
            case .relative: target.value.hasPrefix("/")
            case .contact, .refused: false
            }
        guard isAddress else {
            report(
                "redirect.malformed",
                "‘\(target.value)’ is no new address: write a path from the root of this site, such as "
                    + "‘/posts/report/’, or an address that begins with ‘https://’.",
                at: target.bytes)
            return nil
        }
        guard pair.key.hasSuffix("/*") || !target.value.contains(SiteRedirect.splat) else {
            report(
                "redirect.malformed",
                "‘\(SiteRedirect.splat)’ stands for what a ‘*’ matched, and ‘\(pair.key)’ has none.",
                at: target.bytes)
            return nil
        }
        return target
    }
}

extension PageMetadata {
    /// Whether a text can be an alias.
    package static func isAlias(_ text: String) -> Bool { FieldReader.oldPath(text) != nil }
}
