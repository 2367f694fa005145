/// A small site in a string, and what comes of it.

package import Build
import Bytes
import Content
package import Diagnostics
package import Files
package import Markup
import Rendering
import Site
import Synchronization

/// Files written as `-- path --` followed by their text, as in a txtar archive.
///
/// A `site.yaml` is added where the archive has none.
package struct SiteFixture: Sendable {
    package var files: InMemoryFileSystem
    package var options = BuildOptions(now: SiteFixture.time)

    /// The time of every test: 2026-01-01T00:00:00Z.
    package static let time = Moment(secondsSince1970: 1_767_225_600)

    /// - Parameters:
    ///   - base: The address of the site.
    ///   - language: Of the site.
    ///   - settings: Further lines of site.yaml.
    ///   - archive: The files.
    package init(
        base: String = "https://example.org/", language: String = "en", settings: String = "",
        _ archive: String
    ) {
        files = InMemoryFileSystem()
        var path: String?
        var text = ""
        for line in archive.split(separator: "\n", omittingEmptySubsequences: false) {
            if line.hasPrefix("-- "), line.hasSuffix(" --"), line.count > 6 {
                if let path { files[path] = Self.bytes(text, of: path) }
                path = String(line.dropFirst(3).dropLast(3))
                text = ""
            } else {
                text += line + "\n"
            }
        }
        if let path { files[path] = Self.bytes(text.dropLast(), of: path) }
        if files["site.yaml"] == nil {
            files["site.yaml"] = Array(
                Self.yaml(base: base, language: language, settings: settings).utf8)
        }
    }

    /// A photograph begins as one, whatever stands in the archive, and has no measures.
    private static func bytes(_ text: some StringProtocol, of path: String) -> [UInt8] {
        let isPhotograph = [".png", ".jpg", ".jpeg", ".gif", ".webp", ".avif"]
            .contains { path.lowercased().hasSuffix($0) }
        return (isPhotograph ? [0xFF, 0xD8] : []) + Array(text.utf8)
    }

    /// The settings that every site has, and some more.
    package static func yaml(
        base: String = "https://example.org/", language: String = "en", settings: String = ""
    ) -> String {
        "title: Test Center\nbase_url: \(base)\nlanguage: \(language)\n"
            + (settings.isEmpty ? "" : settings + "\n")
    }

    package func build() async throws -> BuiltSite {
        try await BuiltSite(building: files, options, theme: try builtInTheme)
    }

    /// The theme of a site that has no templates or fields of its own; `nil` of another.
    ///
    /// Loaded once for each path: without optimization it takes longer than all the rest of a small site.
    private var builtInTheme: Theme.Loaded? {
        get throws {
            let settings = try SiteSettings(reading: files)
            guard let base = options.baseURL ?? settings.configuration?.baseURL,
                settings.fields == nil, files.files(below: "templates").files.isEmpty
            else { return nil }
            return try Self.themes.withLock { themes throws(FileSystemError) in
                if let known = themes[base.path] { return known }
                let theme = try SiteSources.theme(from: InMemoryFileSystem(), base.path, nil)
                themes[base.path] = theme
                return theme
            }
        }
    }

    private static let themes = Mutex<[String: Theme.Loaded]>([:])

    /// The diagnostics of a build, one to a line: `path:line:column: error: message [id]`.
    package func diagnose() async throws -> String {
        report(of: try await build().diagnostics)
    }

    /// The same of any diagnostics about its files.
    package func report(of diagnostics: [Diagnostic]) -> String {
        DiagnosticPrinter(format: .oneLine) { files[$0] }.string(for: diagnostics)
    }

    /// Every output file of a build without errors, by path; assets with their own bytes.
    package func render() async throws -> [String: [UInt8]] {
        guard let rendered = try await build().rendered else {
            throw FixtureError(transcript: try await diagnose())
        }
        var outputs: [String: [UInt8]] = [:]
        for output in rendered.outputs {
            var bytes = OutputBuffer()
            if case .asset(let index) = output.content {
                bytes.append(contentsOf: files[rendered.site.graph.assets[index].path] ?? [])
            } else {
                rendered.render(output.content, into: &bytes)
            }
            outputs[output.path] = [UInt8](bytes)
        }
        return outputs
    }

    /// The text of one output file.
    package func output(_ path: String) async throws -> String {
        guard let bytes = try await render()[path] else {
            throw FixtureError(transcript: "no output at \(path)")
        }
        return String(decoding: bytes, as: UTF8.self)
    }
}

/// A fixture that should have built did not.
package struct FixtureError: Error, CustomStringConvertible {
    package let transcript: String
    package var description: String { transcript }
}

/// Front matter of a publication that is right, for tests about something else.
package func post(
    _ path: String, title: String = "A title", date: String = "2025-01-01", _ more: String = "",
    body: String = "Text."
) -> String {
    """
    -- \(path) --
    ---
    title: \(title)
    date: \(date)
    authors: [Ada Example]
    \(more.isEmpty ? "" : more + "\n")---

    \(body)

    """
}
