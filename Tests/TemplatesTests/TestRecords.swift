import Bytes
import Markup
import Templates

/// A record with a field of every type, for tests.
struct PageRecord: TemplateRecord {
    var title = "T & \"<b>\""
    var url = "https://example.org/a b?x=1&y=2"
    var badURL = "java\u{9}script:alert(1)"
    var list = [PersonRecord(name: "Ada"), PersonRecord(name: "Bo <Li>")]
    var number = 2

    static let schema = RecordSchema<PageRecord>(
        "Page", "A page.",
        [
            .text("title", "The title.") { $0.title },
            .optionalText("optional", "A text that is there.") { _ in "here" },
            .optionalText("absent", "A text that is not.") { _ in nil },
            .url("url", "An address.") { $0.url },
            .optionalURL("site_url", "An address that is there.") { $0.url },
            .url("bad_url", "An address that no page may use.") { $0.badURL },
            .html("html", "Markup.") { _, output in output.append("<em>markup</em>") },
            .json("json", "JSON.") { _, output in output.append("{\"x\":1}") },
            .date("date", "A date.") { _ in Moment(secondsSince1970: 1_634_515_200) },
            .number("number", "A number.") { $0.number },
            .flag("flag", "A flag that is set.") { _ in true },
            .list("list", "People.") { $0.list },
            .texts("texts", "Texts.") { _ in ["a", "<b>"] },
            .record("person", "A person.") { _ in PersonRecord(name: "Chi") },
            .optionalRecord("nobody", "No person.") { _ in PersonRecord?.none },
            .dictionary("extra", "Free values.") { _ in
                [("key", "<value>"), ("a.b", "nested"), ("off", "false"), ("empty", "")]
            },
        ])
}

struct PersonRecord: TemplateRecord {
    var name: String
    var children: [PersonRecord] = []

    static let schema = RecordSchema<PersonRecord>(
        "Person", "A person.",
        [
            .text("name", "The name.") { $0.name },
            .list("children", "More people.") { $0.children },
        ])
}

/// A library with a few partials and layouts beside the template that is tested.
func library(_ template: String) -> TemplateLibrary {
    let files = [
        "test.html": template, "partials/name.html": "name: {{title}}",
        "base.html": "<main>{{$main}}default {{title}}{{/main}}</main>",
        "middle.html": "{{<base}}{{$main}}middle{{/main}}{{/base}}",
        "self.html": "{{>self}}", "loop.html": "{{>loop2}}", "loop2.html": "{{>loop}}",
        "tree.html": "<ul>{{#list}}{{>branch}}{{/list}}</ul>",
        "branch.html": "<li>{{name}} of {{title}}{{#children}}{{>branch}}{{/children}}</li>",
    ]
    return TemplateLibrary(
        files.map { TemplateSource(path: "templates/" + $0.key, bytes: Array($0.value.utf8)) },
        constants: [TemplateConstant("asset.main.css", url: "/assets/main.1.css")])
}
