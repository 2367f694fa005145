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
        var diagnostics = TextCheck.controlCharacters(in: bytes, path: file.path)
        guard let split else { return (nil, diagnostics + (problem.map { [$0] } ?? [])) }
        var file = file
        var (metadata, mistakes) = metadata(of: bytes, split, file, configuration, diagnostics)
        if file.bundle != nil, file.isHome(by: metadata) {
            file = file.asList
            (metadata, mistakes) = Self.metadata(
                of: bytes, split, file, configuration, diagnostics)
        }
        diagnostics += mistakes
        // The text is parsed even so: one run finds every mistake of a file.
        let options = MarkdownParser.Options(for: metadata, configuration)
        let parsed = MarkdownParser.parse(
            bytes, body: split.body, path: file.path, options: options)
        diagnostics += parsed.diagnostics
        guard var metadata else { return (nil, diagnostics) }
        var document = parsed.document
        diagnostics += metadata.readLines(
            of: bytes, path: file.path, options: options, into: &document)
        metadata.setTypographically(options.quotationMarks, for: file.role)
        let page = ParsedPage(
            path: file.path, role: file.role, section: file.section,
            slug: metadata.slug?.value ?? file.slug, bundle: file.bundle, metadata: metadata,
            document: document, frontMatterBytes: ByteRange(split.whole))
        let missing = page.missingKeys()
        return (missing.isEmpty ? page : nil, diagnostics + missing)
    }

    /// What stands in the front matter; `nil` beside the reasons when it cannot be read.
    ///
    /// `controls` tells where the file has control characters: YAML with one is none, and libyaml does not say where.
    private static func metadata(
        of bytes: [UInt8], _ split: FrontMatter, _ file: PageFile,
        _ configuration: SiteConfiguration?, _ controls: [Diagnostic]
    ) -> (PageMetadata?, [Diagnostic]) {
        let isYAML = !controls.contains { control in
            control.span.map { split.yaml.contains(Int($0.bytes.lower)) } ?? false
        }
        guard isYAML else { return (nil, []) }
        do throws(YAMLReader.Failure) {
            let root = try YAMLReader.read(bytes[split.yaml])
            return MetadataDecoder.decode(
                root, of: bytes, path: file.path, frontMatter: ByteRange(split.whole),
                role: file.role,
                fields: configuration?.fields,
                defaults: configuration?.defaults?.metadata(for: file))
        } catch {
            return (nil, [error.diagnostic(in: file.path, bytes)])
        }
    }

    /// What a publication must have beyond a title.
    private func missingKeys() -> [Diagnostic] {
        guard role == .page, kind != .page, metadata.date == nil || metadata.authors.isEmpty else {
            return []
        }
        let place = SourceSpan(
            path, ByteRange(Int(frontMatterBytes.lower), Int(frontMatterBytes.lower) + 3))
        let missing = [
            metadata.date == nil ? "a ‘date’: write ‘date: 2025-01-31’." : nil,
            metadata.authors.isEmpty ? "‘authors’: write ‘authors: [Ada Example]’." : nil,
        ]
        return missing.compactMap(\.self).map { what in
            Diagnostic(
                "front-matter.missing-key", "A publication needs " + what, at: place,
                notes: [originOfKind].compactMap(\.self))
        }
    }

    /// Why a page is a publication of which its own front matter does not say so.
    private var originOfKind: Diagnostic.Note? {
        guard metadata.inherited.contains(.kind), let kind = metadata.kind else { return nil }
        return Diagnostic.Note(
            "‘defaults’ of its folder give it ‘kind: \(kind.value.rawValue)’.",
            at: SourceSpan(SiteSettings.path, kind.bytes))
    }
}

extension PageFile {
    /// Whether it translates the home page: a language begins with its own, beside which nothing may stand yet.
    fileprivate func isHome(by metadata: PageMetadata?) -> Bool {
        guard let name = metadata?.translationOf?.value, !name.hasPrefix("/") else { return false }
        var parts = path.split(separator: "/").dropLast()
        for part in name.split(separator: "/") where part != "." {
            if part != ".." {
                parts.append(part)
            } else if parts.popLast() == nil {
                return false
            }
        }
        return parts == ["content", "index.md"]
    }

    fileprivate var asList: PageFile {
        PageFile(
            path: path, size: size, role: .sectionIndex, section: section, slug: slug, bundle: nil)
    }
}

extension MarkdownParser.Options {
    /// What decides how a text is read, as far as that is known.
    fileprivate init(for metadata: PageMetadata?, _ configuration: SiteConfiguration?) {
        self.init()
        runInHeads = metadata?.runInHeads ?? configuration?.runInHeads ?? false
        allowsRawHTML = configuration?.allowsRawHTML ?? true
        math = configuration?.math ?? .on
        // A mistake elsewhere in site.yaml makes no command unknown.
        macros = configuration?.macros ?? .unreadable
        highlightsCode = configuration?.highlightsCode ?? false
        limits = configuration?.textLimits ?? limits
        numbersHeadings = metadata?.isNumbered ?? false
        language = metadata?.language?.value ?? configuration?.language ?? language
        acknowledgedNames = metadata?.acknowledgements.flatMap { $0.people.map(\.value) } ?? []
    }
}

extension PageMetadata {
    /// Reads the Markdown of the sentences that may have some, and enters their links with those of the text.
    fileprivate mutating func readLines(
        of source: [UInt8], path: String, options: MarkdownParser.Options,
        into document: inout Document
    ) -> [Diagnostic] {
        var diagnostics: [Diagnostic] = []
        func read(_ line: inout FrontMatterLine) {
            let read = MarkdownParser.parse(
                line: line.text, at: line.bytes.range, of: source, path: path, options: options,
                into: &document)
            diagnostics += read.diagnostics
            guard let parsed = read.line else { return }
            line.text = parsed.plain
            line.html = parsed.html
        }
        if var line = withdrawn {
            read(&line)
            withdrawn = line
        }
        for index in revisions.indices { read(&revisions[index].note) }
        return diagnostics
    }

    /// Sets what is read as prose in typographic signs.
    ///
    /// The title of a person or a topic is a name, and is compared with other names as it was typed.
    fileprivate mutating func setTypographically(
        _ marks: QuotationMarks, for role: ParsedPage.Role
    ) {
        if role != .person, role != .topic { title.value = title.value.typographic(marks) }
        subtitle = subtitle?.typographic(marks)
        summary = summary?.typographic(marks)
        if let text = withdrawn?.text { withdrawn?.text = text.typographic(marks) }
        if var image {
            image.alt = image.alt.typographic(marks)
            image.caption = image.caption?.typographic(marks)
            self.image = image
        }
        for index in acknowledgements.indices {
            acknowledgements[index].reason = acknowledgements[index].reason?.typographic(marks)
        }
        for index in revisions.indices {
            revisions[index].note.text = revisions[index].note.text.typographic(marks)
        }
    }
}
