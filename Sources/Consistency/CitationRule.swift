/// How to cite a publication: on its page and in files, read back as other programs would.

import Bibliography
import Diagnostics
import Markup

enum CitationRule {
    /// The forms that a page offers for copying; a theme may offer none.
    static func differences(_ page: EmittedPage, _ facts: PublicationFacts) -> [Difference] {
        page.copies.flatMap { copy in
            switch copy.kind {
            case "bibtex": differences(bibtex: Array(copy.text.utf8), [facts], at: facts.path)
            case "csl": differences(csl: Array("[\(copy.text)]".utf8), [facts], at: facts.path)
            case "ris": differences(ris: Array(copy.text.utf8), facts, at: facts.path)
            default: [Difference]()
            }
        }
    }

    static func differences(
        bibtex bytes: [UInt8], _ facts: [PublicationFacts], at output: String
    ) -> [Difference] {
        compare(
            WorkLibrary.parse(bibtex: bytes, path: output).library.works, facts, "BibTeX", output,
            title: \.self)
    }

    static func differences(
        csl bytes: [UInt8], _ facts: [PublicationFacts], at output: String
    ) -> [Difference] {
        compare(
            WorkLibrary.parse(cslJSON: bytes, path: output).library.works, facts, "CSL-JSON",
            output, title: HTMLText.plain)
    }

    /// Works in the order of the record, found by their keys; `title` is how a format has one.
    private static func compare(
        _ works: [Work], _ facts: [PublicationFacts], _ format: String, _ output: String,
        title: (String) -> String
    ) -> [Difference] {
        let byKey = Dictionary(works.map { ($0.key, $0) }) { first, _ in first }
        return facts.flatMap { facts in
            let work = byKey[facts.citation.key]
            let citation = facts.citation
            var comparison = Comparison(facts, at: output)
            comparison.compare(.title, in: format, work?.title, with: title(citation.title))
            comparison.compare(
                .authors, in: format, work?.authors.map(\.display) ?? [],
                with: citation.authors.map(\.display))
            let date = work?.issued.map { [$0.year, $0.month ?? 0, $0.day ?? 0] }
            comparison.compare(
                .date, in: format, (date ?? []).map { String($0) },
                with: [citation.date.year, citation.date.month, citation.date.day]
                    .map { String($0) })
            comparison.compare(.address, in: format, work?.url, with: citation.url)
            if let doi = citation.doi { comparison.compare(.doi, in: format, work?.doi, with: doi) }
            return comparison.differences
        }
    }

    static func differences(
        ris bytes: [UInt8], _ facts: PublicationFacts, at output: String
    ) -> [Difference] {
        var values: [Substring: [String]] = [:]
        for line in String(decoding: bytes, as: UTF8.self).split(whereSeparator: \.isNewline)
        where line.dropFirst(2).hasPrefix("  - ") {
            values[line.prefix(2), default: []].append(String(line.dropFirst(6)))
        }
        var comparison = Comparison(facts, at: output)
        comparison.compare(.title, in: "RIS", values["TI"] ?? [], with: [facts.title])
        comparison.compare(
            .authors, in: "RIS",
            (values["AU"] ?? []).map { PersonName(splitting: $0).display },
            with:
                facts.citation.authors.map { PersonName(splitting: $0.risName).display })
        comparison.compare(
            .date, in: "RIS", values["DA"] ?? [],
            with: [facts.date.slashedDate])
        comparison.compare(.address, in: "RIS", values["UR"] ?? [], with: [facts.url])
        comparison.compare(
            .doi, in: "RIS", values["DO"] ?? [], with: facts.doi.map { [$0] } ?? [])
        return comparison.differences
    }
}
