/// What is said of links that lead nowhere: each once, however many pages have it, and where it stands, as far as
/// that can be found.

import Bytes
import Content
import Diagnostics
import Files
import Markup
import Rendering
import Site

struct LinkFindings {
    private let site: RenderedSite
    private let finder: AddressFinder
    /// The sources, to say where an address stands.
    private let files: (any FileSystem)?
    private let known: KnownAddresses
    private var ids: [PlaceNames?] = []
    private var order: [PageLinks.Target] = []
    private var found: [PageLinks.Target: Uses] = [:]
    /// On how many pages a fragment leads to no place of the page itself.
    private var pagesByFragment: [UInt64: Int] = [:]

    /// The links with one mistake.
    private struct Uses {
        /// The first of them, each by its output and where it stands there.
        var shown: [(output: Int, range: Range<Int>)] = []
        var count = 0
    }

    /// Links with one mistake whose places in the texts are told.
    private static let placesEach = 20
    /// What more pages lack than this is the template's mistake, and told once.
    private static let pagesOfTheirOwn = 5
    /// As many as are enough to read.
    private static let most = 200
    /// To look for an address that is spelled alike takes milliseconds on a large site.
    private static let suggestions = 20

    /// - Parameters:
    ///   - links: Of each output; `nil` for one that is no page.
    ///   - site: What would be published.
    ///   - finder: Where addresses lead.
    ///   - files: The sources.
    ///   - known: What a build has said.
    init(
        of links: [PageLinks?], in site: RenderedSite, _ finder: AddressFinder,
        _ files: (any FileSystem)?, _ known: KnownAddresses
    ) {
        self.site = site
        self.finder = finder
        self.files = files
        self.known = known
        ids = links.enumerated().map { index, page in
            // A redirect has the places of the page that it leads to.
            if case .redirect = site.outputs[index].content { return nil }
            return page?.ids
        }
        for (index, page) in links.enumerated() {
            for use in page?.uses ?? [] { collect(use, on: index) }
        }
    }

    private mutating func collect(_ use: PageLinks.Use, on index: Int) {
        guard !known.contains(use.target, on: index) else { return }
        if case .place(let other, let digest) = use.target {
            guard let names = ids[other], !names.contains(digest) else { return }
            if other == index { pagesByFragment[digest, default: 0] += 1 }
        }
        if found[use.target] == nil { order.append(use.target) }
        found[use.target, default: Uses()].count += 1
        if found[use.target]?.shown.count ?? 0 < Self.placesEach {
            found[use.target]?.shown.append((index, use.range))
        }
    }

    func diagnostics() -> [Diagnostic] {
        guard !order.isEmpty else { return [] }
        let templates = TemplateLinks.places(of: site)
        var diagnostics: [Diagnostic] = []
        var told: Set<UInt64> = []
        var toldPlaces: Set<SourceSpan> = []
        for (number, target) in order.enumerated() {
            guard diagnostics.count < Self.most, let uses = found[target],
                let use = uses.shown.first
            else { break }
            var count = uses.count
            if case .place(let other, let digest) = target, other == use.output,
                let all = pagesByFragment[digest], all > Self.pagesOfTheirOwn
            {
                guard told.insert(digest).inserted else { continue }
                count = all
            }
            let address = address(at: use.range, of: use.output)
            let template = templates[address]
            let text =
                placeInText(of: address, on: use.output)
                ?? (template == nil ? placeInSettings(of: address) : nil)
            let lacking = template == nil ? templateWithoutPlace(of: address) : nil
            // What a build says of a template is not said once more.
            if text == nil, let template {
                if template.isFollowed, isKnownToBuilds(address) { continue }
                // A relative address leads to another place from each page, and is one mistake.
                guard toldPlaces.insert(template.span).inserted else { continue }
            }
            if text == nil, let lacking, !toldPlaces.insert(lacking).inserted { continue }
            guard
                var diagnostic = diagnostic(
                    for: target, address, on: use.output, at: text ?? template?.span ?? lacking,
                    suggests: diagnostics.count < Self.suggestions)
            else { continue }
            if text == nil, lacking != nil {
                diagnostic.message +=
                    " The template that this one replaces has it: give an element of this one that ‘id’."
            }
            if let text { diagnostic.notes = notes(uses.shown.dropFirst(), besides: text) }
            diagnostic.notes += Diagnostic.Note.more(count - 1 - diagnostic.notes.count)
            if diagnostics.count == Self.most - 1, number < order.count - 1 {
                diagnostic.notes.append(
                    Diagnostic.Note(
                        "\(order.count - 1 - number) more addresses are not shown here."))
            }
            diagnostics.append(diagnostic)
        }
        return diagnostics
    }

