import SiteTesting
import Testing

/// Fields that a site declares: checked in front matter, and typed in templates.
@Suite struct OwnFieldTests {
    private static let settings = """
        -- site.yaml --
        title: T
        base_url: https://example.org/sub/
        language: en
        fields:
          starts: date
          place: text
          join: url
          slides: url
          seats: number
          speakers: list
          featured: flag
        """

    private static func event(_ extra: String) -> String {
        """
        -- content/events/launch/index.md --
        ---
        title: Launch
        subtitle: An evening
        layout: event
        extra:
        \(extra)
        ---

        Text.
        -- content/events/launch/slides.pdf --
        PDF
        -- content/events/index.md --
        ---
        title: Events
        ---
        """
    }

    private static let extra = """
          starts: 2031-03-01T18:00:00Z
          place: Room <12>
          join: https://join.example.net/?a=1&b=2
          slides: slides.pdf
          seats: 40
          speakers: [Ada Example, Bo Li]
          featured: true
        """

    private static let layout = """
        -- templates/layouts/event.html --
        {{<layout}}{{$main}}<h1>{{title}}</h1>
        {{#extra.featured}}<p>Featured</p>{{/extra.featured}}
        <p>{{extra.starts.long}}, {{extra.place}}, {{extra.seats}}</p>
        <p><a href="{{extra.join}}">Join</a> {{#extra.slides}}<a href="{{.}}">Slides</a>{{/extra.slides}}</p>
        <ul>{{#extra.speakers}}<li>{{.}}</li>{{/extra.speakers}}</ul>
        {{/main}}{{/layout}}
        -- templates/sections/events.html --
        {{<layout}}{{$main}}<h1>{{title}}</h1>
        {{#pages}}<p><a href="{{url}}">{{text}}</a>: {{subtitle}}, {{extra.starts.iso}}</p>{{/pages}}
        {{/main}}{{/layout}}
        """

    @Test func templatesShowThemByTheirTypes() async throws {
        let outputs = try await SiteFixture(
            "\(Self.settings)\n\(Self.event(Self.extra))\n\(Self.layout)"
        ).render()
        let page = outputs.text("events/launch/index.html")
        expect(
            page,
            holds: [
                "<p>Featured</p>", "<p>1 March 2031, Room &lt;12&gt;, 40</p>",
                "<a href=\"https://join.example.net/?a=1&amp;b=2\">Join</a>",
                "<a href=\"/sub/events/launch/slides.pdf\">Slides</a>",
                "<ul><li>Ada Example</li><li>Bo Li</li></ul>",
            ])
        let list = outputs.text("events/index.html")
        #expect(
            list.contains("<a href=\"/sub/events/launch/\">Launch</a>: An evening, 2031-03-01"))
    }

    @Test func whatAPageLeavesOutIsNotShown() async throws {
        let page = try await SiteFixture(
            "\(Self.settings)\n\(Self.event("  place: Here"))\n\(Self.layout)"
        ).output("events/launch/index.html")
        #expect(
            !page.contains("Featured") && !page.contains("Slides")
                && page.contains("<p>, Here, </p>"))
    }

    @Test func aValueOfAnotherTypeIsAnErrorAtItsColumn() async throws {
        let report = try await SiteFixture(
            """
            \(Self.settings)
            \(Self.event(
                """
                  starts: soon
                  plaec: Here
                  join: javascript:alert(1)
                  slides: slide.pdf
                  seats: many
                  featured: yes
                """))
            \(Self.layout)
            """
        ).diagnose()
        expect(
            report,
            holds: [
                "launch/index.md:6:11: error: ‘soon’",
                "launch/index.md:7:3: error: Unknown key ‘plaec’. Did you mean ‘place’?",
                "launch/index.md:10:10: error: ‘seats’ is a whole number",
                "launch/index.md:11:13: error: ‘featured’ is either ‘true’ or ‘false’.",
            ])
        let links = try await SiteFixture(
            """
            \(Self.settings)
            \(Self.event("  join: javascript:alert(1)\n  slides: slide.pdf"))
            \(Self.layout)
            """
        ).diagnose()
        #expect(
            links.contains("launch/index.md:6:9: error: ‘join’ is a file or a page"), "\(links)")
        #expect(links.contains("launch/index.md:7:11: error: There is no file"), "\(links)")
    }

    @Test func aTemplateThatAsksForAnotherFieldOrTypeIsAnError() async throws {
        let report = try await SiteFixture(
            """
            \(Self.settings)
            \(Self.event(Self.extra))
            -- templates/layouts/event.html --
            <p>{{extra.plase}}</p>
            <p>{{extra.starts}}</p>
            <p><a href="{{extra.place}}">Where</a></p>
            """
        ).diagnose()
        expect(
            report,
            holds: [
                "event.html:1:4: error: ‘fields’ in site.yaml has no ‘plase’. Did you mean ‘place’?",
                "event.html:2:4: error: ‘extra.starts’ is a date",
                "event.html:3:13: error: ‘extra.place’ is a text",
            ])
    }

    @Test func aTypeThatIsNoneIsAnErrorOfItsOwnAlone() async throws {
        let report = try await SiteFixture(
            settings: #"fields: {starts: day, "a.b": text}"#,
            """
            \(Self.event("  starts: 2031-03-01"))
            -- templates/layouts/event.html --
            <p>{{extra.starts}}</p>
            """
        ).diagnose()
        #expect(
            report.contains("site.yaml:4:18: error: ‘day’ is not a type of a field: use one of"),
            "\(report)"
        )
        #expect(
            report.contains("[site.malformed-field]") && !report.contains("index.md"), "\(report)")
    }

    @Test func aListHasNoLayoutAndASectionATemplateOfItsOwn() async throws {
        let report = try await SiteFixture(
            """
            \(post("content/posts/a.md"))
            -- content/posts/index.md --
            ---
            title: Posts
            layout: wide
            ---
            -- templates/layouts/wide.html --
            <p>{{title}}</p>
            -- templates/sections/post.html --
            <p>{{title}}</p>
            """
        ).diagnose()
        #expect(
            report.contains(
                "content/posts/index.md:3:9: error: Layouts are for single pages: this one is shown by "
                    + "‘templates/sections/posts.html’. [front-matter.unknown-layout]"), "\(report)"
        )
        #expect(
            report.contains(
                "‘content/post/’ is no section: it has neither publications nor an ‘index.md’. "
                    + "Did you mean ‘sections/posts.html’?"
            ),
            "\(report)")
    }
}
