/// A publication as an entry of BibTeX.

import Markup

extension PublicationExport {
    package func writeBibTeX(to output: inout [UInt8]) {
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
        guard text.utf8.contains(where: isSpecial) else { return text }
        var escaped: [UInt8] = []
        escaped.reserveCapacity(text.utf8.count + 64)
        for byte in text.utf8 {
            switch byte {
            case UInt8(ascii: "\\"): escaped += "\\textbackslash{}".utf8
            case UInt8(ascii: "~"): escaped += "\\textasciitilde{}".utf8
            case UInt8(ascii: "^"): escaped += "\\textasciicircum{}".utf8
            // By name, so that braces stay balanced for readers that count escaped ones too.
            case UInt8(ascii: "{"): escaped += "\\textbraceleft{}".utf8
            case UInt8(ascii: "}"): escaped += "\\textbraceright{}".utf8
            case _ where isSpecial(byte): escaped += [UInt8(ascii: "\\"), byte]
            default: escaped.append(byte)
            }
        }
        return String(decoding: escaped, as: UTF8.self)
    }

    private static func isSpecial(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "#")...UInt8(ascii: "&"), UInt8(ascii: "\\"),
            UInt8(ascii: "^")...UInt8(ascii: "_"), UInt8(ascii: "{"), UInt8(ascii: "}"),
            UInt8(ascii: "~"):
            true
        default: false
        }
    }

    private static let months = [
        "jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec",
    ]
}
