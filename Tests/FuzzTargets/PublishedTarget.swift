import Audit
import Build
import Bytes
import Content
import Diagnostics
import ExternalLinks
import Files
import Markup
import Output
import Rendering
import Site

/// What was published before, perhaps by another program: it is compared with a site as it would be now.
enum PublishedTarget {
    private static let files = InMemoryFileSystem(
        [
            "site.yaml": "title: T\nbase_url: https://example.org/\nlanguage: en\n",
            "content/posts/_index.md": "---\ntitle: Posts\n---\n\nA text above.\n",
            "content/posts/a.md":
                "---\ntitle: T\ndate: 2025-01-01\nauthors: [Ada Example]\naliases: [/moved/]\n---\n\n"
                + "A text[^1] with [a link](https://example.com/).\n\n## One\n\nMore.\n\n[^1]: A note.\n",
        ].mapValues { Array($0.utf8) })

    private static let site: RenderedSite = {
        let now = Moment(secondsSince1970: 1_767_225_600)
        let built = Waiting.wait(for: {
            try? await BuiltSite(building: files, BuildOptions(now: now))
        })
        guard case let built?? = built, let site = built.rendered else {
            preconditionFailure("the site is whole")
        }
        return site
    }()

    @Sendable static func run(_ bytes: [UInt8]) {
        // Between bytes of 0xFF, which no UTF-8 has.
        let parts = bytes.split(separator: 0xFF, omittingEmptySubsequences: false).map { Array($0) }
        let paths = [
            "posts/a/index.html", "posts/gone/index.html", "moved/index.html", "posts/index.html",
        ]
        let old = PublishedFiles(Dictionary(uniqueKeysWithValues: zip(paths, parts)))
        let site = site
        let difference = Waiting.wait(for: {
            try? await SiteDifference(of: site, from: old, files: files)
        })
        guard case let difference?? = difference else { preconditionFailure("memory cannot fail") }
        _ = difference.text
        _ = difference.markdown
        precondition(
            (try? JSONValue.read(Array(difference.json.utf8))) != nil, "the difference is no JSON")
        guard let manifest = try? Manifest(reading: parts[0]) else { return }
        _ = Ledger.diagnostics(for: site, against: PublishedAddresses(manifest))
    }
}
