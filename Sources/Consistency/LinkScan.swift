/// The links of a finished page, read from its bytes alone, and the places that links may lead to.

import Markup

struct LinkScan {
    /// Values of `href` and `src`, with entities decoded, in order.
    private(set) var addresses: [String] = []
    /// Digests of the ids: those of all pages have to be in memory at once.
    private(set) var ids: Set<UInt64> = []
    /// Whether the page says itself what its relative addresses begin with.
    private(set) var hasBase = false

    init(reading bytes: [UInt8]) {
        var scanner = MarkupScanner(bytes)
        while let token = scanner.next() {
            guard token.kind == .start else { continue }
            guard token.name != "base" else {
                hasBase = true
                continue
            }
            let isLink = token.name == "a"
            scanner.forEachAttribute(of: token) { name, value in
                if scanner.isName(name, "href") || scanner.isName(name, "src") {
                    addresses.append(scanner.text(value))
                } else if scanner.isName(name, "id") || isLink && scanner.isName(name, "name") {
                    ids.insert(Self.digest(scanner.text(value)))
                }
            }
        }
    }

    /// FNV-1a, 64 bits: the same in every run.
    static func digest(_ text: String) -> UInt64 {
        var hash: UInt64 = 0xcbf2_9ce4_8422_2325
        for byte in text.utf8 { hash = (hash ^ UInt64(byte)) &* 0x0000_0100_0000_01b3 }
        return hash
    }
}
