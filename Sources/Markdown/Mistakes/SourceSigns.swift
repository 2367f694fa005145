import Bytes
import Markup

/// What a text holds anywhere that few texts hold, so that the walk need not look for it in all others.
struct SourceSigns: OptionSet {
    let rawValue: UInt16

    /// `{{` or `{%`: code of another generator's templates.
    static let templateCode = SourceSigns(rawValue: 1)
    /// A backslash before a letter: a command of LaTeX.
    static let command = SourceSigns(rawValue: 2)
    /// U+FFFD, which stands for what a program could not read.
    static let lostCharacter = SourceSigns(rawValue: 4)
    /// UTF-8 that a program has read as another encoding.
    static let mojibake = SourceSigns(rawValue: 8)
    /// `&#147;`, a control character by its number.
    static let controlReference = SourceSigns(rawValue: 16)
    /// `{#` or `{.`: an id or a class.
    static let attributes = SourceSigns(rawValue: 32)
    /// `%%`: a comment of Obsidian's.
    static let percents = SourceSigns(rawValue: 64)
    /// `==`: a highlight.
    static let equalsSigns = SourceSigns(rawValue: 128)
    /// `^`: a superscript of Pandoc's.
    static let caret = SourceSigns(rawValue: 256)
    /// A character that means nothing without a certain font.
    static let privateUse = SourceSigns(rawValue: 512)
    /// A backslash before a sign or a letter that may be an accent of TeX: `\"o`, `\c{c}`, `{\o}`.
    static let accent = SourceSigns(rawValue: 1024)
    /// A dollar, which may be one of a formula that is none here.
    static let dollar = SourceSigns(rawValue: 2048)

    /// `??`, or `! ` behind what may be the word for an error: a reference that a program could not fill in.
    static let emptyReference = SourceSigns(rawValue: 4096)
    /// `{>`, `{+`, `{--` or `{~~`: a mark of a review.
    static let reviewMark = SourceSigns(rawValue: 8192)

    /// One character for two or three letters, as the fonts of PDFs have them.
    static let ligature = SourceSigns(rawValue: 16384)

    /// `{eq:one}`: a label without its sign.
    static let bareLabel = SourceSigns(rawValue: 32768)

    init(rawValue: UInt16) { self.rawValue = rawValue }

    /// Looks through a text once for each byte that such signs begin with, of which most texts have few or none.
    init(in text: UnsafeBufferPointer<UInt8>) {
        self = []
        for (first, signs) in Self.beginnings {
            var index = 0
            while index + 1 < text.count, !isSuperset(of: signs),
                let found = text.firstIndex(of: first, in: index..<text.count - 1)
            {
                insertSign(at: found, in: text)
                index = found + 1
            }
        }
    }

    /// What a byte may begin.
    private static let beginnings: [(byte: UInt8, signs: SourceSigns)] = [
        (UInt8(ascii: "{"), [.templateCode, .attributes, .reviewMark, .bareLabel]),
        (UInt8(ascii: "\\"), [.command, .accent]), (UInt8(ascii: "$"), .dollar),
        (UInt8(ascii: "&"), .controlReference), (UInt8(ascii: "?"), .emptyReference),
        (UInt8(ascii: "!"), .emptyReference), (UInt8(ascii: "%"), .percents),
        (UInt8(ascii: "="), .equalsSigns), (UInt8(ascii: "^"), .caret), (0xC3, .mojibake),
        (0xEE, .privateUse), (0xEF, [.privateUse, .lostCharacter, .ligature]),
    ]

