/// A page to begin writing in: `imprint new`.

package import Content
package import Diagnostics
package import Files
package import Markup

/// What a new page is to be.
package struct NewPage: Sendable {
    package var title: String
    package var kind = PageKind.essay
    /// Below `content/`, without slashes at its ends; empty for the top.
    package var section: String?
    /// A folder of its own, for files beside it.
    package var isBundle = false
    package var authors: [String] = []
    package var now: Moment

    package init(title: String, now: Moment) {
        self.title = title
        self.now = now
    }

    /// The file in its place.
    ///
    /// `nil` beside the reason when the title gives no address, or when a page has that address.
    package func file(in site: ParsedSite) -> (file: NewFile?, problem: Diagnostic?) {
        guard let slug = Slug(slugifying: title) else {
            return (
                nil,
                Diagnostic(
                    "slug.malformed",
                    Slug.isTooLong(title)
                        ? "This title is too long for an address, a part of which has at most \(Slug.longest) bytes. "
                            + "Begin with a shorter one, and write the whole into the file."
                        : "No address can be made of ‘\(title)’: a title needs a letter or a digit.",
                    at: nil)
            )
        }
        let section = section ?? Self.section(for: kind, in: site)
        let folder = section.isEmpty ? "content" : "content/" + section
        let segments = section.split(separator: "/").compactMap { Slug(slugifying: String($0)) }
        if let other = site.sources.first(where: { $0.file.section == segments && $0.slug == slug })
        {
            return (
                nil,
                Diagnostic(
                    "path.taken",
                    "This page has the address that ‘\(title)’ would have: choose another title, or "
                        + "another ‘--section’.", at: SourceSpan(file: other.file.path))
            )
        }
        let path = "\(folder)/\(slug.rawValue)\(isBundle ? "/index" : "").md"
        return (NewFile(path: path, text: text(for: site)), nil)
    }

    /// The section named after the kind where there is one (`reports`, `news`), else `posts`; a plain
    /// page stands at the top.
    private static func section(for kind: PageKind, in site: ParsedSite) -> String {
        switch kind {
        case .page: return ""
        case .essay, .report, .paper, .brief, .news, .talk:
            let name = kind == .news ? "news" : kind.rawValue + "s"
            let exists = site.sources.contains { $0.file.path.hasPrefix("content/\(name)/") }
            return exists ? name : "posts"
        }
    }

    private func text(for site: ParsedSite) -> String {
        var lines = ["---", "title: " + YAMLText.scalar(title)]
        lines.append("# subtitle: What stands below the title.")
        guard kind != .page else {
            lines += ["kind: page", "draft: true", "---", "", Placeholder.text, ""]
            return lines.joined(separator: "\n")
        }
        let examples = SiteExamples(of: site)
        lines += ["date: " + now.isoDate, "kind: " + kind.rawValue]
        if authors.isEmpty {
            // The center signs until somebody does: a name that is true, and passes every check.
            let center =
                site.configuration?.organization?.name ?? site.configuration?.title ?? "The center"
            let people = examples.people.isEmpty ? ["Ada Example", "Bo Li"] : examples.people
            lines += [
                "authors:", "  - name: " + YAMLText.scalar(center), "    organization: true",
                "# Or people, in place of these three lines:",
                "# authors: " + YAMLText.list(Array(people.prefix(2))),
            ]
        } else {
            lines.append("authors: " + YAMLText.list(authors))
        }
        if let topic = examples.topic { lines.append("# topics: " + YAMLText.list([topic])) }
        let thanked = examples.people.first { !authors.contains($0) } ?? "Chi Mensah"
        lines += [
            "# summary: One sentence for lists and feeds; else the subtitle, else the first paragraph.",
            "# acknowledgements:",
            "#   - people: " + YAMLText.list([thanked]),
            "#     for: comments on a draft",
            "# Remove this line to publish:",
            "draft: true",
            "---", "", Placeholder.text, "",
        ]
        return lines.joined(separator: "\n")
    }
}

extension ParsedSource {
    /// What the front matter says, else what the name of the file says.
    fileprivate var slug: Slug { page?.slug ?? file.slug }
}
