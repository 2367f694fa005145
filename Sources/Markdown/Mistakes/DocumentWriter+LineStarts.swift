import Bytes
import Diagnostics
import Markup

/// Signs at the beginning of a line that were meant to make a block of it.
extension DocumentWriter {
    /// Whether the first byte of a text may be such a sign: `#`, `:::`, a row of a table, `1.`, `-` and `*`, `!!!` and
    /// `???`, and `•`, which begins with 0xE2 as many signs do.
    static func mayBeginBlock(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "#"), UInt8(ascii: ":"), UInt8(ascii: "|"), UInt8(ascii: "-"),
            UInt8(ascii: "*"), UInt8(ascii: "1"), UInt8(ascii: "!"), UInt8(ascii: "?"), 0xE2:
            true
        default: false
        }
    }

    mutating func reportLineStart(_ text: UnsafeBufferPointer<UInt8>, in node: Node) {
        guard let paragraph = node.parent, paragraph.kind == .paragraph,
            node.previous.map({ $0.kind == .softBreak || $0.kind == .lineBreak }) ?? true
        else { return }
        switch text[0] {
        case UInt8(ascii: "#"): reportHashes(text, in: node)
        case UInt8(ascii: "1"): reportNumber(text, in: node, paragraph)
        case UInt8(ascii: "-") where text[1...].starts(with: "\u{A0}".utf8),
            UInt8(ascii: "*") where text[1...].starts(with: "\u{A0}".utf8):
            reportHardSpace(text, in: node)
        case UInt8(ascii: ":") where text.starts(with: ":::".utf8): reportColons(text, in: node)
        case UInt8(ascii: "!"), UInt8(ascii: "?"): reportAdmonition(text, in: node)
        case UInt8(ascii: "*") where text.count > 1 && text[1] == UInt8(ascii: "["):
            reportAbbreviation(text, in: node)
        default:
            if text.beginsWithBullet {
                reportBullet(text, in: node, paragraph)
            } else {
                if text[0] == UInt8(ascii: "|"), node.previous == nil { reportRows(of: paragraph) }
                reportDelimiterRow(text, in: node, paragraph)
            }
        }
    }

    // MARK: - Fences of colons

    /// `::: {.callout-note}` and the `:::` that ends it (Pandoc, Quarto, MyST, VuePress).
    private mutating func reportColons(_ text: UnsafeBufferPointer<UInt8>, in node: Node) {
        let behind = text.drop { $0 == UInt8(ascii: ":") }
        guard let first = behind.first else {
            report(colons: text[...], "This ends a block as other programs have it", in: node)
            return
        }
        guard first == 0x20 || first == UInt8(ascii: "{") || first.isASCIILetter else { return }
        report(
            colons: text[..<behind.startIndex], "This begins a block as other programs have it",
            in: node)
    }

    private mutating func report(
        colons: Slice<UnsafeBufferPointer<UInt8>>, _ what: String, in node: Node
    ) {
        guard !isEscaped(colons, by: [":"], in: node) else { return }
        let line = line(of: node).map { map.range(ofLine: $0) }
        report(
            "text.colon-fence",
            error:
                "\(what), and is shown as it is written: a callout is a quotation that begins with "
                + "‘> [!NOTE]’.", at: line ?? place(of: colons, in: node))
    }

    // MARK: - Lists

    /// `1.Item` with `2.Item` behind it, on the next line or in the next paragraph.
    private mutating func reportNumber(
        _ text: UnsafeBufferPointer<UInt8>, in node: Node, _ paragraph: Node
    ) {
        guard text.beginsItem(UInt8(ascii: "1")), node.previous == nil else { return }
        var next = node.next
        while let other = next, other.kind != .softBreak, other.kind != .lineBreak {
            next = other.next
        }
        let second = next?.next ?? paragraph.next?.firstChild
        let shown = text[..<min(text.count, 12)]
        guard let second, second.kind == .text, second.literal.beginsItem(UInt8(ascii: "2")),
            !isEscaped(shown, by: [".", ")"], in: node)
        else { return }
        let sign = String(decoding: text[..<2], as: UTF8.self)
        report(
            "list.no-space", .warning,
            "This is no list: write a plain space behind ‘\(sign)’, here and in its other lines.",
            at: place(of: shown, in: node))
    }

    /// `-` and a space that does not break, as some keyboards write it with the space bar.
    private mutating func reportHardSpace(_ text: UnsafeBufferPointer<UInt8>, in node: Node) {
        guard node.previous == nil else { return }
        let shown = text[..<min(text.count, 12)]
        guard !isEscaped(shown, by: ["-", "*"], in: node) else { return }
        report(
            "list.no-space", .warning,
            "This is no list: write a plain space (not U+00A0) behind ‘\(Character(UnicodeScalar(text[0])))’, here and "
                + "in its other lines.", at: place(of: shown, in: node))
    }

    /// `• Item`, as word processors write it.
    private mutating func reportBullet(
        _ text: UnsafeBufferPointer<UInt8>, in node: Node, _ paragraph: Node
    ) {
        // Between words it parts them: `Ada • Bo`.
        let sign = text[..<3]
        guard !text[3...].contains(sequence: sign), !isBehindBullet(node, paragraph) else { return }
        let name = String(decoding: sign, as: UTF8.self)
        report(
            "list.bullet", .warning,
            "This is no list: write ‘- ’ for ‘\(name)’, here and in its other lines.",
            at: line(of: node).map { map.range(ofLine: $0) } ?? place(of: text[...], in: node))
    }

    /// Whether the line above begins with a bullet, too, or the paragraph above.
    private func isBehindBullet(_ node: Node, _ paragraph: Node) -> Bool {
        guard var other = node.previous?.previous else {
            guard node.previous == nil, let above = paragraph.previous, above.kind == .paragraph,
                let first = above.firstChild, first.kind == .text
            else { return false }
            return first.literal.beginsWithBullet
        }
        var steps = 0
        while let before = other.previous, before.kind != .softBreak, before.kind != .lineBreak,
            steps < Self.mostSteps
        {
            other = before
            steps += 1
        }
        return other.kind == .text && other.literal.beginsWithBullet
    }

    /// Inline nodes that are looked at to tell where one stands.
    private static let mostSteps = 400

    // MARK: - Tables

    /// `|---|` below `| A | B |`: no table, since the parser wants as many cells in both (GFM, "Tables").
    private mutating func reportDelimiterRow(
        _ text: UnsafeBufferPointer<UInt8>, in node: Node, _ paragraph: Node
    ) {
        guard node.previous?.kind == .softBreak, text.isDelimiterRow,
            node.next.map({ $0.kind == .softBreak }) ?? true, let number = line(of: node)
        else { return }
        let (head, row) = (map.range(ofLine: number - 1), map.range(ofLine: number))
        guard number > 1, head.upperBound < row.lowerBound else { return }
        let cells = TableRow.allCells(of: UnsafeBufferPointer(rebasing: map.bytes[head]))
        let delimiters = TableRow.allCells(of: UnsafeBufferPointer(rebasing: map.bytes[row]))
        guard UnsafeBufferPointer(rebasing: map.bytes[row]).isDelimiterRow, cells > 1,
            cells != delimiters
        else { return }
        let example = "|" + String(repeating: "---|", count: min(cells, 12))
        report(
            "table.delimiter-row",
            error:
                "This makes no table: the line has \(delimiters) \(delimiters == 1 ? "cell" : "cells"), "
                + "and its head above \(cells). Write ‘\(example)’.", at: row)
    }

    /// The line of a text in its paragraph; `nil` where that would take long to tell.
    private mutating func line(of node: Node) -> Int? {
        guard let paragraph = node.parent, paragraph.startLine > 0,
            maySearch(blockRange(of: node).count)
        else { return nil }
        var line = paragraph.startLine
        var current = paragraph.firstChild
        while let other = current, other != node {
            other.forEachNode {
                switch $0.kind {
                case .softBreak, .lineBreak: line += 1
                // A citation that goes over the end of a line has the break in it.
                case .text: line += $0.literal.count { $0 == 0x0A }
                default: break
                }
            }
            current = other.next
        }
        return line
    }
}

