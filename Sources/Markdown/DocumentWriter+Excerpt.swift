import Bytes
import Markup

/// A citation or a cross-reference in the text of a node.
struct TextGap {
    let node: Node
    /// Its source, in the literal of the node.
    let source: Range<Int>
    let slot: Fragment.Slot
}

extension DocumentWriter {
    /// Writes inlines whose text lists and descriptions will show.
    ///
    /// What stands for a citation is known when all works are: the excerpt has a gap there, and no reader
    /// of a list sees its source.
    mutating func writeExcerpt(from first: Node?) {
        let gaps = writeRecordingGaps(from: first)
        var text = first?.plainTextToEnd(gaps: gaps, math) ?? ""
        // Two spaces stand beside a comment that is left out, and where the signs of a formula were.
        if hasCommentSign || math != nil { text = text.collapsingWhitespace }
        document.excerpt = text
        isExcerptOfDefinition = false
        document.excerptSlots = gaps.map(\.slot)
    }

    /// Writes inlines, and tells what stands in them that only the whole site can put into words.
    mutating func writeRecordingGaps(from first: Node?) -> [TextGap] {
        recordsGaps = true
        writeInlines(from: first)
        recordsGaps = false
        defer { gaps = [] }
        return gaps
    }

    /// Whether the next paragraph gives the excerpt.
    ///
    /// A definition does where a page has nothing else.
    var needsExcerpt: Bool {
        depth == 1 && (document.excerpt.isEmpty || isExcerptOfDefinition)
    }

    /// Writes the text of a definition, which is the excerpt as long as there is no paragraph.
    mutating func writeDefinitionExcerpt(from first: Node?) {
        definitionForExcerpt = nil
        writeExcerpt(from: first)
        isExcerptOfDefinition = true
    }
}
