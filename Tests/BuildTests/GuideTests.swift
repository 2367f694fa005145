import Foundation
import Rendering
import Testing

/// The guide says what the program does now.
@Suite struct GuideTests {
    private static let folder = URL(filePath: #filePath).deletingLastPathComponent()
        .deletingLastPathComponent().deletingLastPathComponent()
        .appending(path: "content/guide")

    @Test func fieldsOfTemplatesAreThoseOfTheDeclarations() throws {
        let page = Self.folder.appending(path: "template-fields.md")
        if ProcessInfo.processInfo.environment["UPDATE_GOLDENS"] != nil {
            try TemplateReference.markdown.write(to: page, atomically: true, encoding: .utf8)
        }
        let written = try String(contentsOf: page, encoding: .utf8)
        #expect(
            written == TemplateReference.markdown,
            "run: imprint templates --markdown > content/guide/template-fields.md")
    }
}
