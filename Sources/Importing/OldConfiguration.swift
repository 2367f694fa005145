/// What the settings of Jekyll and Hugo say of addresses and languages.

import Content
import Files

/// Settings of the site that a post comes from; empty where there are none, or none that can be read.
struct OldConfiguration {
    /// Jekyll's pattern for the addresses of posts.
    private(set) var permalink: String?
    /// Hugo's, by the first folder below `content/`.
    private(set) var permalinks: [String: String] = [:]
    /// What the settings give pages that do not say it, what is closest to a page last.
    private(set) var defaults: [OldDefaults] = []
    /// The tags that Hugo's settings name.
    private(set) var languages: Set<String> = []
    private(set) var defaultLanguage: String?
    /// Whether the default language stands in a folder of the addresses, too.
    private(set) var prefixesDefault = false
    /// Whether there are settings of Hugo or Zola at all.
    private(set) var isFound = false
    /// Whether they are those of Zola, whose folders are called as those of Hugo.
    private(set) var isZola = false

    static let jekyllNames = ["_config.yml", "_config.yaml", "_config.toml"]
    private static let hugoNames = [
        "hugo", "config", "config/_default/hugo", "config/_default/config",
    ]
    private static let endings = ["toml", "yaml", "yml"]

    init() {}

    init(jekyll root: String, in files: any FileSystem) {
        for name in Self.jekyllNames {
            for (key, value) in Self.pairs(root + name, in: files) {
                switch (key, value.value) {
                case ("permalink", .scalar(let text, _)): permalink = text
                case ("defaults", .sequence(let items)):
                    defaults += items.compactMap { OldDefaults(jekyll: $0) }
                default: break
                }
            }
        }
        defaults.sort { $0.precision < $1.precision }
    }

    init(hugo root: String, in files: any FileSystem) {
        for name in Self.hugoNames + ["zola"] {
            for ending in Self.endings + ["json"] {
                let path = "\(root)\(name).\(ending)"
                guard files.exists(path) else { continue }
                isFound = true
                let pairs = Self.pairs(path, in: files)
                if name == "zola" || pairs.contains(where: { $0.key == "base_url" }) {
                    isZola = true
                }
                read(hugo: pairs)
            }
        }
        for ending in Self.endings {
            let path = "\(root)config/_default/languages.\(ending)"
            languages.formUnion(Self.pairs(path, in: files).map(\.key))
        }
    }

    private mutating func read(hugo pairs: [(key: String, value: YAMLNode)]) {
        for (key, value) in pairs {
            switch (key, value.value) {
            case ("defaultcontentlanguage", .scalar(let text, _)):
                defaultLanguage = text.lowercased()
            case ("defaultcontentlanguageinsubdir", .scalar(let text, _)):
                prefixesDefault = text == "true"
            case ("languages", .mapping(let pairs)):
                languages.formUnion(pairs.map { $0.key.lowercased() })
            case ("permalinks", .mapping(let pairs)): read(permalinks: pairs)
            case ("cascade", _): defaults += OldDefaults.hugo(value)
            default: break
            }
        }
    }

    private mutating func read(permalinks pairs: [YAMLNode.Pair]) {
        for pair in pairs {
            if case .scalar(let text, _) = pair.value.value {
                permalinks[pair.key] = text
            } else if pair.key == "page", case .mapping(let inner) = pair.value.value {
                read(permalinks: inner)
            }
        }
    }

    /// The keys of a file, in lower case as Hugo reads them.
    private static func pairs(
        _ path: String, in files: any FileSystem
    ) -> [(key: String, value: YAMLNode)] {
        (root(path, in: files) ?? []).map { ($0.key.lowercased(), $0.value) }
    }

    /// The keys of a file as they are written; `nil` where there is none, or none that can be read.
    static func root(_ path: String, in files: any FileSystem) -> [YAMLNode.Pair]? {
        guard files.exists(path), let bytes = try? files.read(path) else { return nil }
        let root =
            path.hasSuffix(".toml")
            ? try? TOMLReader.read(bytes[...]) : try? YAMLReader.read(bytes[...])
        guard case .mapping(let pairs)? = root?.value else { return nil }
        return pairs
    }
}
