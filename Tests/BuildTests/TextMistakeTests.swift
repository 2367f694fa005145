import SiteTesting
import Testing

/// Files without what a page needs, and mistakes in texts.
@Suite struct TextMistakeTests {
    @Test(arguments: files + texts)
    func isReportedAtItsPlace(mistake: Mistake) async throws { try await mistake.expectReport() }

    static let files: [Mistake] = [
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

    static let texts: [Mistake] = [
        .inText(
            "an image without a description", "![](wall.png)",
            besides: "-- content/posts/wall.png --\nx\n",
            "7:5: error: This image has no alternative text: say between the brackets what it "
                + "shows, or write ‘{.decorative}’ behind it when it shows nothing. "
                + "[image.missing-alt]"),
        .inText(
            "a link with a scheme that is refused", "[x](javascript:alert)",
            "7:5: error: Links to ‘javascript:’ addresses are not allowed; http, https, mailto, "
                + "tel and paths are. [link.refused-scheme]"),
        .inText(
            "a comment that would be shown, and HTML",
            "A <!-- a -- b --> and x<sup>2</sup> and <br>",
            "7:3: error: This comment would be shown: within a paragraph it must end there with "
                + "‘-->’, and hold no ‘--’. On lines of its own it may hold anything. "
                + "[html.malformed-comment]",
            "7:24: warning: HTML is shown as it is written, such as ‘<sup>’ here: write it in "
                + "Markdown, or set ‘raw_html: allow’ in site.yaml. [html.escaped]"),
        .inText(
            "a comment that is not closed", "<!-- A note.\n\nText.",
            "7:1: error: The comment here is never closed: write ‘-->’ at its end. "
                + "[html.malformed-comment]"),
        .inText(
            "formulas that do not end, and labels of none",
            "$5 and $10.\n\n> $$\n> a\n>\n> b\n> $$\n\n$a$ {#eq:a}\n\n## B {#eq:b}\n\n$$ $$",
            "9:3: error: The formula that begins here does not end: write ‘$$’ behind it, and no "
                + "blank line within. Two dollars that are meant are ‘\\$\\$’. [math.unclosed]",
            "15:5: error: Nothing here can have the label of an equation: it stands behind the "
                + "‘$$’ that closes a formula, as in ‘$$…$$ {#eq:name}’. [math.misplaced-label]",
            "17:1: error: Nothing here can have the label of an equation: it stands behind the "
                + "‘$$’ that closes a formula, as in ‘$$…$$ {#eq:name}’. [math.misplaced-label]",
            "19:3: error: This formula is empty. [math.malformed]"),
        .inText(
            "links that lead nowhere", "[a]()\n\n![b]()\n\n[c](https://) and [d](http:/x)",
            "7:5: error: This link leads nowhere: write an address, or the path of a file. "
                + "[link.empty]",
            "9:6: error: This image leads nowhere: write an address, or the path of a file. "
                + "[link.empty]",
            "11:5: error: ‘https://’ names no site: an address of the web begins like "
                + "‘https://example.org’. [link.malformed-address]",
            "11:23: error: ‘http:/x’ names no site: an address of the web begins like "
                + "‘https://example.org’. [link.malformed-address]"),
        .inText(
            "a link without words", "[](https://example.org)",
            "7:4: error: This link has no words to click on. [link.empty-text]"),
        .inText(
            "an id given twice", "## A {#x}\n\n## B {#x}",
            "9:1: error: The id ‘x’ is given twice on this page. [anchor.duplicate]"),
        .inText(
            "a malformed attribute", "## A {#x y}",
            "7:1: error: ‘y’ is neither an id (‘#name’) nor a class (‘.name’). "
                + "[attributes.malformed]"),
        .inText(
            "a height behind an image", "![A wall](wall.png){height=20}",
            besides: "-- content/posts/wall.png --\nx\n",
            "7:1: error: ‘height=20’ is neither an id (‘#name’) nor a class (‘.name’). The height "
                + "of an image follows from its width: give that alone. [attributes.malformed]"),
        .inText(
            "a width with a wrong unit", "![A wall](wall.png){#fig:a width=10cm}",
            besides: "-- content/posts/wall.png --\nx\n",
            "7:28: error: ‘width=10cm’ is no width: a number alone is one of pixels. Write "
                + "‘width=378’. [image.width]"),
        .inText(
            "a width of more than the text's", "![A wall](wall.png){width=120%}",
            besides: "-- content/posts/wall.png --\nx\n",
            "7:21: error: ‘width=120%’ is no width: an image is at most as wide as the text. Write "
                + "‘width=100%’. [image.width]"),
        .inText(
            "a width of nothing", "![A wall](wall.png){width=0}",
            besides: "-- content/posts/wall.png --\nx\n",
            "7:21: error: ‘width=0’ is no width: nobody would see it. Write one in parts of the "
                + "text’s (‘width=50%’) or in pixels (‘width=320’). [image.width]"),
        .inText(
            "a width with a space", "![A wall](wall.png){width=50 %}",
            besides: "-- content/posts/wall.png --\nx\n",
            "7:21: error: ‘width=50 %’ is no width: it has no quotes or spaces. Write ‘width=50%’. "
                + "[image.width]"),
        .inText(
            "a width in quotes", "![A wall](wall.png){width=\"33.3%\"}",
            besides: "-- content/posts/wall.png --\nx\n",
            "7:21: error: ‘width=\"33.3%\"’ is no width: it has no quotes or spaces. Write "
                + "‘width=33%’. [image.width]"),
        .inText(
            "a footnote in the words for an image",
            "Text[^a] and\n\n[![A *b[^a]*](/x.png)](https://b.org/)\n\n[^a]: A note.",
            besides: "-- content/x.png --\npng\n",
            "9:8: error: The words for an image cannot hold a footnote: put ‘[^a]’ behind the "
                + "image. [footnote.in-image]"),
        .inText(
            "a footnote in the words of a link",
            "Text[^a] and\n[a *link[^a]*](https://b.org/).\n\n[^a]: A note.",
            "8:9: error: The words of a link cannot hold a footnote, which is a link itself: put "
                + "‘[^a]’ behind the link. [footnote.in-link]"),
        .inText(
            "an undefined footnote", "Text[^a].\n\n[^b]: Note.",
            "7:5: error: There is no footnote ‘a’. Did you mean ‘b’? [footnote.undefined]",
            "9:1: warning: Nothing refers to the footnote ‘b’. [footnote.unused]"),
        .inText(
            "an undefined footnote that looks like a regular expression",
            "Text[^b].[^1-2]\n\n[^b]: Note.",
            "7:10: error: There is no footnote ‘1-2’. [footnote.undefined]"),
        .inText(
            "a footnote of a footnote that nothing refers to",
            "Text.\n\n[^a]: A note.[^b]\n\n[^b]: Another.",
            "9:1: warning: Nothing refers to the footnote ‘a’. [footnote.unused]",
            "11:1: error: Only a footnote that nothing refers to refers to ‘b’: refer to that one, "
                + "or delete both. [footnote.unused]"),
        .inText(
            "a footnote written twice",
            "Text[^1].\n\n    [^1]: Code\n\n[^1]: A\n\n```\n[^1]: Code\n```\n\n[^1]: B",
            "17:1: error: The footnote ‘1’ is written twice: readers would see the first alone. "
                + "[footnote.duplicate]"),
        .inText(
            "an unknown callout", "> [!SUMARY]\n> Text.",
            "7:1: error: There is no callout ‘[!SUMARY]’. Did you mean ‘[!SUMMARY]’? "
                + "[callout.unknown-kind]"),
        .inText(
            "an unknown label", "[@fig:x]",
            "7:2: error: Nothing on this page is labelled ‘fig:x’. [cross-reference.unknown]"),
        .inText(
            "two keys without a semicolon", "[@knuth, p. 3, and @lamport]",
            "7:2: error: The bibliography has no work ‘knuth’. [citation.unknown-key]",
            "7:20: error: ‘@lamport’ would be shown as it is written: a semicolon stands between two "
                + "keys, as in ‘[@knuth; @lamport]’. Where the sign is meant, write ‘\\@’. "
                + "[citation.separator]"),
        .inText(
            "a citation of an unknown work", "[@nobody2020]",
            "7:2: error: The bibliography has no work ‘nobody2020’. [citation.unknown-key]"),
        .inText(
            "a citation without a work", "[@, p. 3]",
            "7:1: error: This citation names no work, and the page has no ‘default_work’: write "
                + "‘@key’, or ‘default_work: key’ in the front matter. "
                + "[citation.no-default-work]"),
    ]
}
