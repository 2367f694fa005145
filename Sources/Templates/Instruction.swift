/// A compiled template: a flat list of instructions over one buffer of literal text.

import Markup

/// A value of a record on the stack: the frame, then the records entered from it, then a field.
///
/// Plain numbers without a reference among them: copying an instruction counts nothing.
struct FieldPath: Sendable, Equatable {
    /// Names in a row that can be followed: `a.b.c.d` enters three records.
    static let maximumSteps = 3

    /// From the bottom of the stack.
    var frame: Int
    /// Fields of records to enter, as many as `depth` says.
    private var steps: (Int32, Int32, Int32) = (0, 0, 0)
    private(set) var depth = 0
    var field: Int

    init(frame: Int, field: Int) {
        self.frame = frame
        self.field = field
    }

    func step(_ index: Int) -> Int {
        switch index {
        case 0: Int(steps.0)
        case 1: Int(steps.1)
        default: Int(steps.2)
        }
    }

    /// Enters the record in the present field, and goes on to one of its fields.
    func entering(_ next: Int) -> FieldPath {
        var path = self
        switch depth {
        case 0: path.steps.0 = Int32(field)
        case 1: path.steps.1 = Int32(field)
        default: path.steps.2 = Int32(field)
        }
        path.depth += 1
        path.field = next
        return path
    }

    static func == (a: FieldPath, b: FieldPath) -> Bool {
        a.frame == b.frame && a.field == b.field && a.depth == b.depth && a.steps == b.steps
    }
}

enum DateForm: String, Sendable, CaseIterable {
    case iso, rfc3339, rfc822, long, year
}

enum CountTest: String, Sendable, CaseIterable {
    case zero, one, any
}

enum Instruction: Sendable {
    case literal(start: Int, count: Int)
    case text(FieldPath, EscapingContext.Place)
    case url(FieldPath, EscapingContext.Place)
    case date(FieldPath, DateForm, EscapingContext.Place)
    case number(FieldPath)
    /// HTML and JSON fields.
    case raw(FieldPath)
    /// `key` is an index in the program's keys.
    case free(FieldPath, key: Int, EscapingContext.Place)
    /// How many items a list has.
    case count(FieldPath)
    /// The text of a `texts` item or of an optional text that was entered.
    case currentText(EscapingContext.Place)
    case currentURL(EscapingContext.Place)
    /// The position in the innermost loop, from 1.
    case loopIndex

    // The instructions up to `end` are run, or not.
    case ifPresent(FieldPath, inverted: Bool, end: Int)
    case ifFree(FieldPath, key: Int, inverted: Bool, end: Int)
    case ifCount(FieldPath, CountTest, isList: Bool, inverted: Bool, end: Int)
    case ifFirst(inverted: Bool, end: Int)
    case ifLast(inverted: Bool, end: Int)
    case withText(FieldPath, end: Int)
    case withRecord(FieldPath, end: Int)
    case each(FieldPath, end: Int)
    case eachText(FieldPath, end: Int)
    /// Runs a partial that includes itself: instructions `start ..< end` over the frames below
    /// `frames - 1` and the record on top.
    case call(routine: Int, frames: Int)
}

/// What a template was compiled to.
struct Program: Sendable {
    var instructions: [Instruction] = []
    var literals: [UInt8] = []
    /// Keys of free values.
    var keys: [String] = []
    /// Bodies of recursive partials.
    var routines: [Range<Int>] = []
}
