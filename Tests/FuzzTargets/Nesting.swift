import Markup

/// Whether elements end in the order in which they begin.
enum Nesting {
    /// Expects that every element of `markup` is closed within the one that it began in.
    static func expect(in markup: [UInt8]) {
        var scanner = MarkupScanner(markup, isXML: true)
        var open: [String] = []
        while let token = scanner.next() {
            switch token.kind {
            case .start:
                let isEmpty = markup[token.range].dropLast().last == UInt8(ascii: "/")
                if !isEmpty { open.append(token.name) }
            case .end: precondition(open.popLast() == token.name, "</\(token.name)> closes nothing")
            case .text: break
            }
        }
        precondition(open.isEmpty, "<\(open.last ?? "")> is not closed")
    }
}
