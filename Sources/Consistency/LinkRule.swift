/// Every address of a finished page that leads into the site leads to an output, and to a place that is there.
///
/// Links of texts are resolved, and so are right; this is for what nobody resolves: raw HTML, and addresses that
/// a template puts together.

import Markup
import Site

/// What one page's links lead to, as far as the page by itself can tell.
struct PageLinks: Sendable {
    /// A place in another page.
    struct Place: Hashable, Sendable {
        /// Path of an output.
        let output: String
        let fragment: String
    }

    /// An address, and what is wrong with it.
    enum Mistake: Hashable, Sendable {
        case address(AddressFinder.Mistake)
        case place(Place)
    }

    fileprivate(set) var mistakes: [(address: String, mistake: Mistake)] = []
    fileprivate(set) var places: [(address: String, place: Place)] = []
    /// Digests of the ids of this page.
    fileprivate(set) var ids: Set<UInt64> = []

    static func has(_ fragment: String, in ids: Set<UInt64>) -> Bool {
        ids.contains(LinkScan.digest(fragment))
            || fragment.percentDecoded.map { ids.contains(LinkScan.digest($0)) } == true
    }
}

/// Reads pages, one after the other; keeps what it has found out of an address.
struct LinkReader {
    private let finder: AddressFinder
    /// By addresses without their fragments, of those that mean the same on every page.
    private var known: [Substring: AddressFinder.Target] = [:]

    init(_ finder: AddressFinder) { self.finder = finder }

    mutating func read(_ bytes: [UInt8], of output: String) -> PageLinks {
        let scan = LinkScan(reading: bytes)
        var links = PageLinks()
        links.ids = scan.ids
        for address in scan.addresses {
            let mark = address.utf8.firstIndex(of: UInt8(ascii: "#")) ?? address.endIndex
            switch target(address[..<mark], on: output, hasBase: scan.hasBase) {
            case .elsewhere: break
            case .mistake(let mistake): links.mistakes.append((address, .address(mistake)))
            case .output(let path):
                guard mark < address.endIndex else { continue }
                let fragment = String(address[address.utf8.index(after: mark)...])
                guard Self.isName(fragment) else { continue }
                let place = PageLinks.Place(output: path, fragment: fragment)
                guard path == output else {
                    links.places.append((address, place))
                    continue
                }
                if !PageLinks.has(fragment, in: scan.ids) {
                    links.mistakes.append((address, .place(place)))
                }
            }
        }
        return links
    }

    private mutating func target(
        _ address: Substring, on output: String, hasBase: Bool
    ) -> AddressFinder.Target {
        guard address.hasPrefix("/") || address.hasPrefix("http") else {
            return hasBase ? .elsewhere : finder.target(of: String(address), on: output)
        }
        if let target = known[address] { return target }
        let target = finder.target(of: String(address), on: output)
        known[address] = target
        return target
    }

    /// Whether a fragment names a place, rather than a text to search for or the state of a script.
    private static func isName(_ fragment: String) -> Bool {
        switch fragment.utf8.first {
        case nil, UInt8(ascii: ":"), UInt8(ascii: "/"), UInt8(ascii: "!"): false
        default: fragment != "top" && !fragment.utf8.contains(UInt8(ascii: "="))
        }
    }
}
