/// The text of a post to our dialect: copied byte by byte, except where another generator's notation
/// begins.
///
/// Code is never touched. What is not understood stays as it is, and is named.

import Diagnostics
import Markup

struct BodyTranslator {
    /// Of a tag or a destination, in bytes: to look further from each sign that may begin one would
    /// be quadratic.
    static let longest = 4096

    let bytes: [UInt8]
    var log: ImportLog
    /// Where the old site was: links to its pages lead there.
    let oldSite: String?
    let surroundings: any ImportSurroundings
    var files: [ImportedPost.File] = []
    var index = 0
    var output: [UInt8] = []
    /// Where a picture ends in what was written.
    var lastImageEnd: Int?
    /// What closes the HTML elements that are open, innermost last.
    var open: [OpenElement] = []
    /// How much deeper every heading goes: 1 when the text has one of level 1.
    var headingShift = 0
    /// Whether a formula was written with other signs.
    var hasFormulas = false
    /// Before this place, dollars begin nothing.
    var unpairedEnd = 0
    var end: Int

    init(
        _ bytes: [UInt8], log: ImportLog, oldSite: String?, surroundings: any ImportSurroundings
    ) {
        self.bytes = bytes
        self.log = log
        self.oldSite = oldSite
        self.surroundings = surroundings
        end = bytes.count
    }

    /// Says that what begins at the index is longer than is read.
    mutating func reportTooLong(_ what: String) {
        log.review(
            "import.too-long",
            "This \(what) is longer than \(Self.longest) bytes, and stays as it is: translate it by hand.",
            at: index..<min(index + 2, end))
    }

    /// Takes a heading of level 1 at the beginning of the text for its title.
    mutating func takeTitle(from start: Int) -> String? {
        index = start
        while index < end, bytes[index] == 0x0A || bytes[index] == 0x0D || bytes[index] == 0x20 {
            index += 1
        }
        guard has("# ") else { return nil }
        let line = index..<lineEnd(index)
        var title = text(line.lowerBound + 2..<line.upperBound).collapsingWhitespace
        while title.hasSuffix("#") || title.hasSuffix(" ") { title.removeLast() }
        guard !title.isEmpty else { return nil }
        log.note(
            "import.title-from-heading",
            "There is no title in front matter; the first heading became the title.", at: line)
        index = line.upperBound
        return title
    }

    /// The text from `start` to the end of the file.
    mutating func translate(from start: Int) -> String {
        index = start
        findHeadings(from: start)
        run()
        return finished()
    }

    private func finished() -> String {
        var text = String(decoding: output, as: UTF8.self)
        while text.contains("\n\n\n\n") { text = text.replacing("\n\n\n\n", with: "\n\n\n") }
        let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
        var kept: [Substring] = []
        for line in lines
        where !(line.isEmpty && (kept.isEmpty || kept.last?.isEmpty == true && isOutside(kept))) {
            kept.append(line)
        }
        while kept.last?.isEmpty == true { kept.removeLast() }
        return kept.joined(separator: "\n") + "\n"
    }

    /// Whether a line that follows these is outside fenced code, where empty lines do not count.
    private func isOutside(_ lines: [Substring]) -> Bool {
        lines.count { $0.hasPrefix("```") || $0.hasPrefix("~~~") }.isMultiple(of: 2)
    }

    /// A part of the text, translated on its own.
    mutating func part(_ range: Range<Int>) -> String {
        var part = self
        part.index = range.lowerBound
        part.end = range.upperBound
        part.output = []
        part.open = []
        part.run()
        log = part.log
        hasFormulas = part.hasFormulas
        unpairedEnd = part.unpairedEnd
        files = part.files
        return String(decoding: part.output, as: UTF8.self)
    }

    private mutating func run() {
        while index < end {
            let isLineStart = index == 0 || bytes[index - 1] == 0x0A
            if isLineStart, readLine() { continue }
            switch bytes[index] {
            case UInt8(ascii: "\\"):
                if !readEscapedBrackets() { copyEscape() }
            case UInt8(ascii: "$"): if !readDollars() { copyDollars() }
            case UInt8(ascii: "`"): copyCodeSpan()
            case UInt8(ascii: "{"): if !readTemplateTag() { copy() }
            case UInt8(ascii: "<"): if !readHTML() { copy() }
            case UInt8(ascii: "]"): if !readDestination() { copy() }
            case UInt8(ascii: "@"): readAt()
            case 0x0D: index += 1
            default: copy()
            }
        }
    }

    // MARK: - Lines

    /// What only the beginning of a line can be.
    ///
    /// `false` when the line is read like any other text.
    private mutating func readLine() -> Bool {
        let first = firstNonSpace(index)
        guard first < end else { return false }
        // Indentation inside an element means nothing.
        if !open.isEmpty { index = first }
        if bytes[first] == UInt8(ascii: "["), readDefinition(from: first) { return true }
        if first - index < 4, has("```", at: first) || has("~~~", at: first) {
            copyFence(from: first)
            return true
        }
        if first - index >= 4, isAfterBlankLine(index), open.isEmpty, !isInList() {
            emit(index..<min(lineEnd(index) + 1, end))
            return true
        }
        if bytes[first] == UInt8(ascii: "#"), headingShift > 0, isHeading(first) {
            output.append(UInt8(ascii: "#"))
            return false
        }
        if headingShift > 0, isUnderline(first, UInt8(ascii: "=")), !isAfterBlankLine(index) {
            // A line of `=` below a heading of level 1: one of `-` means level 2.
            output += Array(repeating: UInt8(ascii: "-"), count: 3)
            index = lineEnd(index)
            return true
        }
        return false
    }

