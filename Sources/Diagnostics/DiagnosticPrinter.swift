/// Diagnostics as text: for a terminal, for editors and tests, for programs, for CI.
package struct DiagnosticPrinter {
    package enum Format: Hashable, Sendable {
        /// `path:line:column: error: message [id]`, with the line and a caret below it.
        case text(color: Bool)
        /// The first line of that alone.
        case oneLine
        /// A list of objects.
        case json
        /// Workflow commands, which GitHub shows in the diff.
        case github
        /// SARIF 2.1.0 (OASIS), which code scanning reads.
        case sarif
    }

    let format: Format
    /// Where the site lies in the repository, `docs/`: GitHub and SARIF take paths from there.
    let folder: String
    /// The bytes of a file of the site, for lines and excerpts.
    let source: (String) -> [UInt8]?

    package init(
        format: Format, folder: String = "", source: @escaping (String) -> [UInt8]?
    ) {
        self.format = format
        self.folder = folder
        self.source = source
    }

    /// All diagnostics, in their order.
    ///
    /// Ends in a line break unless empty.
    package func string(for diagnostics: [Diagnostic]) -> String {
        var tables = TableCache(source: source)
        switch format {
        case .text(let color):
            return diagnostics.map { text($0, &tables, color: color) }.joined(separator: "\n")
        case .oneLine:
            return diagnostics.map { header($0, &tables, color: false) + "\n" }.joined()
        case .json: return json(diagnostics, &tables)
        case .github: return diagnostics.map { github($0, &tables) + "\n" }.joined()
        case .sarif: return sarif(diagnostics, &tables)
        }
    }

    /// `3 errors, 1 warning, 2 notes on drafts`, or an empty text.
    package static func summary(of diagnostics: [Diagnostic]) -> String {
        func count(_ severity: Diagnostic.Severity, _ suffix: String = "") -> String? {
            let count = diagnostics.count { $0.severity == severity }
            return count == 0 ? nil : count.of(severity.rawValue) + suffix
        }
        return [count(.error), count(.warning), count(.note, " on drafts")].compactMap(\.self)
            .joined(separator: ", ")
    }

    // MARK: - Terminal

    private func header(_ diagnostic: Diagnostic, _ tables: inout TableCache, color: Bool) -> String
    {
        let place = diagnostic.span.map { tables.place($0).visible + ": " } ?? ""
        let message = diagnostic.message.visible
        let severity = diagnostic.severity.rawValue
        guard color else {
            return "\(place)\(severity): \(message) [\(diagnostic.id.rawValue)]"
        }
        let tint =
            switch diagnostic.severity {
            case .error: "\u{1B}[1;31m"
            case .warning: "\u{1B}[1;33m"
            case .note: "\u{1B}[1;36m"
            }
        return
            "\u{1B}[1m\(place)\(tint)\(severity):\u{1B}[0m\u{1B}[1m \(message)\u{1B}[0m "
            + "\u{1B}[2m[\(diagnostic.id.rawValue)]\u{1B}[0m"
    }

    private func text(_ diagnostic: Diagnostic, _ tables: inout TableCache, color: Bool) -> String {
        var lines = [header(diagnostic, &tables, color: color)]
        if let span = diagnostic.span { lines += excerpt(span, &tables, color: color) }
        for note in diagnostic.notes {
            let place = note.span.map { tables.place($0).visible + ": " } ?? ""
            lines.append("  \(place)note: \(note.message.visible)")
            if let span = note.span { lines += excerpt(span, &tables, color: color) }
        }
        return lines.joined(separator: "\n") + "\n"
    }

    /// The line of a span and a row of carets below it; a long line is cut around the span.
    private func excerpt(_ span: SourceSpan, _ tables: inout TableCache, color: Bool) -> [String] {
        guard let table = tables.table(span.path) else { return [] }
        let (start, end) = table.positions(of: span.bytes)
        let (text, before) = table.text(ofLine: start.line, around: Int(span.bytes.lower))
        var line = text.visible.map { $0 == "\t" ? " " : $0 }
        guard !line.isEmpty else { return [] }
        var first = min(before, line.count)
        let rest = line.count - first
        var length = max(1, end.line == start.line ? min(end.column - start.column, rest) : rest)
        let width = 96
        if line.count > width {
            let cut = max(0, min(first - 24, line.count - width))
            line = Array(
                (cut > 0 ? "…" : "") + String(line[cut..<min(line.count, cut + width)]) + "…")
            first -= cut - (cut > 0 ? 1 : 0)
            length = min(length, max(1, line.count - first))
        }
        let number = String(start.line)
        let margin = String(repeating: " ", count: number.count)
        let carets =
            line[..<min(first, line.count)].map { Self.isWide($0) ? "  " : " " }.joined()
            + String(repeating: "^", count: length)
        let marked = color ? "\u{1B}[32m\(carets)\u{1B}[0m" : carets
        return [" \(number) | \(String(line))", " \(margin) | \(marked)"]
    }

    /// Whether a terminal gives a character two columns (East Asian wide and fullwidth, emoji).
    private static func isWide(_ character: Character) -> Bool {
        guard let scalar = character.unicodeScalars.first else { return false }
        switch scalar.value {
        case 0x1100...0x115F, 0x2E80...0xA4CF, 0xAC00...0xD7A3, 0xF900...0xFAFF, 0xFE30...0xFE6F,
            0xFF00...0xFF60, 0xFFE0...0xFFE6, 0x1F300...0x1FAFF, 0x20000...0x3FFFD:
            return true
        default: return false
        }
    }

    // MARK: - GitHub

    /// `::error file=…,line=…,col=…::message` with GitHub's escapes.
    private func github(_ diagnostic: Diagnostic, _ tables: inout TableCache) -> String {
        var properties: [String] = []
        if let span = diagnostic.span {
            properties.append(
                "file=\(Self.escaped((folder + span.path).visible, isProperty: true))")
            if let table = tables.table(span.path) {
                let (start, end) = table.positions(of: span.bytes)
                properties += ["line=\(start.line)", "col=\(start.column)", "endLine=\(end.line)"]
                if end.line == start.line { properties.append("endColumn=\(end.column)") }
            }
        }
        properties.append("title=\(Self.escaped(diagnostic.id.rawValue, isProperty: true))")
        let message = ([diagnostic.message] + diagnostic.notes.map(\.message)).joined(
            separator: "\n")
        let command = diagnostic.severity == .note ? "notice" : diagnostic.severity.rawValue
        return "::\(command) \(properties.joined(separator: ","))::"
            + Self.escaped(message.visible, isProperty: false)
    }

    private static func escaped(_ text: String, isProperty: Bool) -> String {
        let text = text.replacing("%", with: "%25").replacing("\r", with: "%0D")
            .replacing("\n", with: "%0A")
        return isProperty ? text.replacing(":", with: "%3A").replacing(",", with: "%2C") : text
    }
}

/// The line tables of the files that have been asked for.
struct TableCache {
    let source: (String) -> [UInt8]?
    private var tables: [String: LineTable] = [:]

    init(source: @escaping (String) -> [UInt8]?) { self.source = source }

    mutating func table(_ path: String) -> LineTable? {
        if let table = tables[path] { return table }
        guard let bytes = source(path) else { return nil }
        let table = LineTable(bytes)
        tables[path] = table
        return table
    }

    /// `path:line:column`; the path alone where the file cannot be read.
    mutating func place(_ span: SourceSpan) -> String {
        guard let table = table(span.path) else { return span.path + ":1:1" }
        let position = table.position(of: Int(span.bytes.lower))
        return "\(span.path):\(position.line):\(position.column)"
    }
}

extension Int {
    /// `1 page`, `2 pages`.
    package func of(_ noun: String) -> String { "\(self) \(noun)\(self == 1 ? "" : "s")" }
}
