/// What is said of links that lead nowhere: each once, however many pages have it, and where it stands, as far as
/// that can be found.

import Content
import Diagnostics
import Files
import Rendering
import Site

struct LinkFindings {
    private let site: RenderedSite
    private let finder: AddressFinder
    /// The sources, to say where an address stands.
    private let files: (any FileSystem)?
    private var order: [PageLinks.Mistake] = []
    /// On how many pages a fragment leads to no place of the page itself.
    private var pagesByFragment: [String: Int] = [:]
    private var found: [PageLinks.Mistake: (output: Int, address: String, pages: Int)] = [:]

    /// What more pages lack than this is the template's mistake, and told once.
    private static let pagesOfTheirOwn = 5
    /// As many as are enough to read.
    private static let most = 200
    /// To look for an address that is spelled alike takes milliseconds on a large site.
    private static let suggestions = 20

    init(_ site: RenderedSite, _ finder: AddressFinder, _ files: (any FileSystem)?) {
        self.site = site
        self.finder = finder
        self.files = files
    }

    /// - Parameter links: Of each output; `nil` for one that is no page.
    mutating func collect(_ links: [PageLinks?]) {
        var idsByPath: [String: Set<UInt64>] = [:]
        for (index, page) in links.enumerated() {
            // A redirect has the places of the page that it leads to.
            if case .redirect = site.outputs[index].content { continue }
            if let page { idsByPath[site.outputs[index].path] = page.ids }
        }
        for (index, page) in links.enumerated() {
            guard let page else { continue }
            for (address, mistake) in page.mistakes {
                note(mistake, address, on: index)
                if case .place(let place) = mistake {
                    pagesByFragment[place.fragment, default: 0] += 1
                }
            }
            for (address, place) in page.places {
                guard let ids = idsByPath[place.output],
                    !PageLinks.has(place.fragment, in: ids)
                else { continue }
                note(.place(place), address, on: index)
            }
        }
    }

    private mutating func note(_ mistake: PageLinks.Mistake, _ address: String, on output: Int) {
        if found[mistake] == nil { order.append(mistake) }
        found[mistake, default: (output, address, 0)].pages += 1
    }

    func diagnostics() -> [Diagnostic] {
        guard !order.isEmpty else { return [] }
        let templates = TemplateLinks.places(of: site)
        var diagnostics: [Diagnostic] = []
        var told: Set<String> = []
        for (number, mistake) in order.enumerated() {
            guard diagnostics.count < Self.most, let use = found[mistake] else { break }
            var pages = use.pages
            if case .place(let place) = mistake, let all = pagesByFragment[place.fragment],
                all > Self.pagesOfTheirOwn, place.output == site.outputs[use.output].path
            {
                guard told.insert(place.fragment).inserted else { continue }
                pages = all
            }
            let text = place(of: use.address, on: use.output)
            let template = templates[use.address]
            // What a build says of a template is not said once more.
            if text == nil, template != nil, isKnownToBuilds(use.address) { continue }
            let span = text ?? template
            var diagnostic = diagnostic(
                for: mistake, use.address, on: use.output, at: span,
                suggests: diagnostics.count < Self.suggestions)
            if pages > 1 {
                diagnostic.notes.append(Diagnostic.Note("The same holds of \(pages - 1) more."))
            }
            if diagnostics.count == Self.most - 1, number < order.count - 1 {
                diagnostic.notes.append(
                    Diagnostic.Note(
                        "\(order.count - 1 - number) more addresses are not shown here."))
            }
            diagnostics.append(diagnostic)
        }
        return diagnostics
    }

    private func isKnownToBuilds(_ address: String) -> Bool {
        switch finder.target(of: address, on: nil) {
        case .mistake: true
        case .output, .elsewhere: false
        }
    }

    private func diagnostic(
        for mistake: PageLinks.Mistake, _ address: String, on output: Int, at span: SourceSpan?,
        suggests: Bool
    ) -> Diagnostic {
        let page = Self.address(site.outputs[output].path)
        switch mistake {
        case .address(let mistake):
            return finder.diagnostic(for: mistake, address, on: page, at: span, suggests: suggests)
        case .place(let place):
            let anchors = site.site.plan[place.output].map { site.anchors(of: $0) } ?? []
            let hint = suggests ? Spelling.closest(to: place.fragment, in: anchors) : nil
            return Diagnostic(
                "link.unknown-anchor",
                "‘\(Self.address(place.output))’ has no place named ‘#\(place.fragment)’, where a link "
                    + "of ‘\(page)’ leads.\(Spelling.hint(hint.map { "#" + $0 }))", at: span)
        }
    }

    private static func address(_ output: String) -> String {
        "/" + (output.hasSuffix("index.html") ? output.dropLast("index.html".count) : output[...])
    }

    /// Where an address stands in the text that an output shows, or in the settings.
    private func place(of address: String, on output: Int) -> SourceSpan? {
        guard let files else { return nil }
        let text = site.text(of: site.outputs[output].content).map { site.site.graph[$0].path }
        for path in [text, "site.yaml"].compactMap({ $0 }) {
            guard let bytes = try? files.read(path) else { continue }
            for written in [address, address.replacing("&", with: "&amp;")] {
                if let range = Self.find(Array(written.utf8), in: bytes) {
                    return SourceSpan(path, range)
                }
            }
        }
        return nil
    }

    /// Where a whole value stands: between quotation marks, brackets or spaces.
    private static func find(_ value: [UInt8], in bytes: [UInt8]) -> Range<Int>? {
        func ends(_ index: Int) -> Bool {
            guard bytes.indices.contains(index) else { return true }
            return bytes[index] <= 0x20 || "\"'=<>()".utf8.contains(bytes[index])
        }
        guard let first = value.first else { return nil }
        var start = 0
        while start + value.count <= bytes.count {
            if bytes[start] == first, ends(start - 1), ends(start + value.count),
                bytes[start..<start + value.count].elementsEqual(value)
            {
                return start..<start + value.count
            }
            start += 1
        }
        return nil
    }
}
