/// One Markdown file to one page, from its own bytes alone.

import Diagnostics
import Markdown
import Markup
import Math

extension ParsedPage {
    /// Splits, decodes and parses a file.
    ///
    /// `nil` beside the reasons when nobody can tell from its front matter whether readers are to see it.
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
        var decoded = metadata(of: bytes, split, file, configuration, diagnostics)
        if file.bundle != nil, file.isHome(by: decoded.metadata) {
            file = file.asList
            decoded = metadata(of: bytes, split, file, configuration, diagnostics)
        }
        diagnostics += decoded.diagnostics
        var metadata = decoded.metadata
        // The text is parsed even so: one run finds every mistake of a file.
        let options = MarkdownParser.Options(for: metadata, configuration)
        let parsed = MarkdownParser.parse(
            bytes, body: split.body, path: file.path, options: options)
        diagnostics += parsed.diagnostics
        guard let reading = decoded.reading else { return (nil, diagnostics) }
        var document = parsed.document
        diagnostics += metadata.readLines(
            of: bytes, path: file.path, options: options, into: &document)
        metadata.setTypographically(options.quotationMarks, for: file.role)
        let page = ParsedPage(
            path: file.path, role: file.role, section: file.section,
            slug: metadata.slug?.value ?? file.slug, bundle: file.bundle, metadata: metadata,
            document: document, frontMatterBytes: ByteRange(split.whole), reading: reading)
        return (page, diagnostics)
    }

    /// What stands in the front matter.
    ///
    /// `controls` tells where the file has control characters: YAML with one is none, and libyaml does not say where.
    private static func metadata(
        of bytes: [UInt8], _ split: FrontMatter, _ file: PageFile,
        _ configuration: SiteConfiguration?, _ controls: [Diagnostic]
    ) -> DecodedMetadata {
        let isYAML = !controls.contains { control in
            control.span.map { split.yaml.contains(Int($0.bytes.lower)) } ?? false
        }
        guard isYAML else { return .unreadable([]) }
        do throws(YAMLReader.Failure) {
            let root = try YAMLReader.read(bytes[split.yaml])
            return MetadataDecoder.decode(
                root, of: bytes, file, frontMatter: ByteRange(split.whole),
                fields: configuration?.fields,
                defaults: configuration?.defaults?.metadata(for: file))
        } catch {
            return .unreadable([error.diagnostic(in: file.path, bytes)])
        }
    }
}

extension PageFile {
    /// Whether it translates the home page: a language begins with its own, beside which nothing may stand yet.
    fileprivate func isHome(by metadata: PageMetadata) -> Bool {
        guard let name = metadata.translationOf?.value, !name.hasPrefix("/") else { return false }
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
    fileprivate init(for metadata: PageMetadata, _ configuration: SiteConfiguration?) {
        self.init()
        runInHeads = metadata.runInHeads ?? configuration?.runInHeads ?? false
        allowsRawHTML = configuration?.allowsRawHTML ?? true
        math = configuration?.math ?? .on
        // A mistake elsewhere in site.yaml makes no command unknown.
        macros = configuration?.macros ?? .unreadable
        highlightsCode = configuration?.highlightsCode ?? false
        limits = configuration?.textLimits ?? limits
        numbersHeadings = metadata.isNumbered
        language = metadata.language?.value ?? configuration?.language ?? language
        acknowledgedNames = metadata.acknowledgements.flatMap { $0.people.map(\.value) }
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
