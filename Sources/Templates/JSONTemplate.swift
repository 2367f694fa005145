/// Mustache over untyped values: for the language's conformance suite, and for tests.

package import Diagnostics
import Markup

/// The same syntax as ``Template``, read by the same parser, with the looser meaning that the Mustache
/// specification gives it: names that are not there print nothing.
package struct JSONTemplate: Sendable {
    private let template: ParsedTemplate
    private let partials: [String: ParsedTemplate]

    /// Parses a template and the partials it may include, which are named without an extension.
    package init(_ source: [UInt8], partials: [String: [UInt8]] = [:]) {
        template = TemplateParser.parse(TemplateSource(path: "template", bytes: source))
        self.partials = partials.reduce(into: [:]) { parsed, partial in
            parsed[partial.key] = TemplateParser.parse(
                TemplateSource(path: partial.key, bytes: partial.value))
        }
    }

    /// The text that the template makes of a value.
    package func render(_ value: JSONValue) -> String {
        var renderer = JSONRenderer(partials: partials, stack: [value])
        renderer.render(template.nodes)
        return String(decoding: renderer.output, as: UTF8.self)
    }
}

private struct JSONRenderer {
    /// Partials within partials: data of the suite is a few deep, an endless recursion is refused.
    static let maximumDepth = 64
    /// In all: one that includes itself twice would double its work with every turn.
    static let maximumInclusions = 10_000

    let partials: [String: ParsedTemplate]
    var stack: [JSONValue]
    var output: [UInt8] = []
    private var overrides: [String: [TemplateNode]] = [:]
    private var indentation: [UInt8] = []
    private var depth = 0
    private var inclusions = 0

    init(partials: [String: ParsedTemplate], stack: [JSONValue]) {
        self.partials = partials
        self.stack = stack
    }

    mutating func render(_ nodes: [TemplateNode]) { for node in nodes { render(node) } }

    private mutating func render(_ node: TemplateNode) {
        switch node.kind {
        case .text(let text): write(literal: text)
        case .variable(let path, let isRaw):
            indentIfNeeded()
            let text = lookUp(path).flatMap(Self.text) ?? ""
            if isRaw { output += text.utf8 } else { output.append(mustache: text) }
        case .section(let path, let isInverted, let nodes):
            render(section: lookUp(path), isInverted: isInverted, nodes)
        case .partial(let name, let indent):
            if let partial = partials[name] { include(partial.nodes, indentation: indent) }
        case .block(let name, let nodes): render(overrides[name] ?? nodes)
        case .parent(let name, let indent, let nodes):
            guard let parent = partials[name] else { return }
            let outer = overrides
            for case .block(let block, let body) in nodes.map(\.kind) where overrides[block] == nil
            {
                overrides[block] = body
            }
            include(parent.nodes, indentation: indent, keepsOverrides: true)
            overrides = outer
        }
    }

    private mutating func include(
        _ nodes: [TemplateNode], indentation added: [UInt8], keepsOverrides: Bool = false
    ) {
        guard depth < Self.maximumDepth, inclusions < Self.maximumInclusions else { return }
        depth += 1
        inclusions += 1
        let (outerIndentation, outerOverrides) = (indentation, overrides)
        if !keepsOverrides { overrides = [:] }
        indentation += added
        render(nodes)
        indentation = outerIndentation
        overrides = outerOverrides
        depth -= 1
    }

    private var isAtLineStart: Bool { output.isEmpty || output.last == 0x0A }

    private mutating func indentIfNeeded() {
        if isAtLineStart, !indentation.isEmpty { output += indentation }
    }

    private mutating func write(literal text: [UInt8]) {
        guard !indentation.isEmpty else {
            output += text
            return
        }
        var line = text[...]
        while !line.isEmpty {
            let end = line.firstIndex(of: 0x0A).map { $0 + 1 } ?? line.endIndex
            indentIfNeeded()
            output += line[..<end]
            line = line[end...]
        }
    }

    private mutating func render(
        section value: JSONValue?, isInverted: Bool, _ nodes: [TemplateNode]
    ) {
        let isTruthy = value.map(Self.isTruthy) ?? false
        if isInverted {
            if !isTruthy { render(nodes) }
            return
        }
        guard isTruthy, let value else { return }
        for item in value.array ?? [value] {
            stack.append(item)
            render(nodes)
            stack.removeLast()
        }
    }

    private static func isTruthy(_ value: JSONValue) -> Bool {
        switch value.content {
        case .null: false
        case .flag(let flag): flag
        case .array(let values): !values.isEmpty
        // An empty string is false for Mustache in JavaScript and for the specification's lambdas
        // alike; numbers and objects are true.
        case .string(let text): !text.isEmpty
        case .number, .object: true
        }
    }

    private func lookUp(_ path: [String]) -> JSONValue? {
        if path == ["."] { return stack.last }
        // The first name is looked for outwards; the rest only within what it named.
        guard var value = stack.reversed().lazy.compactMap({ $0[path[0]] }).first else {
            return nil
        }
        for name in path.dropFirst() {
            guard let next = value[name] else { return nil }
            value = next
        }
        return value
    }

    private static func text(_ value: JSONValue) -> String? {
        switch value.content {
        case .string(let text): text
        case .number(let digits): shortest(digits)
        case .flag(let flag): flag ? "true" : "false"
        case .null, .array, .object: nil
        }
    }

    /// `1.210` prints as `1.21`.
    private static func shortest(_ digits: String) -> String {
        guard digits.contains("."), !digits.contains("e"), !digits.contains("E") else {
            return digits
        }
        var text = digits[...]
        while text.hasSuffix("0") { text = text.dropLast() }
        return String(text.hasSuffix(".") ? text.dropLast() : text)
    }
}

extension [UInt8] {
    /// The specification's escape: the four signs, and no other change.
    fileprivate mutating func append(mustache text: String) {
        for byte in text.utf8 {
            switch byte {
            case UInt8(ascii: "&"): self += "&amp;".utf8
            case UInt8(ascii: "<"): self += "&lt;".utf8
            case UInt8(ascii: ">"): self += "&gt;".utf8
            case UInt8(ascii: "\""): self += "&quot;".utf8
            default: append(byte)
            }
        }
    }
}
