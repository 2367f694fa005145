/// Characters that HTML writes by a number or a name (HTML Standard, "Named character references").

import Bytes

package enum CharacterReference {
    /// Decodes a piece of HTML; a reference that is none, or has a name not known here, stays as it is.
    ///
    /// - Parameters:
    ///   - bytes: What it stands in.
    ///   - range: The piece.
    ///   - note: Is told where each byte of the text comes from, in order.
    /// - Returns: The text.
    package static func decode(
        _ bytes: [UInt8], _ range: Range<Int>, _ note: (Int) -> Void = { _ in }
    ) -> [UInt8] {
        var text: [UInt8] = []
        text.reserveCapacity(range.count)
        var index = range.lowerBound
        while index < range.upperBound {
            if bytes[index] == UInt8(ascii: "&"),
                let (scalar, end) = reference(bytes, from: index + 1, to: range.upperBound)
            {
                for byte in String(scalar).utf8 {
                    text.append(byte)
                    note(index)
                }
                index = end
            } else {
                text.append(bytes[index])
                note(index)
                index += 1
            }
        }
        return text
    }

    /// The character behind an ampersand, and where its reference ends.
    private static func reference(
        _ bytes: [UInt8], from start: Int, to end: Int
    ) -> (Unicode.Scalar, end: Int)? {
        guard start < end else { return nil }
        if bytes[start] == UInt8(ascii: "#") { return number(bytes, from: start + 1, to: end) }
        let name = bytes[start..<min(end, start + longestName + 1)]
            .prefix { $0.isASCIILetterOrDigit }
        guard name.endIndex < end, bytes[name.endIndex] == UInt8(ascii: ";"),
            let scalar = named[String(decoding: name, as: UTF8.self)]
        else { return nil }
        return (scalar, name.endIndex + 1)
    }

    /// `233` or `xE9`; the semicolon may be missing.
    private static func number(
        _ bytes: [UInt8], from start: Int, to end: Int
    ) -> (Unicode.Scalar, end: Int)? {
        let isHex = start < end && bytes[start] | 0x20 == UInt8(ascii: "x")
        var index = isHex ? start + 1 : start
        let first = index
        var value: UInt32 = 0
        while index < end, let digit = bytes[index].digit(isHex: isHex) {
            // No character has so large a number, whatever digits follow.
            value = min(value * (isHex ? 16 : 10) + digit, 0x11_0000)
            index += 1
        }
        guard index > first else { return nil }
        if index < end, bytes[index] == UInt8(ascii: ";") { index += 1 }
        let scalar = value == 0 ? nil : Unicode.Scalar(value)
        return (scalar ?? "\u{FFFD}", index)
    }

    /// Those of ASCII's signs and of Latin-1, and a few of punctuation: in addresses and ids, hardly anybody
    /// writes any other.
    private static let named: [String: Unicode.Scalar] = {
        var named: [String: Unicode.Scalar] = [
            "Tab": "\t", "NewLine": "\n", "excl": "!", "quot": "\"", "QUOT": "\"", "num": "#",
            "dollar": "$", "percnt": "%", "amp": "&", "AMP": "&", "apos": "'", "lpar": "(",
            "rpar": ")", "ast": "*", "plus": "+", "comma": ",", "period": ".", "sol": "/",
            "colon": ":", "semi": ";", "lt": "<", "LT": "<", "equals": "=", "gt": ">", "GT": ">",
            "quest": "?", "commat": "@", "lsqb": "[", "lbrack": "[", "bsol": "\\", "rsqb": "]",
            "rbrack": "]", "Hat": "^", "lowbar": "_", "grave": "`", "lcub": "{", "lbrace": "{",
            "verbar": "|", "vert": "|", "rcub": "}", "rbrace": "}", "ndash": "–", "mdash": "—",
            "lsquo": "‘", "rsquo": "’", "ldquo": "“", "rdquo": "”", "hellip": "…",
        ]
        for (offset, name) in latin.split(separator: " ").enumerated() {
            named[String(name)] = Unicode.Scalar(UInt8(0xA0 + offset))
        }
        return named
    }()

    private static let longestName = 7

    /// From U+00A0 on.
    private static let latin = """
        nbsp iexcl cent pound curren yen brvbar sect uml copy ordf laquo not shy reg macr \
        deg plusmn sup2 sup3 acute micro para middot cedil sup1 ordm raquo frac14 frac12 frac34 \
        iquest Agrave Aacute Acirc Atilde Auml Aring AElig Ccedil Egrave Eacute Ecirc Euml Igrave \
        Iacute Icirc Iuml ETH Ntilde Ograve Oacute Ocirc Otilde Ouml times Oslash Ugrave Uacute \
        Ucirc Uuml Yacute THORN szlig agrave aacute acirc atilde auml aring aelig ccedil egrave \
        eacute ecirc euml igrave iacute icirc iuml eth ntilde ograve oacute ocirc otilde ouml \
        divide oslash ugrave uacute ucirc uuml yacute thorn yuml
        """
}

extension UInt8 {
    fileprivate func digit(isHex: Bool) -> UInt32? {
        if isASCIIDigit { return UInt32(self & 0x0F) }
        let letter = self | 0x20
        guard isHex, (0x61...0x66).contains(letter) else { return nil }
        return UInt32(letter - 0x61 + 10)
    }
}
