import Bytes
import Foundation
import Testing

@testable import Output

@Suite struct KeptFilesTests {
    private let scratch: Scratch
    private let kept: KeptFiles

    init() throws {
        scratch = try Scratch()
        kept = try #require(KeptFiles(in: scratch.path + "/cache/images"))
    }

    private func recipe(_ steps: [String], _ source: String) -> KeptFiles.Recipe {
        KeptFiles.Recipe(steps, of: OutputBuffer(source.utf8))
    }

    private func age(_ name: String, days: Double) throws {
        try FileManager.default.setAttributes(
            [.modificationDate: Date(timeIntervalSinceNow: -days * 24 * 60 * 60)],
            ofItemAtPath: kept.folder + "/" + name)
    }

    @Test func whatIsKeptIsFoundByItsRecipeAlone() throws {
        try scratch.write("png", to: "cache/images/work/a.png")
        let own = recipe(["draw", "1"], "a")
        #expect(kept.path(own) == nil)
        let path = kept.keep(kept.folder + "/work/a.png", for: own)
        #expect(kept.path(own) == path)
        #expect(FileManager.default.contents(atPath: path) == Data("png".utf8))
        for other in [
            recipe(["draw", "1"], "b"), recipe(["draw", "2"], "a"), recipe(["draw1"], "a"),
            recipe(["draw", "1", ""], "a"), recipe(["draw"], "1a"),
        ] {
            #expect(kept.path(other) == nil)
        }
    }

    @Test func aFileHasTheRecipeOfItsBytes() throws {
        try scratch.write("one", to: "a")
        try scratch.write("one", to: "b")
        try scratch.write("two", to: "c")
        let recipes = try ["a", "b", "c"].map {
            try KeptFiles.Recipe(["copy"], ofFileAt: scratch.path + "/" + $0)
        }
        #expect(recipes[0] == recipes[1] && recipes[0] != recipes[2])
        #expect(throws: PublishError.self) {
            try KeptFiles.Recipe(["copy"], ofFileAt: scratch.path + "/none")
        }
    }

    @Test func whatCannotBeKeptStaysWhereItIs() throws {
        let made = kept.folder + "/work/a.png"
        let own = recipe([], "a")
        #expect(kept.keep(made, for: own) == made)
        try scratch.write("png", to: "cache/images/work/a.png")
        let place = kept.keep(made, for: own)
        try FileManager.default.moveItem(atPath: place, toPath: made)
        try FileManager.default.createDirectory(
            atPath: place, withIntermediateDirectories: false)
        #expect(kept.keep(made, for: own) == made && kept.path(own) == nil)
        try scratch.write("", to: "file")
        #expect(KeptFiles(in: scratch.path + "/file/images") == nil)
    }

    @Test func onlyWhatWasLongUnusedIsRemoved() throws {
        var paths: [String] = []
        for name in ["old", "used", "new"] {
            try scratch.write("png", to: "cache/images/work/" + name)
            paths.append(kept.keep(kept.folder + "/work/" + name, for: recipe([], name)))
        }
        let names = paths.map { String($0.split(separator: "/").last ?? "") }
        try age(names[0], days: 91)
        try age(names[1], days: 89)
        #expect(kept.path(recipe([], "used")) != nil)
        try age("work", days: 2)
        try scratch.write("", to: "cache/images/running/x")
        kept.removeUnused()
        #expect(scratch.names("cache/images") == [names[1], names[2], "running"].sorted())
        // To be found is to be used.
        try age(names[2], days: 80)
        #expect(kept.path(recipe([], "new")) != nil)
        let status = try FileManager.default.attributesOfItem(atPath: paths[2])
        let modified = try #require(status[.modificationDate] as? Date)
        #expect(modified.timeIntervalSinceNow > -60)
    }
}
