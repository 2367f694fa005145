/// A YAML document as read: what stands where. Small and short-lived: a decoder turns it into typed
/// metadata at once.

package import Diagnostics

package struct YAMLNode {
    package enum Value {
        /// `isPlain`: written without quotes, so that `true` is a flag and `2021-10-18` a date.
        case scalar(String, isPlain: Bool)
        case sequence([YAMLNode])
        case mapping([Pair])
    }

    package struct Pair {
        package let key: String
        package let keyBytes: ByteRange
        package let value: YAMLNode

        package init(key: String, keyBytes: ByteRange, value: YAMLNode) {
            self.key = key
            self.keyBytes = keyBytes
            self.value = value
        }
    }

    package let value: Value
    /// In the file.
    package let bytes: ByteRange

    package init(value: Value, bytes: ByteRange) {
        self.value = value
        self.bytes = bytes
    }

    /// What an author calls it.
    package var kindName: String {
        switch value {
        case .scalar: "a single value"
        case .sequence: "a list"
        case .mapping: "a group of keys"
        }
    }

    package var isNull: Bool {
        guard case .scalar(let text, let isPlain) = value else { return false }
        return isPlain && ["", "~", "null", "Null", "NULL"].contains(text)
    }
}
