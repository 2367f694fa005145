/// The links of a finished page, read from its bytes alone, and the places that links may lead to.

import Markup

struct LinkScan {
    let bytes: [UInt8]
    private let scanner: MarkupScanner
    /// Where addresses stand, in order.
    private(set) var addresses: [Range<Int>] = []
    /// Whether the page says itself what its relative addresses begin with.
    private(set) var hasBase = false
    let ids: PlaceNames

    init(reading bytes: [UInt8]) {
        self.bytes = bytes
        var scanner = MarkupScanner(bytes)
        var addresses: [Range<Int>] = []
        var ids: [UInt64] = []
        var isStyle = false
        while let token = scanner.next() {
            if isStyle, token.kind == .text {
                addresses += AddressList.style(in: bytes, token.range)
            }
            isStyle = token.kind == .start && token.name == "style"
            guard token.kind == .start else { continue }
            guard token.name != "base" else {
                hasBase = true
                continue
            }
            let isLink = token.name == "a"
            scanner.forEachAttribute(of: token) { name, value in
                if scanner.isName(name, "id") || isLink && scanner.isName(name, "name") {
                    ids.append(
                        bytes[value].contains(UInt8(ascii: "&"))
                            ? PlaceNames.digest(scanner.text(value).utf8)
                            : PlaceNames.digest(bytes[value]))
                } else {
                    Self.addAddresses(of: token, name, value, in: bytes, scanner, to: &addresses)
                }
            }
        }
        self.scanner = scanner
        self.addresses = addresses
        self.ids = PlaceNames(ids)
    }

    /// What an attribute leads to (HTML Standard, index of attributes), by the length of its name first: there
    /// are a hundred thousands of them.
    private static func addAddresses(
        of tag: MarkupScanner.Token, _ name: Range<Int>, _ value: Range<Int>, in bytes: [UInt8],
        _ scanner: MarkupScanner, to addresses: inout [Range<Int>]
    ) {
        func isName(_ other: StaticString) -> Bool { scanner.isName(name, other) }
        let isAddress: Bool
        switch name.count {
        case 3: isAddress = isName("src")
        case 4: isAddress = isName("href") || tag.name == "object" && isName("data")
        case 5:
            if isName("style") { addresses += AddressList.style(in: bytes, value) }
            return
        case 6:
            if isName("srcset") { addresses += AddressList.sourceSet(in: bytes, value) }
            isAddress =
                isName("poster")
                || isName("action") && !isPosted(tag, by: "method", scanner)
        case 7:
            guard tag.name == "meta", isName("content"),
                scanner.attribute("http-equiv", of: tag)?.lowercased() == "refresh"
            else { return }
            addresses += AddressList.refresh(in: bytes, value).map { [$0] } ?? []
            return
        case 10:
            isAddress =
                isName("xlink:href")
                || isName("formaction") && !isPosted(tag, by: "formmethod", scanner)
        case 11:
            if isName("imagesrcset") { addresses += AddressList.sourceSet(in: bytes, value) }
            return
        default: return
        }
        if isAddress { addresses.append(bytes.withoutSpace(around: value)) }
    }

    /// What is posted goes to a program of the host, which no file of the site stands for.
    private static func isPosted(
        _ tag: MarkupScanner.Token, by method: String, _ scanner: MarkupScanner
    ) -> Bool {
        scanner.attribute(method, of: tag)?.lowercased() == "post"
    }

    /// An address with its entities decoded.
    func text(_ range: Range<Int>) -> String { scanner.text(range) }
}

/// The ids of a page, as digests: those of all pages have to be in memory at once.
struct PlaceNames: Sendable {
    /// Sorted.
    private let digests: [UInt64]

    init(_ digests: [UInt64]) { self.digests = digests.sorted() }

    func contains(_ digest: UInt64) -> Bool {
        var (low, high) = (0, digests.count)
        while low < high {
            let middle = (low + high) / 2
            if digests[middle] < digest { low = middle + 1 } else { high = middle }
        }
        return low < digests.count && digests[low] == digest
    }

    /// Whether the page has a place that a fragment names, as it is or decoded.
    func contains(fragment: String) -> Bool {
        contains(Self.digest(fragment.utf8))
            || fragment.percentDecoded.map { contains(Self.digest($0.utf8)) } == true
    }

    /// FNV-1a, 64 bits: the same in every run.
    static func digest(_ bytes: some Sequence<UInt8>) -> UInt64 {
        var hash: UInt64 = 0xcbf2_9ce4_8422_2325
        for byte in bytes { hash = (hash ^ UInt64(byte)) &* 0x0000_0100_0000_01b3 }
        return hash
    }
}
