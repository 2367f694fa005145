import Authoring
import Build
import Content
import Diagnostics
import Files
import Foundation
import Markup
import Rendering
import Site
import SiteTesting
import Testing

/// What `imprint init` makes.
@Suite struct StarterTests {
    private func site(_ files: [NewFile] = Starter.files()) -> SiteFixture {
        var site = SiteFixture("")
        for file in files { site.files[file.path] = file.bytes }
        return site
    }

    @Test(arguments: [false, true])
    func buildsWithoutADiagnostic(withDrafts: Bool) async throws {
        var site = site()
        site.options.includesDrafts = withDrafts
        #expect(try await site.diagnose() == "")
        let outputs = try await site.render()
        let essay = try #require(outputs["posts/how-we-name-things/index.html"])
        let html = String(decoding: essay, as: UTF8.self)
        for part in ["layers.svg", "Lamport", "Chi Mensah", "Figure 1"] {
            #expect(html.contains(part), "the essay shows \(part)")
        }
        #expect((outputs["posts/a-draft/index.html"] != nil) == withDrafts)
    }

    @Test func takesATitleAndAnAddress() async throws {
        let title = "Names: \"and\" things #1"
        let site = site(
            Starter.files(title: title, baseURL: BaseURL("https://crfm.example.edu/pub")))
        #expect(try await site.diagnose() == "")
        let built = try await site.build()
        let configuration = try #require(built.rendered?.site.graph.configuration)
        #expect(configuration.title == "Names: “and” things #1")
        #expect(configuration.baseURL.absolute == "https://crfm.example.edu/pub/")
        #expect(configuration.organization?.name == title)
        #expect(configuration.organization?.url == "https://crfm.example.edu/pub/")
        for (path, bytes) in try await site.render() {
            let text = String(decoding: bytes, as: UTF8.self)
            #expect(!text.contains("A Research Center"), "\(path)")
        }
    }

    /// Names with a dot are kept without it, so that git and hosts leave them alone.
    @Test func namesThatBeginWithADotHaveIt() {
        let paths = Set(Starter.files().map(\.path))
        #expect(
            paths.isSuperset(of: [".gitignore", ".github/workflows/site.yml", ".gitlab-ci.yml"]))
        #expect(!paths.contains { $0.contains("dot-") })
    }
}
