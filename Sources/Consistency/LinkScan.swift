/// The links of a finished page, read from its bytes alone, and the places that links may lead to.

import Bytes
import Markup

struct LinkScan {
    private let scanner: MarkupScanner
    /// Where addresses stand, in order.
    private(set) var addresses: [Range<Int>] = []
    /// Whether the page says itself what its relative addresses begin with.
    private(set) var hasBase = false
    let ids: PlaceNames
    /// The second of two equal ids.
    let repeatedID: Range<Int>?

    init(reading bytes: [UInt8]) {
        var scanner = MarkupScanner(bytes)
        var addresses: [Range<Int>] = []
        var names: [UInt64] = []
        var ids: [(digest: UInt64, range: Range<Int>)] = []
        var isStyle = false
        var form = FormMethod.follows
        while let token = scanner.next() {
            if isStyle, token.kind == .text {
                addresses += AddressList.style(in: bytes, token.range)
            }
            isStyle = token.kind == .start && token.name == "style"
            if token.name == "form" {
                form = token.kind == .start ? FormMethod("method", of: token, scanner) : .follows
            }
            guard token.kind == .start else { continue }
            if token.name == "base" { hasBase = true }
            let isLink = token.name == "a"
            var isDecided = false
            scanner.forEachAttribute(of: token) { name, value in
                if scanner.isName(name, "id") || isLink && scanner.isName(name, "name") {
                    let digest =
                        bytes[value].contains(UInt8(ascii: "&"))
                        ? scanner.text(value).utf8.fingerprint : bytes[value].fingerprint
                    if scanner.isName(name, "id") {
                        ids.append((digest, value))
                    } else {
                        names.append(digest)
                    }
                } else if let attribute = AddressAttribute(name, in: bytes, of: token.name) {
                    if attribute.dependsOnOthers {
                        // The first counts, and one tag can have thousands.
                        guard !isDecided else { return }
                        isDecided = true
                        guard Self.leads(attribute, of: token, in: form, scanner) else { return }
                    }
                    addresses += attribute.addresses(in: value, of: scanner)
                }
            }
        }
        self.scanner = scanner
        self.addresses = addresses
        self.ids = PlaceNames(ids.map(\.digest) + names)
        ids.sort { ($0.digest, $0.range.lowerBound) < ($1.digest, $1.range.lowerBound) }
        repeatedID = zip(ids, ids.dropFirst()).first { $0.digest == $1.digest }?.1.range
    }

    /// Whether an attribute leads anywhere, by what stands beside it.
    private static func leads(
        _ attribute: AddressAttribute, of tag: MarkupScanner.Token, in form: FormMethod,
        _ scanner: MarkupScanner
    ) -> Bool {
        switch attribute {
        case .address, .sourceSet, .style: true
        case .refresh: scanner.attribute("http-equiv", of: tag)?.lowercased() == "refresh"
        case .action: form == .follows
        case .buttonAction:
            switch FormMethod("formmethod", of: tag, scanner) {
            case .follows: true
            case .sends: false
            // A form that is named may stand anywhere.
            case .isNotSaid: form != .sends && scanner.attribute("form", of: tag) == nil
            }
        }
    }

    /// What becomes of a form (HTML Standard, "Form submission").
    private enum FormMethod {
        /// A browser goes to its address, as behind a link.
        case follows
        /// It is posted to a program of the host, which no file of the site stands for, or only closes a dialog.
        case sends
        case isNotSaid

        init(_ name: String, of tag: MarkupScanner.Token, _ scanner: MarkupScanner) {
            switch scanner.attribute(name, of: tag)?.lowercased() {
            case "post", "dialog": self = .sends
            case nil: self = tag.name == "form" ? .follows : .isNotSaid
            case .some: self = .follows
            }
        }
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
        let index = digests.partitioningIndex { $0 >= digest }
        return index < digests.count && digests[index] == digest
    }

    /// Whether the page has a place that a fragment names, as it is or decoded.
    func contains(fragment: String) -> Bool {
        contains(fragment.utf8.fingerprint)
            || fragment.percentDecoded.map { contains($0.utf8.fingerprint) } == true
    }
}
