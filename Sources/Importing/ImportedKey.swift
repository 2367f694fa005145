/// A key of front matter, by the name that it has here.

import Content

struct ImportedKey {
    /// Ours where we have one; else the key in lower case.
    let name: String
    /// Of several keys for a summary, the first wins.
    let rank: Int

    init(_ key: String) {
        let key = key.lowercased()
        name = Self.names[key] ?? key
        rank = ["summary", "description", "excerpt", "abstract"].firstIndex(of: key) ?? 0
    }

    private static let names = [
        "deck": "subtitle", "dek": "subtitle", "tagline": "subtitle", "subheading": "subtitle",
        "description": "summary", "excerpt": "summary", "abstract": "summary",
        "lastmod": "updated", "last_modified_at": "updated", "modified": "updated",
        "last-modified-at": "updated", "date-modified": "updated",
        "author": "authors",
        "tags": "topics", "tag": "topics", "categories": "topics", "category": "topics",
        "keywords": "topics",
        "publishdate": "publish_at", "publish_date": "publish_at", "pubdate": "publish_at",
        "expirydate": "expires_at", "expiry_date": "expires_at", "unpublishdate": "expires_at",
        "url": "permalink", "redirect_from": "aliases", "alias": "aliases",
        "lang": "language", "locale": "language", "licence": "license",
        "number-sections": "numbered",
        "journal_title": "journal", "journal-title": "journal", "journaltitle": "journal",
        "cover": "image", "hero": "image", "featured_image": "image", "thumbnail": "image",
        "images": "image",
        "image_alt": "image-alt", "imagealt": "image-alt", "featured_image_alt": "image-alt",
    ]

    /// Whether a page has it once, whatever it is called.
    var isSingle: Bool {
        switch name {
        case "title", "date", "subtitle", "updated", "publish_at", "expires_at", "slug",
            "permalink",
            "language", "license", "doi", "venue", "version", "number", "series", "toc", "numbered",
            "image-alt", "journal", "volume", "issue", "pages", "publication":
            true
        default: false
        }
    }

    /// Whether it is read below `params`, where themes have keys of their own: what decides of when and where a
    /// page is published is not.
    var isOursInParams: Bool {
        switch name {
        case "title", "date", "slug", "permalink", "language", "publish_at", "expires_at": false
        case "authors", "topics", "summary", "image": true
        default: isSingle
        }
    }

    /// Whether it only mattered to the other generator.
    var isMeaningless: Bool {
        switch name {
        case "layout", "type", "weight", "comments", "math", "mathjax", "katex", "share", "sitemap",
            "toc_sticky", "outputs", "build", "_build", "classes", "pin", "sticky",
            "template", "readtime", "showtoc", "sort_by", "paginate_by", "page_template",
            "insert_anchor_links", "in_search_index", "render":
            true
        default: false
        }
    }

    /// Whether a value may keep a page back: the page was none by itself, or no list led to it.
    func keepsBack(_ value: YAMLNode) -> Bool {
        switch name {
        case "headless": return value.flag == true
        // Zola's: the page of a section has no address, while those below it have.
        case "render": return value.flag == false
        // Whatever else it says, it is for some and not for all.
        case "private": return value.flag != false && !value.isNull
        case "publish": return value.flag == false
        case "status":
            return value.texts.contains {
                ["draft", "private", "pending"].contains($0.lowercased())
            }
        // Hugo's, which may also say what becomes of the files of a bundle.
        case "build", "_build":
            guard case .mapping(let pairs) = value.value else { return false }
            return pairs.contains { pair in
                ["render", "list"].contains(pair.key.lowercased())
                    && !["always", "true"].contains(pair.value.scalar?.lowercased())
            }
        default: return false
        }
    }

    /// Whether it makes a theme load what draws formulas.
    var asksForMath: Bool { ["math", "mathjax", "katex"].contains(name) }

    /// The same of Quarto's settings.
    var isMeaninglessInQuarto: Bool {
        switch name {
        case "bibliography", "csl", "format", "execute", "citation", "editor", "jupyter", "engine",
            "filters", "link-citations", "code-fold", "knitr", "date-format", "toc-depth",
            "title-block-banner", "css", "theme", "crossref", "appendix-style",
            "reference-location", "number-depth":
            true
        default: false
        }
    }
}

extension YAMLNode {
    /// Yes or no, in the words of YAML 1.1 (https://yaml.org/type/bool.html) and as numbers; `nil` for anything else.
    var flag: Bool? { scalar.flatMap { Self.flag($0) } }

    static func flag(_ text: String) -> Bool? {
        switch text.lowercased() {
        case "true", "yes", "on", "y", "1": true
        case "false", "no", "off", "n", "0": false
        default: nil
        }
    }
}
