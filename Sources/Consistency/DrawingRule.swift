/// The drawings of social cards are read by another program, which takes well-formed XML and nothing else (XML
/// 1.0, section 2.1).

/// What keeps a drawing from being one.
struct DrawingRule {
    private let bytes: [UInt8]
    private var index = 0
    /// Elements that are open, outermost first.
    private var open: [String] = []
    private var root: String?

    /// The first mistake, as the end of a sentence; `nil` when there is none.
    static func mistake(in bytes: [UInt8]) -> String? {
        var rule = DrawingRule(bytes: bytes)
        do throws(Mistake) {
            try rule.read()
            return nil
        } catch {
            return error.text
        }
    }

    private struct Mistake: Error {
        let text: String
        init(_ text: String) { self.text = text }
    }

    private init(bytes: [UInt8]) { self.bytes = bytes }

    private mutating func read() throws(Mistake) {
        while index < bytes.count {
            switch bytes[index] {
            case UInt8(ascii: "<"): try markup()
            case UInt8(ascii: "&"): try reference()
            default:
                if open.isEmpty, bytes[index] > 0x20 {
                    throw Mistake("text stands outside of its element")
                }
                index += 1
            }
        }
        if let name = open.last { throw Mistake("‘<\(name)>’ is never closed") }
        guard let root else { throw Mistake("it is empty") }
        guard root == "svg" else { throw Mistake("it begins with ‘<\(root)>’, not with ‘<svg>’") }
    }

    private func starts(with text: String) -> Bool { bytes[index...].starts(with: text.utf8) }

    private mutating func markup() throws(Mistake) {
        for (start, end, name) in [
            ("<!--", "-->", "a comment"), ("<![CDATA[", "]]>", "a CDATA section"),
            ("<?", "?>", "an instruction"), ("<!", ">", "a declaration"),
        ] where starts(with: start) {
            index += start.utf8.count
            while index < bytes.count, !starts(with: end) { index += 1 }
            guard index < bytes.count else { throw Mistake("\(name) is never closed") }
            index += end.utf8.count
            return
        }
        index += 1
        if starts(with: "/") {
            index += 1
            let name = name()
            skipSpace()
            guard starts(with: ">") else { throw Mistake("‘</\(name)’ has no ‘>’") }
            index += 1
            guard open.popLast() == name else {
                throw Mistake("‘</\(name)>’ closes an element that is not open there")
            }
        } else {
            try startTag()
        }
    }

    private mutating func startTag() throws(Mistake) {
        let name = name()
        guard !name.isEmpty else { throw Mistake("a ‘<’ begins no tag: write ‘&lt;’") }
        if open.isEmpty {
            guard root == nil else { throw Mistake("it is more than one element") }
            root = name
        }
        var attributes: Set<String> = []
        while true {
            let hasSpace = skipSpace()
            if starts(with: "/>") {
                index += 2
                return
            }
            if starts(with: ">") {
                index += 1
                open.append(name)
                return
            }
            let attribute = self.name()
            guard !attribute.isEmpty, hasSpace else {
                throw Mistake("the tag ‘<\(name)’ cannot be read to its end")
            }
            guard attributes.insert(attribute).inserted else {
                throw Mistake("‘<\(name)>’ has the attribute ‘\(attribute)’ twice")
            }
            try value(of: attribute)
        }
    }

    private mutating func value(of attribute: String) throws(Mistake) {
        skipSpace()
        guard starts(with: "=") else { throw Mistake("the attribute ‘\(attribute)’ has no value") }
        index += 1
        skipSpace()
        guard starts(with: "\"") || starts(with: "'") else {
            throw Mistake("the value of ‘\(attribute)’ has no quotation marks")
        }
        let quote = bytes[index]
        index += 1
        while index < bytes.count, bytes[index] != quote {
            switch bytes[index] {
            case UInt8(ascii: "<"): throw Mistake("the value of ‘\(attribute)’ holds a ‘<’")
            case UInt8(ascii: "&"): try reference()
            default: index += 1
            }
        }
        guard index < bytes.count else {
            throw Mistake("the value of ‘\(attribute)’ is never closed")
        }
        index += 1
    }

    /// `&lt;` or `&#160;`: of the names of HTML, XML knows five.
    private mutating func reference() throws(Mistake) {
        let end = bytes[index...].prefix(12).firstIndex(of: UInt8(ascii: ";"))
        guard let end else { throw Mistake("a ‘&’ stands alone: write ‘&amp;’") }
        let name = String(decoding: bytes[index + 1..<end], as: UTF8.self)
        guard ["lt", "gt", "amp", "quot", "apos"].contains(name) || name.hasPrefix("#") else {
            throw Mistake("‘&\(name);’ is unknown to drawings: write the character itself")
        }
        index = end + 1
    }

    private mutating func name() -> String {
        let start = index
        while index < bytes.count, bytes[index] > 0x20, !"<>/=\"'&".utf8.contains(bytes[index]) {
            index += 1
        }
        return String(decoding: bytes[start..<index], as: UTF8.self)
    }

    @discardableResult
    private mutating func skipSpace() -> Bool {
        let start = index
        while index < bytes.count, bytes[index] <= 0x20 { index += 1 }
        return index > start
    }
}
