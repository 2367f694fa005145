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

    /// What a text holds must not move the cursor of whoever reads of its mistakes.
    @Test func whatATerminalWouldObeyIsShown() {
        let text = "\u{1B}[31m\u{9B}1m\u{202E}a\u{7F}\r"
        let diagnostic = Diagnostic(
            "a.b", "No ‘\u{1B}]0;x\u{7}’.", at: SourceSpan("a\u{1B}.md", 0..<1))
        func report(_ format: DiagnosticPrinter.Format) -> String {
            DiagnosticPrinter(format: format) { _ in Array(text.utf8) }.string(for: [diagnostic])
        }
        #expect(
            report(.text(color: false))
                == "a␛.md:1:1: error: No ‘␛]0;x␇’. [a.b]\n 1 | ␛[31m�1m�a␡\n   | ^\n")
        for format in [DiagnosticPrinter.Format.oneLine, .json, .github, .sarif] {
            #expect(!report(format).contains("\u{1B}"))
        }
    }
}
