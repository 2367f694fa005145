/// A publication as an entry of BibTeX.

package import Bytes
import Markup

extension PublicationExport {
    package func writeBibTeX(to output: inout OutputBuffer) {
        output.append("@")
        output.append(bibTeXType)
        output.append("{")
        output.append(unescaped: key)
        output.append(",\n")
        output.append(bibTeX: "title", title, braces: 2)
        if !authors.isEmpty {
            output.appendBibTeX("author") {
                $0.append(authors, between: " and ") { $0.append(bibTeX: $1) }
            }
        }
        output.appendBibTeX("year") { $0.append(number: date.year) }
        // A macro, which every style writes as it writes months.
        output.append("  month = ")
        output.append(Self.months[date.month - 1])
        output.append(",\n")
        output.appendBibTeX("day") { $0.append(number: date.day) }
        writeBibTeXSource(to: &output)
        output.append(verbatimBibTeX: "doi", doi)
        output.append(verbatimBibTeX: "url", url)
        output.append(verbatimBibTeX: "language", language)
        if !keywords.isEmpty {
            output.appendBibTeX("keywords") {
                $0.append(keywords, between: ", ") { $0.append(tex: $1) }
            }
        }
        output.append(bibTeX: "abstract", abstract)
        output.append(bibTeX: "version", version)
        output.append("}\n")
    }

    private var bibTeXType: StaticString {
        switch kind {
        case .report, .numberedPaper: "techreport"
        case .article: "article"
        case .conferencePaper: "inproceedings"
        case .post, .news, .manuscript, .talk: "misc"
        }
    }

    /// Where it appeared, in the fields that the standard styles read of each type.
    private func writeBibTeXSource(to output: inout OutputBuffer) {
        switch kind {
        case .report: output.append(bibTeX: "number", number)
        case .numberedPaper:
            output.append(bibTeX: "type", genre)
            output.append(bibTeX: "number", number)
        case .article:
            output.append(bibTeX: "journal", container)
            output.append(bibTeX: "number", issue)
        case .conferencePaper: output.append(bibTeX: "booktitle", container)
        case .talk:
            output.append(
                bibTeX: "howpublished", container.map { "\(genre)\(words.comma)\($0)" } ?? genre)
        case .post, .news, .manuscript: break
        }
        output.append(bibTeX: "volume", volume)
        if let pages, !pages.isEmpty {
            output.appendBibTeX("pages") {
                $0.append(
                    pages.split(separator: "–", omittingEmptySubsequences: false), between: "--"
                ) {
                    $0.append(tex: String($1))
                }
            }
        }
        output.append(
            bibTeX: kind == .report || kind == .numberedPaper ? "institution" : "publisher",
            publisher,
            braces: 2)
    }

    private static let months: [StaticString] = [
        "jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec",
    ]
}

extension String {
    /// Whether the word stands among others, or at an end of them, or a semicolon does: a name was parted there.
    fileprivate var hasJoint: Bool {
        withUTF8Bytes { bytes in
            bytes.count > 2
                && (bytes.hasWordAnd
                    || bytes.firstIndex(of: UInt8(ascii: ";"), in: bytes.indices) != nil)
        }
    }
}

extension UnsafeBufferPointer<UInt8> {
    fileprivate var hasWordAnd: Bool {
        let word: StaticString = "and"
        return word.withUTF8Buffer { word in
            var start = 0
            // Most names have no such letters at all.
            while let found = firstRange(of: word, in: start..<count) {
                if found.lowerBound == 0 || self[found.lowerBound - 1] == 0x20,
                    found.upperBound == count || self[found.upperBound] == 0x20
                {
                    return true
                }
                start = found.upperBound
            }
            return false
        }
    }
}

extension OutputBuffer {
    /// A field with its line; nothing where there is no value.
    fileprivate mutating func append(bibTeX name: StaticString, _ value: String?, braces: Int = 1) {
        guard let value, !value.isEmpty else { return }
        appendBibTeX(name, braces: braces) { $0.append(tex: value) }
    }

