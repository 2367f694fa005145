import Bytes
import Diagnostics
import Markup

/// Words and numbers written by hand where a label makes them: readers see both.
extension DocumentWriter {
    /// `Figure [@fig:wall]`, which is “Figure Figure 1”; `text` is what stands before the reference, or within its
    /// brackets.
    mutating func reportWord(
        endOf text: String, before item: CitationGroup.Item, to kind: Label.Kind
    ) {
        // `Figure~[@fig:a]` and `Figure\ [@fig:a]` are LaTeX's.
        var before = text[...]
        while let last = before.last, " \u{A0}([~\\\n".contains(last) { before.removeLast() }
        let isInParentheses = text[before.endIndex...].contains("(")
        let isShort = before.last == "."
        let word = String(
            (isShort ? before.dropLast() : before).reversed().prefix { $0.isLetter }.reversed())
        let written = word + (isShort ? "." : "")
        // “in the figure (Figure 1)” says which one; “Eq. (Equation 1)” says it twice.
        guard !word.isEmpty, before.endIndex < text.endIndex,
            // “…in the table.” ends there, and nobody who “fell ill” is an illustration.
            isShort == LabelWords.isShort(word) || !isShort && word.first?.isUppercase == true,
            !isInParentheses || isShort || word == "Equation" || word == "Equations",
            LabelWords.contain(kind == .example ? word : word.lowercased(), for: kind)
        else { return }
        report(
            "cross-reference.repeated-word", .warning,
            "‘\(written)’ is shown twice here, since the reference brings the word along: delete it, or write "
                + "‘[-@\(item.key ?? "")]’ for the number alone.",
            at: place(of: written, before: item.bytes.range))
    }

    /// The word, where it stands right before the reference; else that, which may be one of several to one label.
    private func place(of word: String, before reference: Range<Int>) -> Range<Int> {
        let window = max(map.body.lowerBound, reference.lowerBound - word.utf8.count - 6)
        let near = window..<max(window, reference.lowerBound)
        return map.find(word, in: near) ?? reference
    }

    /// The end of what stands before a reference, over the end of a line.
    func words(before source: Slice<UnsafeBufferPointer<UInt8>>, in node: Node) -> String {
        let text = String(
            decoding: source.base[..<source.startIndex].suffix(Self.longestWord), as: UTF8.self)
        guard text.allSatisfy({ " ([".contains($0) }), let line = node.previous,
            line.kind == .softBreak,
            let above = line.previous, above.kind == .text
        else { return text }
        return String(decoding: above.literal.suffix(Self.longestWord), as: UTF8.self) + "\n" + text
    }

    private static let longestWord = 40

    /// `Figure 3: The wall`, as the caption of what has a number already.
    mutating func reportNumber(
        inCaption text: some StringProtocol, of kind: Label.Kind, isTitle: Bool = false,
        at range: Range<Int>
    ) {
        guard let lead = NumberedLead(text, before: isTitle ? ".:|–—(" : ".:|–—"), lead.isOf(kind)
        else { return }
        report(
            "caption.number", .warning,
            "‘\(lead.written)’ is shown behind the number that the label makes: delete it.",
            at: find(lead.written, in: range) ?? range)
    }

    /// `## 2.1 Walls`, where the program numbers the sections, and comes to the same number.
    mutating func report(number: String, ofHeading text: String, at range: Range<Int>) {
        guard text.hasPrefix(number) else { return }
        let rest = text.dropFirst(number.count)
        let signs = rest.prefix { ".):".contains($0) }
        guard signs.count < 2, rest.dropFirst(signs.count).first == " ",
            // “3 lessons” are three.
            !signs.isEmpty || number.contains(".")
        else { return }
        report(
            "heading.number", .warning,
            "‘\(number)\(signs)’ is shown behind the number that ‘numbered: true’ makes: delete it.",
            at: find(number, in: range) ?? range)
    }

    /// `Table 1: Rates` or Pandoc's `Table: Rates`, in a paragraph beside a table or a figure that has no caption.
    mutating func reportCaption(beside block: Node, of kind: Label.Kind) {
        for paragraph in [block.previous, block.next] {
            guard let paragraph, paragraph.kind == .paragraph,
                let lead = captionLead(of: paragraph), lead.kind == kind
            else { continue }
            report(
                "caption.in-paragraph", .warning,
                "This is a paragraph, and no caption of the \(kind == .table ? "table" : "figure") beside it: "
                    + (kind == .table
                        ? "write ‘: ’ in place of ‘\(lead.written)’."
                        : "write it in quotation marks behind the address, as in ‘![…](file \"The caption.\")’, "
                            + "and no number.")
                    + " A number comes with a label, ‘{#\(kind.rawValue):name}’.",
                at: map.firstLine(of: paragraph))
        }
    }

    private func captionLead(of paragraph: Node) -> (kind: Label.Kind, written: String)? {
        var node = paragraph.firstChild
        while let current = node, current.kind == .emphasis || current.kind == .strong {
            node = current.firstChild
        }
        guard let node, node.kind == .text else { return nil }
        let text = String(decoding: node.literal.prefix(60), as: UTF8.self)
        let kinds: [Label.Kind] = [.table, .figure]
        if let lead = NumberedLead(text), let kind = kinds.first(where: lead.isOf) {
            return (kind, lead.written)
        }
        guard text.contains(byte: UInt8(ascii: ":")) else { return nil }
        let word = text.prefix { $0.isLetter }
        guard text[word.endIndex...].hasPrefix(": "),
            let kind = kinds.first(where: { LabelWords.contain(word.lowercased(), for: $0) })
        else { return nil }
        return (kind, "\(word):")
    }
}

extension DocumentWriter {
    /// `![A](a.png "A"){#fig:a}` with text or another image beside it: neither caption nor number is shown.
    mutating func reportIfMeantAsFigure(_ image: Node, _ block: AttributeBlock?) {
        guard image.parent?.kind != .link else { return }
        let label = block?.id.flatMap { Label.Kind(prefixOf: $0) == nil ? nil : $0 }
        let isBesideOthers = label == nil && !image.titleBytes.isEmpty && isAmongImages(image)
        guard label != nil || isBesideOthers, self.block(around: image).kind != .tableCell else {
            return
        }
        report(
            "image.not-alone", .warning,
            "This image is no figure, and its \(label == nil ? "caption" : "label ‘\(label ?? "")’") is not shown: "
                + "leave an empty line above and below it.",
            at: destinationRange(of: image, image.url))
    }

    /// Each image looks at those beside it.
    private static let mostImages = 20

    /// Whether nothing but images stands in the paragraph, as far as somebody writes them.
    private func isAmongImages(_ image: Node) -> Bool {
        guard let paragraph = image.parent, paragraph.kind == .paragraph else { return false }
        var node = paragraph.firstChild
        var count = 0
        while let current = node, count < Self.mostImages {
            switch current.kind {
            case .image: count += 1
            case .softBreak, .lineBreak: break
            case .text where current.literal.allSatisfy({ $0 <= 0x20 }): break
            default: return false
            }
            node = current.next
        }
        return count > 1
    }
}
