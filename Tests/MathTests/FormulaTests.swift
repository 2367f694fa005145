import Foundation
import Math
import SiteTesting
import Testing

/// Whole formulas: what comes of them is well-formed, and stays as it was looked at.
@Suite struct FormulaTests {
    @Test(arguments: RealFormulas.all, [true, false])
    func isWellFormedWithoutMistakes(source: String, display: Bool) {
        let formula = Formula(source, display: display)
        #expect(formula.complaints == [])
        #expect(MarkupChecker.problems(in: formula.markup) == [])
    }

    /// `UPDATE_GOLDENS=1` rewrites the markup in the golden file; the formulas there are the cases.
    @Test func givesTheRecordedMarkup() throws {
        let golden = try GoldenFile("formulas")
        let result = golden.recorded.components(separatedBy: "=== ").dropFirst().map { part in
            let lines = part.split(separator: "\n", omittingEmptySubsequences: false)
            let source = lines.dropFirst().prefix { $0 != "---" }.joined(separator: "\n")
            let body = Formula(source, display: true).body
                .replacing("<mtr", with: "\n<mtr").replacing("</mtable>", with: "\n</mtable>")
            return "=== \(lines.first ?? "")\n\(source)\n---\n\(body)\n"
        }.joined()
        try golden.expect(result)
    }

    @Test func carriesItsSource() {
        let formula = Formula(" a < b \\& c\n", display: true)
        #expect(
            formula.markup == """
                <math display="block"><semantics><mrow><mi>a</mi><mo>&lt;</mo><mi>b</mi><mi>&amp;</mi>\
                <mi>c</mi></mrow><annotation encoding="application/x-tex">a &lt; b \\&amp; c\
                </annotation></semantics></math>
                """)
    }
}
