/// Runs a program over a record. Nothing here can fail.

import Bytes
import Markup

struct Renderer {
    private let instructions: UnsafeBufferPointer<Instruction>
    private let routes: UnsafeBufferPointer<FieldRoute>
    private let steps: UnsafeBufferPointer<Unmanaged<FieldAccess>>
    private let keys: UnsafeBufferPointer<String>
    private let literals: UnsafeBufferPointer<UInt8>
    private let routines: [Range<Int>]
    private let language: String
    private var frames: [RecordAddress]
    private var texts: [String] = []
    private var loops: [(index: Int, count: Int)] = []

    private init(
        _ instructions: UnsafeBufferPointer<Instruction>, _ routes: UnsafeBufferPointer<FieldRoute>,
        _ steps: UnsafeBufferPointer<Unmanaged<FieldAccess>>, _ keys: UnsafeBufferPointer<String>,
        _ literals: UnsafeBufferPointer<UInt8>, routines: [Range<Int>], root: RecordAddress,
        language: String
    ) {
        self.instructions = instructions
        self.routes = routes
        self.steps = steps
        self.keys = keys
        self.literals = literals
        self.routines = routines
        self.language = language
        frames = [root]
        frames.reserveCapacity(8)
    }

    static func run(
        _ program: Program, root: RecordAddress, language: String, into output: inout OutputBuffer
    ) {
        program.instructions.withUnsafeBufferPointer { instructions in
            program.routes.withUnsafeBufferPointer { routes in
                program.steps.withUnsafeBufferPointer { steps in
                    program.keys.withUnsafeBufferPointer { keys in
                        program.literals.withUnsafeBufferPointer { literals in
                            var renderer = Renderer(
                                instructions, routes, steps, keys, literals,
                                routines: program.routines, root: root, language: language)
                            renderer.run(0..<instructions.count, into: &output)
                        }
                    }
                }
            }
        }
    }

    private mutating func run(_ range: Range<Int>, into output: inout OutputBuffer) {
        var index = range.lowerBound
        while index < range.upperBound {
            let instruction = instructions[index]
            index += 1
            switch instruction {
            case .literal(let start, let count):
                output.append(
                    contentsOf: UnsafeBufferPointer(rebasing: literals[start..<start + count]))
            case .text(let path, let place):
                routes[path].reach(from: frames[routes[path].frame], steps) { field, record in
                    if let text = field.text(record) { output.append(text, at: place) }
                }
            case .url(let path, let place):
                routes[path].reach(from: frames[routes[path].frame], steps) { field, record in
                    if let url = field.text(record) { output.append(url: url, at: place) }
                }
            case .date(let path, let form, let place):
                routes[path].reach(from: frames[routes[path].frame], steps) { field, record in
                    guard let date = field.date(record) else { return }
                    output.append(date.text(form, language: language), at: place)
                }
            case .number(let path):
                routes[path].reach(from: frames[routes[path].frame], steps) { field, record in
                    if let number = field.number(record) {
                        output.append(unescaped: String(number))
                    }
                }
            case .raw(let path):
                routes[path].reach(from: frames[routes[path].frame], steps) { field, record in
                    field.write(record, to: &output)
                }
            case .free(let path, let place):
                routes[path].reach(from: frames[routes[path].frame], steps) { field, record in
                    if let text = field.value(record, key: keys[routes[path].key]) {
                        output.append(text, at: place)
                    }
                }
            case .count(let path):
                routes[path].reach(from: frames[routes[path].frame], steps) { field, record in
                    output.append(unescaped: String(field.count(record)))
                }
            case .currentText(let place):
                if let text = texts.last { output.append(text, at: place) }
            case .currentURL(let place):
                if let url = texts.last { output.append(url: url, at: place) }
            case .loopIndex:
                if let loop = loops.last { output.append(unescaped: String(loop.index + 1)) }
            case .ifPresent(let path, let inverted, let end):
                var isPresent = false
                routes[path].reach(from: frames[routes[path].frame], steps) { field, record in
                    isPresent = field.isPresent(record)
                }
                if isPresent == inverted { index = end }
            case .ifFree(let path, let inverted, let end):
                var value: String?
                routes[path].reach(from: frames[routes[path].frame], steps) { field, record in
                    value = field.value(record, key: keys[routes[path].key])
                }
                let isPresent = value.map { !$0.isEmpty && $0 != "false" } ?? false
                if isPresent == inverted { index = end }
            case .ifCount(let path, let test, let isList, let inverted, let end):
                var count = 0
                routes[path].reach(from: frames[routes[path].frame], steps) { field, record in
                    count = isList ? field.count(record) : field.number(record) ?? 0
                }
                let holds =
                    switch test {
                    case .zero: count == 0
                    case .one: count == 1
                    case .any: count > 0
                    }
                if holds == inverted { index = end }
            case .ifFirst(let inverted, let end):
                if (loops.last?.index == 0) == inverted { index = end }
            case .ifLast(let inverted, let end):
                let isLast = loops.last.map { $0.index == $0.count - 1 } ?? true
                if isLast == inverted { index = end }
            case .withText(let path, let end):
                var entered: String?
                routes[path].reach(from: frames[routes[path].frame], steps) { field, record in
                    entered = field.text(record)
                }
                if let entered, !entered.isEmpty {
                    texts.append(entered)
                    run(index..<end, into: &output)
                    texts.removeLast()
                }
                index = end
            case .withRecord(let path, let end):
                let body = index..<end
                routes[path].reach(from: frames[routes[path].frame], steps) { field, record in
                    field.enter(record) { run(body, with: $0, into: &output) }
                }
                index = end
            case .each(let path, let end):
                let body = index..<end
                routes[path].reach(from: frames[routes[path].frame], steps) { field, record in
                    field.each(record) { item, number, count in
                        loops.append((number, count))
                        run(body, with: item, into: &output)
                        loops.removeLast()
                    }
                }
                index = end
            case .eachText(let path, let end):
                var items: [String] = []
                routes[path].reach(from: frames[routes[path].frame], steps) { field, record in
                    items = field.texts(record)
                }
                for (number, item) in items.enumerated() {
                    loops.append((number, items.count))
                    texts.append(item)
                    run(index..<end, into: &output)
                    texts.removeLast()
                    loops.removeLast()
                }
                index = end
            case .call(let routine, let base):
                guard let top = frames.last else { break }
                let saved = frames
                frames.removeLast(frames.count - (base - 1))
                frames.append(top)
                run(routines[routine], into: &output)
                frames = saved
            }
        }
    }

