/// One file of another generator to one page of ours.

import Content
import Diagnostics
import Markup

enum PostImporter {
    /// Translates a post.
    ///
    /// What could not be translated is named, each at its place; a page of which anything was left
    /// out, left as it was or made up is a draft until somebody has looked at it.
    ///
    /// - Parameters:
    ///   - bytes: The file.
    ///   - path: Its path: for messages, and for the date and slug that Jekyll puts into names.
    ///   - options: What the file may not say.
    ///   - surroundings: What lies around it.
    /// - Returns: The page, and all that is to be said of it.
    static func post(
        _ bytes: [UInt8], path: String, options: ImportOptions,
        surroundings: PostSurroundings
    ) -> ImportedPost {
        let source = PostSource(bytes, path: path)
        let name = PostName(path)
        guard !source.diagnostics.hasErrors else {
            return ImportedPost(
                source: path, slug: name.slug, text: nil, files: [], diagnostics: source.diagnostics
            )
        }
        var log = ImportLog(path: path)
        let start = source.body
        var front = FrontMatterTranslator(
            log: log, surroundings: surroundings, oldSite: options.oldSite, section: options.section
        )
        if let root = source.root { front.read(root) }
        front.readFolder()
        let place = 0..<min(3, bytes.count)
        front.readVersion(name, at: place)
        front.readSchedule(options.now, name)
        let isPlain = isPlain(front, name, surroundings, options)
        let date =
            isPlain ? nil : front.dateText ?? name.date?.isoDate ?? options.date?.isoDate
        if let date { front.leaveOutDisorder(publishedOn: date) }
        var body = BodyTranslator(
            bytes, log: front.log, options: options, surroundings: surroundings)
        body.files = front.files
        body.readsSingleBackslashes =
            front.hasMath && surroundings.place.map { $0.generator == .hugo } ?? false
        var firstHeading: String?
        if front.title == nil, options.title == nil {
            firstHeading = body.takeTitle(from: start)
        }
        let text = body.translate(from: firstHeading == nil ? start : body.index)
        log = body.log

        var title = front.title ?? options.title ?? firstHeading
        if title == nil, surroundings.isNote, let own = name.title {
            title = own
            log.review(
                "import.title-from-name",
                "Nothing else gives a title; the name of the file became it.", at: place)
        }
        let authors =
            front.authors.isEmpty && !name.isSectionIndex && !isPlain
            ? options.authors.map { ImportedAuthor(name: $0) } : front.authors
        // The page of a section needs neither date nor authors, nor does one that is no publication.
        let hasDate = date != nil || name.isSectionIndex || isPlain
        let hasAuthors = !authors.isEmpty || name.isSectionIndex || isPlain
        reportMissing(
            title: title == nil, date: !hasDate, author: !hasAuthors, at: place, in: &log)
        let slug = slug(of: front, source, title, name, surroundings, at: place, in: &log)
        guard let title, hasDate, hasAuthors else {
            return ImportedPost(
                source: path, slug: slug, text: nil, files: [],
                diagnostics: log.diagnostics.sorted(), isSectionIndex: name.isSectionIndex)
        }
        front.log = log
        if isPlain, front.setKind("page") {
            front.log.note(
                "import.plain-page",
                "Nothing says when this was written, or by whom: it became a plain page, ‘kind: page’, as “About” is. "
                    + "A publication needs ‘date’ and ‘authors’, or ‘--date’ and ‘--author’.",
                at: place)
        }
        let hasMadeKind = options.needsKind && !name.isSectionIndex && front.setKind("essay")
        let address = [options.section, name.isSectionIndex ? "" : slug.rawValue]
        let oldAddresses = front.readAddress(
            name, date: front.date ?? name.date ?? options.date,
            newPath: address.joined(separator: "/"))
        log = front.log
        let isDraft = front.isDraft || log.needsReview
        if isDraft, !front.isDraft {
            log.note(
                "import.draft",
                "The page is a draft until somebody has looked at what is named here; then remove "
                    + "‘draft: true’.", at: place)
        }
        let yaml = front.yaml(title: title, date: date, authors: authors, isDraft: isDraft)
        return ImportedPost(
            source: path, slug: slug, text: yaml + "\n" + text, files: body.files,
            diagnostics: log.diagnostics.sorted(), title: title, oldAddresses: oldAddresses,
            isSectionIndex: name.isSectionIndex, hasMadeKind: hasMadeKind,
            language: front.language, translationKey: front.translationKey)
    }

    /// Whether the page is like “About”: it says neither when nor by whom it was written, and stands where such pages
    /// do.
    private static func isPlain(
        _ front: FrontMatterTranslator, _ name: PostName, _ surroundings: PostSurroundings,
        _ options: ImportOptions
    ) -> Bool {
        guard front.dateText == nil, name.date == nil, front.authors.isEmpty, !name.isSectionIndex,
            !front.fields.contains(where: { $0.key == "kind" }),
            // What is given for all makes a publication of it.
            options.date == nil || options.authors.isEmpty
        else { return false }
        guard !front.isPage, let place = surroundings.place, place.generator != .jekyll else {
            return front.isPage
        }
        // That of a bundle is the page itself.
        return (name.isBundle ? place.folders.dropLast() : place.folders[...]).isEmpty
    }

    /// Asks for what only a person can know.
    private static func reportMissing(
        title: Bool, date: Bool, author: Bool, at place: Range<Int>, in log: inout ImportLog
    ) {
        if title {
            log.refuse(
                "import.missing-title",
                "The text has no title: write ‘title: …’ into its front matter, or give one with ‘--title’.",
                at: place)
        }
        if date {
            log.refuse(
                "import.missing-date",
                "Nothing says when this was published: give the date with ‘--date’.", at: place)
        }
        if author {
            log.refuse(
                "import.missing-author", "Nothing says who wrote this: name them with ‘--author’.",
                at: place)
        }
    }

    /// What the author says, else the name of the file; of a pasted text, its title.
    private static func slug(
        of front: FrontMatterTranslator, _ source: PostSource, _ title: String?, _ name: PostName,
        _ surroundings: PostSurroundings, at place: Range<Int>, in log: inout ImportLog
    ) -> Slug {
        let slug =
            front.slug ?? (source.hasFrontMatter ? name.slug : nil)
            ?? title.flatMap { Slug(slugifying: $0) } ?? name.slug
        guard surroundings.needsLanguageInName, let language = front.language,
            let own = Slug(slugifying: "\(slug.rawValue)-\(language)")
        else { return slug }
        log.note(
            "import.language-in-name",
            "Another version of the text is called ‘\(slug.rawValue)’, too: this one became "
                + "‘\(own.rawValue)’. Write another ‘slug’ if it should have one.", at: place)
        return own
    }
}
