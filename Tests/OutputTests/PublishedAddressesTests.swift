import SiteTesting
import Testing

@testable import Output

/// What an old tree has promised its readers, whoever made it.
@Suite struct PublishedAddressesTests {
    /// The many ids that style sheets and scripts need are no promise to readers.
    @Test func anchorsOfAnotherProgram() throws {
        let scratch = try ScratchFolder.withSources()
        try scratch.write(
            "old/index.html",
            """
            <h1 class="x" id="head">H</h1><H2
              id=two>T</H2><figure id='fig'><table id="tab"></table></figure><dl><dt id="term">T</dt></dl>
            <a name="named"></a><a id="both" name="both">x</a><a href="#x" id="back">y</a>
            <div id="nav"><p id="p"><span id="s"></span></p></div><aside id="a"></aside><h id="h">
            """)
        let old = try PublishedAddresses(reading: scratch.path + "/old")
        #expect(
            old.anchors["index.html"] == ["head", "two", "fig", "tab", "term", "named", "both"])
        #expect(old.baseURL == nil)
    }

    /// Whoever compares with a wrong folder must not hear that nothing has vanished.
    @Test func anOldTreeHasAManifestOrPages() throws {
        let scratch = try ScratchFolder.withSources()
        #expect(throws: PublishError.self) { try PublishedAddresses(reading: scratch.root) }
        try scratch.write("site/content/a.md", "# A")
        #expect(throws: PublishError.self) { try PublishedAddresses(reading: scratch.root) }
        try scratch.write("site/a/index.html", "<h1 id=\"a\">A</h1>")
        #expect(try PublishedAddresses(reading: scratch.root).anchors["a/index.html"] == ["a"])
    }
}
