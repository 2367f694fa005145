import Bytes

/// `{#id .class}` after a heading, an image or a caption.
struct AttributeBlock: Equatable {
    var id: String?
    var classes: [String] = []
    /// What stands behind `width=`, behind an image alone.
    var width: String?
    /// A part that is neither an id nor a class, or a second id.
    var mistake: String?

    /// Whether a heading has no number where others have one (Pandoc).
    var isUnnumbered: Bool { classes.contains("unnumbered") }

    /// Former ids, given as `.was-old`.
    var formerIDs: [String] {
        classes.filter { $0.hasPrefix("was-") }.map { String($0.dropFirst("was-".count)) }
    }

    /// The block at the very end of a text, and the text before it without trailing space.
    static func trailing(_ text: String) -> (block: AttributeBlock, rest: String)? {
        let trimmed = text.trimmingEnd
        guard trimmed.utf8.last == UInt8(ascii: "}"),
            let open = trimmed.utf8.lastIndex(of: UInt8(ascii: "{"))
        else { return nil }
        let inner = trimmed[trimmed.utf8.index(after: open)...].dropLast()
        guard let block = AttributeBlock(inner) else { return nil }
        return (block, String(String(trimmed[..<open]).trimmingEnd))
    }

    /// The same for the literal of a node.
    static func trailing(
        _ text: UnsafeBufferPointer<UInt8>
    ) -> (block: AttributeBlock, rest: String)? {
        // Nearly no text ends in one: the rest is not worth a string.
        guard text.firstIndex(of: UInt8(ascii: "}"), in: text.indices) != nil else { return nil }
        return trailing(String(decoding: text, as: UTF8.self))
    }

    /// The block at the very start of a text (after spaces), and the text behind it.
    static func leading(
        _ text: String, behindImage: Bool = false
    ) -> (block: AttributeBlock, rest: String)? {
        let start = text.drop { $0 == " " }
        guard start.first == "{", let close = start.firstIndex(of: "}") else { return nil }
        let inner = start[start.index(after: start.startIndex)..<close]
        guard
            let block = AttributeBlock(
                inner, behindImage: behindImage, isAdjacent: start == text[...])
        else { return nil }
        return (block, String(start[start.index(after: close)...]))
    }

    /// Whether what stands between braces can hardly be anything else: `#name`, `.class .other`.
    static func isPlain(_ inner: Slice<UnsafeBufferPointer<UInt8>>) -> Bool {
        let parts = inner.split(separator: UInt8(ascii: " "))
        return !parts.isEmpty
            && parts.allSatisfy { part in
                guard let sign = part.first, sign == UInt8(ascii: "#") || sign == UInt8(ascii: "."),
                    let first = part.dropFirst().first
                else { return false }
                return first.isASCIILetter || first >= 0x80
            }
    }

    /// `lang=fr`, as Pandoc has it behind the brackets of a span; `x=0` behind others is of a formula.
    static func isPair(_ inner: Slice<UnsafeBufferPointer<UInt8>>) -> Bool {
        let name = inner.prefix { $0.isASCIILetter || $0 == UInt8(ascii: "-") }
        guard name.endIndex + 1 < inner.endIndex, inner[name.endIndex] == UInt8(ascii: "=") else {
            return false
        }
        let word = String(decoding: name, as: UTF8.self)
        return ["lang", "dir", "style", "class", "title", "role", "width", "custom-style"]
            .contains(word) || word.hasPrefix("data-")
    }

    /// Whether no name has it.
    private static func isSign(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar {
        case "#", "{", "}", "<", ">", "\"", "'", "&": true
        default: false
        }
    }

    /// Reads what stands between the braces.
    ///
    /// `nil` for braces that are only text: an attribute block begins with `#` or `.`. Behind an image,
    /// `{width=50%}` is one too.
    private init?(_ inner: Substring, behindImage: Bool = false, isAdjacent: Bool = false) {
        // Pandoc has `{ #id }` too.
        let inner = inner.drop { $0 == " " }
        if inner == "-" {
            // Short for it.
            classes = ["unnumbered"]
            return
        }
        guard
            inner.first == "#" || inner.first == "." || inner.hasPrefix("- #")
                || inner.hasPrefix("- .")
                || behindImage
                    && (isAdjacent ? inner.contains("=") : inner.hasPrefix("width="))
        else { return nil }
        // By scalars: a combining mark must not hide the sign before it.
        for part in inner.unicodeScalars.split(whereSeparator: { $0 == " " || $0 == "\u{A0}" }) {
            let name = part.dropFirst()
            let isName = !name.isEmpty && !name.contains(where: Self.isSign)
            switch part.first {
            case "#" where isName && id == nil: id = String(name)
            case "." where isName: classes.append(String(name))
            case "-" where name.isEmpty: classes.append("unnumbered")
            default:
                if behindImage, width == nil, let value = String(part).removingPrefix("width=") {
                    width = value
                } else if let value = width,
                    !part.contains(where: { "=#.".unicodeScalars.contains($0) })
                {
                    // `width=50 %` is one mistake.
                    width = value + " " + String(part)
                } else {
                    mistake = mistake ?? String(part)
                }
            }
        }
    }
}

extension String {
    fileprivate func removingPrefix(_ prefix: String) -> String? {
        hasPrefix(prefix) ? String(dropFirst(prefix.count)) : nil
    }

    var trimmingEnd: Substring {
        var end = endIndex
        while end > startIndex, self[index(before: end)].isWhitespace { end = index(before: end) }
        return self[..<end]
    }
}
