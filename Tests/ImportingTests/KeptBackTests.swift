import Diagnostics
import Files
import Importing
import Markup
import SiteTesting
import Testing

/// Several files of an old site, imported together.
private func imported(
    _ archive: String, _ paths: String...,
    options: ImportOptions = ImportOptions(now: SiteFixture.time)
) throws -> ImportedFiles {
    try ImportedFiles(
        reading: paths.map { ImportedFiles.Source(shown: $0, path: $0) },
        from: SiteFixture(archive).files, folder: nil, options)
}

private func source(_ path: String, _ front: String = "", body: String = "Text.") -> String {
    "-- \(path) --\n---\ntitle: T\ndate: 2020-01-01\nauthor: Ada Example\n\(front)---\n\(body)\n"
}

/// What an old site did not publish is a draft.
@Suite struct KeptBackTests {
    @Test func draftsOfJekyllStayDrafts() throws {
        let site = source("_drafts/a.md") + source("_posts/2020-01-01-b.md")
        let posts = try imported(site, "_drafts/a.md", "_posts/2020-01-01-b.md").posts
        #expect(posts.map { $0.text?.contains("\ndraft: true\n") } == [true, false])
        // No old address: it never had one.
        #expect(posts[0].text?.contains("aliases") == false)
        #expect(posts[0].diagnostics == [])
    }

    @Test(
        arguments: [
            (
                "-- _quarto.yml --\nproject: {type: website}\n-- posts/_metadata.yml --\ndraft: true\n",
                true
            ),
            ("-- _quarto.yml --\ndraft: true\n", true),
            ("-- _quarto.yml --\nwebsite:\n  drafts: posts/a.qmd\n", true),
            ("-- _quarto.yml --\nwebsite: {drafts: [posts/*.qmd]}\n", true),
            ("-- _quarto.yml --\nwebsite: {drafts: [posts/b.qmd]}\n", false),
            ("-- _quarto.yml --\ntitle: T\n-- talks/_metadata.yml --\ndraft: true\n", false),
            (
                "-- _quarto.yml --\ntitle: T\n-- _metadata.yml --\ndraft: true\n-- posts/_metadata.yml --\ndraft: false\n",
                false
            ),
        ])
    func quartoGivesDraftsByFolder(project: String, isDraft: Bool) throws {
        let posts = try imported(project + source("posts/a.qmd"), "posts/a.qmd").posts
        #expect(posts[0].text?.contains("\ndraft: true\n") == isDraft)
        // Quarto makes pages of Markdown, too, whatever the folder is called.
        for path in ["posts/a.md", "content/a.md"] {
            let folder = String(path.dropLast("/a.md".count))
            let site = project.replacing("posts/a.qmd", with: path)
                .replacing("posts/", with: folder + "/")
            let post = try imported(site + source(path), path).posts[0]
            #expect(post.text?.contains("\ndraft: true\n") == isDraft, "\(path)")
            #expect(post.text?.contains("aliases: [/\(folder)/a.html]") == true)
        }
    }

    @Test func whatQuartoNamesIsADraft() throws {
        let project = "-- _quarto.yml --\nwebsite: {drafts: [a.md]}\n"
        let post = try imported(project + source("a.md", "draft: false\n"), "a.md").posts[0]
        #expect(post.text?.contains("\ndraft: true\n") == true)
    }

    @Test func allThatQuartoGivesIsNamed() throws {
        let project =
            "-- _quarto.yml --\nauthor: A\n-- _metadata.yml --\ndraft: true\nabstract-title: B\n"
        let files = try imported(project + source("posts/a.qmd"), "posts/a.qmd")
        let said = files.diagnostics.first { $0.id == "import.defaults" }
        expect(
            said?.message ?? "",
            holds: ["imported as drafts", "Left out: ‘author’, ‘abstract-title’"])
    }

    /// A folder whose page is a draft is not loaded by Zola; in Hugo, only that page is a draft.
    @Test(arguments: [
        ("-- config.toml --\nbase_url = \"https://z.org\"\n", true),
        ("-- zola.toml --\na = 1\n", true),
        ("", true), ("-- hugo.toml --\nbaseURL = \"https://z.org\"\n", false),
    ])
    func zolaHoldsBackWhatIsBelowADraft(settings: String, isDraft: Bool) throws {
        let site =
            settings + "-- content/s/_index.md --\n+++\ntitle = \"S\"\ndraft = true\n+++\n"
            + source("content/s/sub/a.md", "draft: false\n") + source("content/b.md")
        let posts = try imported(site, "content/s/sub/a.md", "content/b.md").posts
        #expect(posts.map { $0.text?.contains("\ndraft: true\n") } == [isDraft, false])
        let said = posts[0].diagnostics.first { $0.id == "import.kept-back" }
        #expect(said?.message.contains("‘content/s/_index.md’ is a draft") ?? false == isDraft)
    }

