/// `site.yaml` to ``SiteConfiguration``.

import Bytes
package import Diagnostics
import Markdown
import Markup

enum ConfigurationDecoder {
    private static let keys = [
        "title", "base_url", "language", "tagline", "description", "contact", "license",
        "organization", "navigation", "learn_more", "bibliography", "feeds", "pagination",
        "topics", "people", "run_in_heads", "raw_html", "math", "highlight", "citation_files",
        "social_cards",
        "search", "images", "image", "policy", "words", "fields", "defaults", "limits", "redirects",
        "extra",
    ]

    private static let synonyms = [
        "baseurl": "base_url", "url": "base_url", "lang": "language", "languagecode": "language",
        "default_language": "language", "menu": "navigation", "paginate": "pagination",
        "email": "contact", "params": "extra", "nav": "navigation", "subtitle": "tagline",
        "cascade": "defaults",
    ]

    /// The configuration as far as it can be read, beside what is wrong with it; `nil` when nothing of it can.
    static func decode(_ bytes: [UInt8]) -> (SiteConfiguration?, [Diagnostic]) {
        let problems = TextCheck.diagnostics(
            for: bytes, path: SiteSettings.path, maximumSize: YAMLReader.maximumSize)
        guard problems.isEmpty else { return (nil, problems) }
        let start = bytes.lengthOfByteOrderMark
        let root: YAMLNode?
        do throws(YAMLReader.Failure) {
            root = try YAMLReader.read(bytes[start...])
        } catch {
            return (nil, [error.diagnostic(in: SiteSettings.path, bytes)])
        }
        var reader = FieldReader(path: SiteSettings.path, source: bytes)
        guard case .mapping(let pairs)? = root?.value else {
            reader.report(
                "site.not-a-mapping", "site.yaml is a group of ‘key: value’ lines.",
                at: ByteRange(0, 0))
            return (nil, reader.diagnostics)
        }
        let configuration = read(pairs, &reader)
        return (configuration, reader.diagnostics)
    }

    private static func read(
        _ pairs: [YAMLNode.Pair], _ reader: inout FieldReader
    ) -> SiteConfiguration {
        var title: String?
        var baseURL: BaseURL?
        var language: String?
        for pair in pairs {
            switch pair.key {
            case "title": title = reader.text(pair)
            case "base_url": baseURL = reader.baseURL(pair)
            case "language": language = reader.language(pair)?.value
            default: break
            }
        }
        for key in ["title", "base_url", "language"] where !pairs.contains(where: { $0.key == key })
        {
            reader.report(
                "site.missing-key", "site.yaml has no ‘\(key)’.", at: ByteRange(0, 0))
        }
        // The other keys are checked all the same: one run finds every mistake.
        var site = SiteConfiguration(
            title: title ?? "", baseURL: baseURL ?? .placeholder, language: language ?? "en")
        for pair in pairs { reader.decode(pair, into: &site, keys: keys, synonyms: synonyms) }
        // Behind `fields`, by which their `extra` is read.
        if let pair = pairs.first(where: { $0.key == "defaults" }) {
            site.defaults = reader.defaults(pair, fields: site.fields)
        }
        let marks = QuotationMarks(language: site.language)
        site.title = site.title.typographic(marks)
        site.tagline = site.tagline?.typographic(marks)
        site.description = site.description?.typographic(marks)
        for index in site.navigation.indices {
            site.navigation[index].text = site.navigation[index].text.typographic(marks)
        }
        if let text = site.learnMore?.text { site.learnMore?.text = text.typographic(marks) }
        return site
    }
}

extension YAMLReader.Failure {
    /// The failure at its place: the rest of the line from there.
    package func diagnostic(in path: String, _ bytes: [UInt8]) -> Diagnostic {
        let start = min(offset, bytes.count)
        var end = start
        while end < bytes.count, bytes[end] != 0x0A, bytes[end] != 0x0D { end += 1 }
        return Diagnostic(id, message, at: SourceSpan(path, start..<end))
    }
}

extension BaseURL {
    /// Stands in while the other keys of a broken configuration are checked; never rendered.
    fileprivate static let placeholder = BaseURL(origin: "https://example.invalid", path: "/")
}

extension FieldReader {
    /// A file of the site: no path leads out of its folder.
    fileprivate mutating func bibliography(_ pair: YAMLNode.Pair) -> String? {
        guard let path = text(pair) else { return nil }
        guard !path.hasPrefix("/"), !path.split(separator: "/").contains("..") else {
            report(
                "bibliography.outside-site", "‘\(path)’ is no file of the site.",
                at: pair.value.bytes)
            return nil
        }
        return path
    }

    fileprivate mutating func baseURL(_ pair: YAMLNode.Pair) -> BaseURL? {
        guard let text = text(pair) else { return nil }
        if let url = BaseURL(text) { return url }
        report(
            "site.malformed-base-url",
            "‘base_url’ is " + BaseURL.advice(on: text), at: pair.value.bytes)
        return nil
    }

