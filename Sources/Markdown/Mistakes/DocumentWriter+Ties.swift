import Bytes
import Diagnostics
import Markup

/// LaTeX's `~` between two words, a space at which no line breaks: `Figure~1`, `p.~7`, `J.~Doe`.
///
/// Paths (`~/.bashrc`), addresses, names of files (`PROGRA~1`), versions (`1.0~rc1`) and "~5 km" have the sign, too.
extension DocumentWriter {
    /// - Returns: Whether a tilde is a tie.
    mutating func reportTie(_ text: UnsafeBufferPointer<UInt8>, at index: Int, in node: Node)
        -> Bool
    {
        guard let word = Tie.word(before: index, in: text),
            !isArgument(text, upTo: index - word.utf8.count),
            Tie.isTie(behind: word, text[(index + 1)...], mathMark: math?.mark)
        else { return false }
        let behind = text[(index + 1)...].prefix(8).prefix { $0.isASCIILetterOrDigit }
        let shown = text[(index - word.utf8.count)..<max(index + 1, behind.endIndex)]
        guard maySearch(shown.count), !isEscaped(shown, by: ["~"], in: node) else { return false }
        report(
            "text.latex-tie", .warning, "\(Self.aboutTies) For the sign itself write ‘\\~’.",
            at: place(of: shown, in: node))
        return true
    }

    /// `\citep[p.~4]{k}`, of which all is said at once.
    private func isArgument(_ text: UnsafeBufferPointer<UInt8>, upTo index: Int) -> Bool {
        index > 1 && text[index - 1] == UInt8(ascii: "[") && text[index - 2].isASCIILetter
    }

    /// `[@lamport1994, p.~7]`.
    mutating func reportTies(in citation: ParsedCitation, at range: Range<Int>) {
        guard
            citation.items.contains(where: { $0.prefix.hasSuffix("~") || Tie.isWithin($0.suffix) })
        else { return }
        report("text.latex-tie", .warning, Self.aboutTies, at: find("~", in: range) ?? range)
    }

    private static var aboutTies: String {
        "‘~’ is LaTeX’s space that does not break, and a tilde to readers: write ‘&nbsp;’ or a plain space."
    }
}

private enum Tie {
    private static let longestWord = 20

    /// The word that ends before a tilde, without a bracket before it; of letters, or a number.
    static func word(before index: Int, in text: UnsafeBufferPointer<UInt8>) -> String? {
        let word = text[..<index].reversed().prefix(longestWord).prefix {
            $0 > 0x20 && !"([".utf8.contains($0)
        }
        guard !word.isEmpty, word.count < longestWord else { return nil }
        return String(decoding: word.reversed(), as: UTF8.self)
    }

    static func isTie(
        behind word: String, _ rest: Slice<UnsafeBufferPointer<UInt8>>, mathMark: UInt8?
    ) -> Bool {
        guard let next = rest.first else { return false }
        let isShort = word.hasSuffix(".")
        let letters = isShort ? String(word.dropLast()) : word
        if word.utf8.allSatisfy({ $0.isASCIIDigit || $0 == UInt8(ascii: ".") }) {
            return isUnit(rest)
        }
        guard
            letters.allSatisfy(\.isLetter)
                || isShort && letters.allSatisfy({ $0.isLetter || $0 == "." })
        else { return false }
        let isLabel = LabelWords.contain(letters)
        if rest.starts(with: "[@".utf8) {
            // That the word is shown twice is told already.
            return !LabelWords.contain(letters)
        }
        let isNumber = next.isASCIIDigit || next == mathMark || next == UInt8(ascii: "(")
        if isLabel || !isShort && words.contains(letters.lowercased()) {
            // `FIGURE~1.PNG` is a file.
            return isNumber && (letters.count < 3 || letters.contains(where: \.isLowercase))
        }
        guard isShort else { return word == "et" && rest.starts(with: "al".utf8) }
        if abbreviations.contains(letters.lowercased().filter { $0 != "." }) {
            return isNumber || next.isLetter
        }
        let initials = letters.split(separator: ".")
        return !initials.isEmpty
            && initials.allSatisfy { $0.count == 1 && $0.first?.isUppercase == true }
            && next.isLetter && next & 0x20 == 0
    }

    /// `10~km`, and no version: `1.0~rc1`.
    private static func isUnit(_ rest: Slice<UnsafeBufferPointer<UInt8>>) -> Bool {
        let word = rest.prefix(longestWord).prefix { $0.isASCIILetterOrDigit }
        return !word.isEmpty && word.allSatisfy(\.isASCIILetter)
            && !versions.contains(String(decoding: word, as: UTF8.self).lowercased())
            && rest.dropFirst(word.count).first.map { $0 <= 0x20 || ".,;:)".utf8.contains($0) }
                ?? true
    }

    /// Whether a tilde stands before a number or a letter, and behind a letter or a stop: `p.~7`.
    static func isWithin(_ text: String) -> Bool {
        guard text.utf8.contains(UInt8(ascii: "~")) else { return false }
        return text.contains(/(?:^|[\s(])\p{L}+\.?~[\p{L}\p{N}$]/)
    }

    private static let versions: Set<String> = ["alpha", "beta", "dev", "git", "pre", "rc"]

    private static let words: Set<String> = [
        "algorithm", "appendix", "case", "chapter", "claim", "exercise", "line", "note", "page",
        "pages", "part",
        "problem", "step", "volume", "seite", "kapitel", "chapitre", "capítulo",
    ]

    private static let abbreviations: Set<String> = [
        "art", "bd", "cf", "ch", "chap", "dr", "eg", "ed", "eds", "hr", "ie", "m", "mme", "mr",
        "mrs", "ms", "no",
        "nos", "nr", "p", "pp", "prof", "resp", "s", "st", "ua", "v", "vol", "vols", "zb",
    ]
}
