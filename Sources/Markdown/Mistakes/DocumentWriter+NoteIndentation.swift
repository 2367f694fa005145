import Diagnostics

/// Paragraphs that were meant to belong to a footnote, and are indented too little for that.
extension DocumentWriter {
    /// Finds the lines behind notes that are indented, but by fewer than the four spaces of a further paragraph.
    ///
    /// Which of them begin a paragraph of the text, the walk will tell.
    mutating func findLinesBehindNotes() {
        for note in footnotes {
            guard let line = lineBehind(note.node.startLine) else { continue }
            linesBehindNotes[line] = note.label
        }
    }

    /// The first line behind an empty one that is indented by one to three spaces more than the note is.
    private mutating func lineBehind(_ definition: Int) -> Int? {
        let own = map.indentation(ofLine: definition)
        var isBehindEmptyLine = false
        var line = definition + 1
        while map.start(ofLine: line) < map.body.upperBound {
            let start = map.start(ofLine: line)
            let text = map.range(ofLine: line)
            guard maySearch(text.upperBound - start + 1) else { return nil }
            let indentation = text.lowerBound - start - own
            if text.isEmpty {
                isBehindEmptyLine = true
            } else if map.bytes[text].starts(with: "[^".utf8) {
                return nil
            } else if isBehindEmptyLine, indentation < 4 {
                let isOfSpaces = map.bytes[start..<text.lowerBound].allSatisfy { $0 == 0x20 }
                return isOfSpaces && indentation > 0 ? line : nil
            } else if isBehindEmptyLine {
                isBehindEmptyLine = false
            }
            line += 1
        }
        return nil
    }

    mutating func reportIfMeantForNote(_ paragraph: Node) {
        guard let label = linesBehindNotes[paragraph.startLine], paragraph.parent?.kind == .document
        else { return }
        report(
            "footnote.indentation", .warning,
            "This paragraph stands in the text, and not in the footnote ‘\(label)’: one of a footnote is indented "
                + "by four spaces, and one of the text by none.",
            at: map.firstLine(of: paragraph))
    }
}
