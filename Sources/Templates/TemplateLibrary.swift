/// All templates of a theme, parsed, and the door to compiling one for a record.

package import Bytes
package import Diagnostics
package import Markup

/// A name with one value for the whole site: the address of an asset.
package struct TemplateConstant: Sendable {
    let name: String
    let value: String
    let isURL: Bool

    /// `asset.main.css`, whose value may begin an `href`.
    package init(_ name: String, url: String) {
        self.name = name
        value = url
        isURL = true
    }

    package init(_ name: String, text: String) {
        self.name = name
        value = text
        isURL = false
    }
}

package struct TemplateLibrary: Sendable {
    private let templates: [String: ParsedTemplate]
    /// Fields that the site declares for `extra`; `nil`: any, and all of them texts.
    let ownFields: [String: OwnFieldType]?
    let constants: [String: TemplateConstant]
    /// Files whose addresses are noted while they are compiled.
    let checkedPaths: Set<String>
    /// Paths below `templates/`, sorted.
    package let names: [String]

    /// Parses every source.
    ///
    /// A template is named by its path below `templates/`.
    ///
    /// - Parameters:
    ///   - sources: The templates.
    ///   - constants: Names with one value for the whole site.
    ///   - ownFields: What the site declares for `extra`, if it does.
    ///   - checkedPaths: Of the sources whose addresses are asked for; it takes time to look for them.
    package init(
        _ sources: [TemplateSource], constants: [TemplateConstant] = [],
        ownFields: [String: OwnFieldType]? = nil, checkedPaths: Set<String> = []
    ) {
        self.checkedPaths = checkedPaths
        self.ownFields = ownFields
        var templates: [String: ParsedTemplate] = [:]
        for source in sources { templates[Self.name(source.path)] = TemplateParser.parse(source) }
        self.templates = templates
        self.constants = Dictionary(
            constants.map { ($0.name, $0) }, uniquingKeysWith: { first, _ in first })
        names = templates.keys.sorted { $0.precedes($1) }
    }

    private static func name(_ path: String) -> String {
        path.hasPrefix("templates/") ? String(path.dropFirst("templates/".count)) : path
    }

    /// The template of a name as a tag gives it: whole, or without the extension of the file that
    /// holds the tag.
    func template(_ name: String, from path: String) -> (name: String, template: ParsedTemplate)? {
        if let template = templates[name] { return (name, template) }
        guard let ending = path.utf8.lastIndex(of: UInt8(ascii: ".")) else { return nil }
        let file = name + path[ending...]
        return templates[file].map { (file, $0) }
    }

    /// Checks a template against a record and compiles it.
    ///
    /// - Returns: `nil` beside the diagnostics when the template, or one that it includes, has an
    ///   error.
    package func compile<Record: TemplateRecord>(
        _ name: String, for record: Record.Type
    ) -> (template: Template<Record>?, diagnostics: [Diagnostic]) {
        guard let template = templates[name] else {
            let hint = Spelling.closest(to: name, in: names)
            return (
                nil,
                [
                    Diagnostic(
                        "template.missing",
                        "The theme has no ‘\(name)’.\(Spelling.hint(hint))",
                        at: SourceSpan(file: "templates/" + name))
                ]
            )
        }
        var compiler = TemplateCompiler(
            library: self, path: template.path, schema: AnySchema(record))
        compiler.compile(template, name: name)
        let syntax = templates.values.flatMap(\.diagnostics)
        let diagnostics = syntax + compiler.diagnostics
        let program = compiler.program
        return (diagnostics.hasErrors ? nil : Template(program: program), diagnostics)
    }
}

/// A checked template for one type of record.
package struct Template<Record: TemplateRecord>: Sendable {
    private let program: Program

    init(program: Program) { self.program = program }

    /// Addresses that it spells out, and those that it includes, in the files that are checked.
    ///
    /// A text that is included more than once gives its addresses as often.
    package var addresses: [TemplateAddress] { program.addresses }

    /// The scripts and styles that these files write into pages.
    package var inlineCode: [InlineCode] { program.inlineCode }

    /// Appends the page to `output`.
    ///
    /// Cannot fail; safe from any number of threads.
    ///
    /// - Parameters:
    ///   - record: What the page shows.
    ///   - language: BCP 47, for dates in words.
    ///   - output: Grows by the page.
    package func render(
        _ record: Record, language: String = "en", into output: inout OutputBuffer
    ) {
        withUnsafePointer(to: record) {
            Renderer.run(program, root: RecordAddress($0), language: language, into: &output)
        }
    }
}
