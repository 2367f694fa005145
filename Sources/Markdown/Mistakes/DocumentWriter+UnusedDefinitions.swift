import Bytes
import Diagnostics

/// Link reference definitions that no link uses: nothing of such a line is on the page (CommonMark, "Link reference
/// definitions").
///
/// The library keeps none in its tree. So they are looked for in the source: lines that read as one, and that no block
/// shows.
extension DocumentWriter {
    mutating func reportUnusedDefinitions(in root: Node) {
        var definitions = linesOfDefinitions()
        guard !definitions.isEmpty else { return }
        removeShown(from: &definitions, in: root)
        let used = labels(besides: definitions)
        for definition in definitions
        where !definition.isComment && !used.contains(definition.label) {
            let name = map.text(in: definition.name)
            report(
                "link.unused-definition", .warning,
                "Readers do not see this line: it says where ‘[\(name)]’ leads, and no link of the page is called so. "
                    + "As text, write ‘\\[\(name)]:’; for a footnote, ‘[^name]:’.",
                at: definition.place)
        }
    }

    private func linesOfDefinitions() -> [LinkDefinition] {
        var definitions: [LinkDefinition] = []
        var index = map.body.lowerBound
        while let sign = map.find("]:", in: index..<map.body.upperBound) {
            let line = map.line(around: sign.lowerBound)
            if let definition = LinkDefinition(line, in: map) { definitions.append(definition) }
            index = max(sign.upperBound, map.start(ofLine: line + 1))
        }
        return definitions
    }

    /// Takes out what a block of the page shows.
    ///
    /// A paragraph begins at the definitions that stand right above its text.
    private func removeShown(from definitions: inout [LinkDefinition], in root: Node) {
        var shown: Set<Int> = []
        root.forEachNode { node in
            switch node.kind {
            case .paragraph, .heading, .codeBlock, .htmlBlock, .table: break
            default: return
            }
            var index = definitions.partitioningIndex { $0.line >= node.startLine }
            var isAbove = node.kind == .paragraph && !node.beginsWithBracket
            var line = node.startLine
            while index < definitions.count,
                definitions[index].line <= max(node.endLine, node.startLine)
            {
                isAbove = isAbove && definitions[index].line == line
                if !isAbove { shown.insert(definitions[index].line) }
                line = definitions[index].lastLine + 1
                index += 1
            }
        }
        definitions.removeAll { shown.contains($0.line) }
    }

    /// Those of the definitions' labels that stand between brackets elsewhere.
    private func labels(besides definitions: [LinkDefinition]) -> Set<String> {
        let wanted = Set(definitions.map(\.label))
        let own = Set(definitions.map(\.name.lowerBound))
        var found: Set<String> = []
        var open: Int?
        var index = map.body.lowerBound
        while index < map.body.upperBound {
            switch map.bytes[index] {
            case UInt8(ascii: "["): open = index + 1
            case UInt8(ascii: "]"):
                if let start = open, index - start <= LinkDefinition.longestLabel,
                    !own.contains(start)
                {
                    let label = LinkDefinition.normalized(map.text(in: start..<index))
                    if wanted.contains(label) { found.insert(label) }
                }
                open = nil
            default: break
            }
            index += 1
        }
        return found
    }
}

/// A line `[label]: address`, perhaps with a title, or with the address on the next line.
private struct LinkDefinition {
    static let longestLabel = 999

    let line: Int
    let lastLine: Int
    /// Without its indentation and the marks of blocks around it.
    let place: Range<Int>
    let name: Range<Int>
    let label: String
    /// Whether it was written to be seen by nobody: `[//]: # (words)`.
    let isComment: Bool