    /// The same without TeX's escapes: an address, a number.
    fileprivate mutating func append(verbatimBibTeX name: StaticString, _ value: String?) {
        guard let value, !value.isEmpty else { return }
        appendBibTeX(name) { $0.append(unescaped: value) }
    }

    fileprivate mutating func appendBibTeX(
        _ name: StaticString, braces: Int = 1, _ write: (inout OutputBuffer) -> Void
    ) {
        append("  ")
        append(name)
        append(" = ")
        for _ in 0..<braces { append("{") }
        write(&self)
        for _ in 0..<braces { append("}") }
        append(",\n")
    }

    fileprivate mutating func append<Item>(
        _ items: [Item], between separator: StaticString,
        _ write: (inout OutputBuffer, Item) -> Void
    ) {
        for (index, item) in items.enumerated() {
            if index > 0 { append(separator) }
            write(&self, item)
        }
    }

    /// Family name first, a suffix between it and the given name.
    fileprivate mutating func append(bibTeX name: PersonName) {
        // Of a name that says "and", BibTeX would make two; of one with a semicolon, other programs do.
        guard !name.isOrganization, !name.given.hasJoint, !name.family.hasJoint else {
            append("{")
            append(tex: name.display)
            append("}")
            return
        }
        let family = name.familyWithParticle
        // A name of one word is one; of several, the last would be taken for the family.
        let isLoose = name.given.isEmpty && family.utf8.contains(0x20)
        if isLoose { append("{") }
        append(tex: family)
        if isLoose { append("}") }
        guard !name.given.isEmpty else { return }
        if !name.suffix.isEmpty {
            append(", ")
            append(tex: name.suffix)
        }
        append(", ")
        append(tex: name.given)
    }

    /// Escapes what TeX would read as markup, and keeps apart what a font would join: of two hyphens it makes a
    /// dash, of two apostrophes a quotation mark (The TeXbook, chapter 2), and of two commas or of `>>` one more
    /// where it has Cork's encoding.
    ///
    /// Letters beyond ASCII stay: every current reader takes UTF-8.
    fileprivate mutating func append(tex text: String) {
        text.withUTF8Bytes { bytes in
            var start = 0
            while true {
                let index = bytes.firstIndex(from: start, where: Self.isTeX)
                append(contentsOf: bytes, in: start..<index)
                guard index < bytes.count else { return }
                switch bytes[index] {
                case UInt8(ascii: "\\"): append("\\textbackslash{}")
                case UInt8(ascii: "~"): append("\\textasciitilde{}")
                case UInt8(ascii: "^"): append("\\textasciicircum{}")
                case UInt8(ascii: "`"): append("\\textasciigrave{}")
                // To readers that know markup of HTML in titles, it is none.
                case UInt8(ascii: "<"): append("{<}")
                // By name, so that braces stay balanced for readers that count escaped ones too.
                case UInt8(ascii: "{"): append("\\textbraceleft{}")
                case UInt8(ascii: "}"): append("\\textbraceright{}")
                case let byte where Self.isJoined(byte) == 1:
                    if index > 0, bytes[index - 1] == byte { append("{}") }
                    append(byte)
                case let byte:
                    append(UInt8(ascii: "\\"))
                    append(byte)
                }
                start = index + 1
            }
        }
    }

    /// 1 for `#`, `$`, `%`, `&`, `<`, `\`, `^`, `_`, a backtick, `{`, `}` and `~`, and for what is joined.
    private static func isTeX(_ byte: UInt8) -> UInt8 {
        ((byte >= 0x23).bit & (byte <= 0x26).bit) | (byte == 0x3C).bit | (byte == 0x5C).bit
            | ((byte >= 0x5E).bit & (byte <= 0x60).bit) | (byte == 0x7B).bit
            | ((byte >= 0x7D).bit & (byte <= 0x7E).bit) | isJoined(byte)
    }

    /// 1 for what is printed as one sign where it stands twice: `'`, `,`, `-` and `>`.
    private static func isJoined(_ byte: UInt8) -> UInt8 {
        (byte == 0x27).bit | (byte == 0x2C).bit | (byte == 0x2D).bit | (byte == 0x3E).bit
    }
}
