import Bytes

/// The label that a formula has given itself by `\\tag`.
package struct TeXTag: Hashable, Sendable {
    /// HTML, with the parentheses that it has.
    package var html: String
    /// Plain text without them; empty for one that has no words.
    package var text: String
}

/// What came of a formula beside its markup.
package struct TeXOutcome: Sendable {
    package var mistakes: [TeXMistake] = []
    /// Of a displayed formula: it stands where numbers stand.
    package var tag: TeXTag?
    /// Of a displayed formula: they stand in its rows.
    package var rowTags: [TeXTag] = []

    package init() {}

    init(mistakes: [TeXMistake], tags: (own: TeXTag?, ofRows: [TeXTag]) = (nil, [])) {
        self.mistakes = mistakes
        (tag, rowTags) = tags
    }
}

/// A label while a formula is read.
struct WrittenTag {
    var pieces: [TextPiece]
    /// Whether it has no parentheses (`\\tag*`).
    var isBare: Bool

    var node: MathNode {
        .text(
            (isBare ? pieces : [.words("(", .plain)] + pieces + [.words(")", .plain)]).joined)
    }
}

extension [TextPiece] {
    /// Words side by side in one font are one piece.
    fileprivate var joined: [TextPiece] {
        reduce(into: []) { result, piece in
            if case .words(let words, .plain) = piece,
                case .words(let before, .plain)? = result.last
            {
                result[result.count - 1] = .words(before + words, .plain)
            } else {
                result.append(piece)
            }
        }
    }
}

extension MathMLWriter {
    /// A label as HTML beside a formula, and not as MathML in it.
    static func tag(_ tag: WrittenTag) -> TeXTag {
        var writer = MathMLWriter()
        var text = ""
        if !tag.isBare { writer.out.append(UInt8(ascii: "(")) }
        for piece in tag.pieces {
            switch piece {
            case .words(let words, let font):
                writer.write(words, asHTMLIn: font)
                text += words
            case .formula(let formula):
                writer.out.append("<math>")
                writer.write(formula.unwrapped, asOneIn: .text)
                writer.out.append("</math>")
                text += formula.signs
            }
        }
        if !tag.isBare { writer.out.append(UInt8(ascii: ")")) }
        return TeXTag(html: String(decoding: writer.out), text: text)
    }
}

extension MathNode {
    /// The signs of a formula that is nothing else, such as the star of `$*$`.
    fileprivate var signs: String {
        unwrapped.map { node in
            switch node {
            case .symbol(let symbol): symbol.text
            case .group, .fenced, .delimiter, .scripted, .fraction, .root, .stacked, .accented,
                .text, .space, .styled, .phantom, .classed, .table, .tag:
                ""
            }
        }.joined()
    }
}
