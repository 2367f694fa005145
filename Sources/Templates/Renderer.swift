/// Runs a program over a record. Nothing here can fail.

import Bytes
import Markup

struct Renderer {
    private let instructions: UnsafeBufferPointer<Instruction>
    private let routes: UnsafeBufferPointer<FieldRoute>
    private let steps: UnsafeBufferPointer<Unmanaged<FieldAccess>>
    private let literals: UnsafeBufferPointer<UInt8>
    private let routines: [Range<Int>]
    private let language: String
    /// The record that is shown, and those that were entered from it.
    private var frames: [RecordAddress]
    /// The texts that were entered.
    private var texts: [String] = []
    private var loops: [(index: Int, count: Int)] = []

    private init(
        _ instructions: UnsafeBufferPointer<Instruction>, _ routes: UnsafeBufferPointer<FieldRoute>,
        _ steps: UnsafeBufferPointer<Unmanaged<FieldAccess>>,
        _ literals: UnsafeBufferPointer<UInt8>, routines: [Range<Int>], root: RecordAddress,
        language: String
    ) {
        self.instructions = instructions
        self.routes = routes
        self.steps = steps
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
                    program.literals.withUnsafeBufferPointer { literals in
                        var renderer = Renderer(
                            instructions, routes, steps, literals, routines: program.routines,
                            root: root, language: language)
                        renderer.run(0..<instructions.count, into: &output)
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
                reach(path) { $0.write(textOf: $1, at: place, to: &output) }
            case .url(let path, let place):
                reach(path) { $0.write(urlOf: $1, at: place, to: &output) }
            case .date(let path, let form, let place):
                if let date = reach(path, { $0.date($1) }) {
                    output.append(date, form, language: language, at: place)
                }
            case .number(let path):
                if let number = reach(path, { $0.number($1) }) {
                    output.append(number: number)
                }
            case .count(let path):
                if let count = reach(path, { $0.count($1) }) {
                    output.append(number: count)
                }
            case .raw(let path): reach(path) { $0.write($1, to: &output) }
            case .currentText(let place):
                if let text = texts.last { output.append(text, at: place) }
            case .currentURL(let place):
                if let url = texts.last { output.append(url: url, at: place) }
            case .loopIndex:
                if let loop = loops.last { output.append(number: loop.index + 1) }
            case .ifPresent(let path, let inverted, let end):
                let isPresent = reach(path) { $0.isPresent($1) } ?? false
                if isPresent == inverted { index = end }
            case .ifCount(let path, let test, let isList, let inverted, let end):
                let count = reach(path) { isList ? $0.count($1) : $0.number($1) } ?? 0
                if test.holds(for: count) == inverted { index = end }
            case .ifFirst(let inverted, let end):
                if (loops.last?.index == 0) == inverted { index = end }
            case .ifLast(let inverted, let end):
                let isLast = loops.last.map { $0.index == $0.count - 1 } ?? true
                if isLast == inverted { index = end }
            case .withText(let path, let end):
                if let text = reach(path, { $0.text($1) }), !text.isEmpty {
                    run(index..<end, with: text, into: &output)
                }
                index = end
            case .withRecord(let path, let end):
                enter(path, index..<end, into: &output)
                index = end
            case .each(let path, let end):
                each(path, index..<end, into: &output)
                index = end
            case .eachText(let path, let end):
                let items = reach(path) { $0.texts($1) } ?? []
                for (number, item) in items.enumerated() {
                    loops.append((number, items.count))
                    run(index..<end, with: item, into: &output)
                    loops.removeLast()
                }
                index = end
            case .call(let routine, let frames):
                call(routines[routine], frames: frames, into: &output)
            }
        }
    }

    /// What `body` reads of the field at the end of a path; `nil`, too, when a record on the way is
    /// missing.
    @inline(__always)
    @discardableResult
    private func reach<Result>(
        _ path: PathIndex, _ body: (FieldAccess, RecordAddress) -> Result?
    ) -> Result? {
        routes[path].reach(from: frames[routes[path].frame], steps, body)
    }

    // MARK: - Sections

    // Both run a body from within a field. That changes the renderer, so they ask the route by itself.

    private mutating func enter(
        _ path: PathIndex, _ body: Range<Int>, into output: inout OutputBuffer
    ) {
        routes[path].reach(from: frames[routes[path].frame], steps) { field, record in
            field.enter(record) { run(body, with: $0, into: &output) }
        }
    }

    private mutating func each(
        _ path: PathIndex, _ body: Range<Int>, into output: inout OutputBuffer
    ) {
        routes[path].reach(from: frames[routes[path].frame], steps) { field, record in
            field.list(record) { list in
                let (frame, loop) = (frames.count, loops.count)
                frames.append(list.first)
                loops.append((0, list.count))
                for index in 0..<list.count {
                    frames[frame] = list[index]
                    loops[loop].index = index
                    run(body, into: &output)
                }
                frames.removeLast()
                loops.removeLast()
            }
        }
    }

    /// Runs a partial again that includes itself: over the frames that it was first run over, without
    /// what it entered, and the record on top.
    private mutating func call(
        _ routine: Range<Int>, frames base: Int, into output: inout OutputBuffer
    ) {
        guard let top = frames.last else { return }
        let saved = frames
        frames.removeLast(frames.count - (base - 1))
        frames.append(top)
        run(routine, into: &output)
        frames = saved
    }

    private mutating func run(
        _ range: Range<Int>, with record: RecordAddress, into output: inout OutputBuffer
    ) {
        frames.append(record)
        run(range, into: &output)
        frames.removeLast()
    }

    private mutating func run(
        _ range: Range<Int>, with text: String, into output: inout OutputBuffer
    ) {
        texts.append(text)
        run(range, into: &output)
        texts.removeLast()
    }
}
