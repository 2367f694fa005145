/// Something that an output says otherwise than the record.

import Diagnostics

struct Difference: Sendable {
    /// What is compared; the last part of the diagnostic's id.
    enum Fact: String, Sendable {
        case title, authors, date, license, doi, address, language, metadata
    }

    let fact: Fact
    /// Where it is said: "the heading", "JSON-LD".
    let place: String
    /// The address of the page, or the path of the file.
    let output: String
    /// `nil` when nothing is said.
    let found: String?
    let expected: String
    /// Where the record stands.
    let span: SourceSpan?
    /// The site's own template that makes the page, where one does.
    var template: SourceSpan?
    /// Further ones.
    var otherTemplates: [SourceSpan] = []

    /// What two differences have in common that one edit of a template made.
    var kind: String { "\(fact.rawValue)\(place) \(template?.path ?? "")" }

    func diagnostic(notes: [Diagnostic.Note]) -> Diagnostic {
        let says =
            found.map { "says ‘\($0)’, and the record ‘\(expected)’" }
            ?? "does not say ‘\(expected)’"
        return Diagnostic(
            Diagnostic.ID(stringLiteral: "consistency." + fact.rawValue),
            "On ‘\(output)’, \(place) \(says).", at: template ?? span,
            notes: placeNotes + notes)
    }

    private var placeNotes: [Diagnostic.Note] {
        (template == nil ? [] : [span].compactMap(\.self)).map {
            Diagnostic.Note("The record is here.", at: $0)
        } + otherTemplates.prefix(3).map { Diagnostic.Note("This is a part of the page.", at: $0) }
    }
}

/// Collects the differences of one output.
struct Comparison {
    let output: String
    let span: SourceSpan?
    private(set) var differences: [Difference] = []

    init(of output: String, _ span: SourceSpan?) {
        self.output = output
        self.span = span
    }

    init(_ facts: PublicationFacts, at output: String? = nil) {
        self.init(of: output ?? facts.path, facts.span)
    }

    /// Notes what differs; white space is no difference.
    mutating func compare(
        _ fact: Difference.Fact, in place: String, _ found: String?, with expected: String
    ) {
        // Nearly all are the same as they stand.
        guard found != expected, found?.plain != expected.plain else { return }
        differences.append(
            Difference(
                fact: fact, place: place, output: output, found: found?.plain,
                expected: expected.plain, span: span))
    }

    /// The same for values in an order.
    mutating func compare(
        _ fact: Difference.Fact, in place: String, _ found: [String], with expected: [String]
    ) {
        guard found != expected else { return }
        compare(
            fact, in: place, found.isEmpty ? nil : found.joined(separator: "; "),
            with: expected.joined(separator: "; "))
    }
}

extension String {
    /// With single spaces, and quotation marks as they are typed: some formats bend them.
    var plain: String {
        var scalars = String.UnicodeScalarView()
        for scalar in split(whereSeparator: \.isWhitespace).joined(separator: " ").unicodeScalars {
            switch scalar {
            case "‘", "’": scalars.append("'")
            case "“", "”": scalars.append("\"")
            default: scalars.append(scalar)
            }
        }
        return String(scalars)
    }
}
