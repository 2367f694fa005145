import Build
import Bytes
import Files
import Rendering
import Site
import SiteTesting
import Testing

/// Tables of files that stand beside a text.
@Suite struct DataTableTests {
    private static func site(
        _ body: String, _ file: String = "Year,Rate\n2024,12.5 %\n", name: String = "rates.csv"
    ) -> SiteFixture {
        var site = SiteFixture(
            post("content/posts/a/index.md", title: "A", body: body) + post("content/posts/b.md"))
        site.files["content/posts/a/\(name)"] = Array(file.utf8)
        return site
    }

    private static func page(_ body: String, _ file: String) async throws -> String {
        try await site(body, file).output("posts/a/index.html")
    }

    @Test func aFileAloneInItsParagraphIsATable() async throws {
        let site = Self.site("Text.\n\n![Rates by *year*, from [B](../b.md).](rates.csv)\n\nMore.")
        #expect(try await site.diagnose() == "")
        let outputs = try await site.render()
        let page = String(decoding: outputs["posts/a/index.html"] ?? [], as: UTF8.self)
        #expect(
            page.contains(
                """
                <figure class="table">
                <figcaption>Rates by <em>year</em>, from <a href="/posts/b/">B</a>. \
                <a href="/posts/a/rates.csv" download="">Download the data (CSV)</a></figcaption>
                <div class="table-scroll" tabindex="0" role="group" aria-label="Rates by year, from B.">
                <table>
                <thead>
                <tr>
                <th class="right" scope="col">Year</th>
                <th class="right" scope="col">Rate</th>
                </tr>
                </thead>
                <tbody>
                <tr>
                <td class="right">2024</td>
                <td class="right">12.5 %</td>
                </tr>
                </tbody>
                </table>
                </div>
                </figure>
                """))
        #expect(outputs["posts/a/rates.csv"] == site.files["content/posts/a/rates.csv"])
        let feed = String(decoding: outputs["feed.xml"] ?? [], as: UTF8.self)
        #expect(feed.contains("12.5 %"))
        #expect(feed.contains("https://example.org/posts/a/rates.csv"))
    }

    @Test func aTableIsNumberedAmongOthers() async throws {
        let page = try await Self.page(
            "See [@tbl:b].\n\n| a |\n|---|\n| 1 |\n\n: One. {#tbl:a}\n\n"
                + "![With $x^2$, and [B](../b.md)](rates.csv){#tbl:b}", "a\nb\n")
        #expect(page.contains(#"<figure class="table" id="tbl:b">"#))
        #expect(
            page.contains(#"<figcaption><span class="label">Table 2.</span> With <math"#))
        #expect(page.contains("<a href=\"#tbl:b\">Table\u{A0}2</a>"))
        #expect(page.contains(#"aria-label="With x^2, and B">"#))
    }

    @Test func whatHasNoCaptionHasANameForReadersAloud() async throws {
        let page = try await Self.page("![](rates.csv)", "a\nb\n")
        #expect(page.contains("<figcaption><a href=\"/posts/a/rates.csv\" download=\"\">"))
        #expect(page.contains(#"aria-label="Table">"#))
    }

    /// RFC 4180, and what programs make of it.
    @Test(
        arguments: [
            ("a,b\r\n\"x,\"\"y\"\"\",<b>&\r\n", ["x,\"y\"", "&lt;b&gt;&amp;"]),
            ("\u{FEFF}a,b\n1,\"x\r\ny\"", ["1", "x<br />y"]),
            ("a,b\r\"\",*x*\r", ["", "*x*"]),
            ("a,b\n1,é ü\n\n\r\n", ["1", "é ü"]),
            ("a\n\n\"\"\n1;2\n", ["", "", "1;2"]), ("a\n1\n\"\"\n", ["1", ""]),
            ("\"a;b\"\n1\n", ["1"]),
            // Semicolons, where a comma is the point of decimals.
            ("\u{FEFF}Jahr;Anteil\r\n2024;12,5\r\n\"a;b\";x\r\n", ["2024", "12,5", "a;b", "x"]),
            ("\"a,b\";c\n1,5;\"2;\"\"3\"\n", ["1,5", "2;\"3"]),
            ("sep=;\r\na,b;c\r\n1,5;2\r\n", ["1,5", "2"]),
            ("SEP=,\na;b,c\n1;5,2\n", ["1;5", "2"]),
            ("sep=\t\na,b\tc\n1,5\t2\n", ["1,5", "2"]),
            // Either sign stands in the first row, and one of them makes a table.
            ("Name,Quelle (A; B)\nx,y\n", ["x", "y"]),
            ("Jahr;Anteil, in %;n\n2024;12;3\n", ["2024", "12", "3"]),
        ])
    func valuesAreTexts(file: String, cells: [String]) async throws {
        let page = try await Self.page("![C](rates.csv)", file)
        let found = page.matches(of: /<td[^>]*>(?<text>.*?)<\/td>/).map { String($0.text) }
        #expect(found == cells)
    }

    @Test func columnsOfNumbersStandAtTheRight() async throws {
        let page = try await Self.page(
            "![C](rates.csv)",
            "a,b,c,d,e,f\n1,−1.5,,1 000,2024-05-01,\n\"2,000\",12 %,,1e9,3,\n+3,.5, ,1’000,e,\n")
        let heads = page.matches(of: /<th(?<right> class="right")? scope/).map { $0.right != nil }
        #expect(heads == [true, true, false, true, false, false])
    }

    /// What stands for a missing number, and the signs of accounts and regressions, make no text of a column.
    @Test func columnsWithMissingNumbersStandAtTheRight() async throws {
        let page = try await Self.page(
            "![C](rates.csv)", "a,b,c,d\nn/a,(350),0.2***,n/a\n1,:,<0.1,–\n…,2,..,x\n")
        let heads = page.matches(of: /<th(?<right> class="right")? scope/).map { $0.right != nil }
        #expect(heads == [true, true, true, false])
    }

    @Test func numbersWithADecimalCommaStandAtTheRight() async throws {
        let page = try await Self.page(
            "![C](rates.csv)", "a;b;c\n1.234,5;12,5 %;x\n-0,5;3;4,5\n")
        let cells = page.matches(of: /<td(?<right> class="right")?>/).map { $0.right != nil }
        #expect(cells == [true, true, false, true, true, false])
    }

    @Test func addressesMayBeBroken() async throws {
        let page = try await Self.page(
            "![C](rates.csv)", "a\nhttps://example.org/a/b?c=d&e=\nand/or\n")
        #expect(
            page.contains(
                "<td>https://<wbr />example.org/<wbr />a/<wbr />b?<wbr />c=<wbr />d&amp;<wbr />e=</td>"
            ))
        #expect(page.contains("<td>and/or</td>"))
    }

    @Test("A preview shows at the place of a table why there is none")
    func aPreviewShowsMistakes() async throws {
        let site = Self.site("![C](rates.csv)", "a,b\n<1>\n")
        let built = try await site.build()
        #expect(built.rendered == nil)
        let preview = try #require(built.provisional)
        var page = OutputBuffer()
        preview.render(try #require(preview.site.plan["posts/a/index.html"]), into: &page)
        let text = String(decoding: [UInt8](page), as: UTF8.self)
        #expect(text.contains("<p class=\"notice\">This row has 1 value, and the first 2."))
    }

    @Test func aFileMayBePartedByTabsAndLieElsewhere() async throws {
        var site = Self.site("![C](/files/x.tsv)")
        site.files["content/files/x.tsv"] = Array("a\tb\n1,5\t2\n".utf8)
        let page = try await site.output("posts/a/index.html")
        #expect(page.contains("<td class=\"right\">1,5</td>"))
        #expect(page.contains("/files/x.tsv\" download=\"\">Download the data (TSV)</a>"))
    }

    // MARK: - Mistakes

    private static func mistake(_ name: String, _ file: String, _ report: String...) -> Mistake {
        Mistake(
            name,
            post("content/a.md", body: "![C](r.csv)") + "-- content/r.csv --\n" + file,
            lines: report.map { "content/r.csv:" + $0 })
    }

    @Test(arguments: mistakes) func isReported(mistake: Mistake) async throws {
        try await mistake.expectReport()
    }

    private static let mistakes = [
        mistake("no value", "", "1:1: error: There is no value in this file. [table.empty]"),
        mistake("lines alone", "\n\n", "1:1: error: There is no value in this file. [table.empty]"),
        mistake(
            "a head alone", "a,b\n",
            "1:1: error: There is no row below the first, which has the heads of the columns. [table.empty]"
        ),
        mistake(
            "a mark that is not closed", "a,b\n1,\"x\n2,y\n",
            "2:3: error: This quotation mark is not closed: its value would reach to the end of the file. "
                + "[table.quotes]"),
        mistake(
            "a mark within a value", "a,b\n1,5\" pipe\n",
            "2:4: error: This quotation mark does not begin its value: delete what stands before it, or put "
                + "the whole value in marks and write this one twice, ‘\"\"’. [table.quotes]"),
        mistake(
            "something behind a mark", "a,b\n1,\"5\" pipe\"\n",
            "2:5: error: This quotation mark ends its value, and something follows it: a mark within a value "
                + "is written twice, ‘\"\"’. [table.quotes]"),
        mistake(
            "rows of other widths", "a,b\n1\n1,2\n\"x\ny\",2,3\n",
            "2:1: error: This row has 1 value, and the first 2. A value that holds the sign between two "
                + "stands in quotation marks. [table.uneven]",
            "4:1: error: This row has 3 values, and the first 2. A value that holds the sign between two "
                + "stands in quotation marks. [table.uneven]"),
        mistake(
            "a line within", "a,b\n\n1,2\n",
            "2:1: error: This row is empty: delete its line. [table.uneven]"),
        mistake(
            "a character that nobody sees", "a,b\n1,x\u{93}\n",
            "2:4: error: Here stands the control character U+0093, which nobody sees. ‘“’ was probably meant. "
                + "[text.control-character]"),
        mistake(
            "another separator", "a\tb\n1\t2\n",
            "1:1: error: Values of this file are parted by ‘,’ or ‘;’, and here stands a tab: save it with one of "
                + "these, or under a name that ends in ‘.tsv’. [table.separator]"),
        mistake(
            "a separator that is none", "sep=|\na|b\n1|2\n",
            "1:5: error: Values are parted by ‘,’, ‘;’ or tabs: save the file with one of these. "
                + "[table.separator]"),
        mistake(
            "either separator", "Jahr;Anteil, in %\n2024;12,5\n",
            "1:12: error: Both ‘,’ and ‘;’ stand in the first row, and either may part its values: put those "
                + "that hold one in quotation marks. [table.separator]"),
        mistake(
            "neither separator", "a,b;c\n1\n",
            "1:4: error: Both ‘,’ and ‘;’ stand in the first row, and either may part its values: put those "
                + "that hold one in quotation marks. [table.separator]"),
        mistake(
            "rows with another separator", "a;b;c\n1;2;3\n4,5,6\n7;8\n",
            "3:1: error: The values of this row are parted by ‘,’, and those of the first by ‘;’. "
                + "[table.separator]",
            "4:1: error: This row has 2 values, and the first 3. A value that holds the sign between two "
                + "stands in quotation marks. [table.uneven]"),
        Mistake(
            "a file of tabs with commas",
            post("content/a.md", body: "![C](r.tsv)") + "-- content/r.tsv --\na,b\n1,2\n",
            "content/r.tsv:1:1: error: Values of this file are parted by tabs, and here stands ‘,’: save it with "
                + "tabs. [table.separator]"),
        mistake(
            "too many rows", "a\n" + String(repeating: "1\n", count: 501),
            "502:1: error: From here on there are more than 500 rows, too many to read in a page: link to the "
                + "file, without the ‘!’ before the bracket. [table.too-large]"),
        mistake(
            "too many columns", String(repeating: "a,", count: 100) + "b\n",
            "1:1: error: There are 101 columns, too many to read in a page: link to the file, without the ‘!’ "
                + "before the bracket. [table.too-large]"),
        Mistake(
            "no such file",
            post("content/a.md", body: "![C](r.csv)") + "-- content/s.csv --\na\n1\n",
            "content/a.md:7:6: error: There is no file ‘content/r.csv’. Did you mean ‘content/s.csv’? "
                + "[link.unknown-file]"),
        Mistake(
            "a file within a text",
            post("content/a.md", body: "See ![C](r.csv).\n\n- ![C](r.csv)")
                + "-- content/r.csv --\na\n1\n",
            "content/a.md:7:10: error: ‘r.csv’ is shown as a table where it stands alone in its paragraph: put "
                + "it there; to link to it, write no ‘!’ before the bracket. [image.not-shown]",
            "content/a.md:9:8: error: ‘r.csv’ is shown as a table where it stands alone in its paragraph: put "
                + "it there; to link to it, write no ‘!’ before the bracket. [image.not-shown]"),
        Mistake(
            "a title, a width and a note",
            post("content/a.md", body: "![C[^n]](r.csv \"T\"){width=50%}\n\n[^n]: Note.")
                + "-- content/r.csv --\na\n1\n",
            "content/a.md:7:4: error: The words for an image cannot hold a footnote: put ‘[^n]’ behind the "
                + "image. [footnote.in-image]",
            "content/a.md:7:10: error: A table has the width that it needs: delete ‘width=50%’. [image.width]",
            "content/a.md:7:10: error: The caption of a table of a file stands between the brackets: write it "
                + "there, and nothing behind ‘r.csv’. [table.title]"),
    ]

    @Test func aFileThatIsNoTextIsReportedAtItsByte() async throws {
        var site = Self.site("![C](rates.csv)")
        site.files["content/posts/a/rates.csv"] = Array("a,b\n1,".utf8) + [0xE9, 0x0A]
        let report = try await site.diagnose()
        #expect(
            report.hasPrefix(
                "content/posts/a/rates.csv:2:3: error: The byte 0xe9 here is not UTF-8"))
        site.files["content/posts/a/rates.csv"] = [UInt8](repeating: 0x61, count: 2 << 20)
        #expect(try await site.diagnose().contains("2097152 bytes, too many to read in a page"))
    }

    @Test func aFileOfADraftIsKeptBackWithIt() async throws {
        let draft = post("content/posts/d.md", "draft: true", body: "![C](d.csv)")
        let site = SiteFixture(
            post("content/posts/a.md") + draft + "-- content/posts/d.csv --\nno table\n")
        #expect(try await site.diagnose() == "")
        #expect(try await site.render()["posts/d.csv"] == nil)
    }
}
