import Bytes
import Diagnostics

/// Notes as a word processor leaves them when a text is copied: `[1]` in the text, and `[1] Smith …` at its end.
extension DocumentWriter {
    /// Said once a page, where all of the notes are numbered from 1, and the text above has the number of each.
    ///
    /// A judgment has such numbers before its paragraphs, and nothing above them; what is defined (`[1]: address`) is a link, and
    /// is no text. On nearly every page this looks at the last block alone.
    mutating func reportBracketedNotes(in root: Node) {
        var notes: [(number: Int, line: Int)] = []
        var last = root.lastChild
        while let node = last, node.kind == .paragraph, isNote(node) {
            let lines = (node.startLine...max(node.startLine, node.endLine)).compactMap { line in
                number(beginning: line).map { (number: $0, line: line) }
            }
            notes += lines.reversed()
            last = node.previous
        }
        notes.reverse()
        guard let first = notes.first, first.line > 1,
            notes.enumerated().allSatisfy({ $0.element.number == $0.offset + 1 }),
            bracketedNumbers.hasAll(upTo: notes.count), let place = bracketedNumbers.place
        else { return }
        let note = map.text(in: map.range(ofLine: first.line)).drop { $0 != "]" }.dropFirst(2)
        let words = note.prefix(20).prefix { $0 != "." && $0 != "," }
        report(
            "footnote.brackets", .warning,
            "‘[1]’ leads to no note: write ‘[^1]’ here, and ‘[^1]: \(words)…’ in place of ‘[1] \(words)…’; "
                + "likewise the others.", at: place,
            notes: [
                Diagnostic.Note(
                    "The note is here.", at: SourceSpan(path, map.range(ofLine: first.line)))
            ])
    }

    /// Whether a paragraph begins with `[`, as text.
    private func isNote(_ paragraph: Node) -> Bool {
        guard let first = paragraph.firstChild, first.kind == .text,
            first.literal.first == UInt8(ascii: "[")
        else { return false }
        return number(beginning: paragraph.startLine) != nil
    }

    /// The number of a line `[1] Words`.
    private func number(beginning line: Int) -> Int? {
        let text = map.bytes[map.range(ofLine: line)].drop { $0 == 0x20 }
        guard text.first == UInt8(ascii: "["),
            let number = BracketedNumber(in: map.bytes, at: text.startIndex, upTo: text.endIndex),
            number.end + 1 < text.endIndex, map.bytes[number.end] == 0x20
        else { return nil }
        let first = map.bytes[number.end + 1]
        // What R prints has numbers there.
        guard first.isASCIILetter || first >= 0x80 || "\"'*_<(".utf8.contains(first) else {
            return nil
        }
        return number.value
    }
}

/// Numbers in brackets that the text has above its first line `[1] Words`.
struct BracketedNumbers {
    private var found: Set<Int> = []
    /// Of the first `[1]`.
    private(set) var place: Range<Int>?
    private var hasEnded = false

    func hasAll(upTo count: Int) -> Bool {
        place != nil && found.count >= count && (1...count).allSatisfy { found.contains($0) }
    }

    /// Whether the next `[1]` is the first above all notes.
    fileprivate var needsPlace: Bool { place == nil && !hasEnded }

    fileprivate mutating func begin(at place: Range<Int>) { self.place = place }

    fileprivate mutating func add(_ number: Int) {
        if !hasEnded { found.insert(number) }
    }

    fileprivate mutating func end() { hasEnded = true }
}

extension DocumentWriter {
    /// `[1]` in a text; in code it is none.
    mutating func recordBracketedNumber(
        _ text: UnsafeBufferPointer<UInt8>, at open: Int, in node: Node
    ) {
        guard let number = BracketedNumber(in: text, at: open, upTo: text.count) else { return }
        let beginsLine = open == 0 && (node.previous.map { $0.kind == .softBreak } ?? true)
        if beginsLine, number.end < text.count, text[number.end] == 0x20 {
            if number.value == 1 { bracketedNumbers.end() }
            return
        }
        if number.value == 1, bracketedNumbers.needsPlace {
            bracketedNumbers.begin(at: place(of: text[open..<number.end], in: node))
        }
        bracketedNumbers.add(number.value)
    }
}

/// `[12]`.
private struct BracketedNumber {
    let value: Int
    /// Behind the bracket.
    let end: Int

    init?(in text: UnsafeBufferPointer<UInt8>, at open: Int, upTo limit: Int) {
        let digits = text[(open + 1)..<limit].prefix(4).prefix { $0.isASCIIDigit }
        guard let value = Int(String(decoding: digits, as: UTF8.self)), value > 0, digits.count < 4,
            digits.endIndex < limit, text[digits.endIndex] == UInt8(ascii: "]")
        else { return nil }
        self.value = value
        end = digits.endIndex + 1
    }
}
