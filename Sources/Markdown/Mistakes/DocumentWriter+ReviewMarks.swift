import Bytes
import Diagnostics

/// What a text had before it was done: marks of a review, and references that a program could not fill in.
extension DocumentWriter {
    /// `{>>words<<}` and `{++words++}` of CriticMarkup (fletcher.github.io/MultiMarkdown-6).
    mutating func reportReviewMarks(in text: UnsafeBufferPointer<UInt8>, of node: Node) {
        var index = 0
        /// Where the next addition ends; it is looked for once.
        var end = 0
        while let start = text.firstIndex(of: UInt8(ascii: "{"), in: index..<text.count) {
            index = start + 1
            let isComment = text[index...].starts(with: ">>".utf8)
            guard isComment || text[index...].starts(with: "++".utf8) else { continue }
            let words = start + 3
            if !isComment, end < words {
                end = Self.additionEnd.withUTF8Bytes {
                    text.firstRange(of: $0, in: words..<text.count)?.lowerBound ?? text.count
                }
            }
            guard isComment || end < text.count else { continue }
            let word = text[words...].prefix(12).prefix { $0.isASCIILetterOrDigit || $0 == 0x20 }
            let shown = text[start..<word.endIndex]
            guard maySearch(shown.count), !isEscaped(shown, by: ["{"], in: node) else { continue }
            let span = place(of: shown, in: node)
            // Without an end it is an operator, and text.
            guard !isComment || hasCommentEnd(behind: span.upperBound) else { continue }
            report(
                "text.review-mark", isComment ? .error : .warning,
                isComment
                    ? "Readers will see this comment: delete it, or write ‘<!-- … -->’, which is left out of the page. For "
                        + "the signs themselves write ‘\\{>>’."
                    : Self.changeMessage,
                at: span)
        }
    }

    /// `{--words--}` and `{~~words~>others~~}`, as they stand in the file: smart punctuation has made dashes of hyphens.
    mutating func reportTextChanges(in text: UnsafeBufferPointer<UInt8>, of node: Node) {
        var index = 0
        while let start = text.firstIndex(of: UInt8(ascii: "{"), in: index..<text.count) {
            index = start + 1
            let rest = text[index...]
            let isDeletion = ["–", "—"].contains { rest.starts(with: $0.utf8) }
            guard isDeletion || rest.starts(with: "~~".utf8) else { continue }
            let block = blockRange(of: node)
            let from = block.contains(reviewCursor) ? reviewCursor : block.lowerBound
            let sign = isDeletion ? "{--" : "{~~"
            let found = sign.withUTF8Bytes {
                unescapedPlace(of: $0[...], in: from..<block.upperBound)
            }
            guard maySearch(block.count), let found,
                let end = endOfChange(behind: found.upperBound, isDeletion, in: block)
            else { continue }
            reviewCursor = end
            report(
                "text.review-mark", .warning, Self.changeMessage, at: found.lowerBound..<end)
        }
    }

    private func endOfChange(
        behind start: Int, _ isDeletion: Bool, in block: Range<Int>
    ) -> Int? {
        var range = start..<min(start + Self.longestComment, block.upperBound)
        if !isDeletion {
            guard let arrow = map.find("~>", in: range) else { return nil }
            range = arrow.upperBound..<range.upperBound
        }
        let end = map.find(isDeletion ? "--}" : "~~}", in: range)
        // Nothing else in braces, and something at all.
        guard let end, end.lowerBound > start,
            !map.bytes[start..<end.lowerBound].contains(where: { "{}".utf8.contains($0) })
        else { return nil }
        return end.upperBound
    }

    private static let changeMessage =
        "This is the mark of a change, and is shown as it is written: take the change or leave it, and "
        + "delete the signs. For the signs themselves write ‘\\{’."

    /// The words of a comment may hold emphasis and breaks, and so stand in several nodes.
    private func hasCommentEnd(behind start: Int) -> Bool {
        map.find("<<}", in: start..<min(start + Self.longestComment, map.body.upperBound)) != nil
    }

    private static let longestComment = 2000

    private static let additionEnd = "++}"

