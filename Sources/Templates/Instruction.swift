/// A compiled template: a flat list of instructions over one buffer of literal text.

import Markup

/// A value of a record on the stack: the frame, then the records entered from it, then a field.
///
/// A class, so that its functions are called where they lie: an enum with functions in it is copied
/// before one can be called, and the copies were half of the time of a rendering.
final class FieldPath: Sendable {
    /// From the bottom of the stack.
    let frame: Int
    /// Fields of records to enter.
    let steps: [FieldAccess]
    let field: FieldAccess
    /// For a field of free values, the one that is meant.
    let key: String

    init(frame: Int, steps: [FieldAccess] = [], field: FieldAccess, key: String = "") {
        self.frame = frame
        self.steps = steps
        self.field = field
        self.key = key
    }

    /// Calls back with the record that holds the field, unless one on the way to it is missing.
    @inline(__always)
    func reach(from record: RecordAddress, _ body: (RecordAddress) -> Void) {
        if steps.isEmpty { body(record) } else { Self.follow(steps[...], from: record, body) }
    }

    private static func follow(
        _ steps: ArraySlice<FieldAccess>, from record: RecordAddress,
        _ body: (RecordAddress) -> Void
    ) {
        guard let step = steps.first else { return body(record) }
        step.enter(record) { follow(steps.dropFirst(), from: $0, body) }
    }
}

enum DateForm: String, Sendable, CaseIterable {
    case iso, rfc3339, rfc822, long, year
}

enum CountTest: String, Sendable, CaseIterable {
    case zero, one, any
}

/// A path, as its place in `Program.paths`.
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
    case free(PathIndex, EscapingContext.Place)
    /// How many items a list has.
    case count(PathIndex)
    /// The text of a `texts` item or of an optional text that was entered.
    case currentText(EscapingContext.Place)
    case currentURL(EscapingContext.Place)
    /// The position in the innermost loop, from 1.
    case loopIndex

    // The instructions up to `end` are run, or not.
    case ifPresent(PathIndex, inverted: Bool, end: Int)
    case ifFree(PathIndex, inverted: Bool, end: Int)
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
    var paths: [FieldPath] = []
    var literals: [UInt8] = []
    /// Bodies of recursive partials.
    var routines: [Range<Int>] = []
}
