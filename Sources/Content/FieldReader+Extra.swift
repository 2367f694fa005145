/// `extra`, values of the site's own naming, and `fields` of `site.yaml`, which gives them types.

import Diagnostics
import Markup

extension FieldReader {
    /// The types of a site's own fields.
    mutating func fields(_ pair: YAMLNode.Pair) -> [String: OwnFieldType]? {
        guard let pairs = pairs(pair.value, for: "fields", example: "{place: text, starts: date}")
        else { return nil }
        var fields: [String: OwnFieldType] = [:]
        for pair in pairs {
            // A dot or a brace could not be named in a template.
            guard pair.key.wholeMatch(of: /[A-Za-z][A-Za-z0-9_-]*/) != nil else {
                report(
                    "site.malformed-field",
                    "‘\(pair.key)’ cannot be the name of a field: use letters, digits and ‘_’.",
                    at: pair.keyBytes)
                continue
            }
            // What has no type that can be read is a field even so: one mistake makes no others.
            fields[pair.key] = choice(pair, OwnFieldType.self, called: "type of a field") ?? .text
        }
        return fields
    }

    /// Values below `extra`: of declared types, or texts as they come.
    mutating func extra(
        _ pair: YAMLNode.Pair, fields: [String: OwnFieldType]? = nil
    ) -> [ExtraValue] {
        guard let pairs = pairs(pair.value, for: "extra", example: "{place: Room 12}") else {
            return []
        }
        guard let fields else {
            var values: [ExtraValue] = []
            collect(pair.value, "", into: &values)
            return values
        }
        return pairs.compactMap { pair in
            guard let type = fields[pair.key] else {
                unknownKey(pair, known: fields.keys.sorted { $0.precedes($1) })
                return nil
            }
            return value(pair, type).map { ExtraValue(key: pair.key, value: $0) }
        }
    }

    private mutating func value(_ pair: YAMLNode.Pair, _ type: OwnFieldType) -> ExtraValue.Value? {
        switch type {
        case .text: words(pair).map { .text($0) }
        case .url: located(pair).map { .url($0) }
        case .date: moment(pair).map { .date($0.value) }
        case .number: number(pair, in: -1_000_000_000_000...1_000_000_000_000).map { .number($0) }
        case .flag: flag(pair).map { .flag($0) }
        case .list: .list(texts(pair).map(\.value))
        }
    }

    /// Flattened: `extra: {a: {b: c}}` gives `a.b`.
    private mutating func collect(
        _ node: YAMLNode, _ prefix: String, into values: inout [ExtraValue]
    ) {
        switch node.value {
        case .scalar(let text, _):
            guard !holdsControl(text, node, for: prefix) else { return }
            values.append(ExtraValue(key: prefix, value: .text(text)))
        case .sequence(let items):
            for (index, item) in items.enumerated() {
                collect(item, "\(prefix).\(index)", into: &values)
            }
        case .mapping(let pairs):
            for pair in pairs {
                collect(
                    pair.value, prefix.isEmpty ? pair.key : "\(prefix).\(pair.key)", into: &values)
            }
        }
    }
}
