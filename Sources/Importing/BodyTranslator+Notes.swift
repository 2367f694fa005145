/// What Obsidian and other notebooks write (https://help.obsidian.md/syntax): links by names, and comments.

import Diagnostics
import Markup

extension BodyTranslator {
    /// `[[Walls]]`, `[[Walls#Why|the walls]]`, `![[wall.png|300]]`; `false` where no such link begins.
    ///
    /// Links within brackets, such as `[[1]](address)`, and citations are none.
    mutating func readWikiLink() -> Bool {
        let open = has("![[") ? 3 : has("[[") ? 2 : 0
        let start = index + open
        guard open > 0, !isQuarto, !isDestination, let close = find("]]", from: start, within: 512),
            close + 2 == end || bytes[close + 2] != UInt8(ascii: "(")
        else { return false }
        let inside = text(start..<close)
        guard !inside.contains(where: { "[]\n`".contains($0) }),
            !inside.hasPrefix("@"), !inside.hasPrefix("^"), !inside.collapsingWhitespace.isEmpty
        else { return false }
        // In a table, the sign between them is escaped.
        let parts = inside.replacing("\\|", with: "|").split(separator: "|", maxSplits: 1)
            .map { String($0).collapsingWhitespace }
        let whole = index..<close + 2
        let label = parts.count > 1 ? parts[1] : nil
        index = whole.upperBound
        if open == 3 {
            embed(parts[0], label, whole)
        } else {
            link(toNote: parts[0], label, whole)
        }
        return true
    }

    /// A picture with its width, or another file; of a note, a link to it.
    private mutating func embed(_ name: String, _ label: String?, _ whole: Range<Int>) {
        let isPicture = [".png", ".jpg", ".jpeg", ".gif", ".svg", ".webp", ".avif", ".bmp"]
            .contains { name.lowercased().hasSuffix($0) }
        guard !isPicture else {
            let width = label.map { $0.prefix { $0 != "x" } } ?? ""
            let isWidth = !width.isEmpty && width.allSatisfy { $0.isASCII && $0.isNumber }
            return writeImage(
                name, alt: isWidth ? "" : label ?? "", title: "",
                attributes: isWidth ? ["width=\(width)"] : [], whole: whole)
        }
        log.review(
            "import.embedded-note",
            "‘\(name)’ is shown within this text, which nothing does here: a link to it was written.",
            at: whole)
        link(toNote: name, label, whole)
    }

    private mutating func link(toNote target: String, _ label: String?, _ whole: Range<Int>) {
        let name = String(target.prefix { $0 != "#" }).collapsingWhitespace
        let place = target.dropFirst(name.count).split(separator: "#").last.map { String($0) }
        let isBlock = place?.hasPrefix("^") == true
        let fullName = name.isEmpty ? place ?? target : target.replacing("#", with: " › ")
        write("[\(Self.escaped(label ?? (isBlock && !name.isEmpty ? name : fullName)))")
        if isBlock {
            log.note(
                "import.attributes-dropped",
                "A paragraph has no name that a link could lead to: ‘#\(place ?? "")’ was left out.",
                at: whole)
        }
        let anchor =
            isBlock ? "" : place.flatMap { Slug(slugifying: $0) }.map { "#" + $0.rawValue } ?? ""
        if name.isEmpty, !anchor.isEmpty {
            write("](\(anchor))")
        } else if let page = page(ofNote: name) {
            write("](\(page.path)\(anchor))")
        } else if !name.isEmpty, surroundings.file(name) != nil {
            link(to: name.replacing(" ", with: "%20"), "", whole: whole)
        } else {
            keepWords("‘\(target)’ is not imported", whole)
        }
    }

    /// By its name as it is written, else in any case.
    private func page(ofNote name: String) -> ImportedTarget? {
        guard !name.isEmpty else { return nil }
        if let page = surroundings.link(to: name) { return page }
        return ImportedPages.stem(of: name).asSlug.flatMap { surroundings.link(to: $0) }
    }

    /// What Obsidian calls callouts, and ours that come closest; those of one name may be folded (`[!note]-`).
    private static let callouts = [
        "note": "NOTE", "info": "NOTE", "todo": "NOTE", "question": "NOTE", "help": "NOTE",
        "faq": "NOTE", "abstract": "SUMMARY", "summary": "SUMMARY", "tldr": "SUMMARY",
        "tip": "TIP", "hint": "TIP", "success": "TIP", "check": "TIP", "done": "TIP",
        "important": "IMPORTANT", "warning": "WARNING", "attention": "WARNING",
        "caution": "CAUTION", "failure": "CAUTION", "fail": "CAUTION", "missing": "CAUTION",
        "danger": "CAUTION", "error": "CAUTION", "bug": "CAUTION", "example": "EXAMPLE",
    ]

    /// The beginning of `> [!info]- Title`; `false` where the line begins no callout.
    mutating func readCallout(from first: Int) -> Bool {
        guard surroundings.isNote, bytes[first] == UInt8(ascii: ">"),
            let open = find("[!", from: first, within: 16),
            bytes[first..<open].allSatisfy({ $0 == UInt8(ascii: ">") || $0 == 0x20 }),
            let close = find("]", from: open, within: 24),
            let own = Self.callouts[text(open + 2..<close).lowercased()]
        else { return false }
        emit(index..<open)
        write("[!\(own)]")
        index = close + 1
        if has("-") || has("+") { index += 1 }
        return true
    }

    /// `%% … %%`, which a notebook never shows; `false` where none begins.
    mutating func readPrivateComment() -> Bool {
        guard surroundings.isNote, has("%%"), let close = findOnce("%%", from: index + 2) else {
            return false
        }
        let whole = index..<close + 2
        log.note("import.comment-dropped", "The comment was left out.", at: whole)
        index = whole.upperBound
        return true
    }
}

extension String {
    /// The slug of a name.
    fileprivate var asSlug: String? { Slug(slugifying: self)?.rawValue }
}
