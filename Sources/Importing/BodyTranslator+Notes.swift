/// What Obsidian and other notebooks write (https://help.obsidian.md/syntax): links by names.

import Bytes
import Diagnostics
import Markup

extension BodyTranslator {
    /// `[[Walls]]`, `[[Walls#Why|the walls]]`, `![[wall.png|300]]`; `false` where no such link begins.
    ///
    /// Links within brackets, such as `[[1]](address)`, and citations are none. Outside of a vault, `x[[1]]` and
    /// `[[ -f x ]]` are code, unless there is a page of that name.
    mutating func readWikiLink() -> Bool {
        let open = has("![[") ? 3 : has("[[") ? 2 : 0
        let start = index + open
        guard open > 0, surroundings.mayBeNote, !isDestination,
            let close = find("]]", from: start, within: 512),
            close + 2 == end || bytes[close + 2] != UInt8(ascii: "(")
        else { return false }
        let inside = text(start..<close)
        guard !inside.contains(where: { "[]\n`".contains($0) }),
            !inside.hasPrefix("@"), !inside.hasPrefix("^")
        else { return false }
        // In a table, the sign between them is escaped.
        let parts = inside.replacing("\\|", with: "|")
            .split(separator: "|", omittingEmptySubsequences: false)
            .map { String($0).collapsingWhitespace }
        let name = parts[0]
        guard !name.isEmpty, surroundings.isInVault || isKnown(name) || !isCode(start..<close)
        else { return false }
        let words = parts.dropFirst().filter { !$0.isEmpty }
        let whole = index..<close + 2
        index = whole.upperBound
        if open == 3 {
            embed(name, Array(words), whole)
        } else {
            link(toNote: name, words.isEmpty ? nil : words.joined(separator: "|"), whole)
        }
        return true
    }

    /// Whether a page or a file has the name, without a place in it.
    private func isKnown(_ target: String) -> Bool {
        let name = String(target.prefix { $0 != "#" }).collapsingWhitespace
        return page(ofNote: name) != nil || surroundings.file(name) != nil
    }

    /// Whether brackets are those of a program: of an index, a test in a shell, or signs in a pattern.
    private func isCode(_ inside: Range<Int>) -> Bool {
        let open = inside.lowerBound - 2
        let before = open > 0 ? bytes[open - 1] : 0x20
        return bytes[inside.lowerBound] <= 0x20 || bytes[inside.upperBound - 1] <= 0x20
            || bytes[inside.lowerBound] == UInt8(ascii: ":") || before.isASCIILetterOrDigit
            || "_)]".utf8.contains(before)
    }

    /// A picture, a film or a sound with its width, or another file; of a note, a link to it.
    private mutating func embed(_ name: String, _ words: [String], _ whole: Range<Int>) {
        guard !Self.isShown(name) else {
            // Behind the words, if there are any: `![[wall.png|A wall|300x200]]`.
            let width = words.last.map { $0.prefix { $0 != "x" } } ?? ""
            let isWidth = !width.isEmpty && width.allSatisfy { $0.isASCII && $0.isNumber }
            return writeImage(
                name, alt: words.dropLast(isWidth ? 1 : 0).joined(separator: "|"), title: "",
                attributes: isWidth ? ["width=\(width)"] : [], whole: whole)
        }
        log.review(
            "import.embedded-note",
            "‘\(name)’ is shown within this text, which nothing does here: a link to it was written.",
            at: whole)
        link(toNote: name, words.isEmpty ? nil : words.joined(separator: "|"), whole)
    }

    /// Whether a page shows the file; a name without an ending is that of a note.
    private static func isShown(_ name: String) -> Bool {
        switch Media(at: name) {
        case .film, .sound: true
        case .image:
            [".png", ".jpg", ".jpeg", ".gif", ".svg", ".webp", ".avif", ".bmp"]
                .contains { name.lowercased().hasSuffix($0) }
        case .unshown, .table, .document: false
        }
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
}

extension String {
    /// The slug of a name.
    fileprivate var asSlug: String? { Slug(slugifying: self)?.rawValue }
}