    init?(_ line: Int, in map: SourceMap) {
        let whole = map.range(ofLine: line)
        let start = Self.start(of: whole, in: map.bytes)
        guard start + 3 < whole.upperBound, map.bytes[start] == UInt8(ascii: "["),
            map.bytes[start + 1] != UInt8(ascii: "^"),
            let close = map.bytes[(start + 1)..<whole.upperBound].prefix(Self.longestLabel)
                .firstIndex(where: { "[]".utf8.contains($0) }),
            map.bytes[close] == UInt8(ascii: "]"), close + 1 < whole.upperBound,
            map.bytes[close + 1] == UInt8(ascii: ":"), map.bytes[close - 1] != UInt8(ascii: "\\")
        else { return nil }
        name = (start + 1)..<close
        label = Self.normalized(map.text(in: name))
        guard !label.isEmpty else { return nil }
        var rest = map.bytes[(close + 2)..<whole.upperBound].drop { $0 <= 0x20 }
        lastLine = rest.isEmpty ? line + 1 : line
        if rest.isEmpty {
            let next = map.range(ofLine: line + 1)
            rest = map.bytes[next].drop { $0 <= 0x20 || $0 == UInt8(ascii: ">") }
        }
        guard let address = Self.address(rest) else { return nil }
        self.line = line
        place = start..<whole.upperBound
        isComment =
            address.isEmpty || address == "#" || label == "//" || label == "comment"
            || label.hasPrefix("_metadata_")
    }

    /// Labels match whatever their case and their spaces are (CommonMark, "matches"); one may go over lines of a
    /// quotation.
    ///
    /// Upper case first, so that `ß` and `ss` meet.
    static func normalized(_ label: String) -> String {
        label.uppercased().lowercased().split(whereSeparator: \.isWhitespace)
            .filter { $0 != ">" }.joined(separator: " ")
    }

    /// Behind marks of quotations and items.
    private static func start(of line: Range<Int>, in bytes: UnsafeBufferPointer<UInt8>) -> Int {
        var index = line.lowerBound
        while index + 1 < line.upperBound {
            switch bytes[index] {
            case 0x20, 0x09, UInt8(ascii: ">"): index += 1
            case UInt8(ascii: "-"), UInt8(ascii: "*"), UInt8(ascii: "+"):
                guard bytes[index + 1] == 0x20 else { return index }
                index += 2
            case let byte where byte.isASCIIDigit:
                let number = bytes[index..<line.upperBound].prefix(10).prefix { $0.isASCIIDigit }
                guard number.endIndex + 1 < line.upperBound,
                    ".)".utf8.contains(bytes[number.endIndex]),
                    bytes[number.endIndex + 1] == 0x20
                else { return index }
                index = number.endIndex + 2
            default: return index
            }
        }
        return index
    }

    /// The address of a definition; `nil` where more than a title stands behind it, as in a sentence.
    private static func address(_ rest: Slice<UnsafeBufferPointer<UInt8>>) -> String? {
        guard let first = rest.first else { return nil }
        let address: Slice<UnsafeBufferPointer<UInt8>>
        let behind: Slice<UnsafeBufferPointer<UInt8>>
        if first == UInt8(ascii: "<") {
            guard let close = rest.firstIndex(of: UInt8(ascii: ">")) else { return nil }
            address = rest[(rest.startIndex + 1)..<close]
            behind = rest[(close + 1)...]
        } else {
            address = rest.prefix { $0 > 0x20 }
            behind = rest[address.endIndex...]
        }
        let title = behind.drop { $0 <= 0x20 }
        guard let opening = title.first else { return String(decoding: address, as: UTF8.self) }
        guard title.startIndex > behind.startIndex, title.count > 1,
            let last = title.last(where: { $0 > 0x20 }),
            [UInt8(ascii: "\""), UInt8(ascii: "'")].contains(opening) && last == opening
                || opening == UInt8(ascii: "(") && last == UInt8(ascii: ")")
        else { return nil }
        return String(decoding: address, as: UTF8.self)
    }
}

extension Node {
    fileprivate var beginsWithBracket: Bool {
        guard let first = firstChild else { return false }
        return first.kind == .text && first.literal.first == UInt8(ascii: "[")
    }
}
