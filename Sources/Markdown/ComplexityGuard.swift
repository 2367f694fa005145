/// Refuses text on which cmark-gfm 0.29.0.gfm.6 needs quadratic time or unbounded depth.

import Bytes
import Markup

/// A linear look at a text before it is parsed.
///
/// The library's known quadratic cases (unclosed `<?` and `<!`, runs of `![`, tables after long
/// paragraphs, footnote references, reference expansion, quotation marks that smart punctuation pairs,
/// deep nesting) each add to an estimate of
/// the steps that parsing will take. The weights and limits were chosen over thousands of real files:
/// the worst of them scores a fiftieth of the limit.
struct ComplexityGuard {
    /// Why a text is refused.
    enum Refusal: Equatable {
        case tooManySteps
        case tooDeep
        case tooManyColumns(Int)
    }

    static let maximumSteps = 5e7

    /// What was counted since the last blank line.
    private struct Run {
        var bytes = 0.0
        var lines = 0.0
        var openTags = 0.0
        var images = 0.0
        var links = 0.0
        var notes = 0.0
        var emphasis = 0.0
        var quotes = 0.0
        var delimiterRows = 0.0
        var delimiterSteps = 0.0

        var steps: Double {
            openTags * bytes + images * links + notes * (emphasis + quotes + images)
                + 8 * delimiterRows * bytes + delimiterSteps + quotes * quotes / 16
        }
    }

    private var steps = 0.0
    private var run = Run()
    private var brackets = 0.0
    private var longestDefinition = 0
    private var depth = 0
    private var columns = 0
    /// Whether more than nesting and the rows of tables is of interest.
    private var countsSigns = true

    /// The reason to refuse `text`, and the byte offset of the line that shows it.
    static func refusal(
        of text: UnsafeBufferPointer<UInt8>, limits: MarkdownParser.Limits
    ) -> (reason: Refusal, line: Int)? {
        var scan = ComplexityGuard()
        scan.countsSigns = mayTakeLong(text)
        var start = 0
        var worst = (line: 0, depth: 0, columns: 0)
        let hasReturns = text.firstIndex(of: 0x0D, in: 0..<text.count) != nil
        while start < text.count {
            var end = text.firstIndex(of: 0x0A, in: start..<text.count) ?? text.count
            if hasReturns { end = text.firstIndex(of: 0x0D, in: start..<end) ?? end }
            scan.read(UnsafeBufferPointer(rebasing: text[start..<end]))
            if scan.depth > worst.depth || scan.columns > worst.columns {
                worst = (start, scan.depth, scan.columns)
            }
            start = end + 1
        }
        scan.closeRun()
        let steps = scan.steps + scan.brackets * Double(scan.longestDefinition) / 8
        if scan.depth > limits.nesting { return (.tooDeep, worst.line) }
        if scan.columns > limits.tableColumns {
            return (.tooManyColumns(scan.columns), worst.line)
        }
        return steps > maximumSteps ? (.tooManySteps, 0) : nil
    }

    private mutating func closeRun() {
        steps += run.steps
        run = Run()
    }

    private mutating func read(_ line: UnsafeBufferPointer<UInt8>) {
        guard line.contains(where: { $0 != 0x20 && $0 != 0x09 }) else {
            closeRun()
            return
        }
        depth = max(depth, Self.nesting(of: line))
        run.bytes += Double(line.count + 1)
        let isDelimiterRow = line.allSatisfy(Self.mayDelimit)
        let pipes = countsSigns || isDelimiterRow ? count(line) : 0
        if isDelimiterRow {
            run.delimiterRows += 1
            run.delimiterSteps += 0.25 * run.lines * run.bytes
        }
        if isDelimiterRow || pipes > 1000 { columns = max(columns, pipes) }
        run.lines += 1
    }

