import Files
import SiteTesting
import Testing

/// Atom feeds, as a program that subscribes to one reads them.
@Suite struct FeedTests {
    static func site(_ settings: String, text: String = "First words.") -> SiteFixture {
        SiteFixture(
            settings: settings,
            """
            -- content/posts/old.md --
            ---
            title: Old
            date: 2024-01-01
            authors: [Ada Example]
            topics: [Things]
            summary: What it says.
            ---

            \(text)

            -- content/posts/new.md --
            ---
            title: New
            date: 2025-01-01
            authors: [Ada Example]
            topics: [Things]
            ---

            \(text)

            """)
    }

    @Test(
        "Archives hold summaries, and the site's whole texts where they are asked for",
        arguments: [("", false), (", full_archives: true", true)])
    func archives(setting: String, isFull: Bool) async throws {
        let outputs = try await Self.site("feeds: {limit: 1\(setting)}").render()
            .mapValues { String(decoding: $0, as: UTF8.self) }
        let feed = try #require(outputs["feed.xml"])
        #expect(feed.contains("First words."))
        let archive = try #require(outputs["feed-1.xml"])
        #expect(archive.contains("<title>Old</title>"))
        #expect(archive.contains("<summary>What it says.</summary>"))
        #expect(archive.contains("First words.") == isFull)
        let ofTopic = try #require(outputs["topics/things/feed-1.xml"])
        #expect(ofTopic.contains("<title>Old</title>"))
        #expect(!ofTopic.contains("First words."))
    }

    @Test("What was held back is new in feeds when it appears, and stands in lists at its date")
    func feedsGoByAppearance() async throws {
        var held = Self.site("feeds: {limit: 1}")
        held.files["content/posts/old.md"] = Array(
            String(decoding: held.files["content/posts/old.md"] ?? [], as: UTF8.self)
                .replacing("date:", with: "publish_at: 2025-06-01T11:00:00+02:00\ndate:").utf8)
        let outputs = try await held.render().mapValues { String(decoding: $0, as: UTF8.self) }
        for path in ["", "topics/things/", "people/ada-example/"] {
            let feed = try #require(outputs[path + "feed.xml"])
            #expect(feed.contains("<title>Old</title>"))
            #expect(feed.contains("<published>2025-06-01T11:00:00+02:00</published>"))
            #expect(feed.matches(of: /<updated>2025-06-01T11:00:00\+02:00/).count == 2)
            #expect(outputs[path + "feed-1.xml"]?.contains("<title>New</title>") == true)
        }
        let json = try #require(outputs["feed.json"])
        #expect(json.contains("\"date_published\":\"2025-06-01T11:00:00+02:00\""))
        let page = try #require(outputs["posts/old/index.html"])
        #expect(page.contains("<time datetime=\"2024-01-01\""))
        #expect(!page.contains("2025-06-01"))
        let list = try #require(outputs["posts/index.html"])
        let new = try #require(list.firstRange(of: ">New<"))
        let old = try #require(list.firstRange(of: ">Old<"))
        #expect(new.lowerBound < old.lowerBound)
    }

    @Test(
        "Nothing in a text ends the section that it stands in",
        arguments: ["]]>", "x]]]]>>y"])
    func noTextEndsItsSection(text: String) async throws {
        let feed = try await Self.site("raw_html: allow", text: "<p title=\"\(text)\">x</p>")
            .output("feed.xml")
        var content = ""
        // As XML 1.0 has it, section 2.7: up to the first `]]>`, whatever stands in between.
        let entry = try #require(feed.split(separator: "<content type=\"html\">").dropFirst().first)
        for section in entry.replacing("</content>", with: "\u{0}").split(separator: "\u{0}")[0]
            .split(separator: "<![CDATA[")
        {
            let end = try #require(section.firstRange(of: "]]>"))
            #expect(end.upperBound == section.endIndex)
            content += section[..<end.lowerBound]
        }
        #expect(content == "<p title=\"\(text)\">x</p>\n")
    }
}
