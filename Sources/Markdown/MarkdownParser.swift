package import Diagnostics
package import Markup

/// The one door to cmark-gfm: text of a page in, ``Document`` out.
package struct MarkdownParser: Sendable {
    /// What the site and the front matter decide about the text.
    package struct Options: Sendable {
        /// A paragraph that begins with a strong span ending in `.`, `?` or `!` opens a section.
        package var runInHeads = false
        /// Raw HTML passes through instead of being escaped.
        package var allowsRawHTML = false
        /// Names that become links to people where they stand in the acknowledgements section.
        package var acknowledgedNames: [String] = []
        /// Headings are numbered (1, 1.1 …).
        package var numbersHeadings = false

        package init() {}
    }

    /// Parses the bytes of `source` from `body` on; spans count from the start of the file.
    ///
    /// Safe to call from any number of threads at once.
    package static func parse(
        _ source: [UInt8], body: Range<Int>, path: String, options: Options
    ) -> (document: Document, diagnostics: [Diagnostic]) {
        (Document(), [])
    }
}