    /// Enters what begins at a place, if anything does; a byte follows it.
    private mutating func insertSign(at index: Int, in text: UnsafeBufferPointer<UInt8>) {
        let next = text[index + 1]
        switch text[index] {
        case UInt8(ascii: "{"): insertBrace(at: index, in: text)
        case UInt8(ascii: "\\"):
            if next.isASCIILetter { insert([.command, .accent]) }
            if "\"'`^~=.".utf8.contains(next) { insert(.accent) }
        case UInt8(ascii: "$"): insert(.dollar)
        case UInt8(ascii: "&"):
            if NumericReference(in: text, at: index)?.control != nil { insert(.controlReference) }
        case UInt8(ascii: "?"): if next == text[index] { insert(.emptyReference) }
        case UInt8(ascii: "!"):
            if next == 0x20, index > 0,
                text[index - 1] == UInt8(ascii: "r") || text[index - 1] == 0x20
            {
                insert(.emptyReference)
            }
        case UInt8(ascii: "%"): if next == text[index] { insert(.percents) }
        case UInt8(ascii: "="): if next == text[index] { insert(.equalsSigns) }
        // `[^1]` is a note.
        case UInt8(ascii: "^"):
            if index > 0, text[index - 1] != UInt8(ascii: "[") { insert(.caret) }
        case 0xC3: if Mojibake.length(in: text, at: index) != nil { insert(.mojibake) }
        default:
            if PrivateUse.begins(at: index, in: text) { insert(.privateUse) }
            if text[index] == 0xEF, next == 0xBF { insert(.lostCharacter) }
            if Ligature.begins(at: index, in: text) { insert(.ligature) }
        }
    }

    private mutating func insertBrace(at index: Int, in text: UnsafeBufferPointer<UInt8>) {
        let next = text[index + 1]
        switch next {
        case UInt8(ascii: "{"), UInt8(ascii: "%"): insert(.templateCode)
        case UInt8(ascii: "#"), UInt8(ascii: "."): insert(.attributes)
        case UInt8(ascii: ">"), UInt8(ascii: "+"): insert(.reviewMark)
        case UInt8(ascii: "-"), UInt8(ascii: "~"):
            if index + 2 < text.count, text[index + 2] == next { insert(.reviewMark) }
        default:
            if text[(index + 1)...].prefix(5).contains(UInt8(ascii: ":")) { insert(.bareLabel) }
            // `[mot]{role=x}`, of a span, and `{lang=fr}`.
            if next == UInt8(ascii: "l") || index > 0 && text[index - 1] == UInt8(ascii: "]") {
                insert(.attributes)
            }
        }
    }
}

/// Two characters for one: UTF-8 that was read as Windows-1252 or Latin-1.
enum Mojibake {
    /// The bytes of what stands for one character at `index`.
    ///
    /// `Ã` and `Â` before a sign that no letter of them stands before, `â€` before anything. Portuguese has
    /// `Ã` at the end of words in capitals, where a space or a quotation mark may follow.
    static func length(in text: UnsafeBufferPointer<UInt8>, at index: Int) -> Int? {
        guard index + 3 < text.count, text[index] == 0xC3 else { return nil }
        switch text[index + 1] {
        case 0x82, 0x83:
            let isSign =
                text[index + 2] == 0xC2 && text[index + 3] >= 0xA1
                && ![0xAA, 0xAB, 0xB7, 0xBA, 0xBB].contains(text[index + 3])
            return isSign ? 4 : nil
        case 0xA2:
            guard index + 4 < text.count, text[index + 2] == 0xE2, text[index + 3] == 0x82,
                text[index + 4] == 0xAC
            else { return nil }
            // With the character behind it, which belongs to it.
            var end = index + 5
            if end < text.count, text[end] >= 0xC0 {
                end += 1
                while end < text.count, text[end] & 0xC0 == 0x80 { end += 1 }
            }
            return end - index
        default: return nil
        }
    }

    /// What was meant, as far as it can be told.
    static func meaning(of shown: String) -> String? {
        var bytes: [UInt8] = []
        for scalar in shown.unicodeScalars {
            guard let byte = Windows1252.bytes[scalar] ?? UInt8(exactly: scalar.value) else {
                return nil
            }
            bytes.append(byte)
        }
        return String(validating: bytes, as: UTF8.self)
    }
}
