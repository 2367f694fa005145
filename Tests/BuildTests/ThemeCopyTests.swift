import Build
import Diagnostics
import Files
import Rendering
import Testing

/// Who copies the theme to change one of its files has copied the others, too.
@Suite struct ThemeCopyTests {
    /// What readers would see, were it the theme's.
    private static let template = "<p>{% if a %}</p>\n"

    private func findings(inCopy copy: String) throws -> [String] {
        let name = "404.html"
        let builtIn =
            BuiltInTheme.files.filter { $0.path != name } + [(name, Array(Self.template.utf8))]
        return try Theme.load(
            from: InMemoryFileSystem(["templates/\(name)": Array(copy.utf8)]), builtIn: builtIn,
            basePath: "/"
        ).diagnostics.map(\.id.rawValue)
    }

    @Test("A template that is the theme's is looked into as little as that")
    func aCopyIsNotLookedInto() throws {
        #expect(try findings(inCopy: Self.template).isEmpty)
    }

    @Test("One that was changed is the site's own")
    func aChangedOneIs() throws {
        #expect(try findings(inCopy: Self.template + "\n") == ["template.foreign-tag"])
    }
}
