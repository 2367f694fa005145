/// How a publication of the site is cited by others: BibTeX, RIS, CSL-JSON and formatted text, all from
/// one record.

import Diagnostics
package import Markup

/// The facts of a publication that a citation gives.
package struct PublicationExport: Sendable {
    package enum Kind: Sendable { case essay, report, paper, brief, news, talk }

    /// ASCII, stable: the slug of the publication with its year.
    package var key: String
    package var kind: Kind
    package var title: String
    package var authors: [PersonName]
    package var date: Moment
    /// Absolute.
    package var url: String
    package var doi: String?
    package var publisher: String
    package var number: String?
    package var venue: String?
    package var abstract: String?
    package var language: String
    package var keywords: [String]
    package var license: String?
    package var version: String?
    package var pdf: String?

    package init(
        key: String, kind: Kind, title: String, authors: [PersonName], date: Moment, url: String,
        publisher: String, language: String
    ) {
        self.key = key
        self.kind = kind
        self.title = title
        self.authors = authors
        self.date = date
        self.url = url
        self.publisher = publisher
        self.language = language
        keywords = []
    }

    // MARK: - Formatted

    /// APA 7, as HTML.
    package var html: [UInt8] { PageCitations.html(of: work) }

    /// The same as plain text.
    package var text: String {
        var rest = html[...]
        var text: [UInt8] = []
        text.reserveCapacity(rest.count)
        while let byte = rest.popFirst() {
            switch byte {
            case UInt8(ascii: "<"): rest = rest.drop { $0 != UInt8(ascii: ">") }.dropFirst()
            case UInt8(ascii: "&"):
                // Text between tags is written with three entities: `&amp;`, `&lt;` and `&gt;`.
                switch rest.first {
                case UInt8(ascii: "l"): text.append(UInt8(ascii: "<"))
                case UInt8(ascii: "g"): text.append(UInt8(ascii: ">"))
                default: text.append(byte)
                }
                rest = rest.drop { $0 != UInt8(ascii: ";") }.dropFirst()
            default: text.append(byte)
            }
        }
        return String(decoding: text, as: UTF8.self)
    }

    private var work: Work {
        var work = Work(
            key: key, kind: .webpage, title: title, span: .init(file: ""))
        work.authors = authors
        work.issued = PartialDate(year: date.year, month: date.month, day: date.day)
        work.publisher = publisher
        work.doi = doi
        work.url = url
        switch kind {
        case .report, .brief:
            work.kind = .report
            work.number = number
        case .paper: work.kind = venue == nil ? .preprint : .conferencePaper
        case .essay, .news, .talk: break
        }
        work.container = venue
        return work
    }

    // MARK: - BibTeX

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
        field("month", String(date.month))
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
        if name.given.isEmpty { return "{\(family)}" }
        return name.suffix.isEmpty
            ? "\(family), \(tex(name.given))" : "\(family), \(tex(name.suffix)), \(tex(name.given))"
    }

    /// Escapes what TeX would read as markup.
    ///
    /// Letters beyond ASCII stay: every current reader takes UTF-8.
    private static func tex(_ text: String) -> String {
        guard text.utf8.contains(where: isSpecial) else { return text }
        var escaped: [UInt8] = []
        for byte in text.utf8 {
            switch byte {
            case UInt8(ascii: "\\"): escaped += "\\textbackslash{}".utf8
            case UInt8(ascii: "~"): escaped += "\\textasciitilde{}".utf8
            case _ where isSpecial(byte): escaped += [UInt8(ascii: "\\"), byte]
            default: escaped.append(byte)
            }
        }
        return String(decoding: escaped, as: UTF8.self)
    }

    private static func isSpecial(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "#")...UInt8(ascii: "&"), UInt8(ascii: "\\"), UInt8(ascii: "_"),
            UInt8(ascii: "{"), UInt8(ascii: "}"), UInt8(ascii: "~"):
            true
        default: false
        }
    }

    // MARK: - RIS

    /// RIS: a tag of two characters, two spaces, a hyphen, a space; lines of a file end in CRLF.
    package func writeRIS(to output: inout [UInt8], lineEnd: StaticString = "\r\n") {
        func line(_ tag: StaticString, _ value: String?) {
            guard let value, !value.isEmpty else { return }
            output.append(tag)
            output.append("  - ")
            output.append(unescaped: value)
            output.append(lineEnd)
        }
        switch kind {
        case .report, .brief: line("TY", "RPRT")
        case .paper: line("TY", venue == nil ? "UNPB" : "CONF")
        case .news: line("TY", "NEWS")
        case .essay, .talk: line("TY", "BLOG")
        }
        for author in authors { line("AU", Self.risName(author)) }
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

    private static func risName(_ name: PersonName) -> String {
        guard !name.isOrganization else { return name.literal }
        if name.given.isEmpty { return name.familyWithParticle }
        let text = "\(name.familyWithParticle), \(name.given)"
        return name.suffix.isEmpty ? text : "\(text), \(name.suffix)"
    }

    // MARK: - CSL-JSON

    /// One item of CSL-JSON.
    package func writeCSL(to output: inout [UInt8]) {
        func string(_ text: String) {
            output.append("\"")
            output.append(text, escapedFor: .json)
            output.append("\"")
        }
        func pair(_ name: StaticString, _ value: String?) {
            guard let value, !value.isEmpty else { return }
            output.append(",\"")
            output.append(name)
            output.append("\":")
            string(value)
        }
        output.append("{\"id\":")
        string(key)
        switch kind {
        case .report, .brief: pair("type", "report")
        case .paper: pair("type", venue == nil ? "manuscript" : "paper-conference")
        case .news, .essay, .talk: pair("type", "post-weblog")
        }
        pair("title", title)
        if !authors.isEmpty {
            output.append(",\"author\":[")
            for (index, author) in authors.enumerated() {
                if index > 0 { output.append(",") }
                writeCSL(author, to: &output)
            }
            output.append("]")
        }
        output.append(",\"issued\":{\"date-parts\":[[")
        output.append(unescaped: "\(date.year),\(date.month),\(date.day)")
        output.append("]]}")
        pair("container-title", venue)
        pair("publisher", publisher)
        pair("number", number)
        pair("DOI", doi)
        pair("URL", url)
        pair("language", language)
        pair("keyword", keywords.joined(separator: ", "))
        pair("abstract", abstract)
        pair("version", version)
        pair("license", license)
        output.append("}")
    }

    private func writeCSL(_ name: PersonName, to output: inout [UInt8]) {
        func pair(_ key: StaticString, _ value: String, isFirst: Bool) {
            if !isFirst { output.append(",") }
            output.append("\"")
            output.append(key)
            output.append("\":\"")
            output.append(value, escapedFor: .json)
            output.append("\"")
        }
        output.append("{")
        if name.isOrganization {
            pair("literal", name.literal, isFirst: true)
        } else {
            pair("family", name.family, isFirst: true)
            if !name.given.isEmpty { pair("given", name.given, isFirst: false) }
            if !name.particle.isEmpty {
                pair("non-dropping-particle", name.particle, isFirst: false)
            }
            if !name.suffix.isEmpty { pair("suffix", name.suffix, isFirst: false) }
        }
        output.append("}")
    }
}
