/// A text with its formulas out of the parser's sight.
///
/// To cmark-gfm, `$a_1 * b_2 * c$` holds emphasis, and `| $|x|$ |` three cells. So it gets a copy in which
/// each line of a formula is a word: a sign that the text has not, a number, the sign again. Words are
/// what the parser leaves alone everywhere, so that formulas may stand in headings, cells, emphasis,
/// links and notes; and since what stands before and behind is a word's, too, `**$x$**` and `"$x$"` come
/// out right. (Code spans of the same length were thought of: their signs join with backticks beside
/// them, pair with any before them, and count as punctuation in emphasis.)
///
/// Line breaks, indentation and marks of quotations stay, so that the parser sees the blocks it would see,
/// and its lines are those of the file. Where a word turns up in code, HTML or an address, it was none of
/// ours: ``restore(in:)`` puts the source back, byte by byte.
///
/// The walk looks for places in a third text, of the same length as the file, in which formulas are blank:
/// so nothing takes `[^2]` in one for a note.

import Bytes
import Math

struct MathText {
    let formulas: [Formula]
    /// The lines of all formulas, as places in the file.
    let segments: [Range<Int>]
    /// Where reading stopped, in a text with more formulas than a page may have.
    let firstUnread: Int?
    /// For each line, its formula.
    private let owners: [Int]
    /// Formulas of which a line has come to stand in code or HTML.
    var tornFormulas: Set<Int> = []
    /// Stands before and behind the number of a line.
    let mark: UInt8
    let source: UnsafeBufferPointer<UInt8>
    let body: Range<Int>

    /// `nil` for a text without a formula, which costs the search for two bytes.
    ///
    /// `source` has to live as long as this.
    init?(
        _ source: UnsafeBufferPointer<UInt8>, body: Range<Int>, limit: Int, _ macros: TeXMacros
    ) {
        guard MathScan.isNeeded(source, body) else { return nil }
        let scan = MathScan(source, body: body, limit: limit, macros)
        guard !scan.formulas.isEmpty || scan.isCutShort, let mark = Self.unusedMark(source, body)
        else { return nil }
        self.source = source
        self.body = body
        self.mark = mark
        formulas = scan.formulas
        segments = scan.segments
        firstUnread = scan.isCutShort ? scan.position : nil
        owners = scan.formulas.enumerated().flatMap { number, formula in
            formula.segments.map { _ in number }
        }
    }

    /// A control character that neither stands in the text nor comes of `&#127;`: nobody can make a text
    /// hold a formula twice, or a thousand times.
    private static func unusedMark(
        _ source: UnsafeBufferPointer<UInt8>, _ body: Range<Int>
    ) -> UInt8? {
        var candidates: [UInt8] = [0x7F, 0x01, 0x02, 0x03, 0x04, 0x05, 0x06, 0x07, 0x0E, 0x0F]
        candidates.removeAll { source.firstIndex(of: $0, in: body) != nil }
        var index = body.lowerBound
        while let sign = source.firstIndex(of: UInt8(ascii: "&"), in: index..<body.upperBound) {
            index = sign + 1
            guard let reference = NumericReference(in: source, at: sign) else { continue }
            candidates.removeAll { UInt32($0) == reference.value }
        }
        return candidates.first
    }

    // MARK: - Copies

    /// The body with a word for each line of a formula: what the parser reads.
    var masked: [UInt8] {
        var text: [UInt8] = []
        text.reserveCapacity(body.count + segments.count)
        var start = body.lowerBound
        for (number, segment) in segments.enumerated() {
            text += source[start..<segment.lowerBound]
            text.append(mark)
            text += String(number).utf8
            text.append(mark)
            start = segment.upperBound
        }
        text += source[start..<body.upperBound]
        return text
    }

    /// The same for a part of the file, which cuts no formula.
    func masked(_ range: Range<Int>) -> [UInt8] {
        var (low, high) = (0, segments.count)
        while low < high {
            let middle = (low + high) / 2
            if segments[middle].lowerBound < range.lowerBound {
                low = middle + 1
            } else {
                high = middle
            }
        }
        var text: [UInt8] = []
        var start = range.lowerBound
        while low < segments.count, segments[low].upperBound <= range.upperBound {
            text += source[start..<segments[low].lowerBound]
            text.append(mark)
            text += String(low).utf8
            text.append(mark)
            start = segments[low].upperBound
            low += 1
        }
        text += source[start..<range.upperBound]
        return text
    }

    /// The file with letters in place of formulas: where the walk looks for places.
    var blanked: [UInt8] {
        var text = Array(source)
        for segment in segments {
            for index in segment { text[index] = UInt8(ascii: "x") }
        }
        return text
    }

    // MARK: - Words

    /// The line of a formula whose word stands at `index` of a node's text, and where the word ends.
    func segment(
        in text: UnsafeBufferPointer<UInt8>, at index: Int
    ) -> (number: Int, end: Int)? {
        guard text[index] == mark else { return nil }
        var number = 0
        var end = index + 1
        while end < text.count, text[end].isASCIIDigit, number <= segments.count {
            number = 10 * number + Int(text[end] - 0x30)
            end += 1
        }
        guard end > index + 1, end < text.count, text[end] == mark, number < segments.count else {
            return nil
        }
        return (number, end + 1)
    }

    func owner(of segment: Int) -> Int { owners[segment] }

