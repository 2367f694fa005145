/// What `site.yaml` says: the site's identity and settings.

package import Diagnostics
package import Markdown
package import Markup
package import Math

/// `site.yaml`, checked.
package struct SiteConfiguration: Sendable {
    package var title: String
    /// Absolute, ends in `/`; may have a path.
    package var baseURL: BaseURL
    /// BCP 47.
    package var language: String
    package var tagline: String?
    package var description: String?
    package var contact: String?
    /// SPDX identifier.
    package var license: String?
    package var organization: Organization?
    package var navigation: [NavigationLink] = []
    package var learnMore: NavigationLink?
    /// Path of the bibliography relative to the root of the site.
    package var bibliography: String?
    package var feedLimit = 20
    /// Whether feeds hold whole texts.
    package var feedsInFull = true
    /// Whether the archives of the site's feed hold whole texts: every text of the site once more.
    package var feedArchivesInFull = false
    /// Cards on one page of a listing.
    package var pagination = 20
    package var topicsAreControlled = false
    /// Whether only people with a record may be authors.
    package var peopleAreControlled = false
    package var runInHeads = false
    package var allowsRawHTML = false
    package var math = MarkdownParser.MathReading.on
    /// Commands of formulas that the site adds to TeX's.
    package var macros = TeXMacros()
    package var highlightsCode = false
    package var writesCitationFiles = false
    /// Whether publications without an image get one, with their title.
    package var makesSocialCards = false
    package var search: SearchEngine?
    /// Widths in pixels of the smaller copies that images get, ascending; none by default.
    package var imageWidths: [Int] = []
    /// Shown where a page is shared that has no image of its own.
    package var image: SiteImage?
    /// What pages may load from elsewhere besides what the program finds, as sources of its policy.
    package var policy: [PolicyDirective: [String]] = [:]
    /// Old addresses that are led on, in the order of the file.
    package var redirects: [SiteRedirect] = []
    /// Those of places in pages, which no host can lead on: the pages do.
    package var movedPlaces: [SiteRedirect] = []
    /// What the site says in place of the theme's words.
    package var words: [SiteWords] = []
    /// Largest size of a source file in bytes.
    package var maximumFileSize = 4 << 20
    /// What a text may ask of the Markdown parser.
    package var textLimits = MarkdownParser.Limits()
    /// Free values for templates, in the order of the file.
    package var extra: [ExtraValue] = []
    /// What `extra` of a page may have, by name; `nil`: anything.
    package var fields: [String: OwnFieldType]?
    /// What folders give their pages; `nil` where none does.
    package var defaults: FolderDefaults?

    package init(title: String, baseURL: BaseURL, language: String) {
        self.title = title
        self.baseURL = baseURL
        self.language = language
    }
}

extension SiteConfiguration {
    /// The site's organization, or one that it belongs to, by either of its names.
    package func organization(named name: String) -> Organization? {
        let known = organization.map { [$0] + $0.parents } ?? []
        return known.first { $0.name == name || $0.shortName == name }
    }
}

/// What makes the index of the search page.
package enum SearchEngine: String, Hashable, Sendable, CaseIterable {
    case pagefind
}

/// An image that stands for the whole site.
package struct SiteImage: Hashable, Sendable {
    /// As written: absolute, or a path of the site.
    package var src: Located<String>
    package var alt: String

    package init(src: Located<String>, alt: String) {
        self.src = src
        self.alt = alt
    }
}

/// Who publishes the site.
package struct Organization: Hashable, Sendable {
    package var name: String
    package var shortName: String?
    package var url: String?
    /// The identifier as a URL at ror.org.
    package var ror: String?
    /// As written: absolute, or a path of the site.
    package var logo: Located<String>?
    /// What it is part of, nearest first.
    package var parents: [Organization] = []

    package init(name: String) { self.name = name }
}

/// A link with its words, for navigation.
package struct NavigationLink: Hashable, Sendable {
    package var text: String
    /// As written: absolute, or a path of the site.
    package var url: String
    package var span: SourceSpan

    package init(text: String, url: String, span: SourceSpan) {
        self.text = text
        self.url = url
        self.span = span
    }
}

