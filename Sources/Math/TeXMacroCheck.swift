/// Looks at the macros of a site before any page is read, whether a page uses them or not.

import Bytes
import Diagnostics

/// A macro as a site has it.
package struct TeXMacroDefinition {
    /// With its backslash.
    package var command: String
    /// `nil` when it cannot be told: then it is known that there is such a macro, and nothing else.
    package var body: String?

    package init(command: String, body: String?) {
        self.command = command
        self.body = body
    }
}

/// What an author should mend in a macro.
package struct TeXMacroMistake: Hashable, Sendable {
    package enum Kind: Sendable { case name, body, recursion, size }

    package var kind: Kind
    /// Which of the definitions it is about.
    package var definition: Int
    /// Bytes of its body; `nil` for the whole definition.
    package var range: Range<Int>?
    package var message: String
}

extension TeXMacros {
    /// The macros that are sound, and what is wrong with the others.
    package static func checked(
        _ definitions: [TeXMacroDefinition]
    ) -> (macros: TeXMacros, mistakes: [TeXMacroMistake]) {
        var check = TeXMacroCheck(definitions)
        check.run()
        return (check.sound, check.mistakes.sorted { $0.definition < $1.definition })
    }
}

struct TeXMacroCheck {
    /// What a macro may become, in bytes that are written on the way: many times what anyone has needed.
    static let longest = 1 << 14
    /// Of one macro: an author mends a few and looks again.
    private static let maximumMistakes = 20

    private enum State { case unseen, open, sound, refused }

    /// A macro, and those that it calls and that have not been looked at.
    private struct Step {
        var number: Int
        var calls: ArraySlice<String>
        var isSound = true
    }

    private let definitions: [TeXMacroDefinition]
    private var macros: [TeXMacros.Macro?] = []
    private var samples: [[ExpandedByte]] = []
    private var numbers: [String: Int] = [:]
    private var states: [State] = []
    /// The macros that are being looked at, each called by the one before.
    ///
    /// A list rather than calls within calls: a chain is as long as a site makes it.
    private var path: [Step] = []
    private(set) var mistakes: [TeXMacroMistake] = []
    private var all = TeXMacros()

    init(_ definitions: [TeXMacroDefinition]) { self.definitions = definitions }

    var sound: TeXMacros {
        TeXMacros(macros.indices.filter { states[$0] == .sound }.compactMap { macros[$0] })
    }

    mutating func run() {
        for number in definitions.indices {
            samples.append([])
            let macro = read(number)
            macros.append(macro)
            states.append(macro == nil ? .refused : .unseen)
            // Who calls one that is refused has nothing to mend.
            let name = String(definitions[number].command.drop { $0 == "\\" })
            if numbers[name] == nil || macro != nil { numbers[name] = number }
        }
        all = TeXMacros(macros.compactMap(\.self))
        for number in definitions.indices {
            open(number)
            visit()
        }
    }

    private mutating func report(
        _ kind: TeXMacroMistake.Kind, _ definition: Int, at range: Range<Int>? = nil,
        _ message: String
    ) {
        mistakes.append(
            TeXMacroMistake(kind: kind, definition: definition, range: range, message: message))
    }

    // MARK: - One by itself

    private mutating func read(_ number: Int) -> TeXMacros.Macro? {
        let definition = definitions[number]
        if let reason = TeXMacroName.refusal(of: definition.command) {
            report(.name, number, reason)
            return nil
        }
        let name = String(definition.command.dropFirst())
        guard let written = definition.body else { return nil }
        let body = TeXMacroBody(written)
        samples[number] = body.sample
        for mistake in body.mistakes.prefix(Self.maximumMistakes) {
            report(.body, number, at: mistake.range, mistake.message)
        }
        guard body.mistakes.isEmpty else { return nil }
        if let reason = TeXMacroName.refusal(ofTaking: name, with: body.argumentCount) {
            report(.name, number, reason)
            return nil
        }
        return TeXMacros.Macro(
            name: name, body: written, pieces: body.pieces, argumentCount: body.argumentCount)
    }

