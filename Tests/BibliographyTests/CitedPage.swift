import Bibliography
import Bytes
import Diagnostics
import Markup

/// A page that cites: what stands in its text and in its list, as plain text.
struct CitedPage {
    let citations: PageCitations
    let diagnostics: [Diagnostic]

    /// Reads a bibliography and some citations of its works.
    ///
    /// Each citation is written `-key|prefix|suffix`, with `;;` between items, `@` before a
    /// narrative one, and nothing for the key of the default work.
    init(
        _ bibtex: String, defaultWork: String? = nil, _ groups: [String],
        _ words: CitationWords = .english
    ) {
        let library = WorkLibrary.parse(bibtex: Array(bibtex.utf8), path: "a.bib").library
        (citations, diagnostics) = PageCitations.resolve(
            groups.map { Self.group($0) },
            defaultWork: defaultWork, library: library, path: "a.md",
            words: words)
    }

    static func group(_ text: String) -> CitationGroup {
        let isNarrative = text.hasPrefix("@")
        let items = (isNarrative ? String(text.dropFirst()) : text)
            .split(separator: ";;", omittingEmptySubsequences: false).map { part in
                let fields = part.split(separator: "|", omittingEmptySubsequences: false)
                let suppresses = fields[0].hasPrefix("-")
                let key = String(suppresses ? fields[0].dropFirst() : fields[0])
                return CitationGroup.Item(
                    key: key.isEmpty ? nil : key, prefix: fields.count > 1 ? String(fields[1]) : "",
                    suffix: fields.count > 2 ? String(fields[2]) : "",
                    suppressesAuthor: suppresses, bytes: ByteRange(0, 1))
            }
        return CitationGroup(
            form: isNarrative ? .narrative : .parenthetical, items: items)
    }

    /// Each citation as a reader sees it, places with their addresses: `(Lee, 2020, ‹p. 4→3›)`.
    var texts: [String] { citations.groups.map { Self.plain($0) } }

    /// Each entry of the list.
    var references: [String] { citations.references.map { Self.strip($0.html) } }

    var problems: [String] { diagnostics.map(\.message) }

    private static func plain(_ fragment: Fragment) -> String {
        var bytes = OutputBuffer()
        fragment.write(to: &bytes) { _, _ in }
        return strip(bytes)
    }

    /// Text without tags; a link to a page of a PDF shows that page.
    private static func strip(_ html: OutputBuffer) -> String {
        var text = ""
        var page: Substring?
        for piece in String(decoding: html).split(
            separator: "<", omittingEmptySubsequences: false)
        {
            guard let end = piece.firstIndex(of: ">") else {
                text += piece
                continue
            }
            let tag = piece[..<end]
            if let place = tag.firstRange(of: "#page=") {
                page = tag[place.upperBound...].prefix { $0.isNumber }
                text += "‹"
            } else if tag == "/a", let found = page {
                text += "→\(found)›"
                page = nil
            }
            text += piece[piece.index(after: end)...]
        }
        return text.replacing("&amp;", with: "&").replacing("&lt;", with: "<")
            .replacing("&gt;", with: ">")
    }
}