    @Test(arguments: [
        ("published: false\ndraft: false", true), ("draft: false\npublished: false", true),
        ("draft: false\npublished: true", false), ("draft: true\npublished: true", true),
        ("published: no", true), ("draft: no", false), ("draft: 1", true),
    ])
    func whateverHoldsAPageBackWins(front: String, isDraft: Bool) throws {
        for path in ["_posts/2020-01-01-a.md", "content/a.md"] {
            let post = try imported(source(path, front + "\n"), path).posts[0]
            #expect(post.text?.contains("\ndraft: true\n") ?? false == isDraft)
        }
        let indented = front.replacing("\n", with: "\n    ")
        let site = "-- _config.yml --\ndefaults:\n- scope: {path: ''}\n  values:\n    \(indented)\n"
        let path = "_posts/2020-01-01-a.md"
        let post = try imported(site + source(path), path).posts[0]
        #expect(post.text?.contains("\ndraft: true\n") ?? false == isDraft)
    }

    @Test func aPageOfQuartoGoesBeforeItsFolder() throws {
        let project =
            "-- _quarto.yml --\ntitle: T\n-- posts/_metadata.yml --\nauthor: A\ndraft: true\n"
        let files = try imported(project + source("posts/a.qmd", "draft: false\n"), "posts/a.qmd")
        #expect(files.posts[0].text?.contains("draft: true") == false)
        // What else the folder gives is named, once.
        let said = files.diagnostics.filter { $0.id == "import.defaults" }
        #expect(said.count == 1)
        expect(said.first?.message ?? "", holds: ["‘_metadata.yml’", "Left out: ‘author’"])
    }

    @Test(
        arguments: [
            ("headless: true", true), ("render: false", true), ("render: true", false),
            ("headless: false", false),
            ("build: {render: never}", true), ("_build: {list: local, render: always}", true),
            ("build: {render: always, list: true}", false),
            ("build: {publishResources: false}", false),
            ("publish: false", true), ("publish: true", false), ("private: true", true),
            ("status: draft", true), ("status: published", false), ("status: [Draft]", true),
            ("private: yes", true), ("private: 1", true), ("private: no", false),
            ("private:", false),
            ("publish: no", true), ("publish: 0", true), ("publish: yes", false),
        ])
    func keysThatKeepAPageBack(line: String, isDraft: Bool) throws {
        let post = try imported(source("content/posts/a.md", line + "\n"), "content/posts/a.md")
            .posts[0]
        #expect(post.text?.contains("\ndraft: true\n") == isDraft)
        #expect(post.diagnostics.contains { $0.id == "import.kept-back" } == isDraft)
    }
}

/// What is there in the old files is there in the new ones, or named.
@Suite struct ImportedWholeTests {
    @Test func theDateOfANameGoesBeforeTheOneForTextsWithout() throws {
        var options = ImportOptions(now: SiteFixture.time)
        options.date = options.now
        let site =
            "-- _posts/2019-05-06-a.md --\n---\ntitle: T\nauthor: A B\n---\nx\n"
            + "-- _posts/b.md --\n---\ntitle: T\nauthor: A B\n---\nx\n"
        let posts = try imported(site, "_posts/2019-05-06-a.md", "_posts/b.md", options: options)
            .posts
        #expect(posts[0].text?.contains("\ndate: 2019-05-06\n") == true)
        #expect(posts[0].text?.contains("aliases: [/2019/05/06/a.html]") == true)
        #expect(posts[1].text?.contains("\ndate: \(SiteFixture.time.isoDate)\n") == true)
    }

    @Test(arguments: [
        ("posts", false, false), ("posts/2020", false, false), ("", false, false),
        ("notes", false, true), ("notes", true, false),
    ])
    func outsideOfPostsAPageSaysThatItIsAPublication(section: String, hasKind: Bool, isMade: Bool)
        throws
    {
        var options = ImportOptions(now: SiteFixture.time)
        options.section = section
        options.sectionHasKind = hasKind
        let files = try imported(source("a.md"), "a.md", options: options)
        #expect(files.posts[0].text?.contains("\nkind: essay\n") == isMade)
        #expect(files.diagnostics.contains { $0.id == "import.kind" } == isMade)
    }

    @Test func taxonomiesOfZolaAreTopics() throws {
        let post = try imported(
            "-- content/blog/a.md --\n+++\ntitle = \"T\"\ndate = 2020-01-01\nauthors = [\"A B\"]\n[taxonomies]\n"
                + "tags = [\"mud\", \"sand\"]\n+++\nx\n", "content/blog/a.md"
        ).posts[0]
        #expect(post.text?.contains("topics: [mud, sand]") == true)
        #expect(post.text?.contains("extra") == false)
    }

