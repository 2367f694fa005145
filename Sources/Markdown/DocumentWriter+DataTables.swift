import Diagnostics
import Markup

extension DocumentWriter {
    /// Whether an image is a file of values of this site, which is a table where it stands alone.
    func isDataTable(_ image: Node) -> Bool {
        Media(at: image.url) == .table && WebAddress.kind(of: image.url) == .relative
    }

    /// Writes a figure for the table of a file, with the words in its brackets as the caption.
    ///
    /// The rows are filled in when the file is known, since a parsed page depends on its own bytes alone.
    mutating func write(dataTable image: Node, _ block: AttributeBlock?, in paragraph: Node) {
        let line = map.firstLine(of: paragraph)
        startLine()
        openFigure("table", block, of: .table, at: line)
        out.append("<figcaption>")
        writeFormerIDs(of: block, at: line)
        let words = image.firstChild
        if writeNumber(of: block, .table), let words, words.kind == .text {
            let text = String(decoding: words.literal.prefix(60), as: UTF8.self)
            reportNumber(inCaption: text, of: .table, at: line)
        }
        let gaps = writeRecordingGaps(from: words)
        let range = destinationRange(of: image, image.url)
        check(dataTable: image, block, at: range)
        let index = addReference(.link, image.url, at: range)
        document.dataTables.append(index)
        let label = words?.plainTextToEnd(gaps: gaps, math)
        if let label { out.append(label.last?.isPunctuation == true ? " " : " · ") }
        out.append("<a href=\"")
        out.append(.destination(index))
        out.append("\" download=\"\">")
        out.append(.word(.downloadData))
        out.append(image.url.lowercased().contains(".tsv") ? " (TSV)" : " (CSV)")
        out.append("</a></figcaption>\n")
        openScroll(label: label, gaps)
        out.append(.dataTable(index))
        out.append("</div>\n</figure>\n")
    }

    private mutating func check(
        dataTable image: Node, _ block: AttributeBlock?, at range: Range<Int>
    ) {
        reportFootnotes(inWordsFor: image, before: range.lowerBound)
        if !image.titleBytes.isEmpty {
            report(
                "table.title",
                error:
                    "The caption of a table of a file stands between the brackets: write it there, and "
                    + "nothing behind ‘\(image.url)’.", at: range)
        }
        if let width = block?.width {
            report(
                "image.width",
                error: "A table has the width that it needs: delete ‘width=\(width)’.", at: range)
        }
    }
}