    /// `Figure **??**`: LaTeX sets them bold (ltxref.dtx, `\@setref`).
    mutating func reportBoldEmptyReference(
        in text: UnsafeBufferPointer<UInt8>, of node: Node
    ) {
        guard text.elementsEqual("??".utf8), let bold = node.parent, bold.kind == .strong,
            node.previous == nil, node.next == nil, let before = bold.previous,
            before.kind == .text
        else { return }
        var sentence = Array(before.literal.suffix(30))
        let sign = sentence.count
        sentence += text
        if let next = bold.next, next.kind == .text { sentence += next.literal.prefix(2) }
        guard sentence.withUnsafeBufferPointer({ EmptyReference.range(at: sign, in: $0) }) != nil
        else { return }
        let block = blockRange(of: node)
        let from = block.contains(reviewCursor) ? reviewCursor : block.lowerBound
        guard let found = find("**??**", in: from..<block.upperBound) else { return }
        reviewCursor = found.upperBound
        report("text.empty-reference", .warning, Self.adviceOnReferences("**??**"), at: found)
    }

    private static func adviceOnReferences(_ written: String) -> String {
        "‘\(written)’ is what a program writes for a reference that leads nowhere. Give what is meant a label, such "
            + "as ‘{#fig:wall}’, and write ‘[@fig:wall]’."
    }

    /// `Figure ??`, as LaTeX leaves a reference to nothing, and what Word writes there.
    mutating func reportEmptyReferences(in text: UnsafeBufferPointer<UInt8>, of node: Node) {
        var index = 0
        while true {
            let start = text.firstIndex(from: index) { ($0 == 0x3F).bit | ($0 == 0x21).bit }
            guard start < text.count else { return }
            index = start + 1
            guard let shown = EmptyReference.range(at: start, in: text), maySearch(shown.count),
                !isEscaped(text[shown], by: ["?", "!"], in: node)
            else { continue }
            let written = String(decoding: text[shown], as: UTF8.self)
            report(
                "text.empty-reference", .warning, Self.adviceOnReferences(written),
                at: place(of: text[shown], in: node))
        }
    }
}

private enum EmptyReference {
    /// What Word shows, in English, German, French and Spanish, behind its word for an error.
    private static let fields = [
        "Error! Reference source not found.", "Error! Bookmark not defined.",
        "Fehler! Verweisquelle konnte nicht gefunden werden.", "Fehler! Textmarke nicht definiert.",
        "Erreur ! Source du renvoi introuvable.", "Erreur ! Signet non défini.",
        "¡Error! No se encuentra el origen de la referencia.", "¡Error! Marcador no definido.",
    ]

    private static func field(
        around sign: Int, in text: UnsafeBufferPointer<UInt8>
    ) -> Range<Int>? {
        fields.lazy.compactMap { field in
            let start = sign - field.utf8.prefix { $0 != UInt8(ascii: "!") }.count
            guard start >= 0, text[start...].starts(with: field.utf8) else { return nil }
            return start..<start + field.utf8.count
        }.first
    }

    /// - Returns: `nil` where the sign at `index` is of no such reference.
    static func range(
        at index: Int, in text: UnsafeBufferPointer<UInt8>
    ) -> Range<Int>? {
        guard text[index] == UInt8(ascii: "?") else { return field(around: index, in: text) }
        let run = text[index...].prefix { $0 == UInt8(ascii: "?") }
        guard run.count == 2, index > 0, text[index - 1] != UInt8(ascii: "?") else { return nil }
        let before = text[max(0, index - 30)..<index]
        let spaces = before.reversed().prefix {
            " ~(".utf8.contains($0) || $0 == 0xA0 || $0 == 0xC2
        }
        .count
        let stop = before.dropLast(spaces)
        let letters = stop.last == UInt8(ascii: ".") ? stop.dropLast() : stop
        let word = letters.reversed().prefix { $0.isASCIILetter || $0 >= 0x80 }.count
        let name = String(decoding: letters.suffix(word), as: UTF8.self)
        guard spaces > 0, word > 1, LabelWords.contain(name) else { return nil }
        // `Où est la section ??` asks; in “see section ?? for more” the sentence goes on.
        let rest = text[run.endIndex...]
        guard
            name.first?.isUppercase == true || stop.last == UInt8(ascii: ".")
                || rest.first.map({ ".,;:)".utf8.contains($0) }) == true
                || rest.dropFirst().first.map({ $0.isASCIILetter && $0 & 0x20 != 0 }) == true
        else { return nil }
        return letters.endIndex - word..<run.endIndex
    }
}
