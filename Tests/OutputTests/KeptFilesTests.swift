import Bytes
import Foundation
import SiteTesting
import Testing

@testable import Output

@Suite struct KeptFilesTests {
    private let scratch: ScratchFolder
    private let folder = "cache/images"

    init() throws {
        scratch = try ScratchFolder.withSources()
    }

    /// As a build finds it.
    private var kept: KeptFiles? { KeptFiles(in: scratch.path + "/" + folder) }

    private func keep(_ text: String, for parts: String...) {
        kept?.keep(Array(text.utf8), for: KeptFiles.Recipe(parts))
    }

    private func find(_ parts: String...) -> String? {
        kept?.find(KeptFiles.Recipe(parts)).flatMap {
            scratch.read(String($0.dropFirst(scratch.path.count + 1)))
        }
    }

    private func age(_ name: String, days: Double) throws {
        try FileManager.default.setAttributes(
            [.modificationDate: Date(timeIntervalSinceNow: -days * 24 * 60 * 60)],
            ofItemAtPath: "\(scratch.path)/\(folder)/\(name)")
    }

    @Test func whatIsKeptIsFoundByItsRecipeAlone() {
        #expect(find("draw", "a") == nil)
        keep("image", for: "draw", "a")
        #expect(find("draw", "a") == "image")
        #expect(find("draw", "b") == nil && find("drawa") == nil && find("dra", "wa") == nil)
        #expect(find("draw", "a", "") == nil && find("draw") == nil && find("a", "draw") == nil)
    }

    @Test func theDigestOfAFileIsThatOfItsBytes() throws {
        try scratch.write("a", "one")
        try scratch.write("b", "one")
        try scratch.write("c", "two")
        let digests = try ["a", "b", "c"].map {
            try KeptFiles.digest(ofFileAt: scratch.path + "/" + $0)
        }
        #expect(digests[0] == digests[1] && digests[0] != digests[2])
        #expect(throws: PublishError.self) {
            try KeptFiles.digest(ofFileAt: scratch.path + "/none")
        }
    }

    @Test func whatWasChangedIsNotFound() throws {
        keep("an image", for: "a")
        let recipe = "\(folder)/\(try #require(scratch.names(folder).first))"
        let path = "\(recipe)/\(try #require(scratch.names(recipe).first))"
        for damaged in ["", "an", "an image ", "an imagE"] {
            try scratch.write(path, damaged)
            #expect(find("a") == nil, "\(damaged)")
        }
        try scratch.write(recipe + "/another", "another")
        #expect(find("a") == nil)
        keep("an image", for: "a")
        #expect(find("a") == "an image")
    }

    @Test func whereNothingCanBeKeptNothingFails() throws {
        try scratch.write("file", "")
        #expect(KeptFiles(in: scratch.path + "/file/images") == nil)
        keep("image", for: "a")
        let name = try #require(scratch.names(folder).first)
        try FileManager.default.removeItem(atPath: "\(scratch.path)/\(folder)/\(name)")
        try scratch.write("\(folder)/\(name)", "in the way")
        keep("image", for: "a")
        #expect(find("a") == nil)
    }

    @Test func onlyWhatWasLongUnusedIsRemovedAndNothingOfOthers() throws {
        var names: [String] = []
        for recipe in ["old", "used", "new"] {
            let before = Set(scratch.names(folder))
            keep("image", for: recipe)
            names += Set(scratch.names(folder)).subtracting(before)
        }
        try #require(names.count == 3)
        try scratch.write("\(folder)/\(names[0])/x.imprint-new-1", "half")
        try scratch.write("\(folder)/photo.jpg", "of another")
        try scratch.write("\(folder)/2001/\(names[0])", "of another")
        for name in [names[0], "photo.jpg", "2001", "2001/\(names[0])"] {
            try age(name, days: 91)
        }
        // To be found is to be used.
        try age(names[1], days: 91)
        #expect(find("used") == "image")
        kept?.removeUnused()
        #expect(scratch.names(folder) == [names[1], names[2], "photo.jpg", "2001"].sorted())
        #expect(scratch.names("\(folder)/2001") == [names[0]])
    }
}