    fileprivate mutating func decode(
        _ pair: YAMLNode.Pair, into site: inout SiteConfiguration, keys: [String],
        synonyms: [String: String]
    ) {
        switch pair.key {
        case "title", "base_url", "language", "defaults": break
        case "tagline": site.tagline = text(pair)
        case "description": site.description = text(pair)
        case "contact": site.contact = contact(pair)
        case "license": site.license = license(pair)?.value
        case "organization": site.organization = organization(pair.value)
        case "navigation":
            site.navigation += list(pair).compactMap { link($0, for: pair.key) }
        case "learn_more": site.learnMore = link(pair.value, for: pair.key)
        case "bibliography": site.bibliography = bibliography(pair)
        case "feeds": feeds(pair, &site)
        case "pagination": site.pagination = number(pair, in: 1...1000) ?? site.pagination
        case "topics": site.topicsAreControlled = isControlled(pair)
        case "people": site.peopleAreControlled = isControlled(pair)
        case "run_in_heads": site.runInHeads = flag(pair) ?? false
        case "raw_html": site.allowsRawHTML = rawHTML(pair)
        case "math": math(pair, &site)
        case "highlight": site.highlightsCode = flag(pair) ?? false
        case "citation_files": site.writesCitationFiles = flag(pair) ?? false
        case "social_cards": site.makesSocialCards = flag(pair) ?? false
        case "search": site.search = search(pair)
        case "images": images(pair, &site)
        case "image": site.image = image(pair)
        case "words": site.words = words(pair, siteLanguage: site.language)
        case "limits": limits(pair, &site)
        case "redirects":
            let all = redirects(pair)
            site.redirects = all.filter { $0.anchor == nil }
            site.movedPlaces = all.filter { $0.anchor != nil }
        case "policy": site.policy = policy(pair)
        case "fields": site.fields = fields(pair)
        case "extra": site.extra = extra(pair)
        case "logo":
            report(
                "front-matter.unknown-key",
                "‘logo’ is a key of ‘organization’: write it below that, beside ‘name’.",
                at: pair.keyBytes)
        default:
            switch unknownKey(pair, known: keys, synonyms: synonyms) {
            case "math": site.math = .uncertain
            case "raw_html": site.allowsRawHTML = true
            default: break
            }
        }
    }

    private mutating func feeds(_ pair: YAMLNode.Pair, _ site: inout SiteConfiguration) {
        for pair in pairs(pair.value, for: "feeds", example: "{limit: 20, full: true}") ?? [] {
            switch pair.key {
            case "limit": site.feedLimit = number(pair, in: 1...1000) ?? site.feedLimit
            case "full": site.feedsInFull = flag(pair) ?? true
            case "full_archives": site.feedArchivesInFull = flag(pair) ?? false
            default: unknownKey(pair, known: ["limit", "full", "full_archives"])
            }
        }
    }

    /// Whether only what has a record may be named.
    private mutating func isControlled(_ pair: YAMLNode.Pair) -> Bool {
        var isControlled = false
        for pair in pairs(pair.value, for: pair.key, example: "{controlled: true}") ?? [] {
            switch pair.key {
            case "controlled": isControlled = flag(pair) ?? false
            default: unknownKey(pair, known: ["controlled"])
            }
        }
        return isControlled
    }

    /// What is neither is read as ‘allow’: then nothing is said of the HTML that texts have, and none is written.
    private mutating func rawHTML(_ pair: YAMLNode.Pair) -> Bool {
        switch text(pair) {
        case "allow", nil: return true
        case "escape": return false
        case .some(let other):
            report(
                "front-matter.unknown-value",
                "‘raw_html’ is ‘escape’ or ‘allow’, not ‘\(other)’.", at: pair.value.bytes)
            return true
        }
    }

    private mutating func search(_ pair: YAMLNode.Pair) -> SearchEngine? {
        guard let text = text(pair) else { return nil }
        if let engine = SearchEngine(rawValue: text) { return engine }
        report(
            "front-matter.unknown-value", "‘search’ is ‘pagefind’, not ‘\(text)’.",
            at: pair.value.bytes)
        return nil
    }

    private mutating func images(_ pair: YAMLNode.Pair, _ site: inout SiteConfiguration) {
        for pair in pairs(pair.value, for: "images", example: "{widths: [640, 1280]}") ?? [] {
            switch pair.key {
            case "widths":
                var widths: Set<Int> = []
                for item in list(pair) {
                    let width = YAMLNode.Pair(key: "widths", keyBytes: pair.keyBytes, value: item)
                    if let number = number(width, in: 16...8192) { widths.insert(number) }
                }
                site.imageWidths = widths.sorted()
            default: unknownKey(pair, known: ["widths"])
            }
        }
    }

    private mutating func image(_ pair: YAMLNode.Pair) -> SiteImage? {
        guard
            let pairs = pairs(
                pair.value, for: "image", example: "{src: /files/card.png, alt: The logo}")
        else { return nil }
        var src: Located<String>?
        var alt: String?
        for pair in pairs {
            switch pair.key {
            case "src": src = located(pair)
            case "alt": alt = text(pair)
            default: unknownKey(pair, known: ["src", "alt"])
            }
        }
        guard let src, let alt else {
            report("site.incomplete-image", "‘image’ needs ‘src’ and ‘alt’.", at: pair.value.bytes)
            return nil
        }
        return SiteImage(src: src, alt: alt)
    }

    private mutating func limits(_ pair: YAMLNode.Pair, _ site: inout SiteConfiguration) {
        for pair in pairs(pair.value, for: "limits", example: "{file_size: 4194304}") ?? [] {
            switch pair.key {
            case "file_size":
                site.maximumFileSize = number(pair, in: 1024...(64 << 20)) ?? site.maximumFileSize
            case "nesting":
                site.textLimits.nesting = number(pair, in: 1...200) ?? site.textLimits.nesting
            case "table_columns":
                site.textLimits.tableColumns =
                    number(pair, in: 1...4096) ?? site.textLimits.tableColumns
            default: unknownKey(pair, known: ["file_size", "nesting", "table_columns"])
            }
        }
    }
}