    /// What the word for a line stands for; `nil` for the further lines of a formula.
    func part(at segment: Int) -> Part? {
        let formula = formulas[owners[segment]]
        if !tornFormulas.isEmpty, tornFormulas.contains(owners[segment]) {
            return .text(UnsafeBufferPointer(rebasing: source[segments[segment]]))
        }
        return formula.segments.lowerBound == segment ? .formula(formula) : nil
    }

    /// Whether a node's text ends within a formula, whose next line the next node begins with.
    func isUnfinished(_ text: UnsafeBufferPointer<UInt8>) -> Bool {
        guard text.last == mark else { return false }
        var start = text.count - 2
        while start >= 0, text[start].isASCIIDigit { start -= 1 }
        guard start >= 0, let (number, _) = segment(in: text, at: start),
            !tornFormulas.contains(owners[number])
        else { return false }
        return number + 1 < formulas[owners[number]].segments.upperBound
    }

    /// The part of a line that is TeX: without signs and label.
    func content(of segment: Int) -> Range<Int> {
        let formula = formulas[owners[segment]]
        var (start, end) = (segments[segment].lowerBound, segments[segment].upperBound)
        let signs: Int
        switch formula.kind {
        case .inline: signs = 1
        case .display: signs = 2
        case .unclosed, .bare: return start..<end
        }
        if segment == formula.segments.lowerBound { start += signs }
        if segment == formula.segments.upperBound - 1 {
            if let label = formula.label {
                end = label.lowerBound
                while source[end - 1] != UInt8(ascii: "$") { end -= 1 }
            }
            end -= signs
        }
        // GitHub's other form: a formula in code, in a formula.
        let backtick = UInt8(ascii: "`")
        if formula.kind == .inline, formula.segments.count == 1, end - start > 2,
            source[start] == backtick, source[end - 1] == backtick
        {
            return start + 1..<end - 1
        }
        return start..<end
    }

    /// What a word is written as where no formula can be.
    enum Form {
        /// As in the file, byte by byte.
        case source
        /// The TeX alone: what a reader of plain text makes the most of.
        case tex
    }

    /// Calls `body` with where each word of a text stands, and the number of its line.
    func forEachWord(
        of text: UnsafeBufferPointer<UInt8>, in range: Range<Int>? = nil,
        _ body: (_ word: Range<Int>, _ number: Int) -> Void
    ) {
        let range = range ?? text.indices
        var index = range.lowerBound
        while let found = text.firstIndex(of: mark, in: index..<range.upperBound) {
            index = found + 1
            guard let (number, end) = segment(in: text, at: found) else { continue }
            body(found..<end, number)
            index = end
        }
    }

    /// Appends the text of a node with the source of formulas in place of words.
    func append(
        _ text: UnsafeBufferPointer<UInt8>, in range: Range<Int>, as form: Form,
        to out: inout OutputBuffer
    ) {
        var start = range.lowerBound
        forEachWord(of: text, in: range) { word, number in
            out.append(contentsOf: text, in: start..<word.lowerBound)
            let lines = form == .tex ? content(of: number) : segments[number]
            out.append(contentsOf: source, in: lines)
            start = word.upperBound
        }
        out.append(contentsOf: text, in: start..<range.upperBound)
    }

    func restored(_ text: String, as form: Form) -> String {
        text.withUTF8Bytes { text in
            var out = OutputBuffer()
            append(text, in: text.indices, as: form, to: &out)
            return String(decoding: out)
        }
    }

    func text(in range: Range<Int>) -> String { String(decoding: source[range], as: UTF8.self) }

    // MARK: - Formulas

    enum Part {
        case text(UnsafeBufferPointer<UInt8>)
        case formula(Formula)
    }

    /// Takes a text apart.
    func forEachPart(of text: UnsafeBufferPointer<UInt8>, _ body: (Part) -> Void) {
        var start = 0
        forEachWord(of: text) { word, number in
            body(.text(UnsafeBufferPointer(rebasing: text[start..<word.lowerBound])))
            if let part = part(at: number) { body(part) }
            start = word.upperBound
        }
        body(.text(UnsafeBufferPointer(rebasing: text[start...])))
    }

    /// Calls `body` with the TeX of a formula and its bytes' places in the file.
    func withTeX<Result>(
        of formula: Formula, _ body: (UnsafeBufferPointer<UInt8>, TeXPlaces) -> Result
    ) -> Result {
        let lines = formula.segments.map { content(of: $0) }
        let places = TeXPlaces(lines: lines)
        if lines.count == 1 {
            return body(UnsafeBufferPointer(rebasing: source[lines[0]]), places)
        }
        let tex = Array(lines.map { source[$0] }.joined(separator: [0x0A]))
        return tex.withUnsafeBufferPointer { body($0, places) }
    }
}

/// From places in the TeX of a formula, whose lines are joined, to places in the file.
struct TeXPlaces {
    let lines: [Range<Int>]

    /// A place in the file, within one line: what a mistake can be shown at.
    func range(of tex: Range<Int>) -> Range<Int> {
        var start = 0
        for (number, line) in lines.enumerated() {
            let isLast = number == lines.count - 1
            if tex.lowerBound <= start + line.count || isLast {
                let lower = min(line.lowerBound + max(0, tex.lowerBound - start), line.upperBound)
                let upper = line.lowerBound + max(0, tex.upperBound - start)
                return lower..<max(lower, min(upper, line.upperBound))
            }
            start += line.count + 1
        }
        return 0..<0
    }
}
