import Diagnostics
import Importing
import SiteTesting
import Testing

/// A note of Obsidian, with those around it; that they are notes, only the settings of a vault tell.
private func imported(
    _ body: String, _ path: String = "vault/Mud and rivers.md", settings: String? = nil
) throws -> ImportedPost {
    let archive =
        "-- \(path) --\n\(body)\n-- vault/Sand.md --\n## Grain size\n-- vault/a pic.png --\nx\n"
        + "-- vault/talk.mp4 --\nx\n" + (settings.map { "-- \($0) --\n{}\n" } ?? "")
    var options = ImportOptions(now: SiteFixture.time)
    options.authors = ["Ada Example"]
    options.date = options.now
    let paths = [path, "vault/Sand.md"]
    return try ImportedFiles(
        reading: paths.map { ImportedFiles.Source(shown: $0, path: $0) },
        from: SiteFixture(archive).files, folder: nil, options
    ).posts[0]
}

private func text(_ post: ImportedPost) -> String {
    post.text?.split(separator: "\n---\n\n", maxSplits: 1).last.map { String($0) } ?? ""
}

/// Links by names, embeds, comments and callouts of notebooks.
@Suite struct NotesTests {
    @Test(
        arguments: [
            ("[[Sand]]", "[Sand](sand.md)"), ("[[sand]]", "[sand](sand.md)"),
            ("[[Sand|the *sand*]]", "[the \\*sand\\*](sand.md)"),
            ("[[Sand#Grain size]]", "[Sand › Grain size](sand.md#grain-size)"),
            ("[[#Heading here|above]]", "[above](#heading-here)"),
            ("[[Sand#^block-2]]", "[Sand](sand.md)"),
            ("| a |\n|---|\n| [[Sand\\|x]] |", "| a |\n|---|\n| [x](sand.md) |"),
            ("[[Silt|silt]]", "silt"),
            // What is no such link.
            ("[[1]](https://example.org)", "[[1]](https://example.org)"),
            ("`[[Sand]]`", "`[[Sand]]`"), ("[[a\nb]]", "[[a\nb]]"), ("a[[", "a[["),
            ("```\n[[Sand]]\n```", "```\n[[Sand]]\n```"), ("[^1] [a][b]", "[^1] [a][b]"),
            ("[[|]]", "[[|]]"), ("![[|]]", "![[|]]"), ("[[||]]", "[[||]]"),
            (#"[[\|]]"#, #"[[\|]]"#),
            ("[[|a]]", "[[|a]]"), ("[[Sand|]]", "[Sand](sand.md)"),
            ("The ring $R[[Sand]]$ is $k[[x]]$,", "The ring $R[[Sand]]$ is $k[[x]]$,"),
            (#"$a\text{ for $x$}[[Sand]]$"#, #"$a\text{ for $x$}[[Sand]]$"#),
            ("\\$5 of [[Sand]] or 6$", "\\$5 of [Sand](sand.md) or 6$"),
            (
                "$5 for [[Sand]] and $6 for [[Sand]]",
                "$5 for [Sand](sand.md) and $6 for [Sand](sand.md)"
            ),
            ("- of $5\n- [[Sand]] for 6$", "- of $5\n- [Sand](sand.md) for 6$"),
        ])
    func linksByName(written: String, made: String) throws {
        for settings in [nil, "vault/.obsidian/app.json"] {
            #expect(text(try imported(written, settings: settings)) == made + "\n")
        }
    }

    /// Nobody but Obsidian links so.
    @Test(arguments: ["x[[1]]", "a [[ -f x ]] b", "[[:alpha:]]", "list[[2]][[3]]", "(f)[[1]]"])
    func codeIsNoLink(body: String) throws {
        let post = try imported(body)
        #expect(text(post) == body + "\n")
        #expect(!post.diagnostics.contains { $0.id == "import.unresolved-link" })
        let note = try imported(body, settings: "vault/.obsidian/app.json")
        #expect(text(note) != body + "\n")
    }

    @Test(arguments: [
        ("_posts/2020-01-01-a.md", "_config.yml"), ("content/a.md", "hugo.toml"),
        ("a.md", "_quarto.yml"),
    ])
    func othersHaveNoSuchLinks(path: String, settings: String) throws {
        let body = "$k[[x]]$ [[Sand]] %%a%%\n\n%%\nb\n%%\n\n> [!info] A"
        let post = try imported("---\ntitle: T\n---\n\(body)", path, settings: settings)
        #expect(text(post) == body + "\n")
        #expect(!post.diagnostics.contains { $0.id == "import.unclear-comment" })
    }

    @Test(arguments: [
        "quartz.config.ts", "content/.obsidian/appearance.json", ".obsidian/app.json",
    ])
    func quartzIsNotHugo(settings: String) throws {
        let post = try imported(
            "---\ntitle: T\naliases: [Mud]\n---\n[[Sand]] %% Bob %%.", "content/Big Note.md",
            settings: settings)
        #expect(text(post) == "[Sand](sand.md) .\n")
        #expect(post.text?.contains("extra:\n  aliases: [Mud]\n") == true)
    }

    @Test func picturesByName() throws {
        let post = try imported("![[a pic.png|300]] and ![[a pic.png|A river]]")
        #expect(
            text(post) == "![](a%20pic.png){.decorative width=300} and ![A river](a%20pic.png)\n")
        #expect(post.files.map(\.name) == ["a pic.png"])
        let both = try imported("![[a pic.png|A wall|300x200]] ![[talk.mp4|A talk]] ![[talk.mp4]]")
        #expect(
            text(both)
                == "![A wall](a%20pic.png){width=300} ![A talk](talk.mp4) ![](talk.mp4){.decorative}\n"
        )
        #expect(both.files.map(\.name) == ["a pic.png", "talk.mp4"])
    }

