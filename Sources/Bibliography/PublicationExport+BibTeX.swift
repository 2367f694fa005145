/// A publication as an entry of BibTeX.

package import Bytes
import Markup

extension PublicationExport {
    package func writeBibTeX(to output: inout OutputBuffer) {
        func field(_ name: StaticString, _ value: String?, braces: Int = 1) {
            guard let value, !value.isEmpty else { return }
            output.append("  ")
            output.append(name)
            output.append(" = ")
            for _ in 0..<braces { output.append("{") }
            output.append(unescaped: value)
            for _ in 0..<braces { output.append("}") }
            output.append(",\n")
        }
        output.append("@")
        output.append(bibTeXType)
        output.append("{")
        output.append(unescaped: key)
        output.append(",\n")
        field("title", Self.tex(title), braces: 2)
        field("author", authors.map(Self.bibTeXName).joined(separator: " and "))
        field("year", String(date.year))
        // A macro, which every style writes as it writes months.
        output.append("  month = ")
        output.append(unescaped: Self.months[date.month - 1])
        output.append(",\n")
        field("day", String(date.day))
        switch kind {
        case .report, .brief:
            field("institution", Self.tex(publisher), braces: 2)
            field("number", number.map(Self.tex))
        case .paper, .talk:
            if venue != nil { field("booktitle", venue.map(Self.tex)) }
            field("publisher", Self.tex(publisher), braces: 2)
        case .essay, .news: field("publisher", Self.tex(publisher), braces: 2)
        }
        field("doi", doi)
        field("url", url)
        field("language", language)
        field("keywords", keywords.map(Self.tex).joined(separator: ", "))
        field("abstract", abstract.map(Self.tex))
        field("version", version.map(Self.tex))
        output.append("}\n")
    }

    private var bibTeXType: StaticString {
        switch kind {
        case .report, .brief: "techreport"
        case .paper: venue == nil ? "misc" : "inproceedings"
        case .essay, .news, .talk: "misc"
        }
    }

    private static func bibTeXName(_ name: PersonName) -> String {
        guard !name.isOrganization else { return "{\(tex(name.literal))}" }
        let family = tex(name.familyWithParticle)
        // A name of one word is one; of several, the last would be taken for the family.
        if name.given.isEmpty { return family.contains(" ") ? "{\(family)}" : family }
        return name.suffix.isEmpty
            ? "\(family), \(tex(name.given))" : "\(family), \(tex(name.suffix)), \(tex(name.given))"
    }

    /// Escapes what TeX would read as markup.
    ///
    /// Letters beyond ASCII stay: every current reader takes UTF-8.
    private static func tex(_ text: String) -> String {
        text.withUTF8Bytes { bytes in
            var index = bytes.firstIndex(from: 0, where: isSpecial)
            guard index < bytes.count else { return text }
            var escaped = OutputBuffer()
            var start = 0
            while index < bytes.count {
                escaped.append(contentsOf: bytes, in: start..<index)
                switch bytes[index] {
                case UInt8(ascii: "\\"): escaped.append("\\textbackslash{}")
                case UInt8(ascii: "~"): escaped.append("\\textasciitilde{}")
                case UInt8(ascii: "^"): escaped.append("\\textasciicircum{}")
                // By name, so that braces stay balanced for readers that count escaped ones too.
                case UInt8(ascii: "{"): escaped.append("\\textbraceleft{}")
                case UInt8(ascii: "}"): escaped.append("\\textbraceright{}")
                case let byte:
                    escaped.append(UInt8(ascii: "\\"))
                    escaped.append(byte)
                }
                start = index + 1
                index = bytes.firstIndex(from: start, where: isSpecial)
            }
            escaped.append(contentsOf: bytes, in: start..<bytes.count)
            return String(decoding: escaped)
        }
    }

    /// 1 for `#`, `$`, `%`, `&`, `\`, `^`, `_`, `{`, `}` and `~`.
    private static func isSpecial(_ byte: UInt8) -> UInt8 {
        ((byte >= 0x23 ? 1 : 0) & (byte <= 0x26 ? 1 : 0)) | (byte == 0x5C ? 1 : 0)
            | (byte | 1 == 0x5F ? 1 : 0) | (byte == 0x7B ? 1 : 0)
            | ((byte >= 0x7D ? 1 : 0) & (byte <= 0x7E ? 1 : 0))
    }

    private static let months = [
        "jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec",
    ]
}
