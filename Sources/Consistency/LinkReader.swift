/// Every address of a finished page that leads into the site leads to an output, and to a place that is there.
///
/// Links of texts are resolved, and so are right; this is for what nobody resolves: raw HTML, and addresses that
/// a template puts together.

import Bytes
import Markup
import Site

/// What one page's links lead to, as far as the page by itself can tell.
struct PageLinks: Sendable {
    /// Where an address leads that is wrong, or that other pages decide on.
    enum Target: Hashable, Sendable {
        case mistake(AddressFinder.Mistake)
        /// A place in an output, by its index, and the digest of the fragment.
        case place(Int, UInt64)
    }

    /// Where an address stands in the page.
    struct Use: Sendable {
        let range: Range<Int>
        let target: Target
    }

    fileprivate(set) var uses: [Use] = []
    let ids: PlaceNames
    /// An id that the page has twice.
    let repeatedID: String?
}

/// Reads pages, one after the other; keeps what it has found out of an address.
struct LinkReader {
    private enum Known {
        case elsewhere
        case mistake(AddressFinder.Mistake)
        case output(Int)
    }

    private let finder: AddressFinder
    /// Outputs by their paths.
    private let indices: [String: Int]
    /// By the digests of addresses without their fragments, of those that mean the same on every page.
    private var known: [UInt64: Known] = [:]

    init(_ finder: AddressFinder, _ outputs: [PlannedOutput]) {
        self.finder = finder
        // What would be written twice has the places of neither; a build says so.
        indices = Dictionary(
            outputs.enumerated().map { ($0.element.path, Optional($0.offset)) },
            uniquingKeysWith: { _, _ in nil }
        ).compactMapValues(\.self)
    }

    /// - Parameters:
    ///   - bytes: The page.
    ///   - index: Of the output that it is.
    ///   - output: Its path.
    /// - Returns: The links that are wrong, or lead to places in other pages.
    mutating func read(_ bytes: [UInt8], _ index: Int, of output: String) -> PageLinks {
        let scan = LinkScan(reading: bytes)
        var links = PageLinks(ids: scan.ids, repeatedID: scan.repeatedID.map(scan.text))
        for range in scan.addresses {
            let address = bytes[range]
            // Hardly an address has an entity, and a string of each takes longer than the rest.
            let target =
                address.contains(UInt8(ascii: "&"))
                ? target(Array(scan.text(range).utf8)[...], index, of: output, scan.hasBase)
                : target(address, index, of: output, scan.hasBase)
            if case .place(index, let digest) = target, scan.ids.contains(digest) { continue }
            if let target { links.uses.append(PageLinks.Use(range: range, target: target)) }
        }
        return links
    }

    /// - Parameters:
    ///   - address: As a browser reads it.
    ///   - index: Of the output that has it.
    ///   - output: Its path.
    ///   - hasBase: Whether the page says what its relative addresses begin with.
    /// - Returns: Where it leads, unless that is right whatever other pages have.
    mutating func target(
        _ address: ArraySlice<UInt8>, _ index: Int, of output: String, _ hasBase: Bool = false
    ) -> PageLinks.Target? {
        let mark = address.firstIndex(of: UInt8(ascii: "#")) ?? address.endIndex
        switch find(address[..<mark], index, of: output, hasBase: hasBase) {
        case .elsewhere: return nil
        case .mistake(let mistake): return .mistake(mistake)
        case .output(let other):
            let fragment = address[mark...].dropFirst()
            guard Self.isName(fragment) else { return nil }
            guard fragment.contains(UInt8(ascii: "%")) else {
                return .place(other, fragment.fingerprint)
            }
            let text = String(decoding: fragment, as: UTF8.self)
            return .place(other, (text.percentDecoded ?? text).utf8.fingerprint)
        }
    }

    private mutating func find(
        _ address: ArraySlice<UInt8>, _ index: Int, of output: String, hasBase: Bool
    ) -> Known {
        guard let first = address.first else { return hasBase ? .elsewhere : .output(index) }
        guard first == UInt8(ascii: "/") || address.starts(with: "http".utf8) else {
            return hasBase ? .elsewhere : find(address, on: output)
        }
        let digest = address.fingerprint
        if let target = known[digest] { return target }
        let target = find(address, on: output)
        known[digest] = target
        return target
    }

    private func find(_ address: ArraySlice<UInt8>, on output: String) -> Known {
        switch finder.target(of: String(decoding: address, as: UTF8.self), on: output) {
        case .elsewhere: .elsewhere
        case .mistake(let mistake): .mistake(mistake)
        case .output(let path): indices[path].map { .output($0) } ?? .elsewhere
        }
    }

    /// Whether a fragment names a place, rather than a text to search for or the state of a script.
    private static func isName(_ fragment: ArraySlice<UInt8>) -> Bool {
        switch fragment.first {
        case nil, UInt8(ascii: ":"), UInt8(ascii: "/"), UInt8(ascii: "!"): false
        default: !fragment.elementsEqual("top".utf8) && !fragment.contains(UInt8(ascii: "="))
        }
    }
}
