/// Reads MathML as strictly as XML is read, and counts the children of elements that need so many.
struct MarkupChecker {
    private(set) var problems: [String] = []

    private struct Element {
        let name: Substring
        var children = 0
    }

    /// What `markup` violates.
    static func problems(in markup: String) -> [String] {
        var checker = MarkupChecker()
        checker.read(markup[...])
        return checker.problems
    }

    private static let arity: [Substring: Int] = [
        "mfrac": 2, "msub": 2, "msup": 2, "msubsup": 3, "munder": 2, "mover": 2, "munderover": 3,
        "mroot": 2, "semantics": 2, "math": 1,
    ]
    private static let tokens: Set<Substring> = ["mi", "mn", "mo", "mtext", "annotation", "mspace"]
    private static let parents: [Substring: Substring] = ["mtr": "mtable", "mtd": "mtr"]
    private static let rows: Set<Substring> = ["mrow", "msqrt", "mphantom", "mpadded", "mtd"]
    private static let attributes: Set<Substring> = [
        "display", "displaystyle", "scriptlevel", "mathcolor", "class", "form", "lspace", "rspace",
        "stretchy", "minsize", "maxsize", "movablelimits", "linethickness", "accent", "accentunder",
        "mathvariant", "width", "height", "depth", "encoding", "columnspan",
    ]
    private static let entities: Set<Substring> = ["amp", "lt", "gt", "quot", "apos"]

    private mutating func read(_ markup: Substring) {
        var rest = markup
        var open: [Element] = []
        while let start = rest.firstIndex(of: "<") {
            checkText(rest[..<start], in: open.last)
            guard let end = rest[start...].firstIndex(of: ">") else {
                return problems.append("a tag without an end")
            }
            let tag = rest[rest.index(after: start)..<end]
            rest = rest[rest.index(after: end)...]
            if tag.hasPrefix("/") {
                close(tag.dropFirst(), &open)
            } else {
                begin(tag, &open)
            }
        }
        checkText(rest, in: nil)
        for element in open { problems.append("<\(element.name)> is not closed") }
    }

    private mutating func begin(_ tag: Substring, _ open: inout [Element]) {
        let name = tag.prefix { $0.isLetter }
        if let last = open.indices.last {
            open[last].children += 1
            let parent = open[last].name
            if Self.tokens.contains(parent), parent != "mtext" {
                problems.append("<\(name)> in <\(parent)>")
            }
            if parent == "mtable", name != "mtr" { problems.append("<\(name)> in a table") }
            if parent == "mtr", name != "mtd" { problems.append("<\(name)> in a row of a table") }
        }
        if let parent = Self.parents[name], open.last?.name != parent {
            problems.append("<\(name)> outside of <\(parent)>")
        }
        checkAttributes(tag.dropFirst(name.count).drop { $0 == " " }, of: name)
        if !tag.hasSuffix("/") { open.append(Element(name: name)) }
    }

    private mutating func close(_ name: Substring, _ open: inout [Element]) {
        guard let element = open.popLast(), element.name == name else {
            return problems.append("</\(name)> closes nothing")
        }
        if let count = Self.arity[name], element.children != count {
            problems.append("<\(name)> has \(element.children) children")
        }
    }

    private mutating func checkAttributes(_ text: Substring, of name: Substring) {
        let known = text.split(separator: "\" ").allSatisfy { part in
            let name = part.prefix { $0 != "=" }
            let value = part.dropFirst(name.count)
            return part == "/" || Self.attributes.contains(name) && value.hasPrefix("=\"")
        }
        if !known { problems.append("attributes of <\(name)>: \(text)") }
    }

    private mutating func checkText(_ text: Substring, in element: Element?) {
        if !text.isEmpty, !(element.map { Self.holdsText($0.name) } ?? false) {
            problems.append("text outside of a token: \(text)")
        }
        if text.unicodeScalars.contains(where: {
            $0.value < 0x20 && !["\t", "\n"].contains($0) || $0.value & 0xFFFE == 0xFFFE
        }) {
            problems.append("a character that XML does not have")
        }
        for reference in text.split(separator: "&", omittingEmptySubsequences: false).dropFirst() {
            let name = reference.prefix { $0 != ";" }
            if name.count == reference.count
                || !(Self.entities.contains(name) || name.hasPrefix("#"))
            {
                problems.append("no reference: &\(name)")
            }
        }
    }

    private static func holdsText(_ name: Substring) -> Bool {
        tokens.contains(name) || ["b", "i", "code"].contains(name)
    }
}