extension UnsafeBufferPointer<UInt8> {
    /// Signs that word processors put before the items of a list, with a space behind.
    fileprivate var beginsWithBullet: Bool {
        guard count > 4, self[0] == 0xE2, self[3] == 0x20 || self[3] == 0x09 || self[3] == 0xC2
        else {
            return false
        }
        switch (self[1], self[2]) {
        // • ‣ ▪ ● ■ ◦
        case (0x80, 0xA2), (0x80, 0xA3), (0x96, 0xAA), (0x97, 0x8F), (0x96, 0xA0), (0x97, 0xA6):
            return self[3] != 0xC2 || self[4] == 0xA0
        default: return false
        }
    }

    /// `1.Item`: a number of one digit, `.` or `)`, and a word of three letters or more, or a space that does not
    /// break.
    fileprivate func beginsItem(_ digit: UInt8) -> Bool {
        count > 4 && self[0] == digit
            && (self[1] == UInt8(ascii: ".") || self[1] == UInt8(ascii: ")"))
            && (self[2] == 0xC2 && self[3] == 0xA0
                || (2..<5).allSatisfy { self[$0].isASCIILetter || self[$0] >= 0xC3 })
    }

    /// Whether nothing but pipes, dashes, colons and spaces stands here; smart punctuation has made longer
    /// dashes of two and three.
    var isDelimiterRow: Bool {
        var (pipes, dashes) = (0, 0)
        var index = 0
        while index < count {
            switch self[index] {
            case UInt8(ascii: "|"): pipes += 1
            case UInt8(ascii: "-"): dashes += 1
            case UInt8(ascii: ":"), 0x20, 0x09, UInt8(ascii: ">"): break
            case 0xE2:
                guard index + 2 < count, self[index + 1] == 0x80,
                    self[index + 2] == 0x93 || self[index + 2] == 0x94
                else { return false }
                dashes += 1
                index += 2
            default: return false
            }
            index += 1
        }
        return pipes > 0 && dashes > 0
    }
}

extension Slice<UnsafeBufferPointer<UInt8>> {
    fileprivate func contains(sequence: Slice<UnsafeBufferPointer<UInt8>>) -> Bool {
        guard let first = sequence.first else { return true }
        var rest = self
        while let found = rest.firstIndex(of: first) {
            rest = rest[found...]
            if rest.starts(with: sequence) { return true }
            rest = rest.dropFirst()
        }
        return false
    }
}
