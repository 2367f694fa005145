/// Fields and their values: texts in braces or quotes, numbers and macros.

import Diagnostics

extension BibTeXParser {
    mutating func field() throws(Failure) -> BibTeXEntry.Field {
        skipSpace()
        let start = index
        let name = name().lowercased()
        guard !name.isEmpty else { throw failure("The name of a field should stand here.") }
        skipSpace()
        guard index < bytes.count, bytes[index] == UInt8(ascii: "=") else {
            throw failure("‘=’ should stand after ‘\(name)’.")
        }
        index += 1
        let value = try value(isShown: !Self.unshown.contains(name))
        return BibTeXEntry.Field(name: name, value: value, span: ByteRange(start, index))
    }

    /// Fields that no reference shows, and that are copied from files of many with strings of these.
    private static let unshown: Set<String> = [
        "acknowledgement", "address", "annote", "keywords", "location", "shorthand", "shortseries",
    ]

    /// Pieces joined with `#`; one that is not known is reported if it is to be shown.
    mutating func value(isShown: Bool = true) throws(Failure) -> String {
        var text = ""
        while true {
            skipSpace()
            guard index < bytes.count else { throw failure("A value should stand here.") }
            switch bytes[index] {
            case UInt8(ascii: "{"): text += try braced()
            case UInt8(ascii: "\""): text += try quoted()
            case 0x30...0x39:
                let start = index
                while index < bytes.count, (0x30...0x39).contains(bytes[index]) { index += 1 }
                text += String(decoding: bytes[start..<index], as: UTF8.self)
            default:
                let start = index
                let macro = name().lowercased()
                guard !macro.isEmpty else { throw failure("A value should stand here.") }
                if let known = macros[macro] {
                    expanded += known.utf8.count
                    guard expanded <= Self.maximumExpansion else {
                        throw failure(
                            "@strings have put in more than \(Self.maximumExpansion) bytes.",
                            at: start)
                    }
                    text += known
                } else if isShown {
                    let hint = Spelling.closest(to: macro, in: macros.keys.sorted())
                    diagnostics.append(
                        Diagnostic(
                            "bibliography.unknown-string",
                            "There is no @string ‘\(macro)’: put braces round a text."
                                + Spelling.hint(hint), at: SourceSpan(path, start..<index)))
                }
            }
            let end = index
            skipSpace()
            guard index < bytes.count, bytes[index] == UInt8(ascii: "#") else {
                index = end
                return text
            }
            index += 1
        }
    }

    private mutating func braced() throws(Failure) -> String {
        let start = index
        try skipGroup(from: start, UInt8(ascii: "}"))
        return String(decoding: bytes[start + 1..<index - 1], as: UTF8.self)
    }

    private mutating func quoted() throws(Failure) -> String {
        let start = index
        index += 1
        var depth = 0
        while index < bytes.count {
            switch bytes[index] {
            case UInt8(ascii: "{"): depth += 1
            case UInt8(ascii: "}"):
                depth -= 1
                guard depth >= 0 else { throw failure("This brace was never opened.") }
            case UInt8(ascii: "\"") where depth == 0:
                index += 1
                return String(decoding: bytes[start + 1..<index - 1], as: UTF8.self)
            default: break
            }
            index += 1
        }
        throw failure("This quotation mark is never closed.", at: start)
    }

    /// Moves behind the group that opens at `start`.
    mutating func skipGroup(
        from start: Int, _ close: UInt8
    ) throws(Failure) {
        index = start + 1
        var depth = 1
        while index < bytes.count {
            let byte = bytes[index]
            // As in BibTeX itself, a backslash protects no brace.
            if byte == UInt8(ascii: "{") {
                depth += 1
            } else if byte == UInt8(ascii: "}") || (byte == close && depth == 1) {
                depth -= 1
                if depth == 0 {
                    index += 1
                    return
                }
            }
            index += 1
        }
        throw failure("This brace is never closed.", at: start)
    }
}
