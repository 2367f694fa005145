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
    mutating func order(
        _ pair: YAMLNode.Pair, fields: [String: OwnFieldType]?
    ) -> Located<PageOrder>? {
        guard let text = text(pair) else { return nil }
        let isDescending = text.hasPrefix("-")
        let name = isDescending ? String(text.dropFirst()) : text
        let field: PageOrder.Field =
            switch name {
            case "title": .title
            case "date": .date
            default: .own(name)
            }
        // Where none are declared, the pages of the folder decide: `PageOrder.diagnostics`.
        if let fields, field == .own(name) {
            // A list and an address have no order that readers would see.
            let known = fields.filter { $0.value != .list && $0.value != .url }.keys
            guard known.contains(name) else {
                let (message, hint) = PageOrder.mistake(name, known: Set(known))
                report("front-matter.unknown-order", message, at: pair.value.bytes, repair: hint)
                return nil
            }
        }
        return Located(
            PageOrder(field: field, isDescending: isDescending), at: pair.value.bytes)
    }
}

extension PageOrder {
    /// Orders by what no page of the folder has, of a site that declares no fields.
    ///
    /// Drafts count, since they will be published; and nobody knows what a page has that cannot be read.
    static func diagnostics(for sources: [ParsedSource]) -> [Diagnostic] {
        let ordered = sources.filter { $0.page?.metadata.sortBy != nil }
        guard !ordered.isEmpty else { return [] }
        let pagesByFolder = Dictionary(
            grouping: sources.lazy.filter { $0.file.role == .page }, by: \.file.section)
        return ordered.compactMap { source in
            guard let order = source.page?.metadata.sortBy,
                case .own(let name) = order.value.field,
                let pages = pagesByFolder[source.file.section + [source.file.slug]],
                pages.allSatisfy({ $0.brokenPage == nil && $0.page != nil })
            else { return nil }
            let known = Set(pages.flatMap { $0.page?.metadata.extra.map(\.key) ?? [] })
            guard !known.contains(name) else { return nil }
            let (message, hint) = mistake(name, known: known)
            return Diagnostic(
                "front-matter.unknown-order", message + " No page of this folder has it.",
                at: SourceSpan(source.file.path, order.bytes), repair: hint)
        }
    }

    fileprivate static func mistake(
        _ name: String, known: Set<String>
    ) -> (message: String, hint: String?) {
        let hint = Spelling.closest(
            to: name, in: ["title", "date"] + known.sorted { $0.precedes($1) })
        return (
            "‘sort_by’ is ‘title’, ‘date’, or one of the site's own fields that is no list and no address, not "
                + "‘\(name)’.\(Spelling.hint(hint))", hint
        )
    }
}