    @Test func anEmbeddedNoteIsALink() throws {
        let post = try imported("![[Sand]]")
        #expect(text(post) == "[Sand](sand.md)\n")
        #expect(post.diagnostics.contains { $0.id == "import.embedded-note" })
    }

    @Test func commentsAreLeftOut() throws {
        let post = try imported(
            "Before %%secret%% after.\n\n%%\nsecret\n%%\n\n`%%kept%%` 100%%",
            settings: "vault/.obsidian/core-plugins.json")
        #expect(text(post) == "Before  after.\n\n`%%kept%%` 100%%\n")
        // Where nobody writes so, signs are signs.
        let hugo = try imported("---\ntitle: T\n---\na %%b%% c", "content/posts/a.md")
        #expect(text(hugo) == "a %%b%% c\n")
    }

    /// What may be a comment is not left out, and not published in silence.
    @Test(arguments: [
        ("Here %% is a sign; write %% twice.", nil, true), ("%% secret %%", nil, true),
        ("%%\nsecret\n%% b", nil, true), ("a %% secret\n\nto the end", nil, true),
        ("a %% secret", "vault/.obsidian/app.json", true), ("a %%", nil, false),
        ("[a](https://example.org/a%%20b%%)", "vault/.obsidian/app.json", false),
        ("It grew by 5% to 6 %.", nil, false),
    ])
    func whatMayBeAComment(body: String, settings: String?, isNamed: Bool) throws {
        for path in ["vault/A.md", "content/a.md"] where path == "vault/A.md" || settings == nil {
            let post = try imported("---\ntitle: T\n---\n\(body)", path, settings: settings)
            #expect(text(post) == body + "\n")
            #expect(post.diagnostics.contains { $0.id == "import.unclear-comment" } == isNamed)
            #expect(post.text?.contains("\ndraft: true\n") == isNamed)
        }
    }

    @Test func aloneOnItsLineItIsOne() throws {
        let post = try imported("---\ntitle: T\n---\nA\n\n%%\nsecret %\n%%\n\nB")
        #expect(text(post) == "A\n\nB\n")
        #expect(post.text?.contains("draft") == false)
    }

    @Test(arguments: [
        ("Walls %%do not tell Bob%% and [[Sand]]", "Walls and Sand"),
        ("The *best* [sand](https://example.org) of `C#` ##", "The best sand of C#"),
        (#"Of C\*-algebras and W\*-algebras"#, "Of C*-algebras and W*-algebras"),
        ("Of $x_1 * y_1$ and C#", "Of $x_1 * y_1$ and C#"), ("[[Sand|The *sand*]]", "The *sand*"),
    ])
    func aHeadingIsATitleOfWords(heading: String, title: String) throws {
        let post = try imported(
            "# \(heading)\n\nText.", settings: "vault/.obsidian/workspace.json")
        #expect(post.title == title)
        #expect(text(post) == "Text.\n")
    }

    @Test(
        arguments: [
            ("> [!info] Did you know\n> It is.", "> [!NOTE] Did you know\n> It is."),
            ("> [!abstract]-\n> A", "> [!SUMMARY]\n> A"), ("> [!note]+ B\n> A", "> [!NOTE] B\n> A"),
            ("> [!other]\n> A", "> [!other]\n> A"), ("> a [!info] b", "> a [!info] b"),
            ("> [!info|wide] B\n> A", "> [!NOTE] B\n> A"), ("> [!quote]\n> A", "> A"),
            ("> [!quote]- Of [[Sand]]\n> A", "> Of [Sand](sand.md)\n>\n> A"),
            ("> [!THEOREM] B\n> A", "> [!THEOREM] B\n> A"),
        ])
    func callouts(written: String, made: String) throws {
        let post = try imported(written)
        #expect(text(post) == made + "\n")
        let isNamed = ["other", "quote]-"].contains { written.contains($0) }
        #expect(post.diagnostics.contains { $0.id == "import.callout" } == isNamed)
    }

    @Test(
        arguments: [
            ("vault/Mud and rivers.md", "Mud and rivers"), ("vault/2024-01-02 Mud.md", "Mud"),
            ("vault/mud-and-rivers.md", nil), ("vault/2024-01-02.md", nil),
            ("content/posts/Mud.md", nil), ("vault/Mud/index.md", nil),
        ])
    func theNameOfANoteIsItsTitle(path: String, title: String?) throws {
        let post = try imported("x", path)
        #expect(post.text?.contains("\ntitle: \(title ?? "?")\n") ?? false == (title != nil))
        #expect(post.text?.contains("\ndraft: true\n") ?? true, "it was made up")
        #expect(post.diagnostics.contains { $0.id == "import.missing-title" } == (title == nil))
    }

    @Test func otherNamesAreNoAddresses() throws {
        let post = try imported("---\ntitle: T\naliases: [Mud, River mud]\n---\nx")
        #expect(post.text?.contains("extra:\n  aliases: [Mud, River mud]\n") == true)
        let hugo = try imported("---\ntitle: T\naliases: [mud]\n---\nx", "content/posts/a.md")
        #expect(hugo.text?.contains("\naliases: [/mud]\n") == true)
    }
}
