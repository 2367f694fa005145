/// A publication as a record of RIS.

import Markup

extension PublicationExport {
    /// RIS: a tag of two characters, two spaces, a hyphen, a space; lines of a file end in CRLF.
    package func writeRIS(to output: inout [UInt8], lineEnd: StaticString = "\r\n") {
        func line(_ tag: StaticString, _ value: String?) {
            guard let value, !value.isEmpty else { return }
            output.append(tag)
            output.append("  - ")
            output.append(unescaped: value.onOneLine)
            output.append(lineEnd)
        }
        switch kind {
        case .report, .brief: line("TY", "RPRT")
        case .paper: line("TY", venue == nil ? "UNPB" : "CONF")
        case .news: line("TY", "NEWS")
        case .essay, .talk: line("TY", "BLOG")
        }
        for author in authors { line("AU", author.risName) }
        line("TI", title)
        line("PY", String(date.year))
        line("DA", date.isoDate.split(separator: "-").joined(separator: "/"))
        line("T2", venue)
        line("PB", publisher)
        line("M1", number)
        line("DO", doi)
        line("UR", url)
        line("L1", pdf)
        line("LA", language)
        for keyword in keywords { line("KW", keyword) }
        line("AB", abstract)
        output.append("ER  - ")
        output.append(lineEnd)
    }
}

extension String {
    /// Its lines joined by spaces: a line break would end the value.
    fileprivate var onOneLine: String {
        let breaks = unicodeScalars.contains { scalar in
            switch scalar.value {
            case 0x0A...0x0D, 0x85, 0x2028, 0x2029: true
            default: false
            }
        }
        return breaks ? split(whereSeparator: \.isNewline).joined(separator: " ") : self
    }
}

extension PersonName {
    /// `Berg, Ann`, with a suffix behind.
    package var risName: String {
        guard !isOrganization else { return literal }
        if given.isEmpty { return familyWithParticle }
        let text = "\(familyWithParticle), \(given)"
        return suffix.isEmpty ? text : "\(text), \(suffix)"
    }
}
