import Foundation
import Testing

/// Every diagnostic id of the sources has its entry in the guide, and every entry an id.
@Suite struct DiagnosticsGuideTests {
    private static let root = URL(filePath: #filePath).deletingLastPathComponent()
        .deletingLastPathComponent().deletingLastPathComponent()

    /// Literals that look like ids and are none: labels of queues, names of files and of Liquid.
    private static let others: Set<String> = [
        "imprint.watch", "imprint.poll", "site.url", "site.baseurl", "prism.genre",
    ]
    private static let fileEndings = [
        "html", "xml", "json", "bib", "txt", "yaml", "ris", "md", "css", "js", "png", "svg",
        "db", "ini", "ico",
    ]

    private func ids() throws -> Set<String> {
        let sources = Self.root.appending(path: "Sources")
        let paths = try FileManager.default.subpathsOfDirectory(atPath: sources.path())
        var ids: Set<String> = []
        for path in paths where path.hasSuffix(".swift") {
            let text = try String(contentsOf: sources.appending(path: path), encoding: .utf8)
            for match in text.matches(of: /"([a-z]+(?:-[a-z]+)*\.[a-z0-9]+(?:-[a-z0-9]+)*)"/) {
                let id = String(match.1)
                let ending = id.split(separator: ".").last.map { String($0) } ?? ""
                if !Self.others.contains(id), !Self.fileEndings.contains(ending) { ids.insert(id) }
            }
            ids.formUnion(Self.composed(in: text))
        }
        return ids
    }

    /// Ids made of an area and a case: `"consistency." + fact.rawValue`, with `enum Fact` in the file.
    private static func composed(in text: String) -> [String] {
        text.matches(of: /"([a-z-]+\.)" \+ ([a-z])([A-Za-z]*)\.rawValue/).flatMap { match in
            let name = match.2.uppercased() + match.3
            let body = text.components(separatedBy: "enum \(name): String").dropFirst().first ?? ""
            let cases = body.prefix { $0 != "}" }.matches(of: /case ([a-z, ]+)/)
            return cases.flatMap { $0.1.split(separator: ",") }.map {
                String(match.1) + $0.trimmingCharacters(in: .whitespaces)
            }
        }
    }

    @Test func idsAndEntriesAreTheSame() throws {
        let page = try String(
            contentsOf: Self.root.appending(path: "content/guide/diagnostics.md"), encoding: .utf8)
        let entries = page.matches(of: /\n### `([^`]+)` \{#([^}]+)\}\n/)
        let names = entries.map { String($0.1) }
        let ids = try ids()
        #expect(ids.count > 100, "the scan finds the ids of the sources")
        #expect(ids.subtracting(names).sorted() == [], "ids without an entry")
        #expect(Set(names).subtracting(ids).sorted() == [], "entries without an id")
        #expect(names.count == Set(names).count)
        // Whoever has an id can write the address of its entry.
        for entry in entries { #expect(entry.2 == entry.1.replacing(".", with: "-")) }
    }

    /// What a reader looks for first.
    @Test func theListOfSubjectsHasEverySection() throws {
        let page = try String(
            contentsOf: Self.root.appending(path: "content/guide/diagnostics.md"), encoding: .utf8)
        let sections = page.matches(of: /\n## [^\n]+ \{#([^}]+)\}\n/).map { String($0.1) }
        let list = page.split(separator: "\n\n").first { $0.hasPrefix("By subject: ") } ?? ""
        #expect(list.matches(of: /\]\(#([^)]+)\)/).map { String($0.1) } == sections)
        #expect(sections.count > 40)
    }
}
