import Diagnostics
import Importing
import SiteTesting
import Testing

/// A note of Obsidian, with those around it.
private func imported(_ body: String, _ path: String = "vault/Mud and rivers.md") throws
    -> ImportedPost
{
    let archive =
        "-- \(path) --\n\(body)\n-- vault/Sand.md --\n## Grain size\n-- vault/a pic.png --\nx\n"
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
        ])
    func linksByName(written: String, made: String) throws {
        #expect(text(try imported(written)) == made + "\n")
    }

    @Test func picturesByName() throws {
        let post = try imported("![[a pic.png|300]] and ![[a pic.png|A river]]")
        #expect(
            text(post) == "![](a%20pic.png){.decorative width=300} and ![A river](a%20pic.png)\n")
        #expect(post.files.map(\.name) == ["a pic.png"])
    }

    @Test func anEmbeddedNoteIsALink() throws {
        let post = try imported("![[Sand]]")
        #expect(text(post) == "[Sand](sand.md)\n")
        #expect(post.diagnostics.contains { $0.id == "import.embedded-note" })
    }

    @Test func commentsAreLeftOut() throws {
        let post = try imported("Before %%secret%% after.\n\n%%\nsecret\n%%\n\n`%%kept%%` 100%%")
        #expect(text(post) == "Before  after.\n\n`%%kept%%` 100%%\n")
        // Where nobody writes so, signs are signs.
        let hugo = try imported("---\ntitle: T\n---\na %%b%% c", "content/posts/a.md")
        #expect(text(hugo) == "a %%b%% c\n")
    }

    @Test(
        arguments: [
            ("> [!info] Did you know\n> It is.", "> [!NOTE] Did you know\n> It is."),
            ("> [!abstract]-\n> A", "> [!SUMMARY]\n> A"), ("> [!note]+ B\n> A", "> [!NOTE] B\n> A"),
            ("> [!other]\n> A", "> [!other]\n> A"), ("> a [!info] b", "> a [!info] b"),
        ])
    func callouts(written: String, made: String) throws {
        #expect(text(try imported(written)) == made + "\n")
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
