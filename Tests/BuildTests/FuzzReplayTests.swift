import Foundation
import FuzzTargets
import Testing

/// What fuzzing found worth keeping, run again: nothing traps, and the targets' promises hold.
@Suite struct FuzzReplayTests {
    private static let corpora = URL(filePath: #filePath).deletingLastPathComponent()
        .deletingLastPathComponent().appending(path: "FuzzCorpora")

    @Test(arguments: FuzzTarget.all.map(\.name))
    func corpusPasses(name: String) async throws {
        let target = try #require(FuzzTarget.named(name))
        let files = try FileManager.default.contentsOfDirectory(
            at: Self.corpora.appending(path: name), includingPropertiesForKeys: nil)
        #expect(!files.isEmpty)
        let inputs = try files.map { Array(try Data(contentsOf: $0)) }
        // Some targets wait for what they start, which must not be for the thread that they are on.
        await withCheckedContinuation { done in
            DispatchQueue.global().async {
                for input in inputs { target.run(input) }
                done.resume()
            }
        }
    }
}
