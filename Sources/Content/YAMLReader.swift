/// The one door to libyaml: bytes of a YAML document in, nodes with exact places out.

import Bytes
import CLibYAML
package import Diagnostics

/// Reads one document, within bounds that keep libyaml fast.
package struct YAMLReader {
    /// Why reading stopped.
    package struct Failure: Error {
        let id: Diagnostic.ID
        let message: String
        /// In the file.
        let offset: Int

        package init(id: Diagnostic.ID, message: String, offset: Int) {
            self.id = id
            self.message = message
            self.offset = offset
        }
    }

    /// Nested flow collections cost libyaml quadratic time: 7 KB of `[` took 0.6 s.
    package static let maximumDepth = 16
    package static let maximumSize = 64 << 10

    private let bytes: ArraySlice<UInt8>
    /// Where a character is not a byte: libyaml counts characters.
    private let wide: WideCharacters
    private var parser = yaml_parser_t()

    /// The document between the bounds of `bytes`; `nil` for an empty one.
    package static func read(_ bytes: ArraySlice<UInt8>) throws(Failure) -> YAMLNode? {
        guard bytes.count <= maximumSize else {
            throw Failure(
                id: "yaml.too-large",
                message: "This is \(bytes.count) bytes of YAML; at most \(maximumSize) are read.",
                offset: bytes.startIndex)
        }
        try refuseMergeConflict(bytes)
        try refuseDeepFlow(bytes)
        var reader = YAMLReader(bytes)
        return try reader.readDocument()
    }

    private init(_ bytes: ArraySlice<UInt8>) {
        self.bytes = bytes
        wide = bytes.withUnsafeBufferPointer { WideCharacters($0) }
    }

    /// In brackets and in quotes, libyaml takes what git has left for text.
    private static func refuseMergeConflict(_ bytes: ArraySlice<UInt8>) throws(Failure) {
        let mark = bytes.withUnsafeBufferPointer { MergeConflict.mark(in: $0, $0.indices) }
        guard let mark else { return }
        throw Failure(
            id: "text.merge-conflict", message: MergeConflict.message,
            offset: bytes.startIndex + mark.line.lowerBound)
    }

    /// Counts brackets before libyaml sees them.
    ///
    /// Those inside quotes count too: seventeen of them open at once in a title would be a strange
    /// title.
    private static func refuseDeepFlow(_ bytes: ArraySlice<UInt8>) throws(Failure) {
        let tooDeep: Int? = bytes.withUnsafeBufferPointer { text in
            guard !hasFewBrackets(text) else { return nil }
            var depth = 0
            for index in text.indices {
                switch text[index] {
                case UInt8(ascii: "["), UInt8(ascii: "{"):
                    depth += 1
                    if depth > maximumDepth { return bytes.startIndex + index }
                case UInt8(ascii: "]"), UInt8(ascii: "}"): depth = max(0, depth - 1)
                case 0x0A: if index + 1 == text.count || text[index + 1] > 0x20 { depth = 0 }
                default: break
                }
            }
            return nil
        }
        guard let tooDeep else { return }
        throw Failure(
            id: "yaml.too-deep", message: "Brackets are nested more than \(maximumDepth) deep.",
            offset: tooDeep)
    }

    /// Whether there are not enough of them to be nested too deep.
    private static func hasFewBrackets(_ text: UnsafeBufferPointer<UInt8>) -> Bool {
        var index = 0
        for _ in 0...maximumDepth {
            // `[` and `{` differ in one bit.
            index = text.firstIndex(from: index) { ($0 | 0x20 == 0x7B).bit }
            guard index < text.count else { return true }
            index += 1
        }
        return false
    }

    private func offset(_ mark: yaml_mark_t) -> Int {
        min(bytes.startIndex + wide.offset(ofCharacter: mark.index), bytes.endIndex)
    }

    private func range(_ event: yaml_event_t) -> ByteRange {
        ByteRange(offset(event.start_mark), offset(event.end_mark))
    }

    private mutating func readDocument() throws(Failure) -> YAMLNode? {
        yaml_parser_initialize(&parser)
        defer { yaml_parser_delete(&parser) }
        // The input does not move while libyaml reads it.
        let result: Result<YAMLNode?, Failure> = bytes.withUnsafeBufferPointer { buffer in
            yaml_parser_set_input_string(&parser, buffer.baseAddress, buffer.count)
            do throws(Failure) {
                return .success(try readStream())
            } catch {
                return .failure(error)
            }
        }
        return try result.get()
    }

    private mutating func readStream() throws(Failure) -> YAMLNode? {
        var root: YAMLNode?
        while true {
            var event = try next()
            defer { yaml_event_delete(&event) }
            switch event.type {
            case YAML_STREAM_END_EVENT: return root
            case YAML_STREAM_START_EVENT, YAML_DOCUMENT_END_EVENT: break
            case YAML_DOCUMENT_START_EVENT:
                guard root == nil else {
                    throw Failure(
                        id: "yaml.several-documents",
                        message: "A second YAML document begins here; there can be only one.",
                        offset: offset(event.start_mark))
                }
            default: root = try node(from: event, depth: 0)
            }
        }
    }

    private mutating func next() throws(Failure) -> yaml_event_t {
        var event = yaml_event_t()
        guard yaml_parser_parse(&parser, &event) == 1 else { throw syntaxError() }
        return event
    }

    private mutating func node(from event: yaml_event_t, depth: Int) throws(Failure) -> YAMLNode {
        guard depth <= Self.maximumDepth else {
            throw Failure(
                id: "yaml.too-deep",
                message: "Values are nested more than \(Self.maximumDepth) deep.",
                offset: offset(event.start_mark))
        }
        switch event.type {
        case YAML_SCALAR_EVENT:
            let scalar = event.data.scalar
            try refuse(anchor: scalar.anchor, tag: scalar.tag, at: event)
            let text = UnsafeBufferPointer(start: scalar.value, count: scalar.length)
            return YAMLNode(
                value: .scalar(
                    String(decoding: text, as: UTF8.self),
                    isPlain: scalar.style == YAML_PLAIN_SCALAR_STYLE), bytes: range(event))
        case YAML_SEQUENCE_START_EVENT:
            let sequence = event.data.sequence_start
            try refuse(anchor: sequence.anchor, tag: sequence.tag, at: event)
            return try self.sequence(from: offset(event.start_mark), depth: depth)
        case YAML_MAPPING_START_EVENT:
            let mapping = event.data.mapping_start
            try refuse(anchor: mapping.anchor, tag: mapping.tag, at: event)
            return try self.mapping(from: offset(event.start_mark), depth: depth)
        default:
            throw Failure(
                id: "yaml.alias",
                message: "Aliases (‘*name’) are not read here: write the value out.",
                offset: offset(event.start_mark))
        }
    }

    private mutating func sequence(from start: Int, depth: Int) throws(Failure) -> YAMLNode {
        var items: [YAMLNode] = []
        while true {
            var event = try next()
            defer { yaml_event_delete(&event) }
            if event.type == YAML_SEQUENCE_END_EVENT {
                let end = items.last.map { Int($0.bytes.upper) } ?? offset(event.end_mark)
                return YAMLNode(value: .sequence(items), bytes: ByteRange(start, end))
            }
            items.append(try node(from: event, depth: depth + 1))
        }
    }

    private mutating func mapping(from start: Int, depth: Int) throws(Failure) -> YAMLNode {
        var pairs: [YAMLNode.Pair] = []
        while true {
            var event = try next()
            defer { yaml_event_delete(&event) }
            if event.type == YAML_MAPPING_END_EVENT {
                let end = pairs.last.map { Int($0.value.bytes.upper) } ?? offset(event.end_mark)
                return YAMLNode(value: .mapping(pairs), bytes: ByteRange(start, end))
            }
            let key = try node(from: event, depth: depth + 1)
            guard case .scalar(let name, _) = key.value else {
                throw Failure(
                    id: "yaml.key-not-text", message: "A key must be a word.",
                    offset: Int(key.bytes.lower))
            }
            if pairs.contains(where: { $0.key == name }) {
                throw Failure(
                    id: "yaml.duplicate-key", message: "The key ‘\(name)’ is given twice.",
                    offset: Int(key.bytes.lower))
            }
            var valueEvent = try next()
            defer { yaml_event_delete(&valueEvent) }
            let value = try node(from: valueEvent, depth: depth + 1)
            pairs.append(YAMLNode.Pair(key: name, keyBytes: key.bytes, value: value))
        }
    }

    private func refuse(
        anchor: UnsafeMutablePointer<yaml_char_t>?, tag: UnsafeMutablePointer<yaml_char_t>?,
        at event: yaml_event_t
    ) throws(Failure) {
        if anchor != nil {
            throw Failure(
                id: "yaml.anchor",
                message: "Anchors (‘&name’) are not read here: write the value out.",
                offset: offset(event.start_mark))
        }
        if tag != nil {
            throw Failure(
                id: "yaml.tag", message: "Tags (‘!name’) are not read here.",
                offset: offset(event.start_mark))
        }
    }

    /// libyaml's complaint, in words that help the author of a page.
    private func syntaxError() -> Failure {
        YAMLMistake(
            bytes: bytes,
            problem: parser.problem.map { String(cString: $0) } ?? "it cannot be read",
            place: offset(parser.problem_mark),
            context: parser.context == nil ? nil : offset(parser.context_mark)
        ).failure
    }
}