    @Test func filesThatStayBehindAreNamed() throws {
        let site =
            source("content/posts/a/index.md", body: "![x](b.png)")
            + "-- content/posts/a/b.png --\nx\n"
            + "-- content/posts/a/data.csv --\nx\n-- content/posts/a/more.md --\nx\n"
        let said = try imported(site, "content/posts/a/index.md").diagnostics.filter {
            $0.id == "import.file-left"
        }
        #expect(said.count == 1)
        #expect(said.first?.message.contains("stay behind: ‘data.csv’. Copy") == true)
        // A post beside others has no files of its own.
        let flat = source("content/posts/b.md") + "-- content/posts/c.csv --\nx\n"
        #expect(try imported(flat, "content/posts/b.md").diagnostics == [])
        // The page of a whole site neither.
        let home = "-- _quarto.yml --\ntitle: T\n" + source("index.qmd") + "-- data.csv --\nx\n"
        let ids = try imported(home, "index.qmd").diagnostics.map(\.id)
        #expect(!ids.contains("import.file-left"))
    }

    /// What each holds is found without looking at all others.
    @Test(.timeLimit(.minutes(2))) func manyFoldersAreRead() throws {
        let paths = (0..<1_500).map { "content/posts/p\($0)/index.md" }
        let text = Array("---\ntitle: T\ndate: 2020-01-01\nauthor: Ada Example\n---\nx\n".utf8)
        let site = UnlistedFiles(text: text, paths: Set(paths))
        let files = try ImportedFiles(
            reading: paths.map { ImportedFiles.Source(shown: $0, path: $0) }, from: site,
            folder: nil, ImportOptions(now: SiteFixture.time))
        #expect(files.posts.count == 1_500)
        #expect(files.diagnostics == [])
    }

    @Test func theAddressOfZolaIsAnAlias() throws {
        let settings = "-- config.toml --\nbase_url = \"https://z.org\"\n"
        for (path, alias) in [("other/bee", "/other/bee/"), ("/a/", "/a/")] {
            let site = settings + source("content/blog/b.md", "path: \(path)\nslug: c\n")
            let post = try imported(site, "content/blog/b.md").posts[0]
            #expect(post.text?.contains("aliases: [\(alias)]") == true)
            #expect(post.text?.contains("extra") == false)
        }
        let hugo = "-- hugo.toml --\na = 1\n" + source("content/b.md", "path: x/y\n")
        #expect(try imported(hugo, "content/b.md").posts[0].text?.contains("path: x/y") == true)
    }

    /// Old files may have longer names than addresses here have parts.
    @Test(arguments: [201, 200]) func anAddressTooLongForAnAliasIsNamed(length: Int) async throws {
        let name = String(repeating: "a", count: length - ".html".utf8.count)
        let post = try imported(
            source("_posts/2020-01-01-b.md", "redirect_from: /\(name).html\n"),
            "_posts/2020-01-01-b.md"
        ).posts[0]
        let isKept = length <= 200
        #expect(post.text?.contains("/\(name).html") == isKept)
        let said = post.diagnostics.map(\.message).filter { $0.contains("longer than 200 bytes") }
        #expect(said.isEmpty == isKept)
        var site = SiteFixture("")
        site.files["content/posts/b.md"] = Array((post.text ?? "").utf8)
        #expect(try await !site.diagnose().contains("alias.malformed"))
    }

    @Test func filesOfOneNameAreTwo() throws {
        let site =
            source("p.md", "cover: c/x.png\n", body: "![x](a/x.png) ![y](b/X.png) ![z](a/x.png)")
            + "-- a/x.png --\n1\n-- b/X.png --\n2\n-- c/x.png --\n3\n"
        let post = try imported(site, "p.md").posts[0]
        #expect(post.files.map(\.name) == ["x.png", "x-2.png", "X-3.png"])
        #expect(post.files.map(\.source) == ["c/x.png", "a/x.png", "b/X.png"])
        #expect(post.text?.contains("![x](x-2.png) ![y](X-3.png) ![z](x-2.png)") == true)
    }

    @Test(arguments: ["My%20pic.png", "<My pic.png>"])
    func aNameWithSpacesIsKept(address: String) throws {
        let site =
            source("p.md", body: "![x](\(address) \"T\") [two](The%20walls.md#why)")
            + "-- My pic.png --\n1\n" + source("The walls.md")
        let post = try imported(site, "p.md", "The walls.md").posts[0]
        #expect(post.files.map(\.name) == ["My pic.png"])
        #expect(post.text?.contains("![x](My%20pic.png \"T\") [two](../the-walls.md#why)") == true)
    }
}

/// A site of many pages of one text: to list what is below a folder takes long in memory.
private struct UnlistedFiles: FileSystem {
    let text: [UInt8]
    let paths: Set<String>

    func files(below directory: String) -> FileListing {
        InMemoryFileSystem().files(below: "")
    }

    func read(_ path: String) throws(FileSystemError) -> [UInt8] { text }

    func readPrefix(_ path: String, count: Int) throws(FileSystemError) -> [UInt8] { text }

    func exists(_ path: String) -> Bool { paths.contains(path) }
}
