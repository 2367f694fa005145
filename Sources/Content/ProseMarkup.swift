/// Markup in a text of front matter that readers see as it is written: Markdown's and Pandoc's, HTML's and TeX's.
///
/// Only what can be nothing else is judged: "C*", "A* search", "a < b", "R&D" and "$5 and $10" are text.

import Bytes
import Markup

enum ProseMarkup {
    enum Kind: CaseIterable {
        case reference, emphasis, code, formula, element, entity, raised, latex, review

        /// Whether a text has what a piece begins and ends with.
        ///
        /// Few have, and to make a regular expression takes longer than to read all else of a page's front matter.
        func mayStand(in text: String) -> Bool {
            func has(_ first: Unicode.Scalar, _ last: Unicode.Scalar) -> Bool {
                guard let start = text.utf8.firstIndex(of: UInt8(ascii: first)) else {
                    return false
                }
                return text.utf8[start...].dropFirst().contains(UInt8(ascii: last))
            }
            return switch self {
            case .reference: has("[", "]")
            case .emphasis: has("*", "*")
            case .code: has("`", "`")
            case .formula: has("$", "$")
            case .element: has("<", ">")
            case .entity: has("&", ";")
            case .raised: has("^", "^") || has("~", "~")
            case .latex: text.utf8.contains(UInt8(ascii: "\\"))
            case .review: has("{", "}")
            }
        }
    }

    /// No text of front matter is longer, and nobody has made more mistakes in one.
    private static let longest = 5000
    private static let most = 3

    /// The first piece of each kind.
    static func pieces(in text: String) -> [(kind: Kind, text: String)] {
        // Nearly no text has any of the signs.
        let mayHold = text.withUTF8Bytes { bytes in
            bytes.firstIndex(from: 0) { byte in
                (byte == 0x2A).bit | (byte == 0x5B).bit | (byte == 0x60).bit | (byte == 0x24).bit
                    | (byte == 0x3C).bit | (byte == 0x26).bit | (byte == 0x5C).bit
                    | (byte == 0x7E).bit | (byte == 0x5E).bit | (byte == 0x7B).bit
            } < bytes.count
        }
        guard mayHold, text.utf8.count < longest else { return [] }
        let found = Kind.allCases.filter { $0.mayStand(in: text) }.compactMap { kind in
            shortened(first(kind, in: text)).map { (kind: kind, text: $0) }
        }
        // What stands in another piece is a part of it.
        return Array(
            found.filter { piece in
                !found.contains { $0.kind != piece.kind && $0.text.contains(piece.text) }
            }.prefix(most))
    }

    /// What to do about pieces of some kinds beyond leaving signs out.
    static func advice(on pieces: [(kind: Kind, text: String)]) -> String {
        var advice = ""
        func has(_ kinds: Kind...) -> Bool { pieces.contains { kinds.contains($0.kind) } }
        if has(.reference) { advice += " What links or cites stands in the text of the page." }
        if has(.raised) || pieces.contains(where: { $0.text.contains("<su") }) {
            advice += " Raised and lowered figures are characters, such as ‘²’ and ‘₂’."
        }
        if has(.review) { advice += " Take the change or leave it, and delete a comment." }
        if has(.entity, .latex) { advice += " Letters and signs are written themselves." }
        return advice
    }

    /// The first piece of Markdown in a text that may have emphasis, links and code.
    static func signNotInLines(of text: String) -> String? {
        guard text.utf8.count < longest, text.utf8.contains(where: { "[$".utf8.contains($0) })
        else { return nil }
        return shortened(
            text.firstMatch(of: /!\[[^\[\]]+\]\([^()\s]+\)/)?.output ?? citation(in: text)
                ?? formula(in: text))
    }

