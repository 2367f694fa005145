/// What “cite this” shows: written when a template asks for it.

import Bibliography
import Bytes
import Markup
package import Templates

/// How to cite a publication.
package struct CitationRecord: TemplateRecord {
    let written: WrittenCitation
    let html: OutputBuffer
    let inText: String
    let sections: [CitedSectionRecord]

    var export: PublicationExport { written.export }

    package static let schema = RecordSchema<CitationRecord>(
        "Citation", "How to cite a publication.",
        [
            .html("html", "Formatted, author and date (APA).") {
                $1.append(contentsOf: $0.html)
            },
            .text("text", "The same as plain text.") {
                PublicationExport.text(of: $0.html)
            },
            .writtenText("bibtex", "As BibTeX.") { $1.append($0.written.bibTeX) },
            .writtenText("ris", "As RIS.") {
                var text = OutputBuffer()
                text.reserveCapacity(1_024)
                $0.export.writeRIS(to: &text, lineEnd: "\n")
                $1.append(text)
            },
            .writtenText("csl_json", "As CSL-JSON.") { $1.append($0.written.csl) },
            .text("in_text", "Names and year, as a text cites it: Lee & Berg, 2021.") {
                $0.inText
            },
            .text("url", "The absolute address that stands in the citations.") { $0.export.url },
            .text("section_form", "How a section is named, with {} in the place of its heading.") {
                $0.export.words.section("{}")
            },
            .list("sections", "The sections, which can be cited by their own addresses.") {
                $0.sections
            },
        ])
}

/// A section of a publication that can be cited by itself.
package struct CitedSectionRecord: TemplateRecord {
    let title: String
    let anchor: String
    /// Of the publication.
    let export: PublicationExport

    package static let schema = RecordSchema<CitedSectionRecord>(
        "CitedSection", "A section of a publication that can be cited by itself.",
        [
            .text("title", "Its heading, as plain text.") { $0.title },
            .text("label", "Its heading as a citation names it: Section “Methods”.") {
                $0.export.words.section($0.title)
            },
            .anchorURL("url", "#anchor of the section.") { $0.anchor },
            .writtenText("address", "The absolute address of the section.") {
                $1.append($0.export.url)
                $1.append("#")
                $1.append($0.anchor.percentEncodedURL)
            },
        ])
}
