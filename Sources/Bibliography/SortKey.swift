import Bytes

/// The order of words in indices.
package enum SortKey {
    /// The same without spaces and signs.
    package static func letters(of text: String) -> String {
        of(text).filter { $0.isLetter || $0.isNumber }
    }

    /// Letters without case and accents; `ø`, `ß` and the like as the letters they stand beside.
    ///
    /// The same on every machine, unlike a locale's collation.
    package static func of(_ text: String) -> String {
        if text.isASCII { return ofASCII(text) }
        var key = String.UnicodeScalarView()
        for scalar in text.lowercased().unicodeScalars {
            if scalar.isASCII {
                if scalar != "'" { key.append(scalar) }
                continue
            }
            switch scalar {
            case "ø", "œ": key.append("o")
            case "æ": key.append(contentsOf: "ae".unicodeScalars)
            case "ß": key.append(contentsOf: "ss".unicodeScalars)
            case "ł": key.append("l")
            case "đ", "ð": key.append("d")
            case "þ": key.append(contentsOf: "th".unicodeScalars)
            case "ı": key.append("i")
            case "’", "‘", "“", "”": break
            default:
                // Canonical decomposition of one letter: its base, without the marks.
                let base = Array(String(scalar).decomposedScalars)
                key.append(
                    contentsOf: base.filter {
                        $0.properties.canonicalCombiningClass == .notReordered
                    })
            }
        }
        return String(key)
    }

    private static func ofASCII(_ text: String) -> String {
        String(unsafeUninitializedCapacity: text.utf8.count) { key in
            var count = 0
            for byte in text.utf8 where byte != UInt8(ascii: "'") {
                key[count] = byte | (byte >= 0x41 && byte <= 0x5A ? 0x20 : 0)
                count += 1
            }
            return count
        }
    }
}
