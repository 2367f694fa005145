/// How literal text moves the context, byte by byte: the states of a tokenizer of HTML, as far as
/// escaping depends on them.

extension EscapingContext {
    mutating func advance(over text: ArraySlice<UInt8>) {
        guard syntax != .plain else { return }
        var index = text.startIndex
        while index < text.endIndex { index = advance(at: index, in: text) }
    }

    /// Moves over a byte, or over all that leave the state what it is: much of a template is text between tags and
    /// values of attributes.
    ///
    /// - Returns: Where it goes on.
    mutating func advance(at index: Int, in text: ArraySlice<UInt8>) -> Int {
        var end = index
        switch state {
        case .text: while end < text.endIndex, text[end] != UInt8(ascii: "<") { end += 1 }
        case .value(let quote):
            while end < text.endIndex, text[end] != quote { end += 1 }
            if end > index { readValue(text[index..<end]) }
        default: break
        }
        guard end == index else { return end }
        advance(text[index].asSmallLetter)
        return index + 1
    }

    /// Reads a byte, a letter as a small one.
    private mutating func advance(_ byte: UInt8) {
        if looksBack { note(byte) }
        switch state {
        case .text: if byte == UInt8(ascii: "<") { state = .tagStart }
        case .tagStart: startTag(byte)
        case .closingTag: if byte == UInt8(ascii: ">") { state = .text }
        case .tagName: readTagName(byte)
        case .tag, .afterName: readTag(byte)
        case .tagAfterSection: readTagAfterSection(byte)
        case .attributeName: readAttributeName(byte)
        case .beforeValue: startValue(byte)
        case .value: endValue()
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
        // What a value ends with is no beginning of what stands in the element.
        tail = []
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
        tail = []
        switch byte {
        case UInt8(ascii: "\""), UInt8(ascii: "'"): state = .value(quote: byte)
        case UInt8(ascii: ">"): endTag()
        case _ where isSpace(byte): break
        default: state = .unquotedValue
        }
    }

    private mutating func readValue(_ bytes: ArraySlice<UInt8>) {
        takeValue()
        if attribute.elementsEqual("type".utf8) { type += bytes.map(\.asSmallLetter) }
        for byte in bytes.suffix(Self.longestTail) { note(byte.asSmallLetter) }
    }

    private mutating func endValue() {
        if attribute.elementsEqual("type".utf8), element.elementsEqual("script".utf8) {
            holdsJSON =
                type.elementsEqual("application/ld+json".utf8)
                || type.elementsEqual("application/json".utf8)
        }
        state = .tag
    }

    // MARK: - What was read before

    private static let longestTail = 24

    /// Whether a rule of the state looks back at single bytes; a value is noted as a whole.
    private var looksBack: Bool {
        switch state {
        case .text, .tagStart, .declaration, .comment, .plainElement, .json, .code: true
        case .tagName, .closingTag, .tag, .tagAfterSection, .attributeName, .afterName,
            .beforeValue, .value, .unquotedValue:
            false
        }
    }

    private mutating func note(_ byte: UInt8) {
        tail.append(byte)
        if tail.count > 2 * Self.longestTail { tail.removeFirst(Self.longestTail) }
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
    func ends(with text: String) -> Bool { suffix(text.utf8.count).elementsEqual(text.utf8) }
}

extension UInt8 {
    fileprivate var asSmallLetter: UInt8 { self >= 0x41 && self <= 0x5A ? self | 0x20 : self }
}
