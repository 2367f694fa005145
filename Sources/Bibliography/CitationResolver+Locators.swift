/// Places in the author's words, linked and checked.

import Diagnostics
import Markup

extension CitationResolver {
    /// The locators in the author's words, each number linked to its place in the work.
    mutating func write(
        suffix item: CitationGroup.Item, of entry: CitedEntry, at id: String,
        to out: inout Fragment
    ) {
        guard !item.suffix.isEmpty else { return }
        note(item.suffix, of: entry, at: id)
        // The label belongs to the link: "Section 2.2", not "2.2" alone.
        var pending = ""
        for piece in LocatorText(item.suffix, self.words).pieces {
            guard let target = piece.target else {
                out.append(pending, escapedFor: .htmlText)
                pending = piece.text
                continue
            }
            let split = pending.lastIndex { ",;".contains($0) }.map { pending.index(after: $0) }
            let label = split.map { String(pending[$0...]) } ?? pending
            out.append(split.map { String(pending[..<$0]) } ?? "", escapedFor: .htmlText)
            pending = ""
            let space = label.prefix { $0.isWhitespace }
            out.append(String(space), escapedFor: .htmlText)
            let words = label.dropFirst(space.count) + piece.text
            if let url = check(target, of: entry.work, at: item) {
                out.append("<a href=\"")
                out.write { $0.append(url: url) }
                out.append("\">")
                out.append(String(words), escapedFor: .htmlText)
                out.append("</a>")
            } else {
                out.append(String(words), escapedFor: .htmlText)
            }
        }
        out.append(pending, escapedFor: .htmlText)
    }

    /// Of a key that is known: `(@handle)` may be somebody's name elsewhere.
    mutating func report(_ parenthesis: CitationGroup.Parenthesis) {
        diagnostics.append(
            Diagnostic(
                "citation.in-parentheses", .warning,
                "Readers will see parentheses within parentheses: a citation brings its own. Write "
                    + "‘\(parenthesis.citation)’.", at: SourceSpan(path, parenthesis.bytes),
                repair: parenthesis.citation))
    }

    mutating func note(_ text: String, of entry: CitedEntry, at id: String) {
        guard !text.isEmpty, let index = indexByKey[entry.work.key] else { return }
        references[index].places.append((text, id))
    }

    /// The address of a place, checked against what is known of the work.
    mutating func check(
        _ target: LocatorText.Target, of work: Work, at item: CitationGroup.Item
    ) -> String? {
        do throws(PDFLocation.Problem) {
            if let pdf = work.pdf { return try pdf.link(to: target) }
            try PDFLocation.check(target)
        } catch {
            diagnostics.append(diagnostic(for: error, of: work, at: item))
        }
        return nil
    }

    private func diagnostic(
        for problem: PDFLocation.Problem, of work: Work, at item: CitationGroup.Item
    ) -> Diagnostic {
        let span = SourceSpan(path, item.bytes)
        let note = [Diagnostic.Note("The work is described here.", at: work.span)]
        switch problem {
        case .unknownSection(let number, let hint, let first, let last):
            let help =
                hint == nil
                ? " Its sections run from \(first) to \(last)." : Spelling.hint(hint)
            return Diagnostic(
                "locator.unknown-section", "‘\(work.key)’ has no section \(number).\(help)",
                at: span, notes: note)
        case .pastTheEnd(let page, let count):
            return Diagnostic(
                "locator.page-past-end",
                "‘\(work.key)’ ends on page \(count), before page \(page).", at: span, notes: note)
        case .zero:
            return Diagnostic(
                "locator.page-zero", "There is no page 0. The first is page 1.", at: span)
        case .reversed(let first, let last):
            return Diagnostic(
                "locator.reversed-range",
                "\(first) to \(last) runs backwards. Did you mean ‘\(last)–\(first)’?", at: span)
        }
    }
}
