/// A YAML document as read: what stands where. Small and short-lived: a decoder turns it into typed
/// metadata at once.

import Diagnostics

struct YAMLNode {
    indirect enum Value {
        /// `isPlain`: written without quotes, so that `true` is a flag and `2021-10-18` a date.
        case scalar(String, isPlain: Bool)
        case sequence([YAMLNode])
        case mapping([Pair])
    }

    struct Pair {
        let key: String
        let keyBytes: ByteRange
        let value: YAMLNode
    }

    let value: Value
    /// In the file.
    let bytes: ByteRange

    /// What an author calls it.
    var kindName: String {
        switch value {
        case .scalar: "a single value"
        case .sequence: "a list"
        case .mapping: "a group of keys"
        }
    }

    var isNull: Bool {
        guard case .scalar(let text, let isPlain) = value else { return false }
        return isPlain && ["", "~", "null", "Null", "NULL"].contains(text)
    }
}
