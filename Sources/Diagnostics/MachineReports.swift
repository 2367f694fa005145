/// Diagnostics for other programs. Written by hand: the order of keys is the order here, and
/// `JSONEncoder`'s is another in every run.

extension DiagnosticPrinter {
    /// A list of objects.
    func json(_ diagnostics: [Diagnostic], _ tables: inout TableCache) -> String {
        let items = diagnostics.map { diagnostic in
            var pairs = [
                pair("id", diagnostic.id.rawValue), pair("severity", diagnostic.severity.rawValue),
                pair("message", diagnostic.message),
            ]
            if let span = diagnostic.span { pairs.append(place(span, &tables)) }
            if !diagnostic.notes.isEmpty {
                let notes = diagnostic.notes.map { note in
                    let location = note.span.map { "," + self.place($0, &tables) } ?? ""
                    return "{\(pair("message", note.message))\(location)}"
                }
                pairs.append("\"notes\":[\(notes.joined(separator: ","))]")
            }
            if let repair = diagnostic.repair, let span = diagnostic.span {
                pairs.append(
                    "\"repair\":{\(pair("replacement", repair)),\(place(span, &tables))}")
            }
            return "  {\(pairs.joined(separator: ","))}"
        }
        return items.isEmpty ? "[]\n" : "[\n\(items.joined(separator: ",\n"))\n]\n"
    }

    private func place(_ span: SourceSpan, _ tables: inout TableCache) -> String {
        guard let table = tables.table(span.path) else { return pair("path", span.path) }
        let (start, end) = table.positions(of: span.bytes)
        return "\(pair("path", span.path)),\"line\":\(start.line),\"column\":\(start.column),"
            + "\"endLine\":\(end.line),\"endColumn\":\(end.column)"
    }

    private func pair(_ key: String, _ value: String) -> String {
        "\"\(key)\":\(JSONValue.quoted(value))"
    }

    /// SARIF 2.1.0, sections 3.13 to 3.30: one run with its rules and results.
    func sarif(_ diagnostics: [Diagnostic], _ tables: inout TableCache) -> String {
        let rules = Set(diagnostics.map(\.id)).sorted()
        let ruleList = rules.map { "{\"id\":\(JSONValue.quoted($0.rawValue))}" }.joined(
            separator: ",")
        let results = diagnostics.map { diagnostic in
            var result = "{\"ruleId\":\(JSONValue.quoted(diagnostic.id.rawValue)),"
            result += "\"level\":\"\(diagnostic.severity.rawValue)\","
            result += "\"message\":{\"text\":\(JSONValue.quoted(diagnostic.message))}"
            // Code scanning shows nothing without a place.
            let span = diagnostic.span ?? SourceSpan(file: "site.yaml")
            result += ",\"locations\":[\(location(span, &tables))]"
            let related = diagnostic.notes.map { note in
                note.span.map { location($0, &tables, message: note.message) }
                    ?? "{\"message\":{\"text\":\(JSONValue.quoted(note.message))}}"
            }
            if !related.isEmpty {
                result += ",\"relatedLocations\":[\(related.joined(separator: ","))]"
            }
            return "    " + result + "}"
        }
        return """
            {"$schema":"https://json.schemastore.org/sarif-2.1.0.json","version":"2.1.0","runs":[{
              "tool":{"driver":{"name":"imprint","rules":[\(ruleList)]}},
              "columnKind":"unicodeCodePoints",
              "results":[
            \(results.joined(separator: ",\n"))
              ]
            }]}

            """
    }

    private func location(
        _ span: SourceSpan, _ tables: inout TableCache, message: String? = nil
    ) -> String {
        var region = ""
        if let table = tables.table(span.path) {
            let (start, end) = table.positions(of: span.bytes)
            region =
                ",\"region\":{\"startLine\":\(start.line),\"startColumn\":\(start.column),"
                + "\"endLine\":\(end.line),\"endColumn\":\(end.column)}"
        }
        let text = message.map { ",\"message\":{\"text\":\(JSONValue.quoted($0))}" } ?? ""
        return
            "{\"physicalLocation\":{\"artifactLocation\":{\"uri\":\"\(Self.uri(folder + span.path))\"}\(region)}\(text)}"
    }

    /// A path as a relative URI (RFC 3986): names of files may hold anything.
    private static func uri(_ path: String) -> String {
        let digits = Array("0123456789ABCDEF".utf8)
        var bytes: [UInt8] = []
        for byte in path.utf8 {
            switch byte {
            case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, UInt8(ascii: "-"), UInt8(ascii: "."),
                UInt8(ascii: "_"), UInt8(ascii: "~"), UInt8(ascii: "/"):
                bytes.append(byte)
            default: bytes += [UInt8(ascii: "%"), digits[Int(byte >> 4)], digits[Int(byte & 15)]]
            }
        }
        return String(decoding: bytes, as: UTF8.self)
    }
}
