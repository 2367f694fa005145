/// Sites that nobody has thought of: published and unpublished pages in every role, from a seed.
package struct RandomSite: Sendable {
    /// The archive of the published pages alone.
    package private(set) var published = ""
    /// The archive of the others.
    package private(set) var unpublished = ""
    private var random: SeededGenerator
    private let posts: [(name: String, isPublished: Bool)]
    /// Sources of the posts, from `content/`.
    private var paths: [(path: String, isPublished: Bool)] = []

    private static let topics = ["evaluation", "naming", "law", "data"]
    private static let people = ["Ada Example", "Grace Case", "Kurt Sample"]
    private static let series = ["On data", "Field notes"]

    package init(seed: UInt64) {
        var random = SeededGenerator(seed: seed)
        posts = (0..<Int.random(in: 4...16, using: &random)).map { number in
            ("p\(number)", number == 0 || Bool.random(using: &random))
        }
        self.random = random
        for (name, isPublished) in posts { addPost(name, isPublished) }
        addRecords()
        addTranslations()
    }

    private mutating func pick<Element>(_ items: [Element], _ count: Int) -> [Element] {
        Array(items.shuffled(using: &random).prefix(count))
    }

    private mutating func chance() -> Bool { Bool.random(using: &random) }

    private mutating func addPost(_ name: String, _ isPublished: Bool) {
        let isBundle = chance()
        let folder = chance() ? "posts" : isPublished || chance() ? "reports" : "drafts-only"
        let base = "content/\(folder)/\(isBundle ? name + "/index" : name).md"
        paths.append(("\(folder)/\(isBundle ? name + "/index" : name).md", isPublished))
        // A published page links to published ones; an unpublished one to any.
        let targets = posts.filter { $0.isPublished || !isPublished }.map(\.name)
        let links = pick(targets, 3).map { "[\($0)](/find/\($0)/)" }
        let month = Int.random(in: 1...9, using: &random)
        let extra = isPublished ? [] : ["secret topic \(name)"]
        var lines = [
            "kind: essay",
            "topics: [\((pick(Self.topics, 2) + extra).joined(separator: ", "))]",
            "aliases: [/find/\(name)/]",
        ]
        if chance() {
            let series = pick(Self.series, 1)[0]
            lines.append(
                "series: {name: \(series), part: \(name.dropFirst().isEmpty ? 1 : (Int(name.dropFirst()) ?? 0) + 1)}"
            )
        }
        if chance() {
            let thanked = pick(Self.people, 1) + (isPublished ? [] : ["Secret \(name)"])
            lines.append(
                "acknowledgements: [{people: [\(thanked.joined(separator: ", "))], for: reading}]")
        }
        if isBundle, chance() { lines.append("image: {src: wall.txt, alt: A wall}") }
        // A file outside of the bundle; the first page has one, which unpublished pages show, too.
        let hasFile = name == "p0" || chance()
        if hasFile { lines.append("pdf: /files/\(name).txt") }
        let shared = !isPublished && chance() ? " [Shared](/files/p0.txt)." : ""
        if !isPublished {
            lines += pick(
                [
                    "draft: true", "publish_at: 2031-01-01T00:00:00Z",
                    "expires_at: 2025-12-01T00:00:00Z",
                ], 1)
        }
        let page =
            post(
                base, title: "Page \(name)", date: "2025-0\(month)-01",
                lines.joined(separator: "\n"),
                body:
                    "## Head \(name)\n\n\(links.joined(separator: ", ")).\(shared)[^1]\n\n[^1]: A note."
            )
            + (hasFile ? "-- content/files/\(name).txt --\nfile of \(name)\n" : "")
        let asset = isBundle ? "-- content/\(folder)/\(name)/wall.txt --\nasset of \(name)\n" : ""
        add(page + asset, isPublished)
    }

    /// A published page translates published ones; an unpublished one any.
    private mutating func addTranslations() {
        for (index, original) in paths.enumerated() where chance() {
            let isPublished = original.isPublished && chance()
            let languages = pick(["de", "fr", "ar"], Int.random(in: 1...3, using: &random))
            for (number, language) in languages.enumerated() {
                let isShown = isPublished && (number == 0 || chance())
                add(
                    post(
                        "content/translated/t\(index)-\(language).md",
                        title: "Page \(language) \(index)",
                        date: "2025-0\(Int.random(in: 1...9, using: &random))-02",
                        """
                        kind: essay
                        language: \(language)
                        translation_of: ../\(original.path)
                        topics: [\(pick(Self.topics, 1)[0])]
                        \(isShown ? "" : "draft: true")
                        """), isShown)
            }
        }
    }

    private mutating func addRecords() {
        for (index, name) in Self.people.enumerated() where chance() {
            let isPublished = chance()
            add(
                "-- content/people/person-\(index).md --\n---\ntitle: \(name)\n"
                    + "\(isPublished ? "" : "draft: true\n")---\n\nA life.\n", isPublished)
        }
        for (index, name) in Self.topics.enumerated() where chance() {
            let isPublished = chance()
            add(
                "-- content/topics/topic-\(index).md --\n---\ntitle: \(name)\n"
                    + "\(isPublished ? "" : "draft: true\n")---\n\nA topic.\n", isPublished)
        }
        if chance() {
            add("-- content/drafts-only/index.md --\n---\ntitle: Hidden\ndraft: true\n---\n", false)
        }
    }

    private mutating func add(_ text: String, _ isPublished: Bool) {
        if isPublished { published += text } else { unpublished += text }
    }
}
