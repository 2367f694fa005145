/// One Markdown file to one page, from its own bytes alone.

import Diagnostics
import Markdown
import Markup
import Math

extension ParsedPage {
    /// Splits, decodes and parses a file.
    ///
    /// `nil` beside the reasons when its front matter has an error: then nobody can tell whether it
    /// is a draft, and it stays unpublished.
    static func parse(
        _ bytes: [UInt8], file: PageFile, configuration: SiteConfiguration?
    ) -> (page: ParsedPage?, diagnostics: [Diagnostic]) {
        let limit = configuration?.maximumFileSize ?? 4 << 20
        if let problem = TextCheck.diagnostic(for: bytes, path: file.path, maximumSize: limit) {
            return (nil, [problem])
        }
        let (split, problem) = FrontMatter.split(bytes, path: file.path)
        guard let split else { return (nil, problem.map { [$0] } ?? []) }
        var diagnostics: [Diagnostic] = []
        var metadata: PageMetadata?
        do throws(YAMLReader.Failure) {
            let root = try YAMLReader.read(bytes[split.yaml])
            let decoded = MetadataDecoder.decode(
                root, path: file.path, frontMatter: ByteRange(split.whole), role: file.role,
                fields: configuration?.fields)
            metadata = decoded.0
            diagnostics += decoded.1
        } catch {
            diagnostics.append(error.diagnostic(in: file.path, bytes))
        }
        // The text is parsed even so: one run finds every mistake of a file.
        var options = MarkdownParser.Options()
        options.runInHeads = metadata?.runInHeads ?? configuration?.runInHeads ?? false
        options.allowsRawHTML = configuration?.allowsRawHTML ?? true
        options.math = configuration?.readsMath ?? true
        // A mistake elsewhere in site.yaml makes no command unknown.
        options.macros = configuration?.macros ?? .unreadable
        options.limits = configuration?.textLimits ?? options.limits
        options.numbersHeadings = metadata?.isNumbered ?? false
        options.quotationMarks = QuotationMarks(
            language: metadata?.language?.value ?? configuration?.language ?? "en")
        metadata?.setTypographically(options.quotationMarks, for: file.role)
        options.acknowledgedNames =
            metadata?.acknowledgements.flatMap { $0.people.map(\.value) } ?? []
        let parsed = MarkdownParser.parse(
            bytes, body: split.body, path: file.path, options: options)
        // What is a formula only perhaps has no mistakes.
        let isMathKnown = configuration.map { $0.readsMath != nil } ?? true
        diagnostics +=
            isMathKnown
            ? parsed.diagnostics
            : parsed.diagnostics.filter { !$0.id.rawValue.hasPrefix("math.") }
        guard let metadata else { return (nil, diagnostics) }
        let page = ParsedPage(
            path: file.path, role: file.role, section: file.section,
            slug: metadata.slug?.value ?? file.slug, bundle: file.bundle, metadata: metadata,
            document: parsed.document, frontMatterBytes: ByteRange(split.whole))
        diagnostics += page.checkRequired()
        return (
            diagnostics.contains { $0.id == "front-matter.missing-key" } ? nil : page, diagnostics
        )
    }

    /// What a publication must have beyond a title.
    private func checkRequired() -> [Diagnostic] {
        let isPost = section.first?.rawValue == "posts"
        let kind = metadata.kind?.value ?? (isPost ? .essay : .page)
        guard role == .page, kind != .page else { return [] }
        let place = SourceSpan(
            path, ByteRange(Int(frontMatterBytes.lower), Int(frontMatterBytes.lower) + 3))
        var diagnostics: [Diagnostic] = []
        if metadata.date == nil {
            diagnostics.append(
                Diagnostic(
                    "front-matter.missing-key",
                    "A publication needs a ‘date’: write ‘date: 2025-01-31’.", at: place))
        }
        if metadata.authors.isEmpty {
            diagnostics.append(
                Diagnostic(
                    "front-matter.missing-key",
                    "A publication needs ‘authors’: write ‘authors: [Ada Example]’.", at: place))
        }
        return diagnostics
    }
}

extension PageMetadata {
    /// Sets what is read as prose in typographic signs.
    ///
    /// The title of a person or a topic is a name, and is compared with other names as it was typed.
    fileprivate mutating func setTypographically(
        _ marks: QuotationMarks, for role: ParsedPage.Role
    ) {
        if role != .person, role != .topic { title.value = title.value.typographic(marks) }
        subtitle = subtitle?.typographic(marks)
        summary = summary?.typographic(marks)
        withdrawn = withdrawn.map { Located($0.value.typographic(marks), at: $0.bytes) }
        if var image {
            image.alt = image.alt.typographic(marks)
            image.caption = image.caption?.typographic(marks)
            self.image = image
        }
        for index in acknowledgements.indices {
            acknowledgements[index].reason = acknowledgements[index].reason?.typographic(marks)
        }
        for index in revisions.indices {
            revisions[index].note = revisions[index].note.typographic(marks)
        }
    }
}
