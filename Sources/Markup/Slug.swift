import Bytes
import Diagnostics
@_spi(_Unicode) import Swift

/// A segment of a URL path, or an anchor: lower-case letters and digits of any script, `-` and `_`.
///
/// Checked where it is made, so that nothing downstream checks it again. Text is brought to Unicode
/// NFC first: the same word typed on two systems gives the same address.
package struct Slug: Hashable, Comparable, Sendable {
    package let rawValue: String

    /// In bytes; it leaves room for a suffix below the 255 that file systems allow.
    package static let longest = 200

    /// Whether a text that gives no slug is merely too long.
    package static func isTooLong(_ text: String) -> Bool {
        Slug(slugifying: text) == nil && text.unicodeScalars.contains(where: \.isWordScalar)
    }

    /// Accepts text that is already a slug.
    package init?(_ text: String) {
        guard let made = Slug(slugifying: text), made.rawValue.utf8.elementsEqual(text.utf8) else {
            return nil
        }
        self = made
    }

    /// Makes the slug of a title, a name or a file name: runs of anything else become one hyphen.
    ///
    /// `nil` when no letter or digit is left. Apostrophes vanish instead of splitting a word.
    package init?(slugifying title: String) {
        if title.isASCII {
            guard let slug = Self.slug(ascii: title) else { return nil }
            rawValue = slug
            return
        }
        var scalars = String.UnicodeScalarView()
        var pendingHyphen = false
        for scalar in title.lowercased().normalized.unicodeScalars {
            switch scalar {
            case _ where scalar.isWordScalar || scalar == "_":
                if pendingHyphen, !scalars.isEmpty { scalars.append("-") }
                pendingHyphen = false
                scalars.append(scalar)
            case "'", "’", "‘": break
            default: pendingHyphen = true
            }
        }
        guard scalars.contains(where: \.isWordScalar), String(scalars).utf8.count <= Self.longest
        else {
            return nil
        }
        rawValue = String(scalars)
    }

    /// The same for a title of ASCII alone, which needs no table of Unicode.
    private static func slug(ascii title: String) -> String? {
        var hasWord = false
        let slug = String(unsafeUninitializedCapacity: title.utf8.count) { slug in
            var count = 0
            var pendingHyphen = false
            func append(_ byte: UInt8) {
                // A hyphen stands for at least one byte that is left out.
                if pendingHyphen, count > 0 {
                    slug[count] = UInt8(ascii: "-")
                    count += 1
                }
                pendingHyphen = false
                slug[count] = byte
                count += 1
            }
            for byte in title.utf8 {
                switch byte {
                case 0x61...0x7A, 0x30...0x39:
                    append(byte)
                    hasWord = true
                case 0x41...0x5A:
                    append(byte | 0x20)
                    hasWord = true
                case UInt8(ascii: "_"): append(byte)
                case UInt8(ascii: "'"): break
                default: pendingHyphen = true
                }
            }
            return count
        }
        return hasWord && slug.utf8.count <= longest ? slug : nil
    }

    package static func < (a: Slug, b: Slug) -> Bool {
        a.rawValue.precedes(b.rawValue)
    }
}

extension Unicode.Scalar {
    /// A letter, a digit, or a mark that belongs to one.
    package var isWordScalar: Bool {
        if isASCII {
            return ("a"..."z").contains(self) || ("A"..."Z").contains(self)
                || ("0"..."9").contains(self)
        }
        switch properties.generalCategory {
        case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter,
            .nonspacingMark, .spacingMark, .enclosingMark, .decimalNumber, .letterNumber,
            .otherNumber:
            return true
        default: return false
        }
    }
}

extension String {
    /// The text in Unicode Normalization Form C (Unicode Standard Annex 15).
    package var normalized: String {
        // Nothing below U+0300 changes or joins with what stands before it (Unicode Standard Annex 15,
        // NFC_Quick_Check), and no dash or quotation mark does.
        let isPlain =
            utf8.allSatisfy { $0 < 0xCC }
            || unicodeScalars.allSatisfy {
                $0.value < 0x300 || (0x2010...0x2027).contains($0.value)
            }
        if isPlain { return self }
        var view = String.UnicodeScalarView()
        view.append(contentsOf: _nfc)
        return String(view)
    }

