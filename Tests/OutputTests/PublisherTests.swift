import Bytes
import Foundation
import SiteTesting
import Testing

@testable import Output

/// Publishing replaces a tree wholly, or not at all.
@Suite struct PublisherTests {
    static let site = TestSite(["index.html": "home", "posts/a/index.html": "a", ".nojekyll": ""])

    @Test func writesEveryFileAndAManifest() async throws {
        let scratch = try ScratchFolder.withSources()
        let report = try await scratch.publish(Self.site)
        #expect(report.fileCount == 4)
        #expect(scratch.read("public/posts/a/index.html") == "a")
        #expect(scratch.names("public") == [".nojekyll", "index.html", "manifest.json", "posts"])
        let text = scratch.read("public/manifest.json") ?? ""
        let manifest = try Manifest(reading: Array(text.utf8))
        #expect(manifest.entries == report.manifest.entries)
        #expect(manifest.entries.map(\.anchors) == [[], ["top"], ["top"]])
    }

    /// As an image of a cache that is emptied while a site is published.
    @Test func aCopyWhoseSourceHasGoneIsReplaced() async throws {
        let scratch = try ScratchFolder.withSources()
        try scratch.write("made", "anew")
        struct Site: PublishableSite {
            let files: [OutputFile]
            let other: String?
            func render(_ index: Int, into buffer: inout OutputBuffer) {}
            func anchors(_ index: Int) -> [String] { [] }
            func replacement(_ index: Int) throws(PublishError) -> String? { other }
        }
        func publish(_ other: String?) async throws -> String? {
            let copy = OutputFile(path: "a.png", content: .copy(from: scratch.path + "/gone"))
            _ = try await Publisher(output: scratch.output, root: scratch.root).publish(
                Site(files: [copy], other: other), generator: "imprint test", hasDrafts: false)
            return scratch.read("public/a.png")
        }
        #expect(try await publish(scratch.path + "/made") == "anew")
        await #expect(throws: PublishError.self) { try await publish(nil) }
        await #expect(throws: PublishError.self) { try await publish(scratch.path + "/gone") }
        #expect(scratch.read("public/a.png") == "anew")
    }

    @Test func leavesNothingOfTheOldTree() async throws {
        let scratch = try ScratchFolder.withSources()
        _ = try await scratch.publish(TestSite(["old/index.html": "old"]))
        _ = try await scratch.publish(Self.site)
        #expect(scratch.read("public/old/index.html") == nil)
        #expect(scratch.names() == ["public", "site"])
    }

    /// What somebody has put there goes, and is named; what an older site had, and what is hidden, is not.
    @Test func namesWhatOthersHadPutThere() async throws {
        let scratch = try ScratchFolder.withSources()
        _ = try await scratch.publish(TestSite(["old/index.html": "old", "index.html": "old"]))
        #expect(try await scratch.publish(Self.site).removed == [])
        try scratch.write("public/CNAME", "example.org")
        try scratch.write("public/later/a.txt", "a")
        try scratch.write("public/.git/HEAD", "ref")
        #expect(try await scratch.publish(Self.site).removed == ["CNAME", "later"])
        #expect(scratch.read("public/CNAME") == nil)
        #expect(try await scratch.publish(Self.site).removed == [])
    }

