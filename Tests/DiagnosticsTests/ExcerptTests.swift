import Diagnostics
import Testing

/// The line that a diagnostic shows, and the signs below it.
@Suite struct ExcerptTests {
    private static func report(_ text: String, at places: [Range<Int>]) -> String {
        let bytes = Array(text.utf8)
        return DiagnosticPrinter(format: .text(color: false)) { _ in bytes }.string(
            for: places.map { Diagnostic("a.b", "No.", at: SourceSpan("a.md", $0)) })
    }

    private static func repeated(_ text: String, _ count: Int) -> String {
        String(repeating: text, count: count)
    }

    @Test func aShortLineIsShownWhole() {
        #expect(
            Self.report("one\n\ttwo three\n", at: [9..<14])
                == "a.md:2:6: error: No. [a.b]\n 2 |  two three\n   |      ^^^^^\n")
    }

    @Test("A long line is cut around the place, between characters", arguments: 1_997...2_003)
    func aLongLineIsCut(count: Int) {
        let text = Self.repeated("é", count) + "x!" + Self.repeated("日本", count)
        #expect(
            Self.report(text, at: [2 * count..<2 * count + 1])
                == "a.md:1:\(count + 1): error: No. [a.b]\n"
                + " 1 | …" + Self.repeated("é", 24) + "x!" + Self.repeated("日本", 35) + "…\n"
                + "   | " + Self.repeated(" ", 25) + "^\n")
    }

    @Test func theEndOfALongLineIsShown() {
        let text = Self.repeated("a", 5_000) + "x"
        #expect(
            Self.report(text, at: [5_000..<5_001]).hasSuffix(
                " 1 | …" + Self.repeated("a", 95) + "x…\n   | " + Self.repeated(" ", 96) + "^\n"))
    }
}
