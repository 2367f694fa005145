/// Widths of pictures, which our dialect has too: `![alt](x.png){width=50%}`.

import Diagnostics
import Markup

extension BodyTranslator {
    /// `50%`, `300` and `300px` as our attribute; `nil` for what it cannot say.
    static func width(_ attributes: [String: String]) -> String? {
        guard let value = attributes["width"] else { return nil }
        let digits = value.prefix { $0.isASCII && $0.isNumber }
        guard let number = Int(digits) else { return nil }
        switch value.dropFirst(digits.count) {
        case "%": return (1...100).contains(number) ? "width=\(number)%" : nil
        case "", "px": return (1...9999).contains(number) ? "width=\(number)" : nil
        default: return nil
        }
    }

    /// Writes the width of `{: width="50%"}` of kramdown, right behind a picture, and returns whether
    /// nothing else stood there.
    mutating func takeWidth(from tag: Range<Int>) -> Bool {
        guard lastImageEnd == output.count, bytes[tag.lowerBound - 1] == UInt8(ascii: ")") else {
            return false
        }
        let attributes = TagAttributes(String(text(tag).dropFirst(2).dropLast()))
        guard let width = Self.width(attributes.values) else { return false }
        write("{\(width)}")
        let others = Set(attributes.values.keys).subtracting(Self.measures)
        return others.isEmpty && attributes.plain.isEmpty
    }

    /// The height of a picture follows from its width.
    static let measures: Set<String> = ["width", "height"]
}
