/// What “cite this” shows.

import Bytes
import Markup
package import Templates

/// How to cite a publication.
package struct CitationRecord: TemplateRecord {
    var html: OutputBuffer
    var text: String
    var bibtex: String
    var ris: String
    var cslJSON: String
    var inText: String
    var url: String
    /// `Section “{}”`.
    var sectionForm: String
    var sections: [CitedSectionRecord]

    package static let schema = RecordSchema<CitationRecord>(
        "Citation", "How to cite a publication.",
        [
            .html("html", "Formatted, author and date (APA).") {
                $1.append(contentsOf: $0.html)
            },
            .text("text", "The same as plain text.") { $0.text },
            .text("bibtex", "As BibTeX.") { $0.bibtex },
            .text("ris", "As RIS.") { $0.ris },
            .text("csl_json", "As CSL-JSON.") { $0.cslJSON },
            .text("in_text", "Names and year, as a text cites it: Lee & Berg, 2021.") {
                $0.inText
            },
            .text("url", "The absolute address that stands in the citations.") { $0.url },
            .text("section_form", "How a section is named, with {} in the place of its heading.") {
                $0.sectionForm
            },
            .list("sections", "The sections, which can be cited by their own addresses.") {
                $0.sections
            },
        ])
}

/// A section of a publication that can be cited by itself.
package struct CitedSectionRecord: TemplateRecord {
    var title: String
    var label: String
    var url: String
    var address: String

    package static let schema = RecordSchema<CitedSectionRecord>(
        "CitedSection", "A section of a publication that can be cited by itself.",
        [
            .text("title", "Its heading, as plain text.") { $0.title },
            .text("label", "Its heading as a citation names it: Section “Methods”.") { $0.label },
            .url("url", "#anchor of the section.") { $0.url },
            .text("address", "The absolute address of the section.") { $0.address },
        ])
}
