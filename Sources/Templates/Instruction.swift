/// A compiled template: a flat list of instructions over one buffer of literal text.

import Markup

/// A value of a record on the stack: the frame, then the records entered from it, then a field.
struct FieldPath: Sendable {
    /// From the bottom of the stack.
    let frame: Int
    /// Fields of records to enter.
    var steps: [FieldAccess] = []
    let field: FieldAccess

    var type: FieldType { field.type }
    /// Of the records in the field.
    var schema: AnySchema? { field.schema?() }

    /// A field of the record in this one.
    func entered(_ next: FieldAccess) -> FieldPath {
        FieldPath(frame: frame, steps: steps + [field], field: next)
    }

    /// One of the values in this field.
    func part(_ access: (FieldAccess) -> FieldAccess) -> FieldPath {
        FieldPath(frame: frame, steps: steps, field: access(field))
    }
}

/// A path as it is followed while a template runs: without a reference to count.
///
/// The program that it belongs to holds the fields.
struct FieldRoute: Sendable {
    let frame: Int
    /// In ``Program/steps``.
    let steps: Range<Int>
    let field: Unmanaged<FieldAccess>

    /// Calls back with the field and the record that holds it, unless one on the way is missing: then
    /// the result is `nil`.
    @inline(__always)
    @discardableResult
    func reach<Result>(
        from record: RecordAddress, _ allSteps: UnsafeBufferPointer<Unmanaged<FieldAccess>>,
        _ body: (FieldAccess, RecordAddress) -> Result?
    ) -> Result? {
        field._withUnsafeGuaranteedRef { field in
            if steps.isEmpty { return body(field, record) }
            var result: Result?
            Self.follow(steps, in: allSteps, from: record) { result = body(field, $0) }
            return result
        }
    }

    private static func follow(
        _ rest: Range<Int>, in steps: UnsafeBufferPointer<Unmanaged<FieldAccess>>,
        from record: RecordAddress, _ body: (RecordAddress) -> Void
    ) {
        guard !rest.isEmpty else { return body(record) }
        steps[rest.lowerBound]._withUnsafeGuaranteedRef {
            $0.enter(record) { follow(rest.dropFirst(), in: steps, from: $0, body) }
        }
    }
}

enum DateForm: String, Sendable, CaseIterable {
    case iso, rfc3339, rfc822, long, year
}

enum CountTest: String, Sendable, CaseIterable {
    case zero, one, any

    func holds(for count: Int) -> Bool {
        switch self {
        case .zero: count == 0
        case .one: count == 1
        case .any: count > 0
        }
    }
}

/// A path, as its place in `Program.routes`.
typealias PathIndex = Int

/// One step of a compiled template.
///
/// Plain numbers, without a reference among them: to fetch one counts nothing.
enum Instruction: Sendable {
    case literal(start: Int, count: Int)
    case text(PathIndex, EscapingContext.Place)
    case url(PathIndex, EscapingContext.Place)
    case date(PathIndex, DateForm, EscapingContext.Place)
    case number(PathIndex)
    /// HTML and JSON fields.
    case raw(PathIndex)
    /// How many items a list has.
    case count(PathIndex)
    /// The text of a `texts` item or of an optional text that was entered.
    case currentText(EscapingContext.Place)
    case currentURL(EscapingContext.Place)
    /// The position in the innermost loop, from 1.
    case loopIndex

    // The instructions up to `end` are run, or not.
    case ifPresent(PathIndex, inverted: Bool, end: Int)
    case ifCount(PathIndex, CountTest, isList: Bool, inverted: Bool, end: Int)
    case ifFirst(inverted: Bool, end: Int)
    case ifLast(inverted: Bool, end: Int)
    case withText(PathIndex, end: Int)
    case withRecord(PathIndex, end: Int)
    case each(PathIndex, end: Int)
    case eachText(PathIndex, end: Int)
    /// Runs a partial that includes itself: instructions `start ..< end` over the frames below
    /// `frames - 1` and the record on top.
    case call(routine: Int, frames: Int)
}

/// What a template was compiled to.
struct Program: Sendable {
    var instructions: [Instruction] = []
    private(set) var routes: [FieldRoute] = []
    private(set) var steps: [Unmanaged<FieldAccess>] = []
    /// The fields of the routes and steps, so that they live as long as the program.
    private var fields: [FieldAccess] = []
    var literals: [UInt8] = []
    /// Bodies of recursive partials.
    var routines: [Range<Int>] = []
    /// What the templates spell out whose addresses are asked for.
    var addresses: [TemplateAddress] = []
    /// What the same templates write into pages for browsers to run.
    var inlineCode: [InlineCode] = []

    mutating func add(_ path: FieldPath) -> PathIndex {
        let start = steps.count
        steps += path.steps.map { Unmanaged.passUnretained($0) }
        routes.append(
            FieldRoute(
                frame: path.frame, steps: start..<steps.count,
                field: Unmanaged.passUnretained(path.field)))
        fields += path.steps + [path.field]
        return routes.count - 1
    }
}
