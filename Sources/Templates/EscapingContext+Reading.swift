/// How literal text moves the context, byte by byte: the states of a tokenizer of HTML, as far as
/// escaping depends on them.

extension EscapingContext {
    mutating func advance(over text: some Sequence<UInt8>) {
        guard syntax != .plain else { return }
        for byte in text { advance(byte >= 0x41 && byte <= 0x5A ? byte | 0x20 : byte) }
    }

    /// Reads a byte, a letter as a small one.
    private mutating func advance(_ byte: UInt8) {
        tail.append(byte)
        if tail.count > 24 { tail.removeFirst(8) }
        switch state {
        case .text: if byte == UInt8(ascii: "<") { state = .tagStart }
        case .tagStart: startTag(byte)
        case .closingTag: if byte == UInt8(ascii: ">") { state = .text }
        case .tagName: readTagName(byte)
        case .tag, .afterName: readTag(byte)
        case .tagAfterSection: readTagAfterSection(byte)
        case .attributeName: readAttributeName(byte)
        case .beforeValue: startValue(byte)
        case .value(let quote): readValue(byte, quote: quote)
        case .unquotedValue:
            if byte == UInt8(ascii: ">") { endTag() } else if isSpace(byte) { state = .tag }
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

    private func isSpace(_ byte: UInt8) -> Bool { byte <= 0x20 }

    // MARK: - Tags

    private mutating func startTag(_ byte: UInt8) {
        switch byte {
        case UInt8(ascii: "/"): state = .closingTag
        case UInt8(ascii: "!"), UInt8(ascii: "?"): state = .declaration
        case UInt8(ascii: "a")...UInt8(ascii: "z"):
            state = .tagName
            element = [byte]
            holdsJSON = false
            type = []
            hasSource = false
        default: state = .text
        }
    }

    private mutating func readTagName(_ byte: UInt8) {
        switch byte {
        case UInt8(ascii: ">"): endTag()
        case _ where isSpace(byte) || byte == UInt8(ascii: "/"): state = .tag
        default: element.append(byte)
        }
    }

    /// Between attributes, or behind the name of one.
    private mutating func readTag(_ byte: UInt8) {
        switch byte {
        case UInt8(ascii: ">"): endTag()
        case UInt8(ascii: "="): state = .beforeValue
        case _ where isSpace(byte) || byte == UInt8(ascii: "/"): break
        default:
            state = .attributeName
            attribute = [byte]
        }
    }

    private mutating func readTagAfterSection(_ byte: UInt8) {
        switch byte {
        case UInt8(ascii: ">"): endTag()
        case _ where isSpace(byte) || byte == UInt8(ascii: "/"): state = .tag
        // Nobody can tell what attribute this would be: nothing may be printed from here on.
        default: state = .code
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

    // MARK: - Attributes

    private mutating func readAttributeName(_ byte: UInt8) {
        switch byte {
        case UInt8(ascii: "="): state = .beforeValue
        case UInt8(ascii: ">"): endTag()
        case UInt8(ascii: "/"): state = .tag
        case _ where isSpace(byte): state = .afterName
        default: attribute.append(byte)
        }
    }

    private mutating func startValue(_ byte: UInt8) {
        hasValue = false
        switch byte {
        case UInt8(ascii: "\""), UInt8(ascii: "'"): state = .value(quote: byte)
        case UInt8(ascii: ">"): endTag()
        case _ where isSpace(byte): break
        default: state = .unquotedValue
        }
    }

    private mutating func readValue(_ byte: UInt8, quote: UInt8) {
        let isType = attribute.elementsEqual("type".utf8)
        if byte != quote {
            takeValue()
            if isType { type.append(byte) }
            return
        }
        if isType, element.elementsEqual("script".utf8) {
            holdsJSON =
                type.elementsEqual("application/ld+json".utf8)
                || type.elementsEqual("application/json".utf8)
        }
        state = .tag
    }

    // MARK: - Elements in which no tag can begin

    private mutating func leaveElement() {
        guard !element.isEmpty, tail.ends(with: "</" + String(decoding: element, as: UTF8.self))
        else {
            return
        }
        state = .closingTag
    }
}

extension [UInt8] {
    func ends(with text: String) -> Bool {
        reversed().starts(with: text.utf8.reversed())
    }
}
