/// A publication as a record of RIS.

package import Bytes
import Markup

extension PublicationExport {
    /// RIS: a tag of two characters, two spaces, a hyphen, a space; lines of a file end in CRLF.
    package func writeRIS(to output: inout OutputBuffer, lineEnd: StaticString = "\r\n") {
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
        // What may begin one: the controls, U+0085, and U+2028 and U+2029.
        let mayBreak = withUTF8Bytes { bytes in
            bytes.firstIndex(from: 0) { byte in
                (byte < 0x20 ? 1 : 0) | (byte == 0xC2 ? 1 : 0) | (byte == 0xE2 ? 1 : 0)
            } < bytes.count
        }
        guard mayBreak, contains(where: \.isNewline) else { return self }
        return split(whereSeparator: \.isNewline).joined(separator: " ")
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
