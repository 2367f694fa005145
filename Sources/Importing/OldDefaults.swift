/// Front matter that an old site gives pages of a folder: `defaults` in Jekyll's settings, `cascade` of Hugo,
/// `_metadata.yml` of Quarto.

import Content
import Markup

struct OldDefaults {
    /// Which pages have it: a folder or a pattern, without slashes around; empty for all.
    let path: String
    /// The text of each key; `nil` of a list or a group.
    private let values: [(key: String, text: String?)]
    /// Whether it names drafts one by one, whatever else is said of them.
    let namesDrafts: Bool

    /// One of Jekyll's: a `scope` and its `values`; `nil` for what is not for posts.
    init?(jekyll item: YAMLNode) {
        let scope = item.pairs("scope")
        guard ["", "posts", "drafts"].contains(scope.text("type") ?? "") else { return nil }
        self.init(path: scope.text("path"), item.pairs("values"))
    }

    /// What a page hands down in Hugo, each part for the pages of its target.
    static func hugo(_ cascade: YAMLNode) -> [OldDefaults] {
        if case .sequence(let items) = cascade.value { return items.flatMap { hugo($0) } }
        guard case .mapping(let pairs) = cascade.value else { return [] }
        let target = cascade.pairs("target") + cascade.pairs("_target")
        guard ["page", "*", nil].contains(target.text("kind")) else { return [] }
        return [
            OldDefaults(
                path: target.text("path"), pairs.filter { !["target", "_target"].contains($0.key) })
        ]
    }

    /// What a folder of Quarto gives by its `_metadata.yml`.
    init(quartoFolder folder: String, _ pairs: [YAMLNode.Pair]) {
        self.init(path: folder, pairs.filter { !ImportedKey($0.key).isMeaninglessInQuarto })
    }

    /// What the settings of a project give: to all pages, and by `drafts` of the website to those named there.
    static func quarto(project pairs: [YAMLNode.Pair]) -> [OldDefaults] {
        let metadata = pairs.filter {
            ["author", "draft", "license", "number-sections", "toc"].contains($0.key)
        }
        var drafts: [String] = []
        for pair in pairs where pair.key == "website" {
            guard case .mapping(let inner) = pair.value.value else { continue }
            drafts += inner.filter { $0.key == "drafts" }.flatMap(\.value.texts)
        }
        return (metadata.isEmpty ? [] : [OldDefaults(path: nil, metadata)])
            + drafts.map { OldDefaults(draft: $0) }
    }

    private init(draft path: String) {
        self.path = path.split(separator: "/").joined(separator: "/")
        values = [("draft", "true")]
        namesDrafts = true
    }

    private init(path: String?, _ values: [YAMLNode.Pair]) {
        self.path = (path ?? "").split(separator: "/").joined(separator: "/")
        namesDrafts = false
        self.values = values.map { pair in
            guard case .scalar(let text, _) = pair.value.value else { return (pair.key, nil) }
            return (pair.key, text)
        }
    }

    /// How closely it names its pages: what says more goes before what says less.
    var precision: Int { path.utf8.count }

    /// Whether a file has it, by its path in the old site.
    ///
    /// A pattern may be for fewer than this says: rather a draft too many than one that is published.
    func applies(to file: String) -> Bool {
        if let sign = path.firstIndex(where: { "*?[{".contains($0) }) {
            return file.hasPrefix(path[..<sign])
        }
        return path.isEmpty || file == path || file.hasPrefix(path + "/")
    }

    /// Whether it makes a draft of a page that does not say; `nil` if it does not say either.
    var isDraft: Bool? {
        let said = values.compactMap { pair -> Bool? in
            guard let text = pair.text else { return nil }
            return switch pair.key.lowercased() {
            case "draft": YAMLNode.flag(text) != false
            case "published": YAMLNode.flag(text) == false
            default: nil
            }
        }
        // Of two keys that differ, the one that holds the page back.
        return said.contains(true) ? true : said.last
    }

    /// What tells it from others: two files may give something to the same pages.
    var identity: String {
        path + "\n" + values.map { "\($0.key): \($0.text ?? "")" }.joined(separator: "\n")
    }
}

extension OldDefaults {
    /// What an author has to know of them.
    ///
    /// - Parameters:
    ///   - name: What they are called there.
    ///   - general: Those of all imported pages.
    ///   - special: Those of some.
    ///   - section: The folder of the new pages, below `content/`.
    /// - Returns: `nil` where nothing of it matters here.
    static func advice(
        on name: String, general: [OldDefaults], special: [OldDefaults] = [], section: String
    ) -> String? {
        let translated = general.flatMap(\.values).compactMap { pair in
            translation(of: pair).map { (pair.key, $0) }
        }
        // What two give in different ways is for a person to decide, and what some pages have of their own.
        let others = Set(special.flatMap(\.values).map(\.key))
        let isClear =
            Set(translated.map(\.1)).count == Set(translated.map(\.0)).count
            && !translated.contains { others.contains($0.0) }
        let lines = isClear ? translated.map(\.1) : []
        let keys = Set(lines.isEmpty ? [] : translated.map(\.0))
        let rest = (general + special).flatMap(\.values).map(\.key).filter { key in
            !keys.contains(key) && !["draft", "published"].contains(key.lowercased())
                && !ImportedKey(key).isMeaningless
        }
        var sentences: [String] = []
        if (general + special).contains(where: { $0.isDraft == true }) {
            sentences.append("Pages that it makes drafts were imported as drafts.")
        }
        if !lines.isEmpty {
            let folder = section.isEmpty ? "posts" : section
            sentences.append(
                "In site.yaml, write ‘defaults: {\(folder)/: {\(unique(lines).joined(separator: ", "))}}’."
            )
        }
        if !rest.isEmpty {
            let names = unique(rest).prefix(10).map { "‘\($0)’" }.joined(separator: ", ")
            sentences.append("Left out: \(names). Write it into the pages.")
        }
        guard !sentences.isEmpty else { return nil }
        return "‘\(name)’ of the old site gives pages what they do not say. "
            + sentences.joined(separator: " ")
    }

    private static func unique(_ texts: [String]) -> [String] {
        var known: Set<String> = []
        return texts.filter { known.insert($0).inserted }
    }

    /// A line of `defaults` in `site.yaml`; `nil` for what cannot stand there.
    private static func translation(of pair: (key: String, text: String?)) -> String? {
        guard let text = pair.text else { return nil }
        let name = ImportedKey(pair.key).name
        switch name {
        case "license": return Identifier.isLicense(text) ? "license: \(text)" : nil
        case "toc", "numbered": return ["true", "false"].contains(text) ? "\(name): \(text)" : nil
        case "venue": return text.allSatisfy { $0.isLetter || $0 == " " } ? "venue: \(text)" : nil
        default: return nil
        }
    }
}

extension YAMLNode {
    /// The keys of a group in a group.
    fileprivate func pairs(_ key: String) -> [Pair] {
        guard case .mapping(let pairs) = value,
            case .mapping(let inner)? = pairs.first(where: { $0.key == key })?.value.value
        else { return [] }
        return inner
    }
}

extension [YAMLNode.Pair] {
    fileprivate func text(_ key: String) -> String? {
        guard case .scalar(let text, _)? = first(where: { $0.key == key })?.value.value else {
            return nil
        }
        return text
    }
}
