/// Where addresses lead that a page shows as an author wrote them, and that a build has found wrong: it is not
/// said once more of each page.
///
/// Links of texts are none of them: one that is broken leads nowhere in the page.

import Diagnostics
import Rendering
import Site

struct KnownAddresses {
    /// By what `site.yaml` says.
    private var onAllPages: Set<PageLinks.Target> = []
    /// By what the front matter of an output's text says.
    private var onOutputs: [Int: Set<PageLinks.Target>] = [:]

    /// - Parameters:
    ///   - diagnostics: Of the build.
    ///   - site: Whose pages are read back.
    ///   - reader: Tells where an address leads.
    init(of diagnostics: [Diagnostic], in site: RenderedSite, _ reader: LinkReader) {
        let wrong = Set(diagnostics.lazy.filter { $0.severity == .error }.compactMap(\.span))
        guard !wrong.isEmpty, !site.outputs.isEmpty else { return }
        var reader = reader
        func target(_ address: String, on index: Int) -> PageLinks.Target? {
            reader.target(Array(address.utf8)[...], index, of: site.outputs[index].path)
        }
        for shown in site.addressesOfSettings where wrong.contains(shown.span) {
            // They are the same from every page.
            if let target = target(shown.address, on: 0) { onAllPages.insert(target) }
        }
        for (index, output) in site.outputs.enumerated() {
            guard case .page(let id) = output.content else { continue }
            for shown in site.addressesOfFrontMatter(of: id) where wrong.contains(shown.span) {
                if let target = target(shown.address, on: index) {
                    onOutputs[index, default: []].insert(target)
                }
            }
        }
    }

    /// Whether a build has said what is wrong with a link.
    ///
    /// - Parameters:
    ///   - target: Where it leads.
    ///   - index: Of the output that has it.
    /// - Returns: `true` when it has.
    func contains(_ target: PageLinks.Target, on index: Int) -> Bool {
        onAllPages.contains(target) || onOutputs[index]?.contains(target) == true
    }
}