    // MARK: - Among the others

    private mutating func open(_ number: Int) {
        guard states[number] == .unseen, let macro = macros[number] else { return }
        states[number] = .open
        path.append(Step(number: number, calls: macro.calls[...]))
    }

    /// Looks at what is open, and before each macro at those that it calls.
    private mutating func visit() {
        while let last = path.indices.last {
            guard let name = path[last].calls.popFirst() else {
                close()
                continue
            }
            guard let other = numbers[name] else { continue }
            switch states[other] {
            case .unseen: open(other)
            case .sound: break
            case .open:
                reportRecursion(from: other)
                path[last].isSound = false
            case .refused: path[last].isSound = false
            }
        }
    }

    /// Judges the last macro, all of whose calls are judged.
    private mutating func close() {
        let step = path.removeLast()
        let number = step.number
        if states[number] == .open {
            let isSound = step.isSound && isReadable(number)
            states[number] = isSound ? .sound : .refused
        }
        if states[number] == .refused, let caller = path.indices.last {
            path[caller].isSound = false
        }
    }

    private mutating func reportRecursion(from number: Int) {
        guard let start = path.firstIndex(where: { $0.number == number }) else { return }
        let cycle = path[start...].map { macros[$0.number]?.name ?? "" }
        for step in path[start...] { states[step.number] = .refused }
        let way = cycle.dropFirst().map { "‘\\\($0)’" }.joined(separator: ", ")
        let next = cycle.count > 1 ? cycle[1] : cycle[0]
        report(
            .recursion, number, at: definitions[number].body?.range(ofCommand: next),
            "‘\\\(cycle[0])’ calls itself\(way.isEmpty ? "" : " by way of \(way)"), and so would have no end. "
                + "Write out what it stands for.")
    }

    /// Reads what a macro becomes, with a sign in place of each argument.
    private mutating func isReadable(_ number: Int) -> Bool {
        guard let macro = macros[number] else { return false }
        var expander = TeXExpander(all, limit: Self.longest)
        let expansion = expander.expanded(samples[number], depth: 1)
        if let excess = expander.excess {
            report(.size, number, at: excess.place, message(of: excess, macro.name))
            return false
        }
        var found = expander.mistakes
        if found.isEmpty {
            found = TeXMath.mistakes(inFragment: expansion, of: macro.body, all)
        }
        for mistake in found.prefix(Self.maximumMistakes) {
            report(.body, number, at: mistake.range, mistake.message)
        }
        return found.isEmpty
    }

    private func message(of excess: TeXExpander.Excess, _ name: String) -> String {
        switch excess.kind {
        case .depth: TeXExpander.Excess.depthMessage
        case .length:
            "Written out, ‘\\\(name)’ is far longer than any formula. "
                + "What repeats that often is no matter of a macro."
        }
    }
}

extension TeXMacros.Macro {
    /// The commands in the body.
    fileprivate var calls: [String] {
        var names: [String] = []
        for case .text(let bytes) in pieces {
            var index = 0
            while let sign = bytes[index...].firstIndex(of: UInt8(ascii: "\\")) {
                index = sign + 1
                while index < bytes.count, bytes[index].isASCIILetter { index += 1 }
                let name = String(decoding: bytes[sign + 1..<index], as: UTF8.self)
                if name.isEmpty { index = min(index + 1, bytes.count) } else { names.append(name) }
            }
        }
        return names
    }
}

extension String {
    fileprivate func range(ofCommand name: String) -> Range<Int>? {
        let bytes = Array(utf8)
        let wanted = Array("\\\(name)".utf8)
        return bytes.indices.lazy.map { $0..<($0 + wanted.count) }.first {
            $0.upperBound <= bytes.count && bytes[$0].elementsEqual(wanted)
                && ($0.upperBound == bytes.count || !bytes[$0.upperBound].isASCIILetter)
        }
    }
}
