/// BibTeX by its grammar: entries in braces or parentheses, `@string`, `@comment`, `@preamble`,
/// concatenation with `#`, values in braces, quotes, numbers and macros.

import Diagnostics

/// An entry as written, its values with macros put in and pieces joined.
struct BibTeXEntry {
    struct Field {
        let name: String
        /// With TeX commands and braces.
        let value: String
        let span: ByteRange
    }

    let type: String
    let key: String
    let keySpan: ByteRange
    var fields: [Field]

    /// `nil` for one without a value, too: programs write `doi = {}` for what they do not know.
    subscript(name: String) -> Field? {
        fields.first { $0.name == name }.flatMap { $0.value.allSatisfy(\.isWhitespace) ? nil : $0 }
    }
}

struct BibTeXParser {
    let bytes: [UInt8]
    let path: String
    var index = 0
    private(set) var macros: [String: String] = [
        "jan": "January", "feb": "February", "mar": "March", "apr": "April", "may": "May",
        "jun": "June", "jul": "July", "aug": "August", "sep": "September", "oct": "October",
        "nov": "November", "dec": "December",
    ]
    var diagnostics: [Diagnostic] = []
    /// Bytes that macros have put in so far: a few lines can ask for gigabytes.
    var expanded = 0
    static let maximumExpansion = 16 << 20
    /// Of the entry that is being read, once it is known.
    private var key: String?
    /// How often entries behind a brace that is never closed have been looked for: each time costs as much
    /// as the file is long.
    private var returns = 0
    private static let maximumReturns = 20

    /// What is wrong with an entry; reading goes on at the next one.
    struct Failure: Error {
        let message: String
        let range: Range<Int>
    }

    /// What a file holds.
    struct Result {
        var entries: [BibTeXEntry] = []
        /// Keys of entries that have a mistake, which is reported.
        var unreadKeys: Set<String> = []
        /// Whether there may be further entries behind a mistake.
        var isCutShort = false
        var diagnostics: [Diagnostic] = []
    }

    static func parse(_ bytes: [UInt8], path: String) -> Result {
        var parser = BibTeXParser(bytes: bytes, path: path)
        var result = Result()
        // Outside of entries everything is a comment.
        while let at = parser.bytes[parser.index...].firstIndex(of: UInt8(ascii: "@")) {
            parser.index = at + 1
            parser.key = nil
            do throws(Failure) {
                if let entry = try parser.entry() { result.entries.append(entry) }
            } catch {
                parser.diagnostics.append(
                    Diagnostic(
                        "bibliography.syntax", error.message, at: SourceSpan(path, error.range)))
                if let key = parser.key { result.unreadKeys.insert(key) }
                if !parser.skipToNextEntry(after: at) { result.isCutShort = true }
            }
        }
        result.diagnostics = parser.diagnostics
        return result
    }

    private init(bytes: [UInt8], path: String) {
        self.bytes = bytes
        self.path = path
    }

    /// An `@` at the start of a line is the next entry: after a missing brace, most likely so.
    ///
    /// What is never closed has taken all other entries with it: they are looked for behind its beginning.
    ///
    /// - Parameter start: Of the entry that has a mistake.
    /// - Returns: `false` when that has been done often enough.
    private mutating func skipToNextEntry(after start: Int) -> Bool {
        if index >= bytes.count {
            guard returns < Self.maximumReturns else { return false }
            returns += 1
            index = start + 1
        }
        while index < bytes.count {
            if bytes[index] == UInt8(ascii: "@"), index == 0 || bytes[index - 1] == 0x0A {
                return true
            }
            index += 1
        }
        return true
    }

    mutating func skipSpace() {
        while index < bytes.count, bytes[index] <= 0x20 { index += 1 }
    }

    func failure(_ message: String, at place: Int? = nil) -> Failure {
        let start = min(place ?? index, bytes.count)
        return Failure(message: message, range: start..<min(bytes.count, start + 1))
    }

    private mutating func entry() throws(Failure) -> BibTeXEntry? {
        let typeStart = index
        let type = name().lowercased()
        guard !type.isEmpty else { return nil }
        skipSpace()
        guard index < bytes.count else { return nil }
        let close: UInt8
        switch bytes[index] {
        case UInt8(ascii: "{"): close = UInt8(ascii: "}")
        case UInt8(ascii: "("): close = UInt8(ascii: ")")
        // An `@` in a comment, such as an e-mail address.
        default: return nil
        }
        let open = index
        index += 1
        switch type {
        case "comment":
            try skipGroup(from: open, close)
            return nil
        case "preamble":
            _ = try value()
            try expect(close, openedAt: open)
            return nil
        case "string":
            let field = try field()
            macros[field.name] = field.value
            skipSpace()
            try expect(close, openedAt: open)
            return nil
        default: return try entry(type, close, open: open, typeStart: typeStart)
        }
    }

    private mutating func entry(
        _ type: String, _ close: UInt8, open: Int, typeStart: Int
    ) throws(Failure) -> BibTeXEntry {
        skipSpace()
        let keyStart = index
        while index < bytes.count, bytes[index] > 0x20, bytes[index] != UInt8(ascii: ","),
            bytes[index] != close, bytes[index] != UInt8(ascii: "=")
        {
            index += 1
        }
        let key = String(decoding: bytes[keyStart..<index], as: UTF8.self)
        let keyEnd = index
        skipSpace()
        let isField = index < bytes.count && bytes[index] == UInt8(ascii: "=")
        guard !key.isEmpty, !isField else {
            throw failure("This entry has no key.", at: typeStart - 1)
        }
        self.key = key
        var entry = BibTeXEntry(
            type: type, key: key, keySpan: ByteRange(keyStart, keyEnd), fields: [])
        while index < bytes.count, bytes[index] == UInt8(ascii: ",") {
            index += 1
            skipSpace()
            guard index < bytes.count, bytes[index] != close else { break }
            let field = try field()
            if entry[field.name] != nil {
                diagnostics.append(
                    Diagnostic(
                        "bibliography.repeated-field", .warning,
                        "‘\(key)’ has two fields ‘\(field.name)’; the first counts.",
                        at: SourceSpan(path, field.span)))
            } else {
                entry.fields.append(field)
            }
            skipSpace()
        }
        try expect(close, openedAt: open)
        return entry
    }

    private mutating func expect(_ close: UInt8, openedAt open: Int) throws(Failure) {
        skipSpace()
        guard index < bytes.count else {
            throw failure("This entry is never closed.", at: open)
        }
        guard bytes[index] == close else {
            throw failure(
                "A comma or ‘\(Character(Unicode.Scalar(close)))’ should stand here.")
        }
        index += 1
    }

    mutating func name() -> String {
        let start = index
        while index < bytes.count {
            switch bytes[index] {
            case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, UInt8(ascii: "-"), UInt8(ascii: "_"),
                UInt8(ascii: ":"), UInt8(ascii: "."), UInt8(ascii: "+"), UInt8(ascii: "/"),
                0x80...0xFF:
                index += 1
            default: return String(decoding: bytes[start..<index], as: UTF8.self)
            }
        }
        return String(decoding: bytes[start..<index], as: UTF8.self)
    }
}
