/// What an import has to say, and whether somebody must look at the result.

import Diagnostics

struct ImportLog {
    let path: String
    private(set) var diagnostics: [Diagnostic] = []
    /// Something of the text was left out, left as it was, or made up: the page stays a draft.
    private(set) var needsReview = false

    /// As many as of a text of ours: each is shown with its line, and twenty thousand on one line take a minute.
    private static let maximumNotes = 200

    init(path: String) { self.path = path }

    /// Something has changed that readers do not see.
    mutating func note(_ id: Diagnostic.ID, _ message: String, at range: Range<Int>) {
        guard diagnostics.count < Self.maximumNotes else { return }
        diagnostics.append(Diagnostic(id, .warning, message, at: SourceSpan(path, range)))
    }

    /// Something has changed that readers would see.
    mutating func review(_ id: Diagnostic.ID, _ message: String, at range: Range<Int>) {
        note(id, message, at: range)
        needsReview = true
    }

    /// The page cannot be made.
    mutating func refuse(_ id: Diagnostic.ID, _ message: String, at range: Range<Int>) {
        diagnostics.append(Diagnostic(id, message, at: SourceSpan(path, range)))
    }
}
