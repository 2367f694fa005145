import SiteTesting
import Testing

/// Files without what a page needs, and mistakes in texts.
@Suite struct TextMistakeTests {
    @Test(arguments: files + texts)
    func isReportedAtItsPlace(mistake: Mistake) async throws { try await mistake.expectReport() }

    static let files = [
        Mistake(
            "no front matter",
            "-- content/posts/a.md --\nText only.\n",
            "content/posts/a.md:1:1: error: The file does not begin with front matter: "
                + "write ‘---’, a line ‘title: …’, and ‘---’ before the text. "
                + "[front-matter.missing]"),
        Mistake(
            "links to a page and a topic that have a mistake of their own",
            "-- site.yaml --\n\(SiteFixture.yaml())"
                + "topics: {controlled: true}\nnavigation: [{text: B, url: /b/}]\n"
                + "-- content/b.md --\nText only.\n-- content/topics/x.md --\nText only.\n"
                + post(
                    "content/posts/a.md", "topics: [X]", body: "[b](../b.md), [b](/b/)"),
            "content/b.md:1:1: error: The file does not begin with front matter: write ‘---’, a "
                + "line ‘title: …’, and ‘---’ before the text. [front-matter.missing]",
            "content/topics/x.md:1:1: error: The file does not begin with front matter: write "
                + "‘---’, a line ‘title: …’, and ‘---’ before the text. [front-matter.missing]"),
        Mistake(
            "front matter that does not end",
            "-- content/posts/a.md --\n---\ntitle: A\ndate: 2025-01-01\n\nText.\n",
            "content/posts/a.md:1:1: error: The front matter that begins here has no "
                + "closing ‘---’ line, so nobody can tell where the text begins. "
                + "[front-matter.not-closed]"),
        Mistake(
            "no title",
            "-- content/posts/a.md --\n---\ndate: 2025-01-01\nauthors: [Ada Example]\n---\n\nText.\n",
            "content/posts/a.md:1:1: error: The page has no title: write ‘title: …’. "
                + "[front-matter.missing-title]"),
        Mistake(
            "no date",
            "-- content/posts/a.md --\n---\ntitle: A\nauthors: [Ada Example]\n---\n\nText.\n",
            "content/posts/a.md:1:1: error: A publication needs a ‘date’: write ‘date: "
                + "2025-01-31’. [front-matter.missing-key]"),
        Mistake(
            "no authors",
            "-- content/posts/a.md --\n---\ntitle: A\ndate: 2025-01-01\n---\n\nText.\n",
            "content/posts/a.md:1:1: error: A publication needs ‘authors’: write ‘authors: "
                + "[Ada Example]’. [front-matter.missing-key]"),
        Mistake(
            "an author without a name in a group",
            "-- content/posts/a.md --\n---\ntitle: A\ndate: 2025-01-01\nauthors:\n  - role: editor\n---\n\nText.\n",
            "content/posts/a.md:5:5: error: This author has no ‘name’. "
                + "[author.missing-name]"),
        Mistake(
            "an author twice",
            "-- content/posts/a.md --\n---\ntitle: A\ndate: 2025-01-01\nauthors: [Ada Example, Ada Example]\n---\n\nText.\n",
            "content/posts/a.md:4:24: error: ‘Ada Example’ is named twice. "
                + "[author.repeated]"),
        Mistake(
            "an ORCID iD with a wrong check digit",
            "-- content/posts/a.md --\n---\ntitle: A\ndate: 2025-01-01\nauthors:\n  - name: Ada Example\n    orcid: 0000-0002-1825-0098\n---\n\nText.\n",
            "content/posts/a.md:6:12: error: ‘0000-0002-1825-0098’ is no ORCID iD: four "
                + "groups of four digits, the last a check digit. [orcid.malformed]"),
        Mistake(
            "a role that CRediT does not have",
            "-- content/posts/a.md --\n---\ntitle: A\ndate: 2025-01-01\nauthors:\n  - name: Ada Example\n    contributions: [softwear]\n---\n\nText.\n",
            "content/posts/a.md:6:21: error: ‘softwear’ is no role of the CRediT taxonomy. "
                + "Did you mean ‘software’? [author.unknown-contribution]"),
    ]

