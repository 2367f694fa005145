import Bytes
import Diagnostics
import Markup

/// Bytes that begin something in a text node: `~`, `[`, `@`, and `ht` and `ww` of bare URLs; and `]`, `*`
/// and backticks, which the parser leaves where markup is broken.
///
/// 1 for a byte that does so alone, else the byte that must follow.
private let specialBytes: [UInt8] = {
    var table = [UInt8](repeating: 0, count: 256)
    for byte in "~[@]*`".utf8 { table[Int(byte)] = 1 }
    table[Int(UInt8(ascii: "h"))] = UInt8(ascii: "t")
    table[Int(UInt8(ascii: "w"))] = UInt8(ascii: "w")
    return table
}()

extension DocumentWriter {
    /// Writes a text node: escaped, with what cmark leaves to this module.
    mutating func write(text node: Node, _ strikes: inout Strikethrough) {
        let text = node.literal
        let look = TextLook(text)
        document.wordCount += look.words
        if hasCommentSign { reportComment(in: text, of: node) }
        if let first = text.first, Self.mayBeginBlock(first) { reportLineStart(text, in: node) }
        if !signs.isEmpty { reportForeign(in: text, of: node) }
        if hasUnderscores { reportUnderscores(text, in: node) }
        if hasEquationLabel { reportLabel(in: text, of: node) }
        let names = nameMatcher
        guard names != nil || !look.isPlain else {
            out.write { $0.append(contentsOf: text) }
            return
        }
        var flushed = 0
        var index = 0
        while index < text.count {
            if names != nil || math != nil {
                while index < text.count, specialBytes[Int(text[index])] == 0,
                    names?.mayBegin(with: text[index]) != true, text[index] != math?.mark
                {
                    index += 1
                }
            } else {
                index = Self.nextSpecial(in: text, from: index)
            }
            guard index < text.count else { break }
            guard let end = writeSpecial(node, text, at: index, &flushed, &strikes, names) else {
                index += 1
                continue
            }
            index = end
            flushed = end
        }
        flush(text, flushed..<text.count)
    }

    private static func nextSpecial(in text: UnsafeBufferPointer<UInt8>, from start: Int) -> Int {
        guard let base = text.baseAddress else { return start }
        // In blocks without a branch, so that the compiler looks at many bytes at once; each byte is
        // looked at together with the next, which the last has not.
        let block = 32
        func isPlain(_ text: UnsafePointer<UInt8>) -> Bool {
            var hits: UInt8 = 0
            for offset in 0..<block {
                let (byte, next) = (text[offset], text[offset &+ 1])
                hits |=
                    (byte == 0x7E).bit | (byte == 0x5B).bit | (byte == 0x40).bit
                    | (byte == 0x5D).bit | (byte == 0x2A).bit | (byte == 0x60).bit
                    | ((byte == 0x68).bit & (next == 0x74).bit)
                    | ((byte == 0x77).bit & (next == 0x77).bit)
            }
            return hits == 0
        }
        var index = start
        while index &+ block < text.count, isPlain(base + index) { index &+= block }
        let last = text.count &- 1
        if index &+ block >= text.count, last &- block >= start, isPlain(base + (last &- block)) {
            index = max(index, last)
        }
        return specialBytes.withUnsafeBufferPointer { table in
            while index < text.count {
                let wanted = table[Int(base[index])]
                if wanted == 1 { return index }
                if wanted != 0, index < last, base[index &+ 1] == wanted { return index }
                index &+= 1
            }
            return index
        }
    }

    private mutating func flush(_ text: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) {
        guard !range.isEmpty else { return }
        out.write { $0.append(UnsafeBufferPointer(rebasing: text[range]), escapedFor: .htmlText) }
    }

