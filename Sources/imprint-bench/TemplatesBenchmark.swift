import ArgumentParser
import Bytes
import Diagnostics
import Markup
import Mustache
import Stencil
import Templates

/// One page, by hand and by three engines over equivalent data.
struct TemplatesBenchmark: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "templates",
        abstract: "One publication page by this engine, by hand, by swift-mustache and by Stencil.")

    @Option(help: "Rounds; the medians are printed.")
    var rounds = 9

    func run() throws {
        let page = BenchmarkPage()
        let library = TemplateLibrary([
            TemplateSource(path: "templates/page.html", bytes: Array(BenchmarkPage.template.utf8))
        ])
        let (compiled, diagnostics) = library.compile("page.html", for: BenchmarkPage.self)
        guard let compiled else { throw ValidationError(diagnostics.map(\.message).joined()) }
        let mustache = try MustacheTemplate(string: BenchmarkPage.template)
        let stencil = Template(templateString: Self.stencilTemplate)
        let values = Self.values(of: page)

        var byHand = OutputBuffer()
        page.write(to: &byHand)
        var ours = OutputBuffer()
        compiled.render(page, into: &ours)
        let theirs = mustache.render(values).utf8.count
        guard ours == byHand else { throw ValidationError("The engine's page is not the page.") }
        print("\(ours.count) bytes; swift-mustache \(theirs)")

        var buffer = OutputBuffer()
        let times = medians(
            rounds: rounds,
            [
                (
                    2000,
                    {
                        buffer.removeAll(); page.write(to: &buffer)
                    }
                ),
                (
                    2000,
                    {
                        buffer.removeAll();
                        compiled.render(page, into: &buffer)
                    }
                ), (100, { _ = mustache.render(values) }),
                (30, { _ = try? stencil.render(values) }),
            ])
        let names = ["by hand", "imprint", "swift-mustache", "Stencil"]
        print("                       µs    to by hand    to imprint")
        for (name, time) in zip(names, times) {
            let padded = name + String(repeating: " ", count: 16 - name.count)
            print(
                padded + aligned(time * 1e6, 2, width: 9)
                    + aligned(time / times[0], 2, width: 14)
                    + aligned(time / times[1], 2, width: 14))
        }
    }

    /// `Any`, since both other engines take values without a type.
    private static func values(of page: BenchmarkPage) -> [String: Any] {
        func links(_ links: [BenchmarkPage.Link]) -> [[String: String]] {
            links.map { ["text": $0.text, "url": $0.url] }
        }
        return [
            "title": page.title, "deck": page.deck,
            "body": String(decoding: page.body, as: UTF8.self), "authors": links(page.authors),
            "topics": links(page.topics), "contents": links(page.contents),
            "related": links(page.related),
        ]
    }

    private static let stencilTemplate: String = {
        var text = BenchmarkPage.template.replacing(
            "{{#deck}}<p class=\"deck\">{{.}}</p>{{/deck}}",
            with: "{% if deck %}<p class=\"deck\">{{ deck }}</p>{% endif %}"
        ).replacing("{{{body}}}", with: "{{ body }}")
            .replacing("{{url}}", with: "{{ item.url }}")
            .replacing("{{text}}", with: "{{ item.text }}")
        for list in ["authors", "topics", "contents", "related"] {
            text = text.replacing("{{#\(list)}}", with: "{% for item in \(list) %}")
                .replacing("{{/\(list)}}", with: "{% endfor %}")
        }
        return text
    }()
}
