import Bytes
import Diagnostics
import Markup
import Templates

/// A template loads and then cannot fail, or somebody is told why it does not load.
enum TemplatesTarget {
    @Sendable static func run(_ bytes: [UInt8]) {
        let parts = bytes.split(separator: 0xFF, maxSplits: 2, omittingEmptySubsequences: false)
            .map { Array($0) }
        let partial =
            parts.count > 1
            ? parts[1]
            : Array("<ul>{{$m}}{{title}}{{/m}}{{#list}}{{>b}}{{/list}}</ul>".utf8)
        let library = TemplateLibrary([
            TemplateSource(path: "templates/a.html", bytes: parts[0]),
            TemplateSource(path: "templates/b.html", bytes: partial),
            TemplateSource(path: "templates/c.xml", bytes: parts[0]),
        ])
        for name in ["a.html", "b.html", "c.xml"] {
            let (template, diagnostics) = library.compile(name, for: Page.self)
            if let template {
                var output = OutputBuffer()
                template.render(Page(), into: &output)
            } else {
                precondition(diagnostics.hasErrors, "refused, and nobody is told")
            }
        }
        guard let data = try? JSONValue.read(Array(#"{"a":[1,{"b":"x"}],"c":true}"#.utf8)) else {
            preconditionFailure("the data is JSON")
        }
        _ = JSONTemplate(parts[0], partials: ["b": partial]).render(data)
    }

    private struct Item: TemplateRecord {
        var name: String

        static let schema = RecordSchema<Item>(
            "Item", "An item.",
            [.text("name", "Its name.") { $0.name }, .list("children", "None.") { _ in [Item]() }])
    }

    /// A field of every type.
    struct Page: TemplateRecord {
        static let schema = RecordSchema<Page>(
            "Page", "A page.",
            [
                .text("title", "A text.") { _ in "<T&\"'>" },
                .optionalText("deck", "A text.") { _ in "here" },
                .url("url", "An address.") { _ in "javascript:x" },
                .optionalURL("other", "An address.") { _ in nil },
                .html("html", "HTML.") { $1.append("<em>x</em>") },
                .json("json", "JSON.") { $1.append("{}") },
                .date("date", "A date.") { _ in Moment(secondsSince1970: 0) },
                .number("number", "A number.") { _ in 2 },
                .flag("flag", "A flag.") { _ in true },
                .list("list", "Items.") { _ in [Item(name: "a"), Item(name: "b")] },
                .texts("texts", "Texts.") { _ in ["a", "b"] },
                .record("item", "An item.") { _ in Item(name: "c") },
                .optionalRecord("none", "No item.") { _ in Item?.none },
                .dictionary("extra", "Free values.") { _ in [(key: "k", value: "v")] },
            ])
    }
}
