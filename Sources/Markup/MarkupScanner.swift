import Bytes

/// Reads HTML and XML back, as they stand in a file: tags, their attributes, and text.
///
/// It makes no tree and never fails: whoever reads looks for a few elements of a page whose
/// template may be anybody's. Nothing is copied until it is asked for.
package struct MarkupScanner {
    package enum Kind: Hashable, Sendable { case start, end, text }

    package struct Token: Hashable, Sendable {
        package let kind: Kind
        /// Of a tag: `a`, in small letters.
        package let name: String
        /// All of it, with its brackets.
        package let range: Range<Int>
    }

    package struct Attribute: Hashable, Sendable {
        package let name: String
        /// Inside of its quotes, not decoded.
        package let value: Range<Int>
    }

    private let bytes: [UInt8]
    /// XML has CDATA sections; in HTML, the same signs begin a comment that ends at the first `>`.
    private let isXML: Bool
    private var index = 0
    /// The element whose text holds no tags, until its end.
    private var rawElement: String?

    package init(_ bytes: [UInt8], isXML: Bool = false) {
        self.bytes = bytes
        self.isXML = isXML
    }

    /// The next tag or piece of text; comments, declarations and CDATA sections are passed over.
    package mutating func next() -> Token? {
        while index < bytes.count {
            let start = index
            if let raw = rawElement {
                rawElement = nil
                index = endOfRawText(raw)
                if index > start { return Token(kind: .text, name: "", range: start..<index) }
            }
            guard bytes[index] == UInt8(ascii: "<") else {
                while index < bytes.count, bytes[index] != UInt8(ascii: "<") { index += 1 }
                return Token(kind: .text, name: "", range: start..<index)
            }
            if let token = tag() { return token }
        }
        return nil
    }

    /// The tag at `index`, or nothing for a comment and the like; moves behind it.
    private mutating func tag() -> Token? {
        let start = index
        index += 1
        guard index < bytes.count else { return nil }
        if bytes[index...].starts(with: "!--".utf8) {
            index = find("-->", from: index + 3)
            return nil
        }
        if isXML, bytes[index...].starts(with: "![CDATA[".utf8) {
            index = find("]]>", from: index + 8)
            return nil
        }
        let isEnd = bytes[index] == UInt8(ascii: "/")
        if isEnd { index += 1 }
        let nameStart = index
        while index < bytes.count, Self.isNameByte(bytes[index]) { index += 1 }
        var name = String(decoding: bytes[nameStart..<index], as: UTF8.self)
        // Nearly all names are in small letters, and to make them so takes longer than the rest.
        if !name.utf8.allSatisfy({ (0x5B..<0x80).contains($0) || $0 < 0x41 }) {
            name = name.lowercased()
        }
        skipToEndOfTag()
        // `<!doctype>`, `<?xml?>`, and a sign that stands for itself.
        guard !name.isEmpty else { return nil }
        if !isEnd, Self.holdsNoTags(name) { rawElement = name }
        return Token(kind: isEnd ? .end : .start, name: name, range: start..<index)
    }

    private mutating func skipToEndOfTag() {
        var quote: UInt8?
        while index < bytes.count {
            let byte = bytes[index]
            index += 1
            if let open = quote {
                if byte == open { quote = nil }
            } else if byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "'") {
                quote = byte
            } else if byte == UInt8(ascii: ">") {
                return
            }
        }
    }

    private func find(_ text: String, from start: Int) -> Int {
        guard start < bytes.count else { return bytes.count }
        let found = bytes.withUnsafeBufferPointer { bytes in
            text.withUTF8Bytes { bytes.firstRange(of: $0, in: start..<bytes.count) }
        }
        return found?.upperBound ?? bytes.count
    }

    /// Elements whose text holds no tags (HTML Standard, "Elements": raw text, and what is edited).
    private static func holdsNoTags(_ name: String) -> Bool {
        switch name {
        case "script", "style", "textarea": true
        default: false
        }
    }

    /// Where the end tag of an element stands, in letters of any case.
    private func endOfRawText(_ name: String) -> Int {
        var place = index
        while let start = bytes[place...].firstIndex(of: UInt8(ascii: "<")) {
            place = start + 1
            let end = place + 1 + name.utf8.count
            guard end <= bytes.count else { break }
            if bytes[place] == UInt8(ascii: "/"),
                bytes[place + 1..<end].elementsEqual(name.utf8, by: { $0 | 0x20 == $1 }),
                end == bytes.count || !Self.isNameByte(bytes[end])
            {
                return start
            }
        }
        return bytes.count
    }

    private static func isNameByte(_ byte: UInt8) -> Bool {
        switch byte {
        case 0x30...0x3A, 0x41...0x5A, 0x61...0x7A, UInt8(ascii: "-"), UInt8(ascii: "_"), 0x80...:
            true
        default: false
        }
    }

    // MARK: - What stands in a token

    package func attributes(of token: Token) -> [Attribute] {
        var attributes: [Attribute] = []
        forEachAttribute(of: token) { name, value in
            attributes.append(
                Attribute(
                    name: String(decoding: bytes[name], as: UTF8.self).lowercased(), value: value))
        }
        return attributes
    }

    /// Whether a name is `other`, which is in small letters.
    package func isName(_ name: Range<Int>, _ other: StaticString) -> Bool {
        other.withUTF8Buffer { other in
            name.count == other.count
                && other.indices.allSatisfy {
                    other[$0] == bytes[name.lowerBound + $0] | 0x20
                        || other[$0] == bytes[name.lowerBound + $0]
                }
        }
    }

    /// Calls back with where the name of each attribute stands and its value, which is inside of its quotes
    /// and not decoded.
    package func forEachAttribute(
        of token: Token, _ body: (_ name: Range<Int>, _ value: Range<Int>) -> Void
    ) {
        var place = token.range.lowerBound + 1 + token.name.utf8.count
        let end = token.range.upperBound - 1
        while place < end {
            let start = place
            while place < end, Self.isNameByte(bytes[place]) { place += 1 }
            guard place > start else {
                place += 1
                continue
            }
            let name = start..<place
            while place < end, bytes[place] <= 0x20 { place += 1 }
            guard place < end, bytes[place] == UInt8(ascii: "=") else {
                body(name, place..<place)
                continue
            }
            place += 1
            while place < end, bytes[place] <= 0x20 { place += 1 }
            let value = value(from: &place, to: end)
            body(name, value)
        }
    }

    private func value(from place: inout Int, to end: Int) -> Range<Int> {
        guard place < end else { return end..<end }
        let quote = bytes[place]
        guard quote == UInt8(ascii: "\"") || quote == UInt8(ascii: "'") else {
            let start = place
            while place < end, bytes[place] > 0x20 { place += 1 }
            return start..<place
        }
        let start = place + 1
        place = start
        while place < end, bytes[place] != quote { place += 1 }
        let value = start..<place
        place += 1
        return value
    }

    /// The value of an attribute, decoded; `nil` when the tag has none of that name.
    package func attribute(_ name: String, of token: Token) -> String? {
        attributes(of: token).first { $0.name == name }.map { text($0.value) }
    }

    /// A piece of text with its entities decoded.
    package func text(_ range: Range<Int>) -> String {
        guard bytes[range].contains(UInt8(ascii: "&")) else {
            return String(decoding: bytes[range], as: UTF8.self)
        }
        return String(decoding: CharacterReference.decode(bytes, range), as: UTF8.self)
    }

    /// What is found in the value of an attribute, as a browser does: once its entities are decoded.
    ///
    /// - Parameters:
    ///   - value: The value.
    ///   - find: Finds ranges within a range of bytes.
    /// - Returns: Where what was found stands, not decoded.
    package func ranges(
        in value: Range<Int>, _ find: ([UInt8], Range<Int>) -> [Range<Int>]
    ) -> [Range<Int>] {
        guard bytes[value].contains(UInt8(ascii: "&")) else { return find(bytes, value) }
        var places: [Int] = []
        let text = CharacterReference.decode(bytes, value) { places.append($0) }
        places.append(value.upperBound)
        return find(text, text.indices).map { places[$0.lowerBound]..<places[$0.upperBound] }
    }
}

extension [UInt8] {
    /// A value without the white space before and behind it, which a browser takes off an address (URL
    /// Standard, "URL parsing").
    package func withoutSpace(around value: Range<Int>) -> Range<Int> {
        let lower = value.first { self[$0] > 0x20 } ?? value.upperBound
        let last = value.last { self[$0] > 0x20 } ?? lower - 1
        return lower..<last + 1
    }
}
