/// What a page of HTML says, read from its bytes alone.

import Markup

struct EmittedPage {
    struct Link {
        let relations: [String]
        let address: String
        /// `hreflang`.
        let language: String?
        let type: String?
        var text = ""
    }

    private(set) var title = ""
    /// The first one.
    private(set) var heading: String?
    /// `meta` elements by name or property, in order.
    private(set) var tags: [(name: String, content: String)] = []
    /// `link` elements of the head.
    private(set) var headLinks: [Link] = []
    /// `a` elements.
    private(set) var links: [Link] = []
    /// `datetime` of each `time` element.
    private(set) var times: [String] = []
    /// Each `script` of JSON-LD.
    private(set) var structuredData: [String] = []
    /// Texts of elements with `data-copy`, by its value.
    private(set) var copies: [(kind: String, text: String)] = []
    /// The text between the heading and the next one, for names that no element marks.
    private(set) var afterHeading = ""

    /// An element whose text is being read.
    private enum Open: Hashable { case title, heading, link, data, copy }

    init(reading bytes: [UInt8]) {
        var scanner = MarkupScanner(bytes)
        var open: [(element: Open, name: String)] = []
        var isIgnored = false
        var isBehindHeading = false
        while let token = scanner.next() {
            switch token.kind {
            case .start:
                if token.name == "h2" { isBehindHeading = false }
                isIgnored = token.name == "script" || token.name == "style"
                // A link ends where the next begins (HTML Standard, "in body"), and so does what repeats
                // without an end: a text is read once, however many are open.
                if let element = start(token, scanner) {
                    open.removeAll { $0.element == element }
                    open.append((element, token.name))
                }
            case .end:
                isIgnored = false
                if token.name == "h1" { isBehindHeading = afterHeading.isEmpty }
                if let index = open.lastIndex(where: { $0.name == token.name }) {
                    open.removeSubrange(index...)
                }
            case .text:
                let text = scanner.text(token.range)
                for (element, _) in open { add(text, to: element) }
                if isBehindHeading, !isIgnored, afterHeading.utf8.count < 4000 {
                    afterHeading += text
                }
            }
        }
    }

    /// The values of a tag, in order.
    func tags(_ name: String) -> [String] {
        tags.filter { $0.name == name }.map(\.content)
    }

    /// Links of the text with a relation.
    func links(_ relation: String) -> [Link] {
        links.filter { $0.relations.contains(relation) }
    }

    private mutating func start(_ token: MarkupScanner.Token, _ scanner: MarkupScanner) -> Open? {
        switch token.name {
        case "title": return headLinks.isEmpty && title.isEmpty ? .title : nil
        case "meta":
            let name =
                scanner.attribute("name", of: token)
                ?? scanner.attribute("property", of: token)
            if let name { tags.append((name, scanner.attribute("content", of: token) ?? "")) }
        case "link", "a":
            let link = Link(
                relations: (scanner.attribute("rel", of: token) ?? "").split(separator: " ")
                    .map { String($0) }, address: scanner.attribute("href", of: token) ?? "",
                language: scanner.attribute("hreflang", of: token),
                type: scanner.attribute("type", of: token))
            guard token.name == "a" else {
                headLinks.append(link)
                return nil
            }
            links.append(link)
            return .link
        case "time":
            if let time = scanner.attribute("datetime", of: token) { times.append(time) }
        case "h1":
            guard heading == nil else { return nil }
            heading = ""
            return .heading
        case "script":
            guard scanner.attribute("type", of: token) == "application/ld+json" else { return nil }
            structuredData.append("")
            return .data
        case "p", "pre", "div":
            guard let kind = scanner.attribute("data-copy", of: token) else { return nil }
            copies.append((kind, ""))
            return .copy
        default: break
        }
        return nil
    }

    private mutating func add(_ text: String, to element: Open) {
        switch element {
        case .title: title += text
        case .heading: heading = (heading ?? "") + text
        case .link: if !links.isEmpty { links[links.count - 1].text += text }
        case .data: structuredData[structuredData.count - 1] += text
        case .copy: copies[copies.count - 1].text += text
        }
    }
}
