/// Which lines begin a definition: `: A model trained on broad data.` below the line of its term.
///
/// cmark-gfm has no definition lists, but a definition is to it what an item of a list is: a mark, and
/// whatever is indented as far as the text behind the mark. So a text that has any is parsed again with a
/// `+` in place of each of their colons, and the walk makes definitions of those items. Paragraphs, code
/// and lists within one, quotations and lists around it are the parser's work; every place stays where it
/// is, since a mark is as long as the colon.
///
/// What a line is, the tree of the text as it stands tells: code and cells stay what they are, and a
/// paragraph beside a table is its caption. Most texts have no such line, and pay for the search for it.

import Bytes

struct DefinitionMarks {
    static let colon = UInt8(ascii: ":")
    /// As rare at the beginning of a line as any mark of a list, and no part of a rule (`* * *`).
    static let mark = UInt8(ascii: "+")
    /// A list within a definition shows itself when that is parsed as one.
    private static let mostRounds = 4

    /// The column of the mark in each line, both from 1.
    private(set) var columns: [Int: Int] = [:]
    /// Lines that begin as a definition does and are none: above the line of a table or below a heading's
    /// first, or in a text that was parsed as often as it may be.
    private(set) var unread: [Int] = []
    private var rounds = 0

    var isEmpty: Bool { columns.isEmpty }
    var lines: Set<Int> { Set(columns.keys).union(unread) }

    /// Looks for lines that begin a definition and are not marked yet.
    ///
    /// - Parameters:
    ///   - root: The tree of the text.
    ///   - text: What the parser has read.
    /// - Returns: Whether there are any, so that the text is to be parsed again.
    mutating func add(from root: Node, of text: UnsafeBufferPointer<UInt8>) -> Bool {
        let candidates = Self.candidates(in: text)
        guard !candidates.isEmpty else { return false }
        let (lines, joined) = Self.lines(in: root) { candidates[$0] != nil }
        unread = joined
        rounds += 1
        guard rounds <= Self.mostRounds else {
            unread += lines
            return false
        }
        for line in lines { columns[line] = candidates[line] }
        return !lines.isEmpty
    }

    /// Where the colons stand in the file.
    func places(in map: SourceMap) -> [Int] {
        columns.map { line, column in map.start(ofLine: line) + column - 1 }
    }

    /// Whether an item begins with a mark.
    func contain(_ item: Node) -> Bool {
        !columns.isEmpty && item.kind == .item && columns[item.startLine] == item.startColumn
    }

    // MARK: - Search

    /// Lines that begin with a colon and a space behind their indentation and the marks of quotations, and
    /// have more on them; with the column of the colon.
    private static func candidates(in text: UnsafeBufferPointer<UInt8>) -> [Int: Int] {
        var found: [Int: Int] = [:]
        var (index, line, counted) = (0, 1, 0)
        while let place = text.firstIndex(of: colon, in: index..<text.count) {
            index = place + 1
            guard index < text.count, isSpace(text[index]),
                let start = startOfLine(around: place, text)
            else { continue }
            while index < text.count, isSpace(text[index]) { index += 1 }
            guard index < text.count, !isLineEnd(text[index]) else { continue }
            for place in counted..<start where isLineEnd(text[place]) {
                let isPair = text[place] == 0x0D && text[place + 1] == 0x0A
                if !isPair { line += 1 }
            }
            counted = start
            found[line] = place - start + 1
        }
        return found
    }

    /// Where the line begins, when nothing stands before `place` in it.
    private static func startOfLine(
        around place: Int, _ text: UnsafeBufferPointer<UInt8>
    ) -> Int? {
        var start = place
        while start > 0, isSpace(text[start - 1]) || text[start - 1] == UInt8(ascii: ">") {
            start -= 1
        }
        return start == 0 || isLineEnd(text[start - 1]) ? start : nil
    }

    private static func isSpace(_ byte: UInt8) -> Bool { byte == 0x20 || byte == 0x09 }
    private static func isLineEnd(_ byte: UInt8) -> Bool { byte == 0x0A || byte == 0x0D }

    /// The lines of paragraphs that are candidates, and those that a rule or a table has made a part of
    /// something else.
    private static func lines(
        in root: Node, _ isCandidate: (Int) -> Bool
    ) -> (found: [Int], joined: [Int]) {
        var found: [Int] = []
        var joined: [Int] = []
        var stack = [root]
        while let node = stack.popLast() {
            if let next = node.next { stack.append(next) }
            switch node.kind {
            case .document, .blockQuote, .list, .item, .footnoteDefinition:
                if let child = node.firstChild { stack.append(child) }
            case .paragraph:
                let lines = node.startLine...max(node.startLine, node.endLine)
                // Pandoc's caption of a table begins in the same way.
                if isCandidate(node.startLine), isBesideTable(node) { continue }
                found += lines.filter(isCandidate)
                if let table = node.next, table.kind == .table {
                    // Of a paragraph right above a table, cmark does not say where it stands.
                    let first = node.startLine > 0 ? node.startLine : table.startLine
                    let last = first + node.lineBreaks
                    joined += (min(max(first, node.endLine), last)..<last).map { $0 + 1 }
                        .filter(isCandidate)
                }
            case .heading:
                let lines = node.startLine...max(node.startLine, node.endLine)
                joined += lines.dropFirst().filter(isCandidate)
            case .codeBlock, .htmlBlock, .thematicBreak, .table, .tableHeader, .tableRow,
                .tableCell, .text, .softBreak, .lineBreak, .code, .htmlInline, .emphasis, .strong,
                .link, .image, .footnoteReference, .passage, .other:
                break
            }
        }
        return (found, joined)
    }

    private static func isBesideTable(_ paragraph: Node) -> Bool {
        paragraph.next?.kind == .table || paragraph.previous?.kind == .table
    }
}

extension Node {
    /// Lines of this paragraph behind its first, but for those within emphasis and links.
    fileprivate var lineBreaks: Int {
        var count = 0
        var child = firstChild
        while let node = child {
            if node.kind == .softBreak || node.kind == .lineBreak { count += 1 }
            child = node.next
        }
        return count
    }
}