/// A key below `extra` and its value; nested keys are joined with dots.
package struct ExtraValue: Hashable, Sendable {
    /// Texts, unless the site declares its fields.
    package enum Value: Hashable, Sendable {
        case text(String)
        case url(Located<String>)
        case date(Moment)
        case number(Int)
        case flag(Bool)
        case list([String])
    }
    package var key: String
    package var value: Value
    /// Whether it stands in `site.yaml`, as a default of the folder.
    package var isInherited = false

    /// The key right below `extra`.
    var name: Substring { key.prefix { $0 != "." } }

    package init(key: String, value: Value) {
        self.key = key
        self.value = value
    }
}

/// The absolute address of the site, split once.
package struct BaseURL: Hashable, Sendable {
    /// `https://example.org`, without a trailing slash.
    package let origin: String
    /// `/` or `/sub/path/`: always with both slashes.
    package let path: String

    init(origin: String, path: String) {
        self.origin = origin
        self.path = path
    }

    /// Accepts an absolute `http(s)` URL without query and fragment, its host in ASCII (RFC 3986, section 3.2.2; RFC
    /// 5890 has a form for other letters).
    ///
    /// A trailing slash is added; a segment `..` or `.` is refused, since nothing lies in such a folder.
    package init?(_ text: String) {
        guard let schemeEnd = text.firstRange(of: "://") else { return nil }
        let scheme = text[..<schemeEnd.lowerBound].lowercased()
        guard scheme == "http" || scheme == "https" else { return nil }
        let rest = text[schemeEnd.upperBound...]
        let slash = rest.firstIndex(of: "/") ?? rest.endIndex
        let host = rest[..<slash]
        guard !host.isEmpty, host.utf8.allSatisfy({ $0 < 0x80 }),
            !host.contains(where: { " @?#\\".contains($0) || $0.isWhitespace }),
            !rest.contains(where: { "?#\\".contains($0) || $0.isWhitespace })
        else { return nil }
        let port = host.lastIndex(of: ":") ?? host.endIndex
        let hasDefaultPort =
            port < host.endIndex
            && WebAddress.withoutDefaultPort(host[port...], isSecure: scheme == "https").isEmpty
        let name = hasDefaultPort ? host[..<port] : host
        guard !name.isEmpty else { return nil }
        origin = "\(scheme)://\(name.lowercased())"
        let tail = rest[slash...]
        guard !tail.contains("//"), !Self.hasDots(tail) else { return nil }
        path = tail.isEmpty ? "/" : tail.hasSuffix("/") ? String(tail) : tail + "/"
    }

    package var absolute: String { origin + path }

    /// What stands behind the host in an address of this site's host, from the slash on; `nil` for another's.
    ///
    /// Scheme and host are the same in any case (RFC 3986, section 6.2.2.1), the port of the scheme is as good as none
    /// (section 6.2.3), and hosts lead from `http` to `https`.
    package func pathOnHost(of address: String) -> String? {
        let (address, origin) = (address.utf8, origin.utf8)
        guard let colon = address.firstIndex(of: UInt8(ascii: ":")),
            let ownColon = origin.firstIndex(of: UInt8(ascii: ":")),
            address[colon...].starts(with: origin[ownColon...], by: Self.areSame)
        else { return nil }
        let (scheme, own) = (address[..<colon], origin[..<ownColon])
        let isPlain = scheme.elementsEqual("http".utf8, by: Self.areSame)
        guard
            scheme.elementsEqual(own, by: Self.areSame)
                || isPlain && own.elementsEqual("https".utf8)
        else { return nil }
        let rest = WebAddress.withoutDefaultPort(
            Substring(address[colon...].dropFirst(origin[ownColon...].count)), isSecure: !isPlain)
        guard rest.utf8.first.map({ "/?#".utf8.contains($0) }) ?? true else { return nil }
        return (rest.utf8.first == UInt8(ascii: "/") ? "" : "/") + String(rest)
    }

    /// Letters of ASCII in any case.
    private static func areSame(_ a: UInt8, _ b: UInt8) -> Bool {
        a == b || a ^ b == 0x20 && UInt8(ascii: "a")...UInt8(ascii: "z") ~= a | 0x20
    }
}
