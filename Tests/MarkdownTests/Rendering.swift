import Bytes
import Diagnostics
import Markdown
import Markup

/// A text parsed, with its HTML as a string: slots are filled as plainly as can be.
struct Parsed {
    let document: Document
    let diagnostics: [Diagnostic]

    init(_ text: String, _ configure: (inout MarkdownParser.Options) -> Void = { _ in }) {
        var options = MarkdownParser.Options()
        configure(&options)
        let bytes = Array(text.utf8)
        (document, diagnostics) = MarkdownParser.parse(
            bytes, body: 0..<bytes.count, path: "a.md", options: options)
    }

    /// Destinations as written, `{cite n}` for citations, nothing for what other modules add.
    var html: String {
        var output = OutputBuffer()
        let document = document
        document.body.write(to: &output) { slot, output in
            switch slot {
            case .destination(let index):
                output.append(url: document.references[index].target)
            case .citation(let index): output.append(unescaped: "{cite \(index)}")
            case .crossReference(let index):
                for item in document.crossReferences[index].items {
                    let word = item.word.map { "\($0) " } ?? ""
                    output.append(
                        unescaped: "<a href=\"#\(item.anchor)\">\(word)\(item.text)</a>")
                }
            case .citationWords(let index): output.append(unescaped: "{words \(index)}")
            case .crossReferenceWords(let index):
                for item in document.crossReferences[index].items {
                    output.append(unescaped: item.text)
                }
            case .word(let word): output.append(unescaped: "\(word)")
            case .person(let index):
                output.append(document.mentions[index], escapedFor: .attribute)
            case .imageAttributes, .dataTable, .idPrefix, .pageAddress: break
            }
        }
        return String(decoding: output)
    }

    /// `line:column id` of each diagnostic.
    func problems(in text: String) -> [String] {
        let table = LineTable(Array(text.utf8))
        return diagnostics.map { diagnostic in
            let place = table.position(of: Int(diagnostic.span?.bytes.lower ?? 0))
            return "\(place.line):\(place.column) \(diagnostic.id.rawValue)"
        }
    }
}
