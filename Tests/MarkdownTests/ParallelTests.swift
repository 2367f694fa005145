import Markdown
import Markup
import Testing

/// Parsing in parallel gives what parsing one after the other gives.
///
/// This caught the race in cmark-gfm's extensions that no sanitizer sees, and stays for ever.
@Suite struct ParallelTests {
    private static let texts = (0..<40).map { number in
        """
        ## Section \(number)

        ~~struck \(number)~~ and ~one~, www.example.org/\(number), a\(number)@example.org[^n].

        | a | b |
        |:--|--:|
        | ~~1~~ | https://example.org/\(number) |

        - [x] done ~~not~~
        - [ ] open "quoted" -- dash

        [^n]: A note with ~~strikes~~ and [a link](x\(number).md).

        """
    }

    @Test func parallelParsesEqualSerialOnes() async {
        let serial = Self.texts.map { Parsed($0).html }
        for text in serial { #expect(text.contains("<del>struck")) }
        for _ in 0..<20 {
            let parallel = await withTaskGroup(of: (Int, [String]).self) { group in
                for task in 0..<8 {
                    group.addTask { (task, Self.texts.map { Parsed($0).html }) }
                }
                var results: [[String]] = []
                for await result in group { results.append(result.1) }
                return results
            }
            for result in parallel { #expect(result == serial) }
        }
    }
}
