/// A table of TOML while it is read: its parts may stand far apart in the file.

import Content
import Diagnostics

struct TOMLTable {
    struct Key {
        let name: String
        let bytes: ByteRange
    }

    private enum Entry {
        case value(YAMLNode)
        indirect case table(TOMLTable)
        indirect case tables([TOMLTable])
    }

    private var entries: [(key: Key, entry: Entry)] = []

    /// Gives a value to a key, however deep.
    ///
    /// `false` when it has one already.
    mutating func set(_ value: YAMLNode, at keys: [Key]) -> Bool {
        guard let last = keys.last else { return false }
        return change(keys.dropLast()) { table in
            guard !table.entries.contains(where: { $0.key.name == last.name }) else { return false }
            table.entries.append((last, .value(value)))
            return true
        }
    }

    /// Begins the table of a `[heading]`.
    mutating func open(_ keys: [Key]) -> Bool { change(keys[...]) { _ in true } }

    /// Begins another table of an `[[array of them]]`.
    mutating func append(tableAt keys: [Key]) -> Bool {
        guard let last = keys.last else { return false }
        return change(keys.dropLast()) { table in
            guard let index = table.entries.firstIndex(where: { $0.key.name == last.name }) else {
                table.entries.append((last, .tables([TOMLTable()])))
                return true
            }
            guard case .tables(let tables) = table.entries[index].entry else { return false }
            table.entries[index].entry = .tables(tables + [TOMLTable()])
            return true
        }
    }

    /// Changes the table below some keys; of an array of tables, the last one.
    private mutating func change(
        _ keys: ArraySlice<Key>, _ body: (inout TOMLTable) -> Bool
    ) -> Bool {
        guard let first = keys.first else { return body(&self) }
        if !entries.contains(where: { $0.key.name == first.name }) {
            entries.append((first, .table(TOMLTable())))
        }
        guard let index = entries.firstIndex(where: { $0.key.name == first.name }) else {
            return false
        }
        switch entries[index].entry {
        case .value: return false
        case .table(var table):
            let isDone = table.change(keys.dropFirst(), body)
            entries[index].entry = .table(table)
            return isDone
        case .tables(var tables):
            guard var last = tables.popLast() else { return false }
            let isDone = last.change(keys.dropFirst(), body)
            entries[index].entry = .tables(tables + [last])
            return isDone
        }
    }

    func node(_ bytes: ByteRange) -> YAMLNode {
        let pairs = entries.map { key, entry in
            let value: YAMLNode =
                switch entry {
                case .value(let node): node
                case .table(let table): table.node(key.bytes)
                case .tables(let tables):
                    YAMLNode(
                        value: .sequence(tables.map { $0.node(key.bytes) }), bytes: key.bytes)
                }
            return YAMLNode.Pair(key: key.name, keyBytes: key.bytes, value: value)
        }
        return YAMLNode(value: .mapping(pairs), bytes: bytes)
    }
}
