/// Values, as they are written at each kind of place.

import Bytes
import Markup

extension OutputBuffer {
    mutating func append(_ text: String, at place: EscapingContext.Place) {
        text.withUTF8Bytes { append($0, at: place) }
    }

    mutating func append(_ text: UnsafeBufferPointer<UInt8>, at place: EscapingContext.Place) {
        switch place {
        case .text: append(text, escapedFor: .htmlText)
        case .attribute: append(text, escapedFor: .attribute)
        case .xmlText: append(text, escapedFor: .xmlText)
        case .jsonString: append(text, escapedFor: .json)
        // Text never begins an address: the compiler refuses it.
        case .address, .addressPart: append(component: text)
        case .plain, .json: append(contentsOf: text)
        }
    }

    mutating func append(
        _ date: Moment, _ form: DateForm, language: String, at place: EscapingContext.Place
    ) {
        if case .iso = form {
            // Digits and hyphens stand for themselves anywhere.
            date.withISODate { append(contentsOf: $0) }
        } else {
            append(date.text(form, language: language), at: place)
        }
    }

    mutating func append(url: String, at place: EscapingContext.Place) {
        switch place {
        case .address, .attribute:
            url.withUTF8Bytes { url in
                if case .refused = WebAddress.kind(of: url) {
                    append("#")
                } else {
                    append(url: url)
                }
            }
        case .addressPart: url.withUTF8Bytes { append(component: $0) }
        case .text, .xmlText, .jsonString, .plain, .json: append(url, at: place)
        }
    }

    /// A part of an address: everything but RFC 3986's unreserved characters and `/` is
    /// percent-encoded, so that it cannot begin a query or a fragment.
    private mutating func append(component text: UnsafeBufferPointer<UInt8>) {
        let digits: StaticString = "0123456789ABCDEF"
        for byte in text {
            switch byte {
            case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, UInt8(ascii: "-"), UInt8(ascii: "."),
                UInt8(ascii: "_"), UInt8(ascii: "~"), UInt8(ascii: "/"):
                append(byte)
            default:
                append(UInt8(ascii: "%"))
                digits.withUTF8Buffer {
                    append($0[Int(byte >> 4)])
                    append($0[Int(byte & 15)])
                }
            }
        }
    }

    /// A constant is part of the template: it is escaped as literal text would have to be.
    mutating func append(constant: TemplateConstant, at place: EscapingContext.Place) {
        if constant.isURL, place == .address || place == .attribute {
            append(url: constant.value)
            return
        }
        switch place {
        case .text, .addressPart, .address: append(constant.value, escapedFor: .htmlText)
        case .attribute: append(constant.value, escapedFor: .attribute)
        case .xmlText: append(constant.value, escapedFor: .xmlText)
        case .jsonString, .json: append(constant.value, escapedFor: .json)
        case .plain: append(unescaped: constant.value)
        }
    }
}

extension Moment {
    func text(_ form: DateForm, language: String) -> String {
        switch form {
        case .iso: isoDate
        case .rfc3339: rfc3339
        case .rfc822: rfc822
        case .long: long(language: language)
        case .year: String(year)
        }
    }
}
