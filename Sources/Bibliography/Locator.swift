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

    /// Takes a suffix apart.
    ///
    /// Only what stands behind a label becomes a target; a bare number behind the comma of a
    /// citation is a page, as in Pandoc.
    init(_ text: String, _ words: CitationWords) {
        let scalars = Array(text)
        var index = 0
        var plain = ""
        var label: Label?
        func flush(_ pieces: inout [Piece]) {
            if !plain.isEmpty { pieces.append(Piece(text: plain, target: nil)) }
            plain = ""
        }
        while index < scalars.count {
            let character = scalars[index]
            if character.isLetter {
                let start = index
                while index < scalars.count, scalars[index].isLetter { index += 1 }
                let word = String(scalars[start..<index])
                // "Appendix A" is a place, and so is "§A.2": a capital letter in a number's place.
                if label == .section, word.utf8.count == 1, word.first?.isUppercase ?? false {
                    let end = Self.endOfNumber(scalars, start)
                    let number = String(scalars[start..<end])
                    flush(&pieces)
                    pieces.append(Piece(text: number, target: Self.target(number, .section)))
                    index = end
                    continue
                }
                plain += word
                if let known = Self.labels[word.lowercased()] ?? words.places[word.lowercased()] {
                    // The label belongs to the number behind it; with a stop or without.
                    label = known
                    while index < scalars.count, scalars[index] == "." {
                        plain.append(scalars[index])
                        index += 1
                    }
                } else if !Self.connectors.contains(word.lowercased()),
                    !words.connectors.contains(word.lowercased())
                {
                    label = nil
                }
                continue
            }
            if character == "§" || character == "¶" {
                while index < scalars.count, scalars[index] == character {
                    plain.append(character)
                    index += 1
                }
                label = character == "§" ? .section : .other
                continue
            }
            if character.isASCII, character.isNumber {
                let end = Self.endOfNumber(scalars, index)
                let word = String(scalars[index..<end])
                let isFirst = pieces.isEmpty && plain.allSatisfy(\.isWhitespace)
                let kind = label ?? (isFirst ? .page : nil)
                if let kind, let target = Self.target(word, kind) {
                    flush(&pieces)
                    pieces.append(Piece(text: word, target: target))
                    label = kind
                } else {
                    plain += word
                }
                index = end
                continue
            }
            plain.append(character)
            index += 1
        }
        flush(&pieces)
    }

    private static let connectors: Set<String> = ["and", "to", "or", "see", "also"]

    /// A number with its dots, and a range with its dash: `2.5`, `7-9`, `9–10`.
    private static func endOfNumber(_ text: [Character], _ start: Int) -> Int {
        var end = start
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
            }
            guard let first = sides.first ?? nil else { return nil }
            guard sides.count > 1 else { return .pages(first: first, last: nil) }
            guard let last = sides[1] else { return nil }
            return .pages(first: first, last: last)
        }
    }
}
