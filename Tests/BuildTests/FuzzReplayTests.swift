import Foundation
import FuzzTargets
import Testing

/// What fuzzing found worth keeping, run again: nothing traps, and the targets' promises hold.
@Suite struct FuzzReplayTests {
    private static let corpora = URL(filePath: #filePath).deletingLastPathComponent()
        .deletingLastPathComponent().appending(path: "FuzzCorpora")

    @Test(arguments: FuzzTarget.all.map(\.name))
    func corpusPasses(name: String) throws {
        let target = try #require(FuzzTarget.named(name))
        let files = try FileManager.default.contentsOfDirectory(
            at: Self.corpora.appending(path: name), includingPropertiesForKeys: nil)
        #expect(!files.isEmpty)
        for file in files { target.run(Array(try Data(contentsOf: file))) }
    }
}
