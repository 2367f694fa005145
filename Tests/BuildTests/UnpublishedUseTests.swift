import SiteTesting
import Testing

/// A published page cannot use anything of an unpublished one, however it names it.
@Suite struct UnpublishedUseTests {
    private static let draft =
        post("content/posts/secret/index.md", title: "Secret", "draft: true")
        + "-- content/posts/secret/fig.png --\nx\n"

    @Test(arguments: [
        ("[x](secret/index.md)", "‘content/posts/secret/index.md’ is a draft"),
        ("[x](/posts/secret/)", "‘content/posts/secret/index.md’ is a draft"),
        ("[x](https://example.org/posts/secret/#a)", "‘content/posts/secret/index.md’ is a draft"),
        ("![x](secret/fig.png)", "‘content/posts/secret/fig.png’ belongs to"),
        ("[x](secret/fig.png)", "‘content/posts/secret/fig.png’ belongs to"),
        ("[x](/posts/secret/fig.png)", "‘/posts/secret/fig.png’ belongs to"),
        ("[@s]", "The work ‘s’ is ‘content/posts/secret/index.md’, which is a draft"),
    ])
    func isAnError(text: String, message: String) async throws {
        let report = try await SiteFixture(
            post("content/posts/a.md", body: text) + Self.draft
                + "-- content/references.bib --\n@misc{s, title={T}, author={A, B}, year={2020},\n"
                + "  url={https://example.org/posts/secret/}}\n"
        ).diagnose()
        #expect(report.contains("link.to-unpublished"))
        #expect(report.contains(message))
    }

    @Test(arguments: ["image: {src: secret/fig.png, alt: A}", "pdf: secret/fig.png"])
    func isAnErrorInFrontMatter(line: String) async throws {
        let report = try await SiteFixture(post("content/posts/a.md", line) + Self.draft).diagnose()
        #expect(report.contains("link.to-unpublished"))
    }
}
