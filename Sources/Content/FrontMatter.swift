/// Where the front matter of a file ends and its text begins.

import Bytes
import Diagnostics
import Markup

struct FrontMatter {
    /// Fences included.
    let whole: Range<Int>
    /// Between the fences.
    let yaml: Range<Int>
    /// The text after the closing fence.
    let body: Range<Int>

    /// Finds the fences.
    ///
    /// A page without front matter, or whose front matter does not end, is an error: taking it for
    /// text would publish a draft.
    static func split(_ bytes: [UInt8], path: String) -> (FrontMatter?, Diagnostic?) {
        let start = bytes.lengthOfByteOrderMark
        guard let first = fence(bytes, at: start) else {
            return (
                nil,
                Diagnostic(
                    "front-matter.missing",
                    "The file does not begin with front matter: write ‘---’, a line ‘title: …’, and "
                        + "‘---’ before the text.", at: SourceSpan(path, start..<start))
            )
        }
        var line = first
        while line < bytes.count {
            if let end = fence(bytes, at: line) {
                return (
                    FrontMatter(
                        whole: start..<end, yaml: first..<line, body: end..<bytes.count), nil
                )
            }
            line = nextLine(bytes, from: line)
        }
        return (
            nil,
            Diagnostic(
                "front-matter.not-closed",
                "The front matter that begins here has no closing ‘---’ line, so nobody can tell "
                    + "where the text begins.", at: SourceSpan(path, start..<start + 3))
        )
    }

    /// The start of the next line, when the line at `start` is a fence: `---` and nothing else.
    private static func fence(_ bytes: [UInt8], at start: Int) -> Int? {
        // Nearly no line begins with the first of them.
        guard start + 3 <= bytes.count, bytes[start] == UInt8(ascii: "-"),
            bytes[start..<start + 3].elementsEqual("---".utf8)
        else { return nil }
        var index = start + 3
        while index < bytes.count, bytes[index] == 0x20 || bytes[index] == 0x09 { index += 1 }
        guard index == bytes.count || bytes[index] == 0x0A || bytes[index] == 0x0D else {
            return nil
        }
        return nextLine(bytes, from: index)
    }

    private static func nextLine(_ bytes: [UInt8], from start: Int) -> Int {
        var index = bytes.withUnsafeBufferPointer { bytes in
            bytes.firstIndex(from: start) { byte in
                (byte == 0x0A).bit | (byte == 0x0D).bit
            }
        }
        if index + 1 < bytes.count, bytes[index] == 0x0D, bytes[index + 1] == 0x0A { index += 1 }
        return min(index + 1, bytes.count)
    }
}