    /// The template of the site that has no such place, and should.
    private func templateWithoutPlace(of address: String) -> SourceSpan? {
        address.hasPrefix("#")
            ? TemplateLinks.template(withoutID: String(address.dropFirst()), in: site) : nil
    }

    /// Other texts with the same mistake: each is to be mended.
    private func notes(
        _ uses: ArraySlice<(output: Int, range: Range<Int>)>, besides span: SourceSpan
    ) -> [Diagnostic.Note] {
        var seen: Set<SourceSpan> = [span]
        return uses.compactMap { use in
            placeInText(of: address(at: use.range, of: use.output), on: use.output)
                .flatMap { seen.insert($0).inserted ? $0 : nil }
                .map { Diagnostic.Note("A link leads there from here, too.", at: $0) }
        }
    }

    /// Rendered once more, since hardly one of so many addresses is ever shown.
    private func address(at range: Range<Int>, of output: Int) -> String {
        var buffer = OutputBuffer()
        site.render(site.outputs[output].content, into: &buffer)
        return MarkupScanner([UInt8](buffer)).text(range)
    }

    private func isKnownToBuilds(_ address: String) -> Bool {
        switch finder.target(of: address, on: nil) {
        case .mistake: true
        case .output, .elsewhere: false
        }
    }

    /// `nil` when the fragment is an id as it stands, signs of its encoding and all.
    private func diagnostic(
        for target: PageLinks.Target, _ address: String, on output: Int, at span: SourceSpan?,
        suggests: Bool
    ) -> Diagnostic? {
        let page = AddressFinder.address(of: site.outputs[output].path)
        switch target {
        case .mistake(let mistake):
            return finder.diagnostic(for: mistake, address, on: page, at: span, suggests: suggests)
        case .place(let other, _):
            let fragment = String(address.drop { $0 != "#" }.dropFirst())
            guard ids[other]?.contains(fragment: fragment) != true else { return nil }
            let anchors = site.anchors(of: site.outputs[other].content)
            let hint = suggests ? Spelling.closest(to: fragment, in: anchors) : nil
            return Diagnostic(
                "link.unknown-anchor",
                "‘\(AddressFinder.address(of: site.outputs[other].path))’ has no place named ‘#\(fragment)’, where "
                    + "a link of ‘\(page)’ leads.\(Spelling.hint(hint.map { "#" + $0 }))", at: span)
        }
    }

    /// Where an address stands in the text that an output shows.
    private func placeInText(of address: String, on output: Int) -> SourceSpan? {
        site.text(of: site.outputs[output].content).flatMap {
            place(of: address, in: site.site.graph[$0].path)
        }
    }

    /// Where it stands in the settings, unless pages have another address for what is written there.
    private func placeInSettings(of address: String) -> SourceSpan? {
        let others = site.addressesOfSettings.filter { $0.address != address }.map(
            \.span.bytes.range)
        return place(of: address, in: SiteSettings.path) { place in
            others.contains {
                $0.lowerBound <= place.lowerBound && place.upperBound <= $0.upperBound
            }
        }
    }

    private func place(
        of address: String, in path: String, except isOther: (Range<Int>) -> Bool = { _ in false }
    ) -> SourceSpan? {
        guard let bytes = try? files?.read(path) else { return nil }
        for written in [address, address.replacing("&", with: "&amp;")] {
            if let range = Self.find(Array(written.utf8), in: bytes, except: isOther) {
                return SourceSpan(path, range)
            }
        }
        return nil
    }

    /// Where a whole value stands: between quotation marks, brackets or spaces, or entities of these.
    private static func find(
        _ value: [UInt8], in bytes: [UInt8], except isOther: (Range<Int>) -> Bool
    ) -> Range<Int>? {
        func ends(_ index: Int) -> Bool {
            guard bytes.indices.contains(index) else { return true }
            if bytes[index] == UInt8(ascii: "&") {
                return ["&quot;", "&#", "&apos;"].contains {
                    bytes[index...].starts(with: $0.utf8)
                }
            }
            return bytes[index] <= 0x20 || "\"'=<>(),;".utf8.contains(bytes[index])
        }
        return value.withUnsafeBufferPointer { value in
            bytes.withUnsafeBufferPointer { bytes in
                var start = 0
                while let found = bytes.firstRange(of: value, in: start..<bytes.count) {
                    if ends(found.lowerBound - 1), ends(found.upperBound), !isOther(found) {
                        return found
                    }
                    start = found.lowerBound + 1
                }
                return nil
            }
        }
    }
}
