/// Runs a program over a record. Nothing here can fail.

import Markup

struct Renderer {
    let program: Program
    let language: String
    private var frames: [AnyRecord]
    private var texts: [String] = []
    private var loops: [(index: Int, count: Int)] = []

    init(_ program: Program, root: AnyRecord, language: String) {
        self.program = program
        self.language = language
        frames = [root]
        frames.reserveCapacity(8)
    }

    mutating func run(into output: inout [UInt8]) {
        let end = program.routines.first?.lowerBound ?? program.instructions.count
        run(0..<max(end, program.instructions.count), into: &output)
    }

    private func record(_ path: FieldPath) -> AnyRecord? {
        if path.depth == 0 { return frames[path.frame] }
        var record: AnyRecord? = frames[path.frame]
        for step in 0..<path.depth { record = record?.record(path.step(step)) }
        return record
    }

    private mutating func run(_ range: Range<Int>, into output: inout [UInt8]) {
        var index = range.lowerBound
        while index < range.upperBound {
            let instruction = program.instructions[index]
            index += 1
            switch instruction {
            case .literal(let start, let count):
                program.literals.withUnsafeBufferPointer {
                    output.append(contentsOf: $0[start..<start + count])
                }
            case .text(let path, let place):
                if let text = record(path)?.text(path.field) { output.append(text, at: place) }
            case .url(let path, let place):
                if let url = record(path)?.text(path.field) { output.append(url: url, at: place) }
            case .date(let path, let form, let place):
                if let date = record(path)?.date(path.field) {
                    output.append(date.text(form, language: language), at: place)
                }
            case .number(let path):
                if let number = record(path)?.number(path.field) {
                    output.append(unescaped: String(number))
                }
            case .raw(let path): record(path)?.write(path.field, to: &output)
            case .free(let path, let key, let place):
                if let text = record(path)?.value(path.field, key: program.keys[key]) {
                    output.append(text, at: place)
                }
            case .count(let path):
                output.append(unescaped: String(record(path)?.count(path.field) ?? 0))
            case .currentText(let place):
                if let text = texts.last { output.append(text, at: place) }
            case .currentURL(let place):
                if let url = texts.last { output.append(url: url, at: place) }
            case .loopIndex:
                if let loop = loops.last { output.append(unescaped: String(loop.index + 1)) }
            case .ifPresent(let path, let inverted, let end):
                let isPresent = record(path)?.isPresent(path.field) ?? false
                if isPresent == inverted { index = end }
            case .ifFree(let path, let key, let inverted, let end):
                let isPresent =
                    record(path)?.value(path.field, key: program.keys[key]).map {
                        !$0.isEmpty && $0 != "false"
                    }
                    ?? false
                if isPresent == inverted { index = end }
            case .ifCount(let path, let test, let isList, let inverted, let end):
                let record = record(path)
                let count = (isList ? record?.count(path.field) : record?.number(path.field)) ?? 0
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
                if let text = record(path)?.text(path.field), !text.isEmpty {
                    texts.append(text)
                    run(index..<end, into: &output)
                    texts.removeLast()
                }
                index = end
            case .withRecord(let path, let end):
                if let entered = record(path)?.record(path.field) {
                    frames.append(entered)
                    run(index..<end, into: &output)
                    frames.removeLast()
                }
                index = end
            case .each(let path, let end):
                let items = record(path)?.list(path.field) ?? []
                for (number, item) in items.enumerated() {
                    loops.append((number, items.count))
                    frames.append(item)
                    run(index..<end, into: &output)
                    frames.removeLast()
                    loops.removeLast()
                }
                index = end
            case .eachText(let path, let end):
                let items = record(path)?.texts(path.field) ?? []
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
                run(program.routines[routine], into: &output)
                frames = saved
            }
        }
    }
}

extension [UInt8] {
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