    /// However deep it lies; of a folder in which nothing else is, the folder.
    @Test func namesWhatOthersHadPutDeeper() async throws {
        let scratch = try ScratchFolder.withSources()
        let site = TestSite(["a/b/index.html": "x", "index.html": "x"])
        _ = try await scratch.publish(TestSite(["a/b/index.html": "x", "a/old/index.html": "x"]))
        for path in [
            "a/thing.txt", "a/b/thing.txt", "a/b/c/d/1.txt", "a/b/c/2.txt", "a/.htaccess",
            // Made of our own, or of nothing that is meant for readers.
            "a/b/index.html.gz", "a/old/index.html.br", "a/.DS_Store",
        ] { try scratch.write("public/" + path, "x") }
        #expect(
            try await scratch.publish(site).removed == [
                "a/.htaccess", "a/b/c", "a/b/thing.txt", "a/thing.txt",
            ])
        #expect(scratch.names("public") == ["a", "index.html", "manifest.json"])
        #expect(scratch.names("public/a") == ["b"])
        #expect(scratch.names() == ["public", "site"])
    }

    /// An application of the web has a file of that name, too.
    @Test(arguments: ["{\"name\": \"App\", \"start_url\": \"/\"}", "{", "<<<<<<< HEAD\n{"])
    func doesNotReplaceWhatHasAnotherManifest(manifest: String) async throws {
        let scratch = try ScratchFolder.withSources()
        _ = try await scratch.publish(Self.site)
        try scratch.write("public/manifest.json", manifest)
        try scratch.write("public/app.js", "x")
        await #expect(throws: PublishError.self) { try await scratch.publish(Self.site) }
        #expect(scratch.read("public/app.js") == "x")
    }

    /// Somebody has saved the manifest among the sources, to compare with it.
    @Test func doesNotReplaceTheSourcesOfAnotherSite() async throws {
        let scratch = try ScratchFolder.withSources()
        _ = try await scratch.publish(Self.site)
        try scratch.write("public/site.yaml", "title: Another")
        await #expect(throws: PublishError.self) { try await scratch.publish(Self.site) }
        #expect(scratch.read("public/site.yaml") == "title: Another")
        let withFile = TestSite(["index.html": "x", "site.yaml": "a: b"])
        try scratch.delete("public/site.yaml")
        _ = try await scratch.publish(withFile)
        _ = try await scratch.publish(withFile)
    }

    @Test func carriesOverDotEntriesThatItDoesNotOwn() async throws {
        let scratch = try ScratchFolder.withSources()
        _ = try await scratch.publish(Self.site)
        try scratch.write("public/.git/HEAD", "ref")
        try scratch.write("public/.gitkeep", "")
        _ = try await scratch.publish(TestSite(["index.html": "new"]))
        #expect(scratch.read("public/.git/HEAD") == "ref")
        #expect(
            scratch.names("public") == [".git", ".gitkeep", "index.html", "manifest.json"])
    }

    @Test func carriesOverNamesOfAnyBytes() async throws {
        let scratch = try ScratchFolder.withSources()
        _ = try await scratch.publish(Self.site)
        try scratch.write("public/.git/HEAD", "ref")
        // Latin-1, as git keeps what somebody on another machine has called a branch.
        let latin1: [CChar] = [CChar(bitPattern: 0xE9), 0]
        let names = ["/.git/", "/."].map {
            scratch.output.utf8CString.dropLast() + $0.utf8CString.dropLast() + latin1
        }
        for name in names { #expect(symlink(latin1, Array(name)) == 0) }
        _ = try await scratch.publish(TestSite(["index.html": "new"]))
        for name in names {
            var destination = [CChar](repeating: 0, count: 16)
            #expect(readlink(Array(name), &destination, 16) == 1)
            #expect(destination[0] == latin1[0])
        }
        // Of the old tree nothing is left, either.
        #expect(scratch.names() == ["public", "site"])
    }

    @Test func publishesIntoAFolderThatHoldsOnlyDotEntries() async throws {
        let scratch = try ScratchFolder.withSources()
        try scratch.write("public/.gitkeep", "")
        _ = try await scratch.publish(Self.site)
        #expect(scratch.names("public").contains(".gitkeep"))
        #expect(scratch.read("public/index.html") == "home")
    }

    @Test func refusesADirectoryThatItDidNotMake() async throws {
        let scratch = try ScratchFolder.withSources()
        try scratch.write("public/thesis.txt", "precious")
        await #expect(throws: PublishError.self) { try await scratch.publish(Self.site) }
        #expect(scratch.read("public/thesis.txt") == "precious")
        #expect(scratch.names("public") == ["thesis.txt"])
    }

    @Test(arguments: ["site", "site/content", "site/content/public", "", "site/templates/x"])
    func refusesAPlaceThatHoldsOrIsWithinTheSources(place: String) throws {
        let scratch = try ScratchFolder.withSources()
        try scratch.write("site/content/a.md", "text")
        try scratch.write("site/templates/x.html", "")
        let output = place.isEmpty ? scratch.path : scratch.path + "/" + place
        #expect(throws: PublishError.self) {
            try Publisher(output: output, root: scratch.root)
        }
        #expect(scratch.read("site/content/a.md") == "text")
    }

    @Test func refusesAFileAndALink() throws {
        let scratch = try ScratchFolder.withSources()
        try scratch.write("public", "file")
        #expect(throws: PublishError.self) {
            try Publisher(output: scratch.output, root: scratch.root)
        }
        try FileManager.default.createSymbolicLink(
            atPath: scratch.path + "/link", withDestinationPath: "/tmp")
        #expect(throws: PublishError.self) {
            try Publisher(output: scratch.path + "/link", root: scratch.root)
        }
    }

    @Test(arguments: ["../x", "/x", "a//b", "a/./b", "a/../../b", "a\0b", "a\nb", ""])
    func refusesAPathThatCouldLeaveTheOutput(path: String) async throws {
        let scratch = try ScratchFolder.withSources()
        _ = try await scratch.publish(Self.site)
        await #expect(throws: PublishError.self) {
            try await scratch.publish(TestSite([path: "evil"]))
        }
        #expect(scratch.read("public/index.html") == "home")
        #expect(scratch.names() == ["public", "site"])
    }

    @Test func cleansUpAfterABuildThatWasKilled() async throws {
        let scratch = try ScratchFolder.withSources()
        try scratch.write(".public.imprint-staging-123/posts/a/index.html", "half")
        _ = try await scratch.publish(Self.site)
        #expect(scratch.names() == ["public", "site"])
    }

    /// Where the file system has no exchange, a build may be killed between two renames.
    @Test func putsBackAnOutputThatAKilledBuildHasPutAside() async throws {
        let scratch = try ScratchFolder.withSources()
        _ = try await scratch.publish(Self.site)
        try scratch.write("public/.git/HEAD", "ref")
        let manager = FileManager.default
        func kill() throws {
            try manager.moveItem(
                atPath: scratch.output, toPath: scratch.path + "/.public.imprint-staging-7-old")
        }
        try kill()
        await #expect(throws: PublishError.self) { try await scratch.publish(TestSite(["": ""])) }
        #expect(scratch.read("public/index.html") == "home")
        try kill()
        _ = try await scratch.publish(TestSite(["index.html": "new"]))
        #expect(scratch.read("public/.git/HEAD") == "ref")
        #expect(scratch.read("public/index.html") == "new")
        #expect(scratch.names() == ["public", "site"])
    }

    @Test func givesFilesTheModesThatAServerNeeds() async throws {
        let scratch = try ScratchFolder.withSources()
        _ = try await scratch.publish(Self.site)
        let manager = FileManager.default
        let file = try manager.attributesOfItem(atPath: scratch.output + "/index.html")
        let folder = try manager.attributesOfItem(atPath: scratch.output + "/posts")
        #expect(file[.posixPermissions] as? Int == 0o644)
        #expect(folder[.posixPermissions] as? Int == 0o755)
    }

    @Test func twoBuildsAtOnceBothEndWithAWholeTree() async throws {
        let scratch = try ScratchFolder.withSources()
        let big = TestSite(
            Dictionary(uniqueKeysWithValues: (0..<300).map { ("p\($0)/index.html", "one \($0)") }))
        async let first = scratch.publish(big)
        async let second = scratch.publish(Self.site)
        _ = try await (first, second)
        let count = scratch.names("public").count
        #expect(count == 301 || count == 4)
        #expect(scratch.names() == ["public", "site"])
    }

    @Test func theSameSiteGivesTheSameManifest() async throws {
        let (a, b) = (try ScratchFolder.withSources(), try ScratchFolder.withSources())
        _ = try await a.publish(Self.site)
        _ = try await b.publish(Self.site)
        #expect(a.read("public/manifest.json") == b.read("public/manifest.json"))
    }
    /// Many builds at one place take turns: none finds the lock of another that has just gone.
    @Test func theLockIsHeldByOneAtATimeAndLeavesNothing() async throws {
        let scratch = try ScratchFolder.withSources()
        let path = scratch.path
        let inside = Occupants()
        try await withThrowingTaskGroup(of: Void.self) { group in
            for _ in 0..<40 {
                group.addTask {
                    let lock = try await PublishLock(parent: path, name: "public")
                    #expect(await inside.enter() == 1)
                    try await Task.sleep(for: .milliseconds(1))
                    await inside.leave()
                    lock.release()
                }
            }
            try await group.waitForAll()
        }
        #expect(scratch.names() == ["site"])
    }

    /// A lock file that a killed build left, or that was committed, keeps nobody waiting.
    @Test func takesOverTheLockFileOfABuildThatIsGone() async throws {
        let scratch = try ScratchFolder.withSources()
        try scratch.write(".public.imprint-lock", "")
        _ = try await scratch.publish(Self.site)
        #expect(scratch.names() == ["public", "site"])
    }
}

/// How many hold the lock.
private actor Occupants {
    private var count = 0

    func enter() -> Int {
        count += 1
        return count
    }

    func leave() { count -= 1 }
}
