import Diagnostics
import Importing
import Testing

/// What is in another language stays so.
@Suite struct ImportedLanguageTests {
    private static func imported(_ body: String) throws -> ImportedPost {
        let source = "---\ntitle: T\nauthor: Ada Example\n---\n\(body)\n"
        return try ImportingTests.imported(Array(source.utf8), path: "_posts/2020-01-01-a.md")
    }

    @Test(arguments: [
        ("a <span lang=\"fr\">mot</span> b", "a [mot]{lang=fr} b"),
        ("<em lang=\"la\" xml:lang=\"la\">cogito </em>it", "*[cogito]{lang=la}* it"),
        ("<span>a <span lang=\"he\" dir=\"rtl\">שלום</span> b</span> c", "a [שלום]{lang=he} b c"),
        ("<blockquote lang=\"de\"><p>Eins.</p></blockquote>", "> Eins.\n>\n> {lang=de}"),
        ("<span lang=\"english\">word</span>", "\nword\n"),
        ("[mot]{lang=fr} and > x", "[mot]{lang=fr} and"),
    ])
    func isKept(body: String, written: String) throws {
        let text = try #require(try Self.imported(body).text)
        #expect(text.contains(written))
        #expect(!text.contains("span"))
    }

    @Test func nothingIsSaidToBeLost() throws {
        let post = try Self.imported("a <span lang=\"he\" dir=\"rtl\">שלום</span>")
        let lost = post.diagnostics.map(\.id.rawValue).filter { $0.hasSuffix("-dropped") }
        #expect(lost == [])
    }
}