    /// The same for all names that some file system takes for one: NFC, case folded.
    ///
    /// Upper case first, so that `ß` and `ss` meet.
    package var collisionKey: String {
        // Nearly every path is plain already.
        let isPlain = withUTF8Bytes { bytes in
            bytes.firstIndex(from: 0) { byte in
                (byte >= 0x80).bit | ((byte >= 0x41).bit & (byte <= 0x5A).bit)
            } == bytes.count
        }
        if isPlain { return self }
        return latinCollisionKey ?? uppercased().lowercased().normalized
    }

    /// The same for ASCII and the accented letters of the languages of Europe, which are each as long in lower case:
    /// nearly all names have no others; `nil` for a text that has.
    private var latinCollisionKey: String? {
        var isLatin = true
        let key = withUTF8Bytes { bytes in
            String(unsafeUninitializedCapacity: bytes.count) { key in
                var index = 0
                while index < bytes.count {
                    let byte = bytes[index]
                    if byte < 0x80 {
                        key[index] = byte &- 0x41 < 26 ? byte | 0x20 : byte
                        index += 1
                        continue
                    }
                    guard (0xC3...0xC5).contains(byte), index + 1 < bytes.count,
                        let letter = Self.lowerCase(
                            ofLatin: UInt16(byte & 0x1F) << 6 | UInt16(bytes[index + 1] & 0x3F))
                    else {
                        isLatin = false
                        return 0
                    }
                    key[index] = 0xC0 | UInt8(letter >> 6)
                    key[index + 1] = 0x80 | UInt8(letter & 0x3F)
                    index += 2
                }
                return bytes.count
            }
        }
        return isLatin ? key : nil
    }

    /// Of a character from U+00C0 to U+017F; `nil` where upper case is no other single letter of these.
    private static func lowerCase(ofLatin letter: UInt16) -> UInt16? {
        switch letter {
        // ß, İ, ı, ĸ, ŉ, Ÿ and ſ.
        case 0xDF, 0x130, 0x131, 0x138, 0x149, 0x178, 0x17F: nil
        case 0xD7: letter
        case 0xC0...0xDE: letter + 0x20
        case 0xDF...0xFF: letter
        // Capitals are even here, and odd elsewhere.
        case 0x139...0x148, 0x179...0x17E: letter + (letter & 1)
        default: letter | 1
        }
    }

    package var trimmingWhitespace: String {
        let text = drop(while: \.isWhitespace)
        return text.lastIndex { !$0.isWhitespace }.map { String(text[...$0]) } ?? ""
    }

    /// White space at both ends removed and inner runs made one space.
    ///
    /// U+00A0 counts as white space: it comes with text that was pasted from a browser.
    package var collapsingWhitespace: String {
        withUTF8Bytes(Self.isPlainlySpaced) ? self : collapsed
    }

    /// Whether a text has single spaces between its words, none around them, and no byte that white
    /// space beyond ASCII begins with.
    private static func isPlainlySpaced(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
        let isASCII =
            bytes.firstIndex(from: 0) { ($0 < 0x20).bit | ($0 >= 0x80).bit } == bytes.count
        guard isASCII else { return isPlainlySpacedBeyondASCII(bytes) }
        var start = 0
        while let space = bytes.firstIndex(of: 0x20, in: start..<bytes.count) {
            guard space > start else { return false }
            start = space + 1
        }
        return start < bytes.count
    }

    private static func isPlainlySpacedBeyondASCII(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
        var previous = UInt8(ascii: " ")
        for index in bytes.indices {
            switch bytes[index] {
            case 0x00..<0x20, 0xC2, 0xE1, 0xE3: return false
            case 0x20: if previous == 0x20 { return false }
            // Of U+2000 to U+20FF, quotation marks and dashes are frequent and no white space.
            case 0xE2:
                guard index + 2 < bytes.count, bytes[index + 1] == 0x80,
                    (0x90...0xA6).contains(bytes[index + 2])
                else { return false }
            default: break
            }
            previous = bytes[index]
        }
        return previous != 0x20
    }

    private var collapsed: String {
        unicodeScalars.split { $0.properties.isWhitespace }
            .map { String($0) }.joined(separator: " ")
    }
}
