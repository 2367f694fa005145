/// Posts of one text in several languages: by Hugo's `translationKey`, by the names of their files
/// (`walls.md` beside `walls.de.md`), or by those of their folders (`content/en/walls.md` and `content/de/walls.md`).

struct ImportedVersions {
    private let names: [PostName]
    private let places: [OldPlace?]
    /// The language of the new site.
    private let language: String?
    /// Each with two posts or more, all in different languages.
    private var groups: [[Int]] = []

    init(
        _ posts: [ImportedPost], _ sources: [ImportedFiles.Source], _ places: [OldPlace?],
        _ language: String?
    ) {
        self.places = places
        self.language = language
        names = sources.map { PostName($0.path) }
        let groups = Dictionary(grouping: posts.indices) { [names] index in
            posts[index].translationKey.map { "key " + $0 }
                ?? "file " + (places[index]?.shared(names[index].text) ?? names[index].text)
        }
        // Two in one language are no translations of each other.
        self.groups = groups.values.filter { group in
            group.count > 1
                && Set(group.map { posts[$0].language?.lowercased() }).count == group.count
        }
    }

    /// What each post is to the others of its text.
    func versions(_ posts: [ImportedPost]) -> [Int: ImportedVersion] {
        var versions: [Int: ImportedVersion] = [:]
        for group in groups {
            let original = original(of: group, posts)
            for index in group {
                versions[index] =
                    original.map { original in
                        guard index != original else { return .original }
                        let path = posts[original].path
                        return .translation(of: posts[index].isBundle ? "../" + path : path)
                    } ?? .unknown
            }
        }
        return versions
    }

    /// Translations that would have the name of another version, which the language is to tell apart.
    func namedAlike(_ posts: [ImportedPost]) -> Set<Int> {
        var found: Set<Int> = []
        for group in groups {
            let original = original(of: group, posts) ?? group.min()
            for index in group where index != original && !posts[index].isSectionIndex {
                if group.contains(where: { $0 != index && posts[$0].slug == posts[index].slug }) {
                    found.insert(index)
                }
            }
        }
        return found
    }

    /// The one in the language of the old site, which did not have to say it.
    private func original(of group: [Int], _ posts: [ImportedPost]) -> Int? {
        group.first { posts[$0].language == nil }
            ?? group.only { names[$0].language == nil && places[$0]?.language == nil }
            ?? group.first { index in
                guard let place = places[index], place.language != nil || place.knowsDefault else {
                    return false
                }
                return posts[index].language?.lowercased() == place.defaultLanguage(language)
            }
    }
}

extension Array {
    /// The element of which something is true, if it is true of no other.
    fileprivate func only(where isTrue: (Element) -> Bool) -> Element? {
        let found = filter(isTrue)
        return found.count == 1 ? found.first : nil
    }
}
