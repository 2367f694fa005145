package import Build
import Bytes
import Content
package import Diagnostics
package import Rendering
package import Site
import Synchronization

/// The site as it is shown at one moment.
package struct PreviewSnapshot: Sendable {
    package let site: BuiltSite
    /// The newest site without an error: what stands at an address that has none now.
    package let lastGood: RenderedSite?

    /// Why the newest changes could not be read.
    private let failure: Diagnostic?
    private let policyOnce = Once()

    package init(site: BuiltSite, lastGood: RenderedSite?, failure: Diagnostic? = nil) {
        self.site = site
        self.lastGood = lastGood
        self.failure = failure
    }

    package var diagnostics: [Diagnostic] { site.diagnostics + (failure.map { [$0] } ?? []) }

    /// What is shown: the newest site even when something is wrong with it, as long as it has
    /// settings and a theme.
    package var shown: RenderedSite? { site.provisional ?? lastGood }

    /// What browsers may do with the pages, as on a host that reads `_headers`; worked out for the first page that is
    /// asked for, since it depends on all of them.
    var policy: String? {
        policyOnce.value.withLock { known in
            if let known { return known }
            known = shown?.policyOfPreview
            return known
        }
    }

    /// What all copies of a snapshot share.
    private final class Once: Sendable {
        let value = Mutex<String?>(nil)
    }

    /// The path of the site's base URL, with slashes at both ends.
    package var basePath: String {
        shown?.site.graph.configuration.baseURL.path ?? "/"
    }

    /// The file at an output path, and the site that it is rendered from.
    package func output(at path: String) -> (site: RenderedSite, content: OutputContent)? {
        for candidate in [shown, diagnostics.hasErrors ? lastGood : nil] {
            if let candidate, let content = candidate.site.plan[path] {
                return (candidate, content)
            }
        }
        return nil
    }

    /// The bytes of a generated file.
    package func bytes(at path: String) -> [UInt8]? {
        guard let (site, content) = output(at: path) else { return nil }
        if case .asset = content { return nil }
        var bytes = OutputBuffer()
        site.render(content, into: &bytes)
        return [UInt8](bytes)
    }

    /// What a browser is shown at an output path: the page, or what stands there instead.
    func page(at path: String) -> [UInt8] {
        if path == PreviewRouter.draftsPath { return DraftsPage.html(for: self) }
        if shown == nil { return ProblemsPage.html }
        return bytes(at: path) ?? bytes(at: "404.html") ?? []
    }

    /// Pages that readers will not see yet, or no longer.
    package var unpublished: [SitePage] {
        shown?.site.graph.pages.filter { $0.visibility != .published } ?? []
    }
}

extension [UInt8] {
    /// Tells one rendering of a page from another.
    var version: String { String(fingerprint, radix: 16) }
}
