import Bytes
import Diagnostics
import Markup

/// Lines and columns of cmark turned into byte offsets of the file.
///
/// cmark counts lines and bytes from 1, from the start of the body. Its inline columns are hints: on a
/// continuation line they are too small by the indentation that was removed.
struct SourceMap {
    let bytes: UnsafeBufferPointer<UInt8>
    let body: Range<Int>
    /// Offset in the file of each line of the body.
    private let lineStarts: [Int]

    init(bytes: UnsafeBufferPointer<UInt8>, body: Range<Int>) {
        self.bytes = bytes
        self.body = body
        var starts = [body.lowerBound]
        starts.reserveCapacity(body.count / 60)
        var index = body.lowerBound
        if bytes.firstIndex(of: 0x0D, in: body) == nil {
            while let end = bytes.firstIndex(of: 0x0A, in: index..<body.upperBound) {
                index = end + 1
                starts.append(index)
            }
        } else {
            while index < body.upperBound {
                let byte = bytes[index]
                index += 1
                guard byte == 0x0A || byte == 0x0D else { continue }
                if byte == 0x0D, index < body.upperBound, bytes[index] == 0x0A { index += 1 }
                starts.append(index)
            }
        }
        lineStarts = starts
    }

    var lineCount: Int { lineStarts.count }

    /// Where a line (from 1) begins.
    func start(ofLine line: Int) -> Int {
        line < 1
            ? body.lowerBound : line <= lineStarts.count ? lineStarts[line - 1] : body.upperBound
    }

    /// The line, from 1, that an offset of the body stands in.
    func line(around offset: Int) -> Int { lineStarts.partitioningIndex { $0 > offset } }

    /// Where a line ends, without its line break.
    func end(ofLine line: Int) -> Int {
        var end = line >= lineStarts.count ? body.upperBound : start(ofLine: line + 1)
        let start = start(ofLine: line)
        while end > start, bytes[end - 1] == 0x0A || bytes[end - 1] == 0x0D { end -= 1 }
        return end
    }

    /// The line around an offset, without its indentation and line break.
    func lineRange(around offset: Int) -> Range<Int> {
        var start = min(max(offset, body.lowerBound), body.upperBound)
        while start > body.lowerBound, bytes[start - 1] != 0x0A, bytes[start - 1] != 0x0D {
            start -= 1
        }
        var end = start
        while end < body.upperBound, bytes[end] != 0x0A, bytes[end] != 0x0D { end += 1 }
        while start < end, bytes[start] == 0x20 || bytes[start] == 0x09 { start += 1 }
        return start..<end
    }

    /// A line without its indentation and line break.
    func range(ofLine line: Int) -> Range<Int> {
        var start = start(ofLine: line)
        let end = max(start, end(ofLine: max(line, 1)))
        while start < end, bytes[start] == 0x20 || bytes[start] == 0x09 { start += 1 }
        return start..<end
    }

    /// Bytes of indentation and of marks of quotations before the text of a line.
    func indentation(ofLine line: Int) -> Int {
        let start = start(ofLine: line)
        return bytes[start..<max(start, end(ofLine: line))]
            .prefix { $0 == 0x20 || $0 == 0x09 || $0 == UInt8(ascii: ">") }.count
    }

    /// The first line of a block, without its indentation.
    func firstLine(of node: Node) -> Range<Int> { range(ofLine: node.startLine) }

    func text(in range: Range<Int>) -> String { String(decoding: bytes[range], as: UTF8.self) }

    /// Where `needle` first stands within `range`.
    func find(_ needle: String, in range: Range<Int>) -> Range<Int>? {
        var needle = needle
        return needle.withUTF8 { bytes.firstRange(of: $0, in: range) }
    }
}
