/// A style sheet of the theme on its way to readers. Its `url(…)` lead to files beside it, which have new
/// names when they are published; its comments and indentation are for who writes it, and stay here.

import Diagnostics
import Markup

enum StyleSheet {
    /// Replaces the names of assets in `url(…)` by their published addresses.
    ///
    /// - Parameters:
    ///   - bytes: The style sheet.
    ///   - name: Its name below `templates/assets/`.
    ///   - addresses: Published addresses by name.
    /// - Returns: The style sheet as published, and an error for each file that is not there.
    static func resolve(
        _ bytes: [UInt8], name: String, addresses: [String: String]
    ) -> (bytes: [UInt8], diagnostics: [Diagnostic]) {
        var output: [UInt8] = []
        var diagnostics: [Diagnostic] = []
        // Where no parenthesis closes any more: it is looked for once.
        var deadEnd = bytes.count
        var index = 0
        while index < bytes.count {
            if bytes[index] == UInt8(ascii: "/"), bytes[index...].starts(with: "/*".utf8) {
                index = endOfComment(bytes, from: index + 2)
                continue
            }
            if bytes[index] == UInt8(ascii: "\"") || bytes[index] == UInt8(ascii: "'") {
                let end = endOfString(bytes, from: index)
                output += bytes[index..<end]
                index = end
                continue
            }
            if isSpace(bytes[index]) {
                var end = index
                while end < bytes.count, isSpace(bytes[end]) { end += 1 }
                // One space says as much as several, and none is needed beside these.
                let last = output.last.map { "{};,:>".utf8.contains($0) } ?? true
                let next = end < bytes.count && "{}>".utf8.contains(bytes[end])
                if !last && !next { output.append(UInt8(ascii: " ")) }
                index = end
                continue
            }
            if bytes[index] == UInt8(ascii: "}"), output.last == UInt8(ascii: ";") {
                output.removeLast()
            }
            guard index < deadEnd, AddressList.begins(bytes, at: index, with: "url("),
                let close = endOfAddress(bytes, from: index + 4, &deadEnd)
            else {
                output.append(bytes[index])
                index += 1
                continue
            }
            let range = trimmed(bytes, index + 4..<close)
            let target = String(decoding: bytes[range], as: UTF8.self)
            if let path = path(target, from: name) {
                if let address = addresses[path] {
                    output += Array("url(\"\(address)\"".utf8)
                } else {
                    let hint = Spelling.closest(to: path, in: addresses.keys.sorted())
                    diagnostics.append(
                        Diagnostic(
                            "theme.unknown-asset",
                            "There is no file ‘templates/assets/\(path)’.\(Spelling.hint(hint))",
                            at: SourceSpan("templates/assets/" + name, range)))
                    output += bytes[index..<close]
                }
            } else {
                output += bytes[index..<close]
            }
            index = close
        }
        return (output, diagnostics)
    }

    static func isSpace(_ byte: UInt8) -> Bool {
        byte == 0x20 || byte == 0x09 || byte == 0x0A || byte == 0x0D
    }

    /// Behind the quotation mark that ends the string; a string does not reach over a line.
    static func endOfString(_ bytes: [UInt8], from start: Int) -> Int {
        var index = start + 1
        while index < bytes.count, bytes[index] != bytes[start], bytes[index] != 0x0A {
            index += bytes[index] == UInt8(ascii: "\\") ? 2 : 1
        }
        return min(bytes.count, index + 1)
    }

    /// The parenthesis that closes a `url(`; one within quotes closes nothing.
    private static func endOfAddress(
        _ bytes: [UInt8], from start: Int, _ deadEnd: inout Int
    ) -> Int? {
        guard let first = bytes[start...].firstIndex(where: { !isSpace($0) }) else { return nil }
        let isQuoted = bytes[first] == UInt8(ascii: "\"") || bytes[first] == UInt8(ascii: "'")
        let end = isQuoted ? endOfString(bytes, from: first) : first
        guard let close = bytes[end...].firstIndex(of: UInt8(ascii: ")")) else {
            deadEnd = end
            return nil
        }
        return close
    }

    static func endOfComment(_ bytes: [UInt8], from start: Int) -> Int {
        var index = start
        while index < bytes.count {
            if bytes[index] == UInt8(ascii: "*"), bytes[index...].starts(with: "*/".utf8) {
                return index + 2
            }
            index += 1
        }
        return bytes.count
    }

    /// Without white space and quotation marks at both ends.
    private static func trimmed(_ bytes: [UInt8], _ range: Range<Int>) -> Range<Int> {
        let outer: Set<UInt8> = [0x20, 0x09, 0x0A, 0x0D, UInt8(ascii: "\""), UInt8(ascii: "'")]
        var (start, end) = (range.lowerBound, range.upperBound)
        while start < end, outer.contains(bytes[start]) { start += 1 }
        while end > start, outer.contains(bytes[end - 1]) { end -= 1 }
        return start..<end
    }

    /// The asset that a relative address means; `nil` for any other address.
    static func path(_ target: String, from name: String) -> String? {
        guard WebAddress.kind(of: target) == .relative, !target.isEmpty, !target.hasPrefix("/"),
            !target.hasPrefix("#")
        else { return nil }
        var parts = name.split(separator: "/").dropLast()
        for part in target.prefix(while: { $0 != "?" && $0 != "#" }).split(separator: "/") {
            switch part {
            case ".": break
            case "..": _ = parts.popLast()
            default: parts.append(part)
            }
        }
        return parts.joined(separator: "/")
    }
}