    private mutating func copyFence(from first: Int) {
        let length = lengthOfRun(at: first)
        var line = lineEnd(index) + 1
        while line < end {
            let start = firstNonSpace(line)
            let isSame = start < end && bytes[start] == bytes[first]
            let count = isSame ? lengthOfRun(at: start) : 0
            let isClosed = count >= length && firstNonSpace(start + count) >= lineEnd(line)
            line = lineEnd(line) + 1
            if isClosed { break }
        }
        emit(index..<min(line, end))
    }

    /// Whether the text before holds a list, a note or a definition, in which indented text is no code.
    private func isInList() -> Bool {
        let recent = String(decoding: output.suffix(2000), as: UTF8.self)
        for line in recent.split(separator: "\n").reversed() {
            let trimmed = line.drop { $0 == " " }
            if trimmed.hasPrefix("- ") || trimmed.hasPrefix("* ") || trimmed.hasPrefix("+ ")
                || trimmed.hasPrefix("[^") || trimmed.hasPrefix(": ")
                || trimmed.prefix(while: \.isNumber).count > 0
                    && trimmed.drop(while: \.isNumber).hasPrefix(". ")
            {
                return true
            }
            if trimmed.count == line.count { return false }
        }
        return false
    }

    /// `[label]: address "title"`.
    private mutating func readDefinition(from first: Int) -> Bool {
        let line = first..<lineEnd(first)
        guard first + 1 < end, bytes[first + 1] != UInt8(ascii: "^"),
            let bracket = find("]: ", from: first),
            bracket < line.upperBound
        else { return false }
        let start = output.count
        // The brackets of a link: what becomes of it becomes of the definition.
        write("[")
        let (address, title) = Self.split(part(bracket + 3..<line.upperBound))
        link(to: address, title, whole: bracket + 3..<line.upperBound)
        let made = String(decoding: output[start...], as: UTF8.self)
        output.removeSubrange(start...)
        if made.hasPrefix("[](") {
            write("\(text(first..<bracket + 3))\(made.dropFirst(3).dropLast())\n")
        }
        index = min(line.upperBound + 1, end)
        return true
    }

    private mutating func findHeadings(from start: Int) {
        var line = start
        var fence: UInt8?
        var found: Range<Int>?
        while line < end, found == nil {
            let first = firstNonSpace(line)
            if first < end, has("```", at: first) || has("~~~", at: first) {
                fence = fence == nil ? bytes[first] : fence == bytes[first] ? nil : fence
            } else if fence == nil, first - line < 4, first < end {
                let isTop = has("# ", at: first)
                let isUnderlined =
                    line > start && isUnderline(first, UInt8(ascii: "=")) && !isAfterBlankLine(line)
                if isTop || isUnderlined { found = line..<lineEnd(line) }
            }
            line = lineEnd(line) + 1
        }
        guard let found else { return }
        headingShift = 1
        log.note(
            "import.headings-moved",
            "The title is the page's only heading of level 1: every heading went one level down.",
            at: found)
    }

    private func isHeading(_ start: Int) -> Bool {
        let count = lengthOfRun(at: start)
        return count < 6 && start + count < end && bytes[start + count] == 0x20
    }

    private func isUnderline(_ start: Int, _ sign: UInt8) -> Bool {
        let line = start..<lineEnd(start)
        let trimmed = bytes[line].drop { $0 == 0x20 }
        let signs = trimmed.prefix { $0 == sign }
        return !signs.isEmpty && trimmed.dropFirst(signs.count).allSatisfy { $0 <= 0x20 }
    }

    // MARK: - Inline

    private mutating func copyCodeSpan() {
        let length = lengthOfRun(at: index)
        var search = index + length
        while search < end {
            guard bytes[search] == UInt8(ascii: "`") else {
                search += 1
                continue
            }
            let count = lengthOfRun(at: search)
            search += count
            if count == length { return emit(index..<search) }
        }
        emit(index..<index + length)
    }

    /// An `@` that would cite here, and did not there, is written so that it stays itself.
    private mutating func readAt() {
        let before = index > 0 ? bytes[index - 1] : 0x20
        let after = index + 1 < end ? bytes[index + 1] : 0x20
        let isWord = { (byte: UInt8) in
            byte >= 0x80 || UnicodeScalar(byte).properties.isAlphabetic
                || (0x30...0x39).contains(byte) || byte == UInt8(ascii: "_")
        }
        if isWord(after), !isWord(before), before != UInt8(ascii: "/"), before != UInt8(ascii: ".")
        {
            output.append(UInt8(ascii: "\\"))
        }
        copy()
    }
}