    /// Writes what begins at `index`, after the plain text before it, and returns where it ends;
    /// `nil` when nothing does.
    private mutating func writeSpecial(
        _ node: Node, _ text: UnsafeBufferPointer<UInt8>, at index: Int, _ flushed: inout Int,
        _ strikes: inout Strikethrough, _ names: NameMatcher?
    ) -> Int? {
        switch text[index] {
        case UInt8(ascii: "~"):
            guard let (role, length) = strikes.role(in: node, at: index) else {
                _ = reportTie(text, at: index, in: node)
                return nil
            }
            flush(text, flushed..<index)
            if length == 1, !reportTie(text, at: index, in: node), role == .opens {
                reportTilde(text, at: index, in: node)
            }
            out.append(role == .opens ? "<del>" : "</del>")
            return index + length
        case UInt8(ascii: "h"), UInt8(ascii: "w"):
            if !isInLink, let link = Autolink(webIn: text, at: index, upTo: math?.mark) {
                flush(text, flushed..<index)
                return write(autolink: link, text, in: node)
            }
        case UInt8(ascii: "["):
            if !isInLink, let (citation, end) = CitationParser.bracketed(text, at: index),
                !isEscaped(citation, in: node, isBracketed: true)
            {
                flush(text, flushed..<index)
                write(citation: citation, form: .parenthetical, source: text[index..<end], in: node)
                return end
            }
            if let end = reportWikiLink(text, at: index, in: node) {
                flush(text, flushed..<end)
                return end
            }
            if index + 2 < text.count, text[index + 1].isASCIIDigit {
                recordBracketedNumber(text, at: index, in: node)
            }
            if !isInLink {
                recordBracketedKeys(text, at: index, in: node)
                reportCitationMarkup(text, at: index, in: node)
            }
            if index + 2 < text.count, text[index + 1] == UInt8(ascii: "!") {
                reportLateCallout(text, at: index, in: node)
            }
            if index > 0, text[index - 1] == UInt8(ascii: "^") {
                reportInlineNote(text, at: index - 1, in: node)
            }
            if captionPlace != nil { reportFootnoteInCaption(text, at: index, in: node) }
        case UInt8(ascii: "@"):
            guard !isInLink else { return nil }
            if let link = Autolink(mailIn: text, at: index, from: flushed) {
                flush(text, flushed..<link.range.lowerBound)
                return write(autolink: link, text, in: node)
            }
            if let (citation, end) = CitationParser.narrative(text, at: index),
                !isEscaped(citation, in: node)
            {
                flush(text, flushed..<index)
                write(citation: citation, form: .narrative, source: text[index..<end], in: node)
                return end
            }
        case UInt8(ascii: "]"): reportLink(text, at: index, in: node)
        case UInt8(ascii: "*"): reportStars(text, at: index, in: node)
        case UInt8(ascii: "`"):
            if index + 1 < text.count, text[index + 1] == UInt8(ascii: "`") {
                reportLaTeXQuotes(text, at: index, in: node)
            }
            reportBacktick(text, at: index, in: node)
        default:
            guard let math, let (number, end) = math.segment(in: text, at: index) else { break }
            flush(text, flushed..<index)
            switch math.part(at: number) {
            // Its further lines are written with the first.
            case nil: break
            case .formula(let formula): write(formula, in: node)
            case .text(let source): flush(source, source.indices)
            }
            return end
        }
        guard let names, !isInLink, let (name, end) = names.match(in: text, at: index) else {
            return nil
        }
        flush(text, flushed..<index)
        out.append("<a class=\"person\" href=\"")
        out.append(.person(document.mentions.count))
        out.append("\">")
        document.mentions.append(name)
        flush(text, index..<end)
        out.append("</a>")
        return end
    }

    private mutating func write(
        autolink link: Autolink, _ text: UnsafeBufferPointer<UInt8>, in node: Node
    ) -> Int {
        let words = String(decoding: text[link.range], as: UTF8.self)
        // Smart punctuation has made dashes of hyphens that belong to the address.
        let address =
            words.utf8.allSatisfy { $0 < 0x80 }
            ? words : words.replacing("—", with: "---").replacing("–", with: "--")
        let line = captionPlace ?? map.range(ofLine: max(node.startLine, 1))
        let range = find(address, in: line) ?? line
        let index = addReference(.link, link.prefix + address, at: range)
        // A style sheet that prints addresses behind links leaves these out.
        out.append("<a class=\"uri\" href=\"")
        out.append(.destination(index))
        out.append("\">")
        out.append(address, escapedFor: .htmlText)
        out.append("</a>")
        return link.range.upperBound
    }
}
