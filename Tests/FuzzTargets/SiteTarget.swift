import Build
import Bytes
import Consistency
import Content
import Diagnostics
import Files
import Markup
import Rendering
import Site

/// A small site, from settings to pages: what is published is well-formed, and says what its record says.
enum SiteTarget {
    private static let time = Moment(secondsSince1970: 1_767_225_600)

    @Sendable static func run(_ bytes: [UInt8]) {
        // Between bytes of 0xFF, which no UTF-8 has.
        let parts = bytes.split(separator: 0xFF, omittingEmptySubsequences: false).map { Array($0) }
        let paths = ["content/posts/a.md", "content/posts/b.md", "content/references.bib"]
        var contents = Dictionary(uniqueKeysWithValues: zip(paths, parts))
        contents["site.yaml"] =
            Array("title: T\nbase_url: https://example.org/\nlanguage: en\n".utf8)
            + (parts.count > paths.count ? parts[paths.count] : [])
        contents["content/posts/x.png"] = []
        let files = InMemoryFileSystem(contents)
        let built = Waiting.wait(for: {
            try? await BuiltSite(building: files, BuildOptions(now: Self.time))
        })
        guard case let built?? = built else { preconditionFailure("memory cannot fail") }
        for case let span? in built.diagnostics.map(\.span) where contents[span.path] != nil {
            precondition(
                span.bytes.range.upperBound <= contents[span.path]?.count ?? 0,
                "a span past the end"
            )
        }
        guard let site = built.provisional else {
            precondition(built.diagnostics.hasErrors, "there is no site, and nobody is told")
            return
        }
        // An author's HTML is the author's.
        let isOurs = !site.site.graph.configuration.allowsRawHTML
        for output in site.outputs {
            var bytes = OutputBuffer()
            site.render(output.content, into: &bytes)
            let markup = [UInt8](bytes)
            precondition(String(validating: markup, as: UTF8.self) != nil, "output is not UTF-8")
            let isMarkup = [".html", ".xml"].contains { output.path.hasSuffix($0) }
            if isOurs, isMarkup { Nesting.expect(in: markup) }
            if isOurs, built.rendered != nil {
                let control = markup.withUnsafeBufferPointer { $0.firstControl() }
                precondition(control == nil, "a control character in \(output.path)")
            }
        }
        guard isOurs, built.rendered != nil else { return }
        let found = Waiting.wait(for: {
            await ConsistencyCheck.diagnostics(
                for: site, sources: files, besides: built.diagnostics)
        })
        precondition(found == [], "\(found?.first?.message ?? "")")
    }
}
