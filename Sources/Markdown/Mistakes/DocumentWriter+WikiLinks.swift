import Bytes
import Diagnostics
import Markup

/// `[[Other note]]` and `![[picture.png]]`, as Obsidian and wikis have them.
extension DocumentWriter {
    /// Of the name of a page, with a heading and other words for it.
    private static let longest = 200

    /// - Returns: Where it ends; `nil` where no such link begins, or one that is meant as text.
    mutating func reportWikiLink(
        _ text: UnsafeBufferPointer<UInt8>, at open: Int, in node: Node
    ) -> Int? {
        let start = open + 2
        guard start < text.count, text[open + 1] == UInt8(ascii: "["),
            // `x[[i]]` is code, and `k[[x]]` a ring.
            open == 0
                || !text[open - 1].isASCIILetterOrDigit && !")]".utf8.contains(text[open - 1]),
            let close = text[start...].prefix(Self.longest)
                .firstIndex(where: { "[]".utf8.contains($0) }),
            text[close] == UInt8(ascii: "]"), close + 1 < text.count,
            text[close + 1] == UInt8(ascii: "]"),
            close + 2 == text.count || !"([:]".utf8.contains(text[close + 2])
        else { return nil }
        let inner = text[start..<close]
        // A sign of one letter is mathematics, a number that of a source, and `[[ -f x ]]` a test of a shell.
        guard inner.count > 1, inner.first != 0x20, inner.first != UInt8(ascii: "@"),
            !inner.starts(with: "-@".utf8),
            inner.contains(where: { $0.isASCIILetter || $0 >= 0x80 }),
            !inner.isRowOfLetters
        else { return nil }
        let shown = text[open..<(close + 2)]
        guard !isEscaped(shown, by: ["[", "]"], in: node) else { return nil }
        let isEmbedded = open > 0 && text[open - 1] == UInt8(ascii: "!")
        let name = String(decoding: inner, as: UTF8.self)
        report(
            "text.wiki-link",
            error:
                "‘\(isEmbedded ? "!" : "")[[\(name)]]’ is shown as it is written: "
                + "\(isEmbedded ? Self.advice(forEmbedded: name) : Self.advice(forLinkTo: name)). "
                + "For the signs themselves write ‘\\[[’.", at: place(of: shown, in: node))
        return close + 2
    }

    private static func advice(forLinkTo name: String) -> String {
        let parts = name.split(separator: "|", maxSplits: 1).map { $0.trimmingSpaces }
        let target = parts.first ?? ""
        let names = target.split(separator: "#", maxSplits: 1, omittingEmptySubsequences: false)
            .map { $0.trimmingSpaces }
        let page = names.first.flatMap { $0.isEmpty ? nil : file(named: $0) } ?? ""
        let anchor = names.count > 1 ? Slug(slugifying: names[1]).map { "#" + $0.rawValue } : nil
        let words = parts.count > 1 ? parts[1] : target
        let advice = "write ‘[\(words)](\(page)\(anchor ?? ""))’"
        return page.isEmpty ? advice : advice + ", with the path of the page’s file from this one"
    }

    private static func advice(forEmbedded name: String) -> String {
        let target = name.prefix { $0 != "|" && $0 != "#" }.trimmingSpaces
        switch Media(at: target) {
        case .image where target.contains("."), .film, .sound:
            let path = target.contains(" ") ? "<\(target)>" : target
            return "write ‘![what it shows](\(path))’"
        case .image, .table, .unshown, .document:
            return "no page shows another: write its text, or ‘[\(target)](\(file(named: target)))’"
        }
    }

    private static func file(named page: String) -> String {
        let name = page.hasSuffix(".md") ? String(page.dropLast(3)) : page
        return "\(Slug(slugifying: name)?.rawValue ?? "page").md"
    }
}

extension Slice<UnsafeBufferPointer<UInt8>> {
    /// `a, b`: a row of a matrix.
    fileprivate var isRowOfLetters: Bool {
        let parts = split(separator: UInt8(ascii: ","))
        return parts.count > 1 && parts.allSatisfy { $0.count { $0 > 0x20 } < 3 }
    }
}

extension StringProtocol {
    fileprivate var trimmingSpaces: String {
        String(String(drop { $0 == " " }.reversed()).drop { $0 == " " }.reversed())
    }
}
