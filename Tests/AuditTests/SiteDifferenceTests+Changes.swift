import SiteTesting

extension SiteDifferenceTests {
    static func article(
        _ path: String = "content/posts/naming.md", title: String = "Naming", _ more: String = "",
        body: String = "One two three.\n\n## Why a name\n\nFour five six."
    ) -> String {
        SiteTesting.post(path, title: title, more, body: body)
    }

    static let changes = [
        Change(
            testDescription: "a new post by a new author", before: article(),
            after: article()
                + SiteTesting.post("content/posts/b.md", title: "Walls & maps").replacing(
                    "Ada Example", with: "Bo Sample"),
            told: """
                New pages
                  /posts/b/  Walls & maps · Bo Sample · 2025-01-01

                New lists
                  /people/bo-sample/  Bo Sample
                """),
        Change(
            testDescription: "what the record says", before: article(),
            after: article(title: "On naming", "topics: [names]\nversion: 2\nsubtitle: Of names"),
            told: """
                Changed pages
                  /posts/naming/  On naming
                    title: Naming → On naming
                    subtitle, new: Of names
                    version, new: 2
                    topics, new: names

                New lists
                  /topics/names/  names
                """),
        Change(
            testDescription: "words, links and headings", before: article(),
            after: article(
                body: "One [two](https://example.com/) three four.\n\n"
                    + "## Why any name {#why .was-why-a-name}\n\nFour six.\n\n## Then\n\nSeven eight."
            ),
            told: """
                Changed pages
                  /posts/naming/  Naming
                    The beginning: 2 words new, 1 word gone, 1 link new
                    “Why any name”: was “Why a name”, 1 word gone
                    “Then”, new: 2 words
                    No revision tells readers that the text has changed.
                """),
        Change(
            testDescription: "a section that is gone, and one in another order", before: article(),
            after: article(body: "two One three."),
            told: """
                Changed pages
                  /posts/naming/  Naming
                    The beginning: in another order
                    “Why a name”, gone: 3 words
                    No revision tells readers that the text has changed.
                """),
        Change(
            testDescription: "a note before others",
            before: article(body: "One.\n\n## B\n\nTwo[^b].\n\n[^b]: Second."),
            after: article(body: "One[^a].\n\n## B\n\nTwo[^b].\n\n[^a]: First.\n[^b]: Second."),
            told: """
                Changed pages
                  /posts/naming/  Naming
                    “B”: 1 word new
                    No revision tells readers that the text has changed.
                """),
        Change(
            testDescription: "a change that a revision tells of", before: article(),
            after: article(
                title: "Naming",
                "revisions: [{date: 2025-02-01, kind: correction, note: Six was five.}]",
                body: "One two three.\n\n## Why a name\n\nFour five five."),
            told: """
                Changed pages
                  /posts/naming/  Naming
                    updated, new: 2025-02-01
                    The beginning: 7 words new
                    “Why a name”: 1 word new, 1 word gone
                    “Revisions”, new: 7 words
                """),
        Change(
            testDescription: "a page under another name, and a link to it",
            before: article()
                + SiteTesting.post("content/posts/b.md", body: "[See](naming.md#why-a-name)."),
            after: article("content/posts/names.md", title: "Naming", "aliases: [/posts/naming/]")
                + SiteTesting.post("content/posts/b.md", body: "[See](names.md#why-a-name)."),
            told: """
                Moved
                  /posts/naming/  to /posts/names/
                """),
        Change(
            testDescription: "pages that a wildcard leads to, one with another text",
            before: article() + SiteTesting.post("content/posts/b.md"),
            after: article("content/essays/naming.md", title: "Naming", "kind: essay")
                + SiteTesting.post("content/essays/b.md", "kind: essay", body: "Text, more."),
            settings: "redirects: {/posts/*: /essays/:splat}",
            told: """
                Changed pages
                  /essays/b/  A title
                    The beginning: 2 words new, 1 word gone
                    No revision tells readers that the text has changed.

                Moved
                  /posts/  to /essays/
                  /posts/b/  to /essays/b/
                  /posts/naming/  to /essays/naming/
                """),
        Change(
            testDescription: "pages that are on another site now", before: article(),
            after: SiteTesting.post("content/essays/c.md", title: "C", "kind: essay"),
            settings: "redirects: {/posts/*: https://other.example/:splat}",
            told: """
                New pages
                  /essays/c/  C · Ada Example · 2025-01-01

                Moved
                  /posts/  to https://other.example/
                  /posts/naming/  to https://other.example/naming/

                New lists
                  /essays/  Essays
                """),
        Change(
            testDescription: "a page that is gone, and files beside pages",
            before: article("content/posts/a/index.md", body: "![A](a.svg) ![B](b.svg)")
                + "-- content/posts/a/a.svg --\n<svg/>\n-- content/posts/a/b.svg --\n<svg/>\n"
                + SiteTesting.post("content/posts/b.md", title: "B"),
            after: article("content/posts/a/index.md", body: "![A](a.svg) ![B](c.svg)")
                + "-- content/posts/a/a.svg --\n<svg  />\n-- content/posts/a/c.svg --\n<svg/>\n",
            told: """
                Changed pages
                  /posts/a/  Naming
                    The beginning: 1 link new, 1 link gone

                Gone
                  /posts/b/  B · Ada Example · 2025-01-01

                New files
                  /posts/a/c.svg

                Changed files
                  /posts/a/a.svg

                Files that are gone
                  /posts/a/b.svg
                """),
        Change(
            testDescription: "a bundle under another name, and a page that shows its file",
            before: article("content/posts/a/index.md", body: "![A](a.svg)")
                + "-- content/posts/a/a.svg --\n<svg/>\n"
                + SiteTesting.post("content/posts/c.md", body: "![A](a/a.svg)"),
            after: article(
                "content/posts/b/index.md", title: "Naming", "aliases: [/posts/a/]",
                body: "![A](a.svg)") + "-- content/posts/b/a.svg --\n<svg/>\n"
                + SiteTesting.post("content/posts/c.md", body: "![A](b/a.svg)"),
            told: """
                Moved
                  /posts/a/  to /posts/b/
                """),
        Change(
            testDescription: "a figure that moved to another section",
            before: article(body: "![A](https://example.com/f.svg){#fig:a}\n\n## Results\n\nOne."),
            after: article(
                body: "Lead.\n\n## Results\n\nOne.\n\n![A](https://example.com/f.svg){#fig:a}"),
            told: """
                Changed pages
                  /posts/naming/  Naming
                    The beginning: 1 word new, 3 words gone, 1 link gone
                    “Results”: 3 words new, 1 link new
                    No revision tells readers that the text has changed.
                """),
        Change(
            testDescription: "a text in the place of which a list stands",
            before: "-- content/notes.md --\n---\ntitle: Notes\n---\n\nText.\n",
            after: "-- content/notes/index.md --\n---\ntitle: Notes\n---\n\nText.\n"
                + "-- content/notes/one.md --\n---\ntitle: One\n---\n\nText.\n",
            told: """
                New pages
                  /notes/one/  One

                Gone
                  /notes/  Notes
                """),
        Change(
            testDescription: "an alias that is taken back",
            before: article(title: "Naming", "aliases: [/old/]"), after: article(),
            told: """
                Gone
                  /old/
                """),
        Change(
            testDescription: "a file with a redirect",
            before: article(body: "[D](d.pdf)") + "-- content/posts/d.pdf --\nD\n",
            after: article(body: "[D](e.pdf)") + "-- content/posts/e.pdf --\nD\n",
            settings: "redirects: {/posts/d.pdf: /posts/e.pdf}",
            told: """
                Moved
                  /posts/d.pdf  to /posts/e.pdf
                """),
        Change(
            testDescription: "a file with a redirect and other bytes, and one by a wildcard",
            before: article(body: "[D](d.pdf) [C](../c/x.csv)")
                + "-- content/posts/d.pdf --\nD\n-- content/c/x.csv --\nX\n",
            after: article(body: "[D](e.pdf) [C](../d/x.csv)")
                + "-- content/posts/e.pdf --\nE\n-- content/d/x.csv --\nX\n",
            settings: "redirects: {/posts/d.pdf: /posts/e.pdf, /c/*: /d/:splat}",
            told: """
                Changed pages
                  /posts/naming/  Naming
                    The beginning: 1 link new, 1 link gone

                Moved
                  /c/x.csv  to /d/x.csv
                  /posts/d.pdf  to /posts/e.pdf

                Changed files
                  /posts/e.pdf
                """),
        Change(
            testDescription: "texts above lists, of a person and of a topic",
            before: article("content/posts/naming.md", title: "Naming", "topics: [names]")
                + "-- content/index.md --\n---\ntitle: Home\n---\n\nHello.\n"
                + "-- content/posts/index.md --\n---\ntitle: Posts\n---\n\nAll.\n\n## How\n\nOne by one.\n"
                + "-- content/people/ada-example.md --\n---\ntitle: Ada Example\n---\n\nShe [wrote](../posts/naming.md).\n",
            after: article("content/posts/naming.md", title: "Naming", "topics: [names]")
                + "-- content/index.md --\n---\ntitle: Home of all\n---\n\nHello, all.\n"
                + "-- content/posts/index.md --\n---\ntitle: Posts\n---\n\nAll.\n\n## How\n\nTwo by two.\n"
                + "-- content/people/ada-example.md --\n---\ntitle: Ada Example\n---\n\nShe wrote.\n"
                + "-- content/topics/names.md --\n---\ntitle: names\n---\n\nWhat things are called.\n",
            told: """
                Changed pages
                  /  Home of all
                    title: Home → Home of all
                    The beginning: 2 words new, 1 word gone
                  /people/ada-example/  Ada Example
                    The beginning: 1 link gone
                  /posts/  Posts
                    “How”: 2 words new, 2 words gone
                  /topics/names/  names
                    The beginning: 4 words new
                """),
        Change(
            testDescription: "a topic and a person at another address, with another text",
            before: article("content/posts/naming.md", title: "Naming", "topics: [names]")
                + "-- content/topics/names.md --\n---\ntitle: names\n---\n\nWhat things are called.\n"
                + "-- content/people/ada.md --\n---\ntitle: Ada Example\n---\n\nShe wrote.\n",
            after: article("content/posts/naming.md", title: "Naming", "topics: [names]")
                + "-- content/topics/naming.md --\n---\ntitle: names\naliases: [/topics/names/]\n---\n\n"
                + "What things were called.\n"
                + "-- content/people/ada-e.md --\n---\ntitle: Ada Example\naliases: [/people/ada/]\n---\n\n"
                + "She wrote.\n",
            told: """
                Changed pages
                  /topics/naming/  names
                    The beginning: 1 word new, 1 word gone

                Moved
                  /people/ada/  to /people/ada-e/
                  /topics/names/  to /topics/naming/
                """),
        Change(
            testDescription: "another item of a list",
            before: article()
                + "-- content/posts/index.md --\n---\ntitle: Posts\n---\n\nAll.\n",
            after: article() + SiteTesting.post("content/posts/b.md", title: "B")
                + "-- content/posts/index.md --\n---\ntitle: Posts\n---\n\nAll.\n",
            told: """
                New pages
                  /posts/b/  B · Ada Example · 2025-01-01
                """),
        Change(
            testDescription: "a text that is taken back", before: article(),
            after: article(title: "Naming", "withdrawn: The data were wrong."),
            told: """
                Changed pages
                  /posts/naming/  Naming
                    The text is withdrawn.
                """),
    ]
}
