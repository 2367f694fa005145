import Bytes
import Diagnostics

/// Lines of a paragraph that were to be items of a list or rows of a table: readers see them run together.
extension DocumentWriter {
    /// Of a paragraph; what is longer was not written line by line.
    private static let longest = 1 << 16

    mutating func reportLines(of paragraph: Node) {
        let (first, last) = (paragraph.startLine, paragraph.endLine)
        guard first > 0, captionPlace == nil else { return }
        guard last > first else { return reportLooseItem(paragraph) }
        let block = map.start(ofLine: first)..<map.end(ofLine: last)
        guard block.count < Self.longest, maySearch(block.count) else { return }
        var lines = ParagraphLines(from: first, to: last, in: map)
        // Behind the mark of an item, the first line begins where the paragraph does.
        lines.move(first: map.start(ofLine: first) + max(0, paragraph.startColumn - 1))
        var isTable = false
        for index in 0..<lines.count where !isTable {
            switch map.bytes[lines[index]].first {
            case nil: break
            case UInt8(ascii: "+"): isTable = reportGrid(lines[index])
            default:
                if index + 1 < lines.count, reportItems(lines, at: index) { return }
            }
        }
        if !isTable { reportTabs(lines) }
    }

    // MARK: - Tables

    /// Two lines in a row with as many tabs, as they are copied from a spreadsheet.
    private mutating func reportTabs(_ lines: ParagraphLines) {
        guard lines.haveTab else { return }
        var above = 0
        for index in 0..<lines.count {
            let tabs = lines.tabs(index)
            // A line that is broken on purpose is one to readers, too.
            let isRow = tabs > 0 && tabs == above && !lines.isBroken(index - 1)
            guard isRow, !lines.hasBullet(index) else {
                above = tabs
                continue
            }
            report(
                "table.tab-separated", .warning,
                "These lines make no table: to readers a tab is a space, and the lines run together. Write ‘| … |’ with "
                    + "a line ‘|---|---|’ below the head, or put the table into a ‘.tsv’ file, which "
                    + "‘![caption](file.tsv)’ shows.", at: lines[index - 1])
            return
        }
    }

    // MARK: - Lists

    /// `A.  item` with `B.  item` in the next paragraph: two spaces tell an item from a name (Pandoc's Manual, "Ordered
    /// lists").
    private mutating func reportLooseItem(_ paragraph: Node) {
        guard let sign = ParagraphLines.wideSign(of: paragraph, in: map),
            let next = ItemNumber.next[sign], let other = paragraph.next, other.kind == .paragraph,
            ParagraphLines.wideSign(of: other, in: map) == next
        else { return }
        report(
            "list.lettered", .warning,
            "These paragraphs make no list: its items begin with ‘1. ’ (or ‘- ’), and are numbered by it.",
            at: map.firstLine(of: paragraph))
    }

    private mutating func reportItems(_ lines: ParagraphLines, at index: Int) -> Bool {
        guard !lines.isBroken(index) else { return false }
        if let bullet = lines.bullet(index), bullet == lines.bullet(index + 1) {
            // A dash may stand between words, where a line happens to end.
            guard bullet != "–" || index == 0 || lines.ends(index - 1, with: ":") else {
                return false
            }
            let line = lines[index]
            report(
                "list.bullet", .warning,
                "This is no list: write ‘- ’ for ‘\(bullet)’, here and in its other lines. Lines that are to stand as "
                    + "they are end in ‘\\’.", at: line)
            return true
        }
        guard let sign = lines.numberSign(index), let next = ItemNumber.next[sign],
            lines.numberSign(index + 1) == next, !lines.goesOn(index)
        else { return false }
        // `A. Author` above `B. Author` are names, unless two spaces tell (Pandoc's Manual, "Ordered lists").
        let isList =
            lines.hasWideSpace(index, behind: sign) && lines.hasWideSpace(index + 1, behind: next)
        if sign == "A.", !isList, lines.numberSign(index + 2) != "C." { return false }
        report(
            "list.lettered", .warning,
            "These lines make no list, and run together: the items of a list begin with ‘1. ’ (or ‘- ’), and are "
                + "numbered by it. Lines that are to stand as they are end in ‘\\’.",
            at: lines[index])
        return true
    }
}

/// The lines of a paragraph, without indentation and the marks of quotations.
private struct ParagraphLines {
    private let map: SourceMap
    private var lines: [Range<Int>] = []

    init(from first: Int, to last: Int, in map: SourceMap) {
        self.map = map
        lines.reserveCapacity(last - first + 1)
        for number in first...last {
            let line = map.range(ofLine: number)
            let text = map.bytes[line].drop { $0 <= 0x20 || $0 == UInt8(ascii: ">") }
            lines.append(text.startIndex..<line.upperBound)
        }
    }

