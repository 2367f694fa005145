/// Where in the syntax of the output a piece of a template stands: worked out from its literal text
/// when it is compiled, so that each value is escaped for the place where it will be printed.

struct EscapingContext: Equatable {
    /// What the template writes, by its extension.
    enum Syntax: Equatable { case html, xml, json, plain }

    enum State: Equatable {
        /// Between tags.
        case text
        /// After `<`.
        case tagStart
        case tagName
        case closingTag
        /// In a tag, between attributes.
        case tag
        /// In a tag, behind a section that may have written an attribute (`hidden`): what follows must
        /// end its name.
        case tagAfterSection
        case attributeName
        /// After an attribute's name and white space.
        case afterName
        /// After `=`.
        case beforeValue
        case value(quote: UInt8)
        case unquotedValue
        /// `<!doctype …>` or `<?xml …?>`.
        case declaration
        case comment
        /// Inside `title` or `textarea`: text in which no tag can begin.
        case plainElement
        /// Inside `script` with JSON: in a string or not.
        case json(inString: Bool)
        /// Inside `script` or `style`, where nothing may be printed.
        case code
    }

    let syntax: Syntax
    var state: State
    /// Lower case, of the tag being read or the element that it opened.
    var element: [UInt8] = []
    var attribute: [UInt8] = []
    /// Whether the attribute's value has begun.
    var hasValue = false
    /// The end of the literal text, as far as a rule looks back: without text between tags, and without what stands in a
    /// tag besides values.
    var tail: [UInt8] = []
    /// Whether a `script` tag says that it holds JSON.
    var holdsJSON = false
    /// The value of its `type`.
    var type: [UInt8] = []
    /// Whether it has a `src`: a browser ignores what stands in it then (HTML Standard, “The script element”).
    var hasSource = false

    init(syntax: Syntax) {
        self.syntax = syntax
        switch syntax {
        case .html, .xml, .plain: state = .text
        case .json: state = .json(inString: false)
        }
    }

    /// Contexts are the same when what follows is read in the same way.
    static func == (a: EscapingContext, b: EscapingContext) -> Bool {
        a.state == b.state
            && (a.isInTag || a.isInElement
                ? a.element == b.element && a.holdsJSON == b.holdsJSON : true)
            && (a.isInValue ? a.attribute == b.attribute && a.hasValue == b.hasValue : true)
    }

    private var isInTag: Bool {
        switch state {
        case .tagName, .tag, .tagAfterSection, .attributeName, .afterName, .beforeValue, .value,
            .unquotedValue:
            true
        case .text, .tagStart, .closingTag, .declaration, .comment, .plainElement, .json, .code:
            false
        }
    }

    private var isInElement: Bool {
        switch state {
        case .plainElement, .json, .code: true
        case .text, .tagStart, .tagName, .closingTag, .tag, .tagAfterSection, .attributeName,
            .afterName, .beforeValue, .value, .unquotedValue, .declaration, .comment:
            false
        }
    }

    var isInValue: Bool {
        switch state {
        case .value, .unquotedValue: true
        case .text, .tagStart, .tagName, .closingTag, .tag, .tagAfterSection, .attributeName,
            .afterName, .beforeValue, .declaration, .comment, .plainElement, .json, .code:
            false
        }
    }

    /// Closes a section that began in `before`: `false` when what follows it would be read differently
    /// with it and without.
    mutating func closeSection(from before: EscapingContext) -> Bool {
        let mayAddAttributes =
            before.state == .tag || before.state == .tagName || before.state == .tagAfterSection
        let isBehindAttribute =
            state == .attributeName || state == .afterName || state == .tagAfterSection
            || (state == .tag && before.state != .tag)
        if mayAddAttributes, isBehindAttribute, element == before.element {
            state = .tagAfterSection
            return true
        }
        guard self != before else { return true }
        self = before
        return false
    }

    /// Whether markup may stand here: between tags, and not inside `title` or the like.
    var isBetweenTags: Bool { state == .text }

    /// The value of an attribute goes on.
    mutating func takeValue() {
        hasValue = true
        if attribute.elementsEqual("src".utf8) { hasSource = true }
    }

    /// A value was printed here.
    mutating func advanceOverValue() {
        if isInValue { takeValue() }
        tail = []
    }
}