    private static func first(_ kind: Kind, in text: String) -> Substring? {
        switch kind {
        case .reference:
            text.firstMatch(of: /\[[^\[\]]+\]\([^()\s]+\)/)?.output ?? citation(in: text)
                // Of a class of characters, `[^ab]`, few have so many.
                ?? text.firstMatch(of: /\[\^(?:[0-9]+|[A-Za-z0-9_-]{4,})\]/)?.output
        case .emphasis:
            text.firstMatch(of: /\*\*[^\s*][^*]*\*\*/)?.output ?? emphasis(in: text)
        case .code: text.firstMatch(of: /`[^\s`][^`]*`/)?.output
        case .formula: formula(in: text)
        case .element: element(in: text)
        case .entity: entity(in: text)
        case .raised:
            text.firstMatch(of: /[A-Za-z0-9)]([~^])[A-Za-z0-9+−-]{1,5}\1/)?.output.0
        case .latex: latex(in: text)
        case .review: review(in: text)
        }
    }

    /// Changes and comments of CriticMarkup (fletcher.github.io/MultiMarkdown-6).
    private static func review(in text: String) -> Substring? {
        text.firstMatch(
            of: #/\{(?:\+\+[^{}]+\+\+|--[^{}]+--|>>[^{}]+<<|==[^{}]+==|~~[^{}]+~>[^{}]*~~)\}/#)?
            .output
    }

    private static func shortened(_ found: Substring?) -> String? {
        found.map { $0.count > 40 ? $0.prefix(40) + "…" : String($0) }
    }

    private static func citation(in text: String) -> Substring? {
        text.firstMatch(of: /\[[^\[\]@]*@[A-Za-z0-9_][^\[\]]*\]/)?.output
    }

    /// By the rules of formulas in a text: "$5_000 or $x" has none.
    private static func formula(in text: String) -> Substring? {
        text.firstMatch(of: /\$[^\s$\\^_={}]*[\\^_={}][^$]*[^\s$]\$(?![0-9])/)?.output
            // A variable: `$k$`.
            ?? text.firstMatch(of: /(?:^|[\s(\[])(\$[A-Za-z]\$)(?:$|[\s)\].,;:!?’-])/)?.output.1
    }

    /// `*words*` with a space or nothing on both sides: `C*`, `A* search` and `5 * 3` have none.
    private static func emphasis(in text: String) -> Substring? {
        text.firstMatch(of: /(?:^|[\s(])(\*[^\s*][^*]*[^\s*]\*)(?:$|[\s).,;:!?])/)?.output.1
    }

    /// An element with its end, or a break within a line: a text about HTML has `<i>` alone.
    private static func element(in text: String) -> Substring? {
        guard text.utf8.contains(UInt8(ascii: "<")) else { return nil }
        let names =
            #/<(i|b|em|strong|sub|sup|u|s|small|code|span|cite|a|tt|mark)(?: [^<>]*)?>[^<>]*<\/\1>/#
        return text.firstMatch(of: names)?.output.0
            ?? text.firstMatch(of: #/(?:\S(<br ?\/?>)|(<br ?\/?>)\S)/#).flatMap {
                $0.output.1 ?? $0.output.2
            }
    }

    /// `&amp;` and `&#8217;`, as far as the name is known.
    private static func entity(in text: String) -> Substring? {
        text.matches(of: /&(?:[A-Za-z][A-Za-z0-9]{1,7}|#[0-9]{1,6}|#[xX][0-9A-Fa-f]{1,5});/).lazy
            .map(\.output).first { piece in
                let bytes = Array(piece.utf8)
                return CharacterReference.decode(bytes, 0..<bytes.count) != bytes
            }
    }

    /// `\textit{words}`, `10\%` and `Schr\"odinger`, and no path.
    private static func latex(in text: String) -> Substring? {
        guard text.utf8.contains(UInt8(ascii: "\\")) else { return nil }
        return text.firstMatch(of: #/\\[A-Za-z]{2,}\*?\{[^{}]*\}/#)?.output
            ?? text.firstMatch(of: #/\\[%&#_$](?![A-Za-z\\])/#)?.output
            ?? text.firstMatch(of: #/\\["'`^~=.]\{?[A-Za-z]\}?|\\[cHvuk]\{[A-Za-z]\}/#)?.output
    }
}
