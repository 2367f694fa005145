/// One problem of a site, as a value.
///
/// Stages return diagnostics beside their result and go on, so that one run finds every problem.
/// Nothing prints while it works: the printers in this module turn finished values into text.
package struct Diagnostic: Hashable, Sendable {
    /// A stable name such as `link.unknown-page`: the area, a dot, and the mistake in kebab case.
    ///
    /// It appears in the output, in tests and in the guide, and is never reused.
    package struct ID: Hashable, Comparable, Sendable, ExpressibleByStringLiteral {
        package let rawValue: String
        package init(stringLiteral value: String) { rawValue = value }
        package static func < (a: ID, b: ID) -> Bool { a.rawValue < b.rawValue }
    }

    package enum Severity: String, Hashable, Sendable {
        /// The site is not published while one stands.
        case error
        /// The site is published, unless `--strict` is given.
        case warning
        /// Of a draft, which is not published: nothing has to wait for it.
        case note
    }

    /// A second place, or a sentence, that explains the problem.
    package struct Note: Hashable, Sendable {
        package var message: String
        package var span: SourceSpan?

        package init(_ message: String, at span: SourceSpan? = nil) {
            self.message = message
            self.span = span
        }

        /// Of so many findings like one that is told: a note, where there are any.
        package static func more(_ count: Int) -> [Note] {
            count > 0 ? [Note("The same holds of \(count) more.")] : []
        }
    }

    package var id: ID
    package var severity: Severity
    /// One sentence or two for the author, the suggestion included.
    package var message: String
    /// `nil` only for a problem of the whole run (an output directory, say).
    package var span: SourceSpan?
    package var notes: [Note]
    /// Text that would mend the problem if it stood in place of the bytes at `span`.
    package var repair: String?

    package init(
        _ id: ID, _ severity: Severity, _ message: String, at span: SourceSpan?,
        notes: [Note] = [], repair: String? = nil
    ) {
        self.id = id
        self.severity = severity
        self.message = message
        self.span = span
        self.notes = notes
        self.repair = repair
    }

    /// An error: what most diagnostics are.
    package init(
        _ id: ID, _ message: String, at span: SourceSpan?, notes: [Note] = [],
        repair: String? = nil
    ) {
        self.init(id, .error, message, at: span, notes: notes, repair: repair)
    }
}

extension Diagnostic: Comparable {
    /// By path, place, id and message: the same order however the work was divided.
    package static func < (a: Diagnostic, b: Diagnostic) -> Bool {
        let (pathA, pathB) = (a.span?.path ?? "", b.span?.path ?? "")
        if pathA != pathB { return pathA.precedes(pathB) }
        let (startA, startB) = (a.span?.bytes.lower ?? 0, b.span?.bytes.lower ?? 0)
        if startA != startB { return startA < startB }
        if a.id != b.id { return a.id < b.id }
        return a.message.precedes(b.message)
    }
}

extension Sequence<Diagnostic> {
    package var hasErrors: Bool { contains { $0.severity == .error } }
}
