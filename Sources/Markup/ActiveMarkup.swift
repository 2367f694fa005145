import Bytes
package import Diagnostics

/// What HTML of a text has a browser run or load beside words and pictures: the policy of a site may stop it.
package struct ActiveMarkup: Hashable, Sendable {
    package enum Kind: Hashable, Sendable {
        /// What stands in a `script`.
        case script
        /// An attribute such as `onclick`.
        case handler
        /// A script in place of an address: `javascript:…`.
        case scriptAddress
        /// What an element loads, or where it sends what a reader writes.
        case address(String, of: String)
    }

    package let kind: Kind
    package let bytes: ByteRange

    package init(_ kind: Kind, at bytes: ByteRange) {
        self.kind = kind
        self.bytes = bytes
    }

    /// Whether an attribute of a name is a script that an event runs; `once` and `only-if` are others.
    package static func isHandler(_ name: some Collection<UInt8>) -> Bool {
        name.first.map { $0 | 0x20 } == UInt8(ascii: "o") && name.count > 4
            && name.starts(with: "on".utf8) { $0 | 0x20 == $1 }
            && name.allSatisfy(\.isASCIILetter)
    }

    /// Whether an address is a script: in small letters or not, with spaces before it and breaks in it (URL Standard,
    /// section 4.4).
    package static func isScript(address: some Sequence<UInt8>) -> Bool {
        address.lazy.drop { $0 <= 0x20 }.filter { ![0x09, 0x0A, 0x0D].contains($0) }
            .map { (0x41...0x5A).contains($0) ? $0 | 0x20 : $0 }.starts(with: "javascript:".utf8)
    }

    /// Whether a browser runs what stands in a `script` of a type; anything else is data (HTML Standard, "The script
    /// element").
    package static func isRun(type: String) -> Bool {
        type.isEmpty || type == "module" || type.contains("javascript")
            || type.contains("ecmascript") || type == "importmap" || type == "speculationrules"
    }
}
