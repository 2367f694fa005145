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
    /// The end of the literal text, as far as a rule looks back.
    private var tail: [UInt8] = []
    /// Whether a `script` tag says that it holds JSON.
    private var holdsJSON = false
    private var type: [UInt8] = []

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

    /// A value was printed here.
    mutating func advanceOverValue() {
        if isInValue { hasValue = true }
        tail = []
    }

    mutating func advance(over text: some Sequence<UInt8>) {
        guard syntax != .plain else { return }
        for byte in text { advance(byte) }
    }

    private mutating func advance(_ byte: UInt8) {
        tail.append(byte | (byte >= 0x41 && byte <= 0x5A ? 0x20 : 0))
        if tail.count > 24 { tail.removeFirst(8) }
        let isSpace = byte <= 0x20
        let lower = tail[tail.count - 1]
        switch state {
        case .text: if byte == UInt8(ascii: "<") { state = .tagStart }
        case .tagStart:
            switch byte {
            case UInt8(ascii: "/"): state = .closingTag
            case UInt8(ascii: "!"), UInt8(ascii: "?"): state = .declaration
            case _ where lower >= 0x61 && lower <= 0x7A:
                state = .tagName
                element = [lower]
                holdsJSON = false
                type = []
            default: state = .text
            }
        case .tagName:
            if byte == UInt8(ascii: ">") {
                endTag()
            } else if isSpace || byte == UInt8(ascii: "/") {
                state = .tag
            } else {
                element.append(lower)
            }
        case .closingTag: if byte == UInt8(ascii: ">") { state = .text }
        case .tag, .afterName:
            switch byte {
            case UInt8(ascii: ">"): endTag()
            case UInt8(ascii: "="): state = .beforeValue
            case _ where isSpace || byte == UInt8(ascii: "/"): break
            default:
                state = .attributeName
                attribute = [lower]
            }
        case .tagAfterSection:
            switch byte {
            case UInt8(ascii: ">"): endTag()
            case _ where isSpace || byte == UInt8(ascii: "/"): state = .tag
            // Nobody can tell what attribute this would be: nothing may be printed from here on.
            default: state = .code
            }
        case .attributeName:
            switch byte {
            case UInt8(ascii: "="): state = .beforeValue
            case UInt8(ascii: ">"): endTag()
            case _ where isSpace: state = .afterName
            case UInt8(ascii: "/"): state = .tag
            default: attribute.append(lower)
            }
        case .beforeValue:
            hasValue = false
            switch byte {
            case UInt8(ascii: "\""), UInt8(ascii: "'"): state = .value(quote: byte)
            case UInt8(ascii: ">"): endTag()
            case _ where isSpace: break
            default: state = .unquotedValue
            }
        case .value(let quote):
            if byte == quote {
                if attribute.elementsEqual("type".utf8), element.elementsEqual("script".utf8) {
                    holdsJSON =
                        type.elementsEqual("application/ld+json".utf8)
                        || type.elementsEqual("application/json".utf8)
                }
                state = .tag
            } else {
                hasValue = true
                if attribute.elementsEqual("type".utf8) { type.append(lower) }
            }
        case .unquotedValue:
            if byte == UInt8(ascii: ">") { endTag() } else if isSpace { state = .tag }
        case .declaration:
            if tail.ends(with: "<!--") {
                state = .comment
            } else if byte == UInt8(ascii: ">") {
                state = .text
            }
        case .comment: if tail.ends(with: "-->") { state = .text }
        case .plainElement, .code: leaveElement()
        case .json(let inString):
            if byte == UInt8(ascii: "\""), !tail.ends(with: "\\\"") {
                state = .json(inString: !inString)
            }
            leaveElement()
        }
    }

    private mutating func endTag() {
        state = .text
        guard syntax == .html else { return }
        switch String(decoding: element, as: UTF8.self) {
        case "title", "textarea": state = .plainElement
        case "script": state = holdsJSON ? .json(inString: false) : .code
        case "style", "xmp", "iframe", "noembed", "noframes", "plaintext": state = .code
        default: break
        }
    }

    private mutating func leaveElement() {
        guard !element.isEmpty, tail.ends(with: "</" + String(decoding: element, as: UTF8.self))
        else {
            return
        }
        state = .closingTag
    }

    // MARK: - What may be printed here

    /// How a value is written in this place.
    enum Place: Equatable {
        case text
        case attribute
        /// A whole address, or its beginning: the scheme is checked.
        case address
        /// A part of an address, behind literal text.
        case addressPart
        case xmlText
        case jsonString
        case json
        case plain
    }

    /// The place, or why nothing may be printed here.
    func place() -> Result<Place, Refusal> {
        switch (syntax, state) {
        case (.plain, _): .success(.plain)
        case (.html, .text), (.html, .plainElement): .success(.text)
        case (.xml, .text), (.xml, .plainElement): .success(.xmlText)
        case (_, .value): attributePlace()
        case (_, .json(inString: true)): .success(.jsonString)
        case (_, .json(inString: false)): .success(.json)
        case (_, .tagStart), (_, .tagName), (_, .closingTag):
            .failure(Refusal("the name of a tag"))
        case (_, .tag), (_, .tagAfterSection), (_, .attributeName), (_, .afterName):
            .failure(Refusal("the name of an attribute"))
        case (_, .beforeValue), (_, .unquotedValue):
            .failure(Refusal("an attribute without quotation marks"))
        case (_, .declaration), (_, .comment): .failure(Refusal("a comment"))
        case (_, .code): .failure(Refusal("a script or style sheet"))
        case (.json, .text), (.json, .plainElement): .success(.jsonString)
        }
    }

    struct Refusal: Error {
        let place: String
        init(_ place: String) { self.place = place }
    }

    /// Attributes whose value is an address (HTML standard, index of attributes).
    private static let addresses: Set<String> = [
        "href", "src", "action", "cite", "poster", "srcset", "formaction", "data", "manifest",
        "longdesc", "background", "ping", "imagesrcset", "xlink:href", "usemap", "profile",
    ]

    private func attributePlace() -> Result<Place, Refusal> {
        let name = String(decoding: attribute, as: UTF8.self)
        if name.hasPrefix("on") { return .failure(Refusal("an event handler")) }
        if name == "style" { return .failure(Refusal("a style")) }
        if name == "srcdoc" { return .failure(Refusal("a document in an attribute")) }
        guard syntax == .html, Self.addresses.contains(name) else { return .success(.attribute) }
        return .success(hasValue ? .addressPart : .address)
    }

    /// Whether an address is about to begin inside `<meta content="0; url=…">`.
    var beginsRefreshAddress: Bool { tail.ends(with: "url=") }
}

extension [UInt8] {
    fileprivate func ends(with text: String) -> Bool {
        reversed().starts(with: text.utf8.reversed())
    }
}
