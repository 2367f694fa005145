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
        line("TY", risType)
        if kind == .talk || kind == .numberedPaper { line("M3", genre) }
        for author in authors { line("AU", author.risName) }
        line("TI", title)
        line("PY", String(date.year))
        line("DA", date.slashedDate)
        line("T2", container)
        line("VL", volume)
        line("IS", issue)
        line("SP", pageRange?.first)
        line("EP", pageRange?.last)
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

    private var risType: String {
        switch kind {
        case .post: "BLOG"
        case .news: "NEWS"
        case .report, .numberedPaper: "RPRT"
        case .manuscript: "UNPB"
        case .article: "JOUR"
        case .conferencePaper: "CONF"
        case .talk: "SLIDE"
        }
    }
}

extension String {
    /// Its lines joined by spaces: a line break would end the value.
    fileprivate var onOneLine: String {
        // The controls, U+0085, U+2028 and U+2029.
        let hasBreak = withUTF8Bytes { bytes in
            var start = 0
            while true {
                let index = bytes.firstIndex(from: start) { byte in
                    (byte < 0x20).bit | (byte == 0xC2).bit | (byte == 0xE2).bit
                }
                guard index < bytes.count else { return false }
                switch bytes[index] {
                case 0xC2: if bytes[(index + 1)...].first == 0x85 { return true }
                case 0xE2:
                    if bytes[(index + 1)...].starts(with: [0x80, 0xA8])
                        || bytes[(index + 1)...].starts(with: [0x80, 0xA9])
                    {
                        return true
                    }
                default: return true
                }
                start = index + 1
            }
        }
        guard hasBreak else { return self }
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