    /// Whether a row of dashes under the head of a table may hold a byte, within a quotation or a
    /// list too.
    private static func mayDelimit(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "|"), UInt8(ascii: "-"), UInt8(ascii: ":"), UInt8(ascii: ">"),
            UInt8(ascii: "+"), 0x20, 0x09, 0x0B, 0x0C:
            true
        default: false
        }
    }

    /// Whether a text could take half of the limit if all its signs that cost steps were of the
    /// worst kind and stood in one paragraph, or have a table of a thousand columns.
    ///
    /// Of a usual page not even that is near; where they stand need not be known, and what they cost is
    /// not counted.
    private static func mayTakeLong(_ text: UnsafeBufferPointer<UInt8>) -> Bool {
        guard let base = text.baseAddress else { return false }
        var signs = 0
        var index = 0
        while index &+ block <= text.count {
            signs &+= Int(self.signs(in: base + index))
            index &+= block
        }
        let most = Double(signs + block)
        return most > 1000
            || most * Double(text.count) + 2 * most * most > maximumSteps / 2
    }

    /// Bytes looked at together.
    private static let block = 32

    /// How many bytes of a block may cost steps: without a branch, so that the compiler looks at many
    /// at once.
    @inline(__always)
    private static func signs(in text: UnsafePointer<UInt8>) -> UInt8 {
        var signs: UInt8 = 0
        for offset in 0..<block {
            let byte = text[offset]
            // `|` and `~`, `[` and `_` differ in one bit; then `]`, `<`, `*`, `'`, `"` and `!`.
            signs &+=
                (byte | 0x02 == 0x7E).bit | (byte | 0x04 == 0x5F).bit
                | (byte == 0x5D).bit | (byte == 0x3C).bit | (byte == 0x2A).bit
                | (byte == 0x27).bit | (byte == 0x22).bit | (byte == 0x21).bit
        }
        return signs
    }

    /// Counts what a line has of everything that costs steps, and returns how many pipes it has.
    private mutating func count(_ line: UnsafeBufferPointer<UInt8>) -> Int {
        guard let base = line.baseAddress else { return 0 }
        var pipes = 0
        var index = 0
        // Letters, and nearly everything else, count for nothing.
        while index &+ Self.block <= line.count {
            if Self.signs(in: base + index) != 0 {
                count(line, index..<index &+ Self.block, &pipes)
            }
            index &+= Self.block
        }
        count(line, index..<line.count, &pipes)
        return pipes
    }

    private mutating func count(
        _ line: UnsafeBufferPointer<UInt8>, _ range: Range<Int>, _ pipes: inout Int
    ) {
        for index in range {
            let byte = line[index]
            let next = index + 1 < line.count ? line[index + 1] : 0
            switch byte {
            case UInt8(ascii: "<"):
                if next == UInt8(ascii: "?") || next == UInt8(ascii: "!") { run.openTags += 1 }
            case UInt8(ascii: "!"):
                if next == UInt8(ascii: "[") { run.images += 1 }
            case UInt8(ascii: "["):
                brackets += 1
                if next == UInt8(ascii: "^") { run.notes += 1 }
            case UInt8(ascii: "]"):
                if next == UInt8(ascii: "(") { run.links += 1 }
                if next == UInt8(ascii: ":") {
                    longestDefinition = max(longestDefinition, line.count)
                }
            case UInt8(ascii: "*"), UInt8(ascii: "_"), UInt8(ascii: "~"): run.emphasis += 1
            case UInt8(ascii: "\""), UInt8(ascii: "'"): run.quotes += 1
            case UInt8(ascii: "|"): pipes += 1
            default: break
            }
        }
    }

    /// Containers that a line opens or continues: quotes, list markers, deep indentation.
    private static func nesting(of line: UnsafeBufferPointer<UInt8>) -> Int {
        var depth = 0
        var indent = 0
        var index = 0
        func endsMarker(_ position: Int) -> Bool {
            position >= line.count || line[position] == 0x20 || line[position] == 0x09
        }
        while index < line.count {
            switch line[index] {
            case 0x20: indent += 1
            case 0x09: indent += 4
            case UInt8(ascii: ">"): depth += 1
            case UInt8(ascii: "-"), UInt8(ascii: "+"), UInt8(ascii: "*"):
                guard endsMarker(index + 1) else { return depth }
                depth += 1
            case UInt8(ascii: "0")...UInt8(ascii: "9"):
                var end = index
                while end < line.count, end - index < 9, line[end] >= 0x30, line[end] <= 0x39 {
                    end += 1
                }
                guard end < line.count,
                    line[end] == UInt8(ascii: ".") || line[end] == UInt8(ascii: ")"),
                    endsMarker(end + 1)
                else { return depth }
                depth += 1
                index = end
            default:
                return depth == 0 && indent > 400 ? indent / 2 : depth
            }
            index += 1
        }
        return depth
    }
}
