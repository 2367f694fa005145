/// Names that are no part of a site.

package enum FileName {
    /// What editors and merges put beside a file when they keep its old text, in lower case.
    private static let leftoverEndings = [".bak", ".orig", ".rej", ".swp", ".swo", ".swn"]
    /// What Windows writes into folders, in lower case.
    private static let systemNames: Set<String> = ["thumbs.db", "ehthumbs.db", "desktop.ini"]

    /// Whether this is what Hugo and Zola call the page of a folder: `_index.md`, `_index.de.md`.
    static func isIndexOfOthers(_ name: some BidirectionalCollection<UInt8>) -> Bool {
        name.starts(with: "_index.".utf8) && name.reversed().starts(with: ".md".utf8.reversed())
            && name.count(where: { $0 == UInt8(ascii: ".") }) <= 2
    }

    /// Whether a file or folder of this name is left out, with all below it: hidden ones, those that an
    /// author has set aside with `_`, and what programs left behind.
    ///
    /// A backup holds the text of a page, of a draft too, under a name that no page has: as a file to
    /// copy it would be published.
    static func isLeftOut(_ name: some BidirectionalCollection<UInt8>) -> Bool {
        guard let first = name.first, let last = name.last else { return false }
        switch first {
        case UInt8(ascii: "."), UInt8(ascii: "_"): return true
        // What Emacs saves by itself. A page may begin with a number sign.
        case UInt8(ascii: "#") where last == first: return true
        // A document that a word processor holds open: `~$report.docx`.
        case UInt8(ascii: "~") where name.dropFirst().first == UInt8(ascii: "$"): return true
        default: break
        }
        if last == UInt8(ascii: "~") { return true }
        let folded = String(decoding: name, as: UTF8.self).lowercased()
        return systemNames.contains(folded) || leftoverEndings.contains { folded.hasSuffix($0) }
    }
}
