/// What a style sheet opens and never closes: a browser says nothing, and drops all rules behind it.

import Diagnostics
import Markup

extension StyleSheet {
    /// As many as are enough to read.
    private static let mostMistakes = 20

    /// Braces, comments, strings and addresses without an end, each at its beginning, and braces without a
    /// beginning.
    ///
    /// - Parameters:
    ///   - bytes: The style sheet.
    ///   - name: Its name below `templates/assets/`.
    /// - Returns: An error for each.
    static func unclosed(in bytes: [UInt8], name: String) -> [Diagnostic] {
        var mistakes: [Diagnostic] = []
        var open: [Int] = []
        func report(_ id: Diagnostic.ID, _ message: String, at place: Int) {
            let span = SourceSpan("templates/assets/" + name, place..<place + 1)
            mistakes.append(Diagnostic(id, message, at: span))
        }
        var index = 0
        while index < bytes.count {
            let start = index
            index += 1
            switch bytes[start] {
            case UInt8(ascii: "\\"): index += 1
            case UInt8(ascii: "{"): open.append(start)
            case UInt8(ascii: "}"):
                if open.popLast() == nil {
                    report("theme.stray-brace", "This brace closes nothing.", at: start)
                }
            case UInt8(ascii: "/") where bytes[start...].starts(with: "/*".utf8):
                index = endOfComment(bytes, from: start + 2)
                if index < start + 4 || !bytes[..<index].reversed().starts(with: "/*".utf8) {
                    report("theme.unclosed", "This comment is never closed.", at: start)
                }
            case UInt8(ascii: "\""), UInt8(ascii: "'"):
                index = endOfString(bytes, from: start)
                if !isClosed(bytes, start..<index) {
                    report(
                        "theme.unclosed", "This quotation mark is not closed on its line.",
                        at: start)
                }
            case UInt8(ascii: "u"), UInt8(ascii: "U"):
                guard AddressList.begins(bytes, at: start, with: "url(") else { break }
                index = start + 4
                if let end = endOfPlainAddress(bytes, from: index) {
                    index = end
                } else if !beginsWithQuote(bytes, from: index) {
                    report("theme.unclosed", "This ‘url(’ is not closed on its line.", at: start)
                    index = bytes[index...].firstIndex(of: 0x0A) ?? bytes.count
                }
            default: break
            }
        }
        let unclosed = mistakes.filter { $0.id == "theme.unclosed" }
        // Those have swallowed the braces that are missed, or missing.
        guard unclosed.isEmpty else { return Array(unclosed.prefix(mostMistakes)) }
        for brace in open { report("theme.unclosed", "This brace is never closed.", at: brace) }
        return Array(mistakes.prefix(mostMistakes))
    }

    /// Whether a string ends with its quotation mark, rather than with the line or the file.
    private static func isClosed(_ bytes: [UInt8], _ string: Range<Int>) -> Bool {
        string.count > 1 && bytes[string.upperBound - 1] == bytes[string.lowerBound]
    }

    private static func beginsWithQuote(_ bytes: [UInt8], from start: Int) -> Bool {
        bytes[start...].first { !isSpace($0) }.map { "\"'".utf8.contains($0) } ?? false
    }

    /// The parenthesis behind an address without quotation marks, in which quotes and braces are signs like
    /// any other (`data:`); `nil` when it does not end with its line.
    private static func endOfPlainAddress(_ bytes: [UInt8], from start: Int) -> Int? {
        guard !beginsWithQuote(bytes, from: start) else { return nil }
        let first = bytes[start...].firstIndex { !isSpace($0) } ?? bytes.count
        guard let end = bytes[first...].firstIndex(where: { $0 == 0x0A || $0 == UInt8(ascii: ")") })
        else { return nil }
        // White space may stand before the parenthesis, a line break too.
        guard let close = bytes[end...].firstIndex(where: { !isSpace($0) }) else { return nil }
        return bytes[close] == UInt8(ascii: ")") ? close : nil
    }
}