    static let texts = [
        Mistake(
            "an image without a description",
            post("content/posts/a.md", body: "![](wall.png)") + "-- content/posts/wall.png --\nx\n",
            "content/posts/a.md:7:5: error: This image has no alternative text: say "
                + "between the brackets what it shows, or write ‘{.decorative}’ behind it when "
                + "it shows nothing. [image.missing-alt]"),
        Mistake(
            "a link with a scheme that is refused",
            post("content/posts/a.md", body: "[x](javascript:alert)"),
            "content/posts/a.md:7:5: error: Links to ‘javascript:’ addresses are not "
                + "allowed; http, https, mailto, tel and paths are. [link.refused-scheme]"),
        Mistake(
            "a comment that would be shown, and HTML",
            post("content/posts/a.md", body: "A <!-- a -- b --> and x<sup>2</sup> and <br>"),
            "content/posts/a.md:7:3: error: This comment would be shown: within a paragraph it "
                + "must end there with ‘-->’, and hold no ‘--’. On lines of its own it may hold "
                + "anything. [html.malformed-comment]",
            "content/posts/a.md:7:24: warning: HTML is shown as it is written, such as ‘<sup>’ "
                + "here: write it in Markdown, or set ‘raw_html: allow’ in site.yaml. "
                + "[html.escaped]"),
        Mistake(
            "a comment that is not closed",
            post("content/posts/a.md", body: "<!-- A note.\n\nText."),
            "content/posts/a.md:7:1: error: The comment here is never closed: write ‘-->’ at its "
                + "end. [html.malformed-comment]"),
        Mistake(
            "formulas that do not end, and labels of none",
            post(
                "content/posts/a.md",
                body:
                    "$5 and $10.\n\n> $$\n> a\n>\n> b\n> $$\n\n$a$ {#eq:a}\n\n## B {#eq:b}\n\n$$ $$"
            ),
            "content/posts/a.md:9:3: error: The formula that begins here does not end: write ‘$$’ "
                + "behind it, and no blank line within. Two dollars that are meant are ‘\\$\\$’. "
                + "[math.unclosed]",
            "content/posts/a.md:15:5: error: Nothing here can have the label of an equation: it "
                + "stands behind the ‘$$’ that closes a formula, as in ‘$$…$$ {#eq:name}’. "
                + "[math.misplaced-label]",
            "content/posts/a.md:17:1: error: Nothing here can have the label of an equation: it "
                + "stands behind the ‘$$’ that closes a formula, as in ‘$$…$$ {#eq:name}’. "
                + "[math.misplaced-label]",
            "content/posts/a.md:19:3: error: This formula is empty. [math.malformed]"),
        Mistake(
            "links that lead nowhere",
            post("content/posts/a.md", body: "[a]()\n\n![b]()\n\n[c](https://) and [d](http:/x)"),
            "content/posts/a.md:7:5: error: This link leads nowhere: write an address, or the path "
                + "of a file. [link.empty]",
            "content/posts/a.md:9:6: error: This image leads nowhere: write an address, or the path "
                + "of a file. [link.empty]",
            "content/posts/a.md:11:5: error: ‘https://’ names no site: an address of the web begins "
                + "like ‘https://example.org’. [link.malformed-address]",
            "content/posts/a.md:11:23: error: ‘http:/x’ names no site: an address of the web begins "
                + "like ‘https://example.org’. [link.malformed-address]"),
        Mistake(
            "a link without words",
            post("content/posts/a.md", body: "[](https://example.org)"),
            "content/posts/a.md:7:4: error: This link has no words to click on. "
                + "[link.empty-text]"),
        Mistake(
            "an id given twice",
            post("content/posts/a.md", body: "## A {#x}\n\n## B {#x}"),
            "content/posts/a.md:9:1: error: The id ‘x’ is given twice on this page. "
                + "[anchor.duplicate]"),
        Mistake(
            "a malformed attribute",
            post("content/posts/a.md", body: "## A {#x y}"),
            "content/posts/a.md:7:1: error: ‘y’ is neither an id (‘#name’) nor a class "
                + "(‘.name’). [attributes.malformed]"),
        Mistake(
            "a height behind an image",
            post("content/posts/a.md", body: "![A wall](wall.png){height=20}")
                + "-- content/posts/wall.png --\nx\n",
            "content/posts/a.md:7:1: error: ‘height=20’ is neither an id (‘#name’) nor a class "
                + "(‘.name’). The height of an image follows from its width: give that alone. [attributes.malformed]"
        ),
        Mistake(
            "a width with a wrong unit",
            post("content/posts/a.md", body: "![A wall](wall.png){#fig:a width=10cm}")
                + "-- content/posts/wall.png --\nx\n",
            "content/posts/a.md:7:28: error: ‘width=10cm’ is no width: a number alone is one of "
                + "pixels. Write ‘width=378’. [image.width]"),
        Mistake(
            "a width of more than the text's",
            post("content/posts/a.md", body: "![A wall](wall.png){width=120%}")
                + "-- content/posts/wall.png --\nx\n",
            "content/posts/a.md:7:21: error: ‘width=120%’ is no width: an image is at most as "
                + "wide as the text. Write ‘width=100%’. [image.width]"),
        Mistake(
            "a width of nothing",
            post("content/posts/a.md", body: "![A wall](wall.png){width=0}")
                + "-- content/posts/wall.png --\nx\n",
            "content/posts/a.md:7:21: error: ‘width=0’ is no width: nobody would see it. Write one "
                + "in parts of the text’s (‘width=50%’) or in pixels (‘width=320’). [image.width]"),
        Mistake(
            "a width with a space",
            post("content/posts/a.md", body: "![A wall](wall.png){width=50 %}")
                + "-- content/posts/wall.png --\nx\n",
            "content/posts/a.md:7:21: error: ‘width=50 %’ is no width: it has no quotes or "
                + "spaces. Write ‘width=50%’. [image.width]"),
        Mistake(
            "a width in quotes",
            post("content/posts/a.md", body: "![A wall](wall.png){width=\"33.3%\"}")
                + "-- content/posts/wall.png --\nx\n",
            "content/posts/a.md:7:21: error: ‘width=\"33.3%\"’ is no width: it has no quotes or "
                + "spaces. Write ‘width=33%’. [image.width]"),
        Mistake(
            "a footnote in the words for an image",
            post(
                "content/posts/a.md",
                body: "Text[^a] and\n\n[![A *b[^a]*](/x.png)](https://b.org/)\n\n[^a]: A note.")
                + "-- content/x.png --\npng\n",
            "content/posts/a.md:9:8: error: The words for an image cannot hold a footnote: put "
                + "‘[^a]’ behind the image. [footnote.in-image]"),
        Mistake(
            "a footnote in the words of a link",
            post(
                "content/posts/a.md",
                body: "Text[^a] and\n[a *link[^a]*](https://b.org/).\n\n[^a]: A note."),
            "content/posts/a.md:8:9: error: The words of a link cannot hold a footnote, which is a link "
                + "itself: put ‘[^a]’ behind the link. [footnote.in-link]"),
        Mistake(
            "an undefined footnote",
            post("content/posts/a.md", body: "Text[^a].\n\n[^b]: Note."),
            "content/posts/a.md:7:5: error: There is no footnote ‘a’. Did you mean ‘b’? "
                + "[footnote.undefined]",
            "content/posts/a.md:9:1: warning: Nothing refers to the footnote ‘b’. "
                + "[footnote.unused]"),
        Mistake(
            "a footnote of a footnote that nothing refers to",
            post("content/posts/a.md", body: "Text.\n\n[^a]: A note.[^b]\n\n[^b]: Another."),
            "content/posts/a.md:9:1: warning: Nothing refers to the footnote ‘a’. "
                + "[footnote.unused]",
            "content/posts/a.md:11:1: error: Only a footnote that nothing refers to refers to ‘b’: "
                + "refer to that one, or delete both. [footnote.unused]"),
        Mistake(
            "a footnote written twice",
            post(
                "content/posts/a.md",
                body: "Text[^1].\n\n    [^1]: Code\n\n[^1]: A\n\n```\n[^1]: Code\n```\n\n[^1]: B"),
            "content/posts/a.md:17:1: error: The footnote ‘1’ is written twice: readers would see "
                + "the first alone. [footnote.duplicate]"),
        Mistake(
            "an unknown callout",
            post("content/posts/a.md", body: "> [!SUMARY]\n> Text."),
            "content/posts/a.md:7:1: error: There is no callout ‘[!SUMARY]’. Did you mean "
                + "‘[!SUMMARY]’? [callout.unknown-kind]"),
        Mistake(
            "an unknown label",
            post("content/posts/a.md", body: "[@fig:x]"),
            "content/posts/a.md:7:1: error: Nothing on this page is labelled ‘fig:x’. "
                + "[cross-reference.unknown]"),
        Mistake(
            "a citation of an unknown work",
            post("content/posts/a.md", body: "[@nobody2020]"),
            "content/posts/a.md:7:2: error: The bibliography has no work ‘nobody2020’. "
                + "[citation.unknown-key]"),
        Mistake(
            "a citation without a work",
            post("content/posts/a.md", body: "[@, p. 3]"),
            "content/posts/a.md:7:1: error: This citation names no work, and the page has "
                + "no ‘default_work’: write ‘@key’, or ‘default_work: key’ in the front matter. "
                + "[citation.no-default-work]"),
    ]
}
