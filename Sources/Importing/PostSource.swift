/// A file of another generator, cut into front matter and text.

import Bytes
import Content
import Diagnostics
import Markup

struct PostSource {
    let path: String
    let bytes: [UInt8]
    /// `nil` for a file without front matter, or with one that could not be read.
    private(set) var root: YAMLNode?
    private(set) var hasFrontMatter = false
    /// Where the text begins.
    private(set) var body: Int
    private(set) var diagnostics: [Diagnostic] = []

    init(_ bytes: [UInt8], path: String) {
        self.path = path
        self.bytes = bytes
        body = bytes.lengthOfByteOrderMark
        let hasFence = Self.fence(bytes, at: body) != nil
        if let advice = OtherFormat.advice(on: path, bytes, hasFrontMatter: hasFence) {
            diagnostics = [
                Diagnostic("import.not-markdown", advice, at: SourceSpan(file: path))
            ]
            return
        }
        diagnostics = TextCheck.diagnostics(for: bytes, path: path, maximumSize: 4 << 20)
        guard diagnostics.isEmpty else { return }
        if let fence = Self.fence(bytes, at: body) {
            read(fence)
        } else if bytes[body...].first == UInt8(ascii: "{"),
            bytes[body...].dropFirst().first != 0x25,
            bytes[body...].dropFirst().first != UInt8(ascii: "{")
        {
            report(
                "import.front-matter-format",
                "Front matter in JSON is not read: write it as YAML between two ‘---’ lines.",
                at: body..<body + 1)
        }
    }

    private mutating func read(_ fence: (sign: UInt8, end: Int)) {
        let start = body
        var line = fence.end
        while line < bytes.count {
            if let close = Self.fence(bytes, at: line), close.sign == fence.sign {
                hasFrontMatter = true
                body = close.end
                decode(fence.end..<line, isTOML: fence.sign == UInt8(ascii: "+"))
                return
            }
            line = Self.nextLine(bytes, from: line)
        }
        let sign = String(UnicodeScalar(fence.sign))
        report(
            "front-matter.not-closed",
            "The front matter that begins here has no closing ‘\(sign)\(sign)\(sign)’ line, so nobody "
                + "can tell where the text begins.", at: start..<start + 3)
    }

    private mutating func decode(_ range: Range<Int>, isTOML: Bool) {
        do throws(YAMLReader.Failure) {
            root =
                isTOML
                ? try TOMLReader.read(bytes[range]) : try YAMLReader.read(bytes[range])
        } catch {
            diagnostics.append(error.diagnostic(in: path, bytes))
        }
        if let root, case .mapping = root.value { return reportControls(in: root, of: "") }
        if root != nil {
            report(
                "front-matter.wrong-type", "Front matter is a group of ‘key: value’ lines.",
                at: range)
        }
        root = nil
    }

    /// Escapes such as `"\x93"`, and `"\begin"`, in which YAML reads one: no page may hold what they stand for.
    private mutating func reportControls(in node: YAMLNode, of key: String) {
        switch node.value {
        case .scalar(let text, _):
            guard let control = text.firstControl else { return }
            report(
                "front-matter.control-character",
                "‘\(key)’ holds the control character \(ControlCharacter.name(control)), which nobody sees. "
                    + ControlCharacter.advice(control), at: node.bytes.range)
        case .sequence(let items): for item in items { reportControls(in: item, of: key) }
        case .mapping(let pairs):
            for pair in pairs { reportControls(in: pair.value, of: pair.key) }
        }
    }

    private mutating func report(_ id: Diagnostic.ID, _ message: String, at range: Range<Int>) {
        diagnostics.append(Diagnostic(id, message, at: SourceSpan(path, range)))
    }

    /// The start of the next line, when the line at `start` is three hyphens or plus signs.
    private static func fence(_ bytes: [UInt8], at start: Int) -> (sign: UInt8, end: Int)? {
        guard start + 3 <= bytes.count, bytes[start] == 0x2D || bytes[start] == 0x2B,
            bytes[start..<start + 3].allSatisfy({ $0 == bytes[start] })
        else { return nil }
        var index = start + 3
        while index < bytes.count, bytes[index] == 0x20 || bytes[index] == 0x0D { index += 1 }
        guard index == bytes.count || bytes[index] == 0x0A else { return nil }
        return (bytes[start], nextLine(bytes, from: index))
    }

    private static func nextLine(_ bytes: [UInt8], from start: Int) -> Int {
        var index = start
        while index < bytes.count, bytes[index] != 0x0A { index += 1 }
        return min(index + 1, bytes.count)
    }
}