    private mutating func run(
        _ range: Range<Int>, with record: RecordAddress, into output: inout OutputBuffer
    ) {
        frames.append(record)
        run(range, into: &output)
        frames.removeLast()
    }
}

extension OutputBuffer {
    fileprivate mutating func append(_ text: String, at place: EscapingContext.Place) {
        switch place {
        case .text: append(text, escapedFor: .htmlText)
        case .attribute: append(text, escapedFor: .attribute)
        case .xmlText: append(text, escapedFor: .xmlText)
        case .jsonString: append(text, escapedFor: .json)
        // Text never begins an address: the compiler refuses it.
        case .address, .addressPart: append(component: text)
        case .plain, .json: append(unescaped: text)
        }
    }

    fileprivate mutating func append(url: String, at place: EscapingContext.Place) {
        switch place {
        case .address, .attribute:
            if case .refused = WebAddress.kind(of: url) { append("#") } else { append(url: url) }
        case .addressPart: append(component: url)
        case .text, .xmlText, .jsonString, .plain, .json: append(url, at: place)
        }
    }

    /// A part of an address: everything but RFC 3986's unreserved characters and `/` is
    /// percent-encoded, so that it cannot begin a query or a fragment.
    private mutating func append(component text: String) {
        let digits: StaticString = "0123456789ABCDEF"
        for byte in text.utf8 {
            switch byte {
            case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, UInt8(ascii: "-"), UInt8(ascii: "."),
                UInt8(ascii: "_"), UInt8(ascii: "~"), UInt8(ascii: "/"):
                append(byte)
            default:
                append(UInt8(ascii: "%"))
                digits.withUTF8Buffer {
                    append($0[Int(byte >> 4)])
                    append($0[Int(byte & 15)])
                }
            }
        }
    }
}

extension Moment {
    fileprivate func text(_ form: DateForm, language: String) -> String {
        switch form {
        case .iso: isoDate
        case .rfc3339: rfc3339
        case .rfc822: rfc822
        case .long: long(language: language)
        case .year: String(year)
        }
    }
}
