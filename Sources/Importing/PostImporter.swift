/// One file of another generator to one page of ours.

import Content
import Diagnostics
import Markup

package enum PostImporter {
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
    package static func post(
        _ bytes: [UInt8], path: String, options: ImportOptions,
        surroundings: some ImportSurroundings
    ) -> ImportedPost {
        let source = PostSource(bytes, path: path)
        let name = FileName(path)
        guard !source.diagnostics.hasErrors else {
            return ImportedPost(
                source: path, slug: name.slug, text: nil, files: [], diagnostics: source.diagnostics
            )
        }
        var log = ImportLog(path: path)
        let start = source.body
        var front = FrontMatterTranslator(log: log, surroundings: surroundings)
        if let root = source.root { front.read(root) }
        let place = 0..<min(3, bytes.count)
        front.readVersion(name, at: place)
        var body = BodyTranslator(
            bytes, log: front.log, oldSite: options.oldSite, surroundings: surroundings)
        var firstHeading: String?
        if front.title == nil, options.title == nil {
            firstHeading = body.takeTitle(from: start)
        }
        let text = body.translate(from: firstHeading == nil ? start : body.index)
        log = body.log

        let title = front.title ?? options.title ?? firstHeading
        let date = front.date ?? options.date?.isoDate ?? name.date?.isoDate
        let authors =
            front.authors.isEmpty
            ? options.authors.map { ImportedAuthor(name: $0) } : front.authors
        let slug =
            front.slug ?? (source.hasFrontMatter ? name.slug : nil)
            ?? title.flatMap { Slug(slugifying: $0) } ?? name.slug
        guard let title, let date, !authors.isEmpty else {
            refuse(title, date, authors, at: place, in: &log)
            return ImportedPost(
                source: path, slug: slug, text: nil, files: [],
                diagnostics: log.diagnostics.sorted())
        }
        let isDraft = front.isDraft || log.needsReview
        if isDraft, !front.isDraft {
            log.note(
                "import.draft",
                "The page is a draft until somebody has looked at what is named here; then remove "
                    + "‘draft: true’.", at: place)
        }
        var files: [ImportedPost.File] = []
        for file in front.files + body.files where !files.contains(file) {
            files.append(file)
        }
        let yaml = front.yaml(title: title, date: date, authors: authors, isDraft: isDraft)
        return ImportedPost(
            source: path, slug: slug, text: yaml + "\n" + text, files: files,
            diagnostics: log.diagnostics.sorted(), language: front.language,
            translationKey: front.translationKey)
    }

    /// Asks for what nobody can make up.
    private static func refuse(
        _ title: String?, _ date: String?, _ authors: [ImportedAuthor], at place: Range<Int>,
        in log: inout ImportLog
    ) {
        if title == nil {
            log.refuse(
                "import.missing-title", "The text has no title: give one with ‘--title’.", at: place
            )
        }
        if date == nil {
            log.refuse(
                "import.missing-date",
                "Nothing says when this was published: give the date with ‘--date’.", at: place)
        }
        if authors.isEmpty {
            log.refuse(
                "import.missing-author", "Nothing says who wrote this: name them with ‘--author’.",
                at: place)
        }
    }
}
