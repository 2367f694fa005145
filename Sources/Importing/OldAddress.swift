/// The address that a post had on the old site.

import Content
import Markup

struct OldAddress {
    let place: OldPlace
    let name: PostName
    let front: FrontMatterTranslator
    let date: Moment?

    /// What `permalink` or `url` say, with what they leave open; else what the generator makes by itself.
    ///
    /// `nil` when nobody can tell.
    var path: String? {
        switch place.generator {
        case .jekyll:
            let pattern = front.permalink ?? place.configuration.permalink ?? "date"
            return PermalinkPattern.address(PermalinkPattern.named(pattern), values)
        case .hugo:
            if let pattern = front.permalink {
                return PermalinkPattern.address(
                    pattern.hasPrefix("/") ? pattern : "/" + pattern, values)
            }
            if name.isSectionIndex { return prefix + place.folders.map { $0 + "/" }.joined() }
            if let pattern = sections.first.flatMap({ place.configuration.permalinks[$0] }) {
                return PermalinkPattern.address("/\(prefix)/\(pattern)/", values)
            }
            return prefix
                + (sections + [values["slugorcontentbasename"] ?? ""]).map { $0 + "/" }
                .joined()
        case .quarto:
            let folders = "/" + place.folders.map { $0 + "/" }.joined()
            return name.isBundle ? folders : folders + name.whole + ".html"
        }
    }

    /// The folders that are sections: that of a bundle is the page.
    private var sections: ArraySlice<String> {
        name.isBundle ? place.folders.dropLast() : place.folders[...]
    }

    /// The folder that Hugo puts all languages but one into.
    private var prefix: String {
        guard let language = front.language?.lowercased() else { return "/" }
        let isDefault = language == place.defaultLanguage(nil)
        return isDefault && !place.configuration.prefixesDefault ? "/" : "/\(language)/"
    }

    private var values: [String: String] {
        var values = date.map { PermalinkPattern.values($0) } ?? [:]
        let file = name.own.split(separator: " ").joined(separator: "-")
        let slug = front.slugText ?? file
        switch place.generator {
        case .jekyll:
            var categories = place.folders
            for category in front.categories where !categories.contains(category) {
                categories.append(category)
            }
            values["categories"] = categories.map { $0.lowercased() }.joined(separator: "/")
            values["slugified_categories"] = categories.compactMap {
                Slug(slugifying: $0)?.rawValue
            }
            .joined(separator: "/")
            values["title"] = slug
            values["slug"] = Slug(slugifying: slug)?.rawValue
            values["name"] = file
            values["output_ext"] = ".html"
            values["collection"] = "posts"
        case .hugo:
            let whole = name.whole.split(separator: " ").joined(separator: "-").lowercased()
            let title = front.title.flatMap { Slug(slugifying: $0)?.rawValue }
            values["section"] = sections.first ?? ""
            values["sections"] = sections.joined(separator: "/")
            values["title"] = title
            values["slug"] = front.slugText ?? title
            for key in ["filename", "contentbasename"] { values[key] = whole }
            for key in ["slugorfilename", "slugorcontentbasename"] {
                values[key] = front.slugText ?? whole
            }
        case .quarto: break
        }
        return values
    }
}
