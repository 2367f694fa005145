package import Diagnostics

/// What HTML of a text has a browser run or load beside words and pictures: the policy of a site may stop it.
package struct ActiveMarkup: Hashable, Sendable {
    package enum Kind: Hashable, Sendable {
        /// What stands in a `script`.
        case script
        /// An attribute such as `onclick`.
        case handler
        /// What an element loads, or where it sends what a reader writes.
        case address(String, of: String)
    }

    package let kind: Kind
    package let bytes: ByteRange

    package init(_ kind: Kind, at bytes: ByteRange) {
        self.kind = kind
        self.bytes = bytes
    }

    /// Whether a browser runs what stands in a `script` of a type; anything else is data (HTML Standard, "The script
    /// element").
    package static func isRun(type: String) -> Bool {
        type.isEmpty || type == "module" || type.contains("javascript")
            || type.contains("ecmascript") || type == "importmap" || type == "speculationrules"
    }
}