    /// `A.` with two spaces behind it, at the beginning of a paragraph.
    static func wideSign(of paragraph: Node, in map: SourceMap) -> String? {
        let start = map.start(ofLine: paragraph.startLine) + max(0, paragraph.startColumn - 1)
        // Nearly all begin with a word.
        guard start + 4 < map.bytes.count, map.bytes[start + 1] == UInt8(ascii: "."),
            map.bytes[start].isASCIILetter, map.bytes[start + 2] == 0x20,
            map.bytes[start + 3] == 0x20
        else { return nil }
        return map.text(in: start..<start + 2)
    }

    var count: Int { lines.count }
    subscript(index: Int) -> Range<Int> { lines[index] }

    mutating func move(first start: Int) {
        guard start > lines[0].lowerBound, start <= lines[0].upperBound else { return }
        lines[0] = start..<lines[0].upperBound
    }

    var haveTab: Bool {
        guard let first = lines.first, let last = lines.last else { return false }
        return map.bytes.firstIndex(of: 0x09, in: first.lowerBound..<last.upperBound) != nil
    }

    /// Those between words.
    func tabs(_ index: Int) -> Int {
        let text = map.bytes[lines[index]]
        let end = text.lastIndex { $0 > 0x20 } ?? text.startIndex
        return text[..<end].count { $0 == 0x09 }
    }

    /// Whether a line ends in a hard break.
    func isBroken(_ index: Int) -> Bool {
        let text = map.bytes[lines[index]]
        return text.last == UInt8(ascii: "\\") || text.suffix(2).elementsEqual("  ".utf8)
    }

    func ends(_ index: Int, with sign: Character) -> Bool {
        map.text(in: lines[index].suffix(8)).last == sign
    }

    /// Whether a sentence goes on in the next line: (a) as here, and
    /// (b) here.
    func goesOn(_ index: Int) -> Bool {
        let end = map.text(in: lines[index].suffix(8))
        return [",", " and", " or"].contains { end.hasSuffix($0) }
    }

    // MARK: - Signs

    /// A sign that word processors put before the items of a list, with space behind.
    func bullet(_ index: Int) -> Character? {
        let line = lines[index]
        guard let first = map.bytes[line].first, first >= 0xC2 || first == UInt8(ascii: "o") else {
            return nil
        }
        let text = map.text(in: line.prefix(12))
        let rest = text.dropFirst()
        guard let sign = text.first, let space = rest.first, space.isWhitespace else { return nil }
        switch sign {
        // The letter is a word in some languages: as a bullet, it has a tab behind, or what is as wide.
        case "o":
            return space == "\t" || rest.hasPrefix("  ") || rest.hasPrefix("\u{A0}") ? sign : nil
        // That of a law has a number.
        case "§":
            let word = rest.drop { $0.isWhitespace }.first
            return word.map { $0.isLetter } ?? false ? sign : nil
        case "➢", "➤", "►", "·", "∙", "⁃", "◆", "❖", "✓", "✔", "–": return sign
        default: return nil
        }
    }

    /// Those, and the ones that are told one by one.
    func hasBullet(_ index: Int) -> Bool {
        bullet(index) != nil
            || map.text(in: lines[index].prefix(4)).first.map { "•‣▪●■◦".contains($0) } ?? false
    }

    /// Whether two spaces or a tab stand behind a sign at the beginning of a line.
    func hasWideSpace(_ index: Int, behind sign: String) -> Bool {
        let rest = map.bytes[lines[index]].dropFirst(sign.utf8.count)
        return rest.first == 0x09 || rest.starts(with: "  ".utf8)
    }

    /// `a.`, `(ii)`, `#.`: what stands before a space.
    func numberSign(_ index: Int) -> String? {
        guard index < lines.count else { return nil }
        let text = map.bytes[lines[index]]
        let sign = text.prefix(5).prefix { $0 > 0x20 && $0 < 0x80 }
        guard (2...4).contains(sign.count), sign.last.map({ ".)".utf8.contains($0) }) ?? false,
            sign.endIndex < text.endIndex, text[sign.endIndex] <= 0x20
        else { return nil }
        return String(decoding: sign, as: UTF8.self)
    }
}

/// Numbers of items that Pandoc and word processors know, and Markdown does not.
private enum ItemNumber {
    /// What follows on the first of each kind.
    static let next: [String: String] = {
        var next: [String: String] = ["#.": "#.", "(@)": "(@)", "(1)": "(2)"]
        for (first, second) in [("a", "b"), ("i", "ii"), ("I", "II"), ("A", "B")] {
            next["(\(first))"] = "(\(second))"
            next["\(first))"] = "\(second))"
            next["\(first)."] = "\(second)."
        }
        return next
    }()
}
