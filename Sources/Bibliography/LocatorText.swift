/// Places in a cited work: "pg. 9-10", "Section 2.5, 4.3", "§2.2; p. 4".

import Diagnostics

/// The words behind a citation's key, taken apart without being changed.
struct LocatorText {
    /// A piece of the author's words; the pieces joined are the text.
    struct Piece: Equatable {
        var text: String
        /// What the piece names, when it is a number or a range behind a label.
        var target: Target?
    }

    enum Target: Equatable {
        case pages(first: Int, last: Int?)
        case sections(first: String, last: String?)
        /// A chapter, figure, note …: a place that no link leads to.
        case other
    }

    private(set) var pieces: [Piece] = []
    private let text: [Character]
    private let words: CitationWords
    private var index = 0
    /// What was read since the last piece.
    private var plain = ""
    private var label: Label?

    enum Label { case page, section, other }

    private static let labels: [String: Label] = [
        "p": .page, "pp": .page, "pg": .page, "pgs": .page, "page": .page, "pages": .page,
        "sec": .section, "secs": .section, "sect": .section, "section": .section,
        "sections": .section,
        "ch": .other, "chap": .other, "chapter": .other, "chapters": .other, "fig": .other,
        "figs": .other, "figure": .other, "figures": .other, "table": .other, "tables": .other,
        "art": .other, "article": .other, "para": .other, "paragraph": .other, "¶": .other,
        "vol": .other, "volume": .other, "line": .other, "lines": .other, "l": .other,
        "note": .other, "notes": .other, "n": .other, "appendix": .other, "app": .other,
        "part": .other, "column": .other, "eq": .other, "verse": .other, "no": .other,
    ]

    private static let connectors: Set<String> = ["and", "to", "or", "see", "also"]

    /// Takes a suffix apart.
    ///
    /// Only what stands behind a label becomes a target; a bare number behind the comma of a
    /// citation is a page, as in Pandoc.
    init(_ text: String, _ words: CitationWords) {
        self.text = Array(text)
        self.words = words
        while index < self.text.count {
            let character = self.text[index]
            if character.isLetter {
                readWord()
            } else if character == "§" || character == "¶" {
                readPlain { $0 == character }
                label = character == "§" ? .section : .other
            } else if character.isASCII, character.isNumber {
                readNumber()
            } else {
                plain.append(character)
                index += 1
            }
        }
        endPlain()
    }

    private mutating func readPlain(while isPart: (Character) -> Bool) {
        let part = text[index...].prefix(while: isPart)
        plain += part
        index += part.count
    }

    private mutating func endPlain() {
        if !plain.isEmpty { pieces.append(Piece(text: plain, target: nil)) }
        plain = ""
    }

    private mutating func readWord() {
        let word = String(text[index...].prefix { $0.isLetter })
        // "Appendix A" is a place, and so is "§A.2": a capital letter in a number's place.
        if label == .section, word.utf8.count == 1, word.first?.isUppercase == true {
            return readNumber()
        }
        plain += word
        index += word.count
        let name = word.lowercased()
        if let known = Self.labels[name] ?? words.places[name] {
            // The label belongs to the number behind it; with a stop or without.
            label = known
            readPlain { $0 == "." }
        } else if !Self.connectors.contains(name), !words.connectors.contains(name) {
            label = nil
        }
    }

    private mutating func readNumber() {
        let end = endOfNumber
        let number = String(text[index..<end])
        let isFirst = pieces.isEmpty && plain.allSatisfy(\.isWhitespace)
        let kind = label ?? (isFirst ? .page : nil)
        if let kind, let target = Self.target(number, kind) {
            endPlain()
            pieces.append(Piece(text: number, target: target))
            label = kind
        } else {
            plain += number
        }
        index = end
    }

    /// A number with its dots, and a range with its dash: `2.5`, `7-9`, `9–10`.
    private var endOfNumber: Int {
        var end = index
        func number() {
            while end < text.count {
                // A first letter is that of an appendix: `A.2`.
                if text[end].isASCII, text[end].isNumber || text[end].isLetter {
                    end += 1
                } else if text[end] == ".", end + 1 < text.count, text[end + 1].isNumber {
                    end += 1
                } else {
                    break
                }
            }
        }
        number()
        if end + 1 < text.count, "-–—‑−".contains(text[end]), text[end + 1].isNumber {
            end += 1
            number()
        }
        return end
    }

    private static func target(_ word: String, _ label: Label) -> Target? {
        switch label {
        case .other: return .other
        case .section:
            let sides = word.split { "-–—‑−".contains($0) }.map { String($0) }
            return .sections(first: sides[0], last: sides.count > 1 ? sides[1] : nil)
        case .page:
            // `12f.` and `12ff.` begin on page 12.
            let sides = word.split { "-–—‑−".contains($0) }.map { side in
                Int(side.hasSuffix("f") ? side.prefix { $0.isNumber } : side)
                    .flatMap { PDFLocation.pageNumbers.contains($0) ? $0 : nil }
            }
            guard let first = sides.first ?? nil else { return nil }
            guard sides.count > 1 else { return .pages(first: first, last: nil) }
            guard let last = sides[1] else { return nil }
            return .pages(first: first, last: last)
        }
    }
}
