/// `sort_by` of the page of a folder: the order of the plain pages in its list.

import Diagnostics
import Markup

/// By which field pages stand.
package struct PageOrder: Hashable, Sendable {
    package enum Field: Hashable, Sendable {
        case title, date
        /// One of the site's own, below `extra`.
        case own(String)
    }

    package var field: Field
    /// The last first.
    package var isDescending: Bool
}

extension FieldReader {
    /// The name of a field, with `-` before it for the other direction.
    ///
    /// - Parameters:
    ///   - pair: The key and its value.
    ///   - fields: The site's own, where it declares them.
    /// - Returns: The order; `nil` where the name is none.
    mutating func order(_ pair: YAMLNode.Pair, fields: [String: OwnFieldType]?) -> PageOrder? {
        guard let text = text(pair) else { return nil }
        let isDescending = text.hasPrefix("-")
        let name = isDescending ? String(text.dropFirst()) : text
        switch name {
        case "title": return PageOrder(field: .title, isDescending: isDescending)
        case "date": return PageOrder(field: .date, isDescending: isDescending)
        default: break
        }
        guard let fields else { return PageOrder(field: .own(name), isDescending: isDescending) }
        // A list and an address have no order that readers would see.
        let known = fields.filter { $0.value != .list && $0.value != .url }.keys
        if known.contains(name) {
            return PageOrder(field: .own(name), isDescending: isDescending)
        }
        let hint = Spelling.closest(
            to: name, in: ["title", "date"] + known.sorted { $0.precedes($1) })
        report(
            "front-matter.unknown-order",
            "‘sort_by’ is ‘title’, ‘date’, or one of the site's own fields that is no list and no address, not "
                + "‘\(name)’.\(Spelling.hint(hint))", at: pair.value.bytes, repair: hint)
        return nil
    }
}
