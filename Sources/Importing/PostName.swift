import Content
import Markup

/// What the name of a file says: `_posts/2021-10-18-walls.md`, `posts/walls/index.md`, `posts/walls.de.md`.
struct PostName {
    let date: Moment?
    let slug: Slug
    /// As Hugo names translations: `de` in `walls.de.md`.
    let language: String?
    /// The last part without language and ending; of a bundle, the name of its folder.
    let whole: String
    /// The same without a date before it.
    let own: String
    /// Hugo's `_index.md`, which speaks for all pages of its folder.
    let isSectionIndex: Bool
    /// Whether the page is a folder with an `index.md`.
    let isBundle: Bool
    /// The path without language and ending, which the versions of a text have in common.
    let text: String

    init(_ path: String) {
        var parts = path.split(separator: "/")
        var name = parts.popLast() ?? "post"
        if let dot = name.lastIndex(of: "."), dot > name.startIndex { name = name[..<dot] }
        language = name.lastIndex(of: ".").map { String(name[$0...].dropFirst()) }
            .flatMap { LanguageName.isTag($0) ? $0 : nil }
        if let language { name = name.dropLast(language.count + 1) }
        text = (parts + [name]).joined(separator: "/")
        isSectionIndex = name == "_index"
        isBundle = name == "index"
        // A bundle is named by its folder.
        if name == "index" || name == "_index", let folder = parts.popLast() { name = folder }
        whole = String(name)
        date = name.utf8.count > 10 ? Moment(String(name.prefix(10))) : nil
        let own = date == nil ? name[...] : name.dropFirst(11)
        self.own = String(own)
        let ending = language.map { "-" + $0 } ?? ""
        slug =
            Slug(slugifying: own + ending) ?? Slug(slugifying: name + ending) ?? PostName.fallback
    }

    /// The name as a title; `nil` of one that was made for an address, or of `index.md`.
    var title: String? {
        guard !isBundle, !isSectionIndex, own.contains(where: { $0.isUppercase || $0 == " " }),
            own.contains(where: \.isLetter)
        else { return nil }
        return own.collapsingWhitespace
    }

    /// For a name without a letter or digit.
    private static let fallback: Slug = {
        guard let slug = Slug("post") else { preconditionFailure("‘post’ is a slug") }
        return slug
    }()
}
