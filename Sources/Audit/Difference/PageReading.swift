import Markup

/// One pass over the bytes of a page, for ``ReadPage``.
struct PageReading {
    private(set) var title = ""
    private(set) var summary: String?
    private(set) var isRedirect = false
    /// Each `script` of JSON-LD.
    private(set) var records: [String] = []
    private(set) var sections: [ReadPage.Section] = []

    private var scanner: MarkupScanner
    private var body: Element?
    /// What is left out until it ends.
    private var ignored: Element?
    /// What text belongs to, beside the section.
    private var open: Open?
    private var isInErrata = false

    private enum Open { case title, heading, record }

    /// An element that has begun, and how many of its name are open: their ends are told apart by counting.
    private struct Element {
        let name: String
        var depth = 1

        /// Whether this is the end of it.
        mutating func ends(with token: MarkupScanner.Token) -> Bool {
            guard token.name == name else { return false }
            depth += token.kind == .start ? 1 : -1
            return depth == 0
        }
    }

    /// Whether the text is that above a list.
    private let isList: Bool

    init(_ bytes: [UInt8], isList: Bool = false) {
        scanner = MarkupScanner(bytes)
        self.isList = isList
    }

    mutating func run() {
        while let token = scanner.next() {
            switch token.kind {
            case .start: start(token)
            case .end: end(token)
            case .text: add(scanner.text(token.range))
            }
        }
    }

    private mutating func start(_ token: MarkupScanner.Token) {
        // The title stands in the header, which is left out.
        if token.name == "h1", title.isEmpty { open = .title }
        guard ignored == nil else {
            _ = ignored?.ends(with: token)
            return
        }
        guard body != nil else {
            startOutside(token)
            return
        }
        _ = body?.ends(with: token)
        startInside(token)
    }

    private mutating func startOutside(_ token: MarkupScanner.Token) {
        switch token.name {
        case "meta":
            if scanner.attribute("name", of: token) == "description" {
                summary = scanner.attribute("content", of: token)
            } else if scanner.attribute("http-equiv", of: token)?.lowercased() == "refresh" {
                isRedirect = true
            }
        case "script" where scanner.attribute("type", of: token) == "application/ld+json":
            records.append("")
            open = .record
        case "script", "link": break
        default:
            guard sections.isEmpty, isText(token) else { return }
            body = Element(name: token.name)
            sections = [ReadPage.Section()]
        }
    }

    private func isText(_ token: MarkupScanner.Token) -> Bool {
        guard isList else { return scanner.attribute("data-pagefind-body", of: token) != nil }
        return scanner.attribute("class", of: token)?.split(separator: " ").contains("prose")
            == true
    }

    private mutating func startInside(_ token: MarkupScanner.Token) {
        var marks = Marks()
        scanner.forEachAttribute(of: token) { marks.note($0, $1, scanner) }
        guard !marks.isIgnored, !["header", "nav", "script", "style"].contains(token.name) else {
            // Nothing ends an element that has no content.
            if !Self.void.contains(token.name) { ignored = Element(name: token.name) }
            return
        }
        switch token.name {
        case "h2", "h3", "h4", "h5", "h6":
            sections.append(ReadPage.Section(isErrata: isInErrata))
            isInErrata = false
            open = .heading
        case "img":
            if let source = marks.source { sections[sections.count - 1].links.append(source) }
            if let text = marks.alternative { add(" " + text + " ") }
        case "a":
            // A place of the page is known by its words.
            if let address = marks.address, !address.hasPrefix("#") {
                sections[sections.count - 1].links.append(address)
            }
        default: if Self.blocks.contains(token.name) { add(" ") }
        }
        if marks.role == "doc-errata" { isInErrata = true }
        if let id = marks.id { sections[sections.count - 1].ids.append(id) }
    }

    private mutating func end(_ token: MarkupScanner.Token) {
        switch (open, token.name) {
        case (.title, "h1"), (.record, "script"): open = nil
        case (.heading, "h2"), (.heading, "h3"), (.heading, "h4"), (.heading, "h5"),
            (.heading, "h6"):
            open = nil
        default: break
        }
        if ignored != nil {
            if ignored?.ends(with: token) == true { ignored = nil }
        } else if body?.ends(with: token) == true {
            body = nil
        } else if body != nil, Self.blocks.contains(token.name) {
            add(" ")
        }
    }

    private mutating func add(_ text: String) {
        switch open {
        case .title: title += text
        case .record: records[records.count - 1] += text
        case .heading where ignored == nil: sections[sections.count - 1].heading += text
        case .heading: break
        case nil:
            if body != nil, ignored == nil { sections[sections.count - 1].text += text }
        }
    }

    /// Elements whose text does not run on into that beside it.
    private static let blocks: Set<String> = [
        "aside", "blockquote", "br", "caption", "dd", "div", "dl", "dt", "figcaption", "figure",
        "li", "ol", "p", "pre", "section", "summary", "table", "td", "th", "tr", "ul",
    ]

    /// HTML Standard, "Elements": those that have no end.
    private static let void: Set<String> = [
        "area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source",
        "track", "wbr",
    ]
}

/// The attributes that matter of one tag.
private struct Marks {
    var id: String?
    var address: String?
    var source: String?
    var alternative: String?
    var role = ""
    var isIgnored = false

    mutating func note(_ name: Range<Int>, _ value: Range<Int>, _ scanner: MarkupScanner) {
        if scanner.isName(name, "id") {
            id = scanner.text(value)
        } else if scanner.isName(name, "href") {
            address = scanner.text(value)
        } else if scanner.isName(name, "src") {
            source = scanner.text(value)
        } else if scanner.isName(name, "alt") {
            alternative = scanner.text(value)
        } else if scanner.isName(name, "data-pagefind-ignore") {
            isIgnored = true
        } else if scanner.isName(name, "role") {
            role = scanner.text(value)
            // Numbers of notes, which change with any note before them.
            isIgnored = isIgnored || role == "doc-noteref" || role == "doc-backlink"
        }
    }
}
