import Bytes
import Diagnostics
import Markup

/// The ids of one page, with the places of what has them: made as GitHub makes them, each given out
/// once.
struct AnchorRegistry {
    private var places: [String: Range<Int>] = [:]
    /// The last number given to each text that came up again, so that the thousandth repeat does not
    /// try a thousand ids.
    private var repeats: [String: Int] = [:]

    init() { places.reserveCapacity(24) }

    /// Sorted by bytes.
    var sorted: [String] { places.keys.sorted { $0.precedes($1) } }

    /// Takes an id for what stands at `place`, and returns the place of what has it already.
    @discardableResult
    mutating func take(_ id: String, at place: Range<Int>) -> Range<Int>? {
        places.updateValue(place, forKey: id)
    }

    /// The id for a heading's text, with `-1`, `-2` … when the plain one is taken.
    ///
    /// GitHub's rule: lower case, spaces to hyphens, everything dropped that is not a letter, a
    /// digit, a mark, `-` or `_`. A text with nothing left is called `section`.
    mutating func makeAnchor(for text: String, at place: Range<Int>) -> String {
        let made = Self.asciiAnchor(for: text) ?? Self.plainAnchor(for: text)
        return makeID(made.isEmpty ? "section" : made, at: place)
    }

    /// This id, with `-1`, `-2` … when it is taken.
    mutating func makeID(_ base: String, at place: Range<Int>) -> String {
        // Looked up once: hardly a heading repeats another.
        guard let first = places.updateValue(place, forKey: base) else { return base }
        places[base] = first
        var number = repeats[base] ?? 0
        var candidate: String
        repeat {
            number += 1
            candidate = "\(base)-\(number)"
        } while places[candidate] != nil
        repeats[base] = number
        places[candidate] = place
        return candidate
    }

    private static func plainAnchor(for text: String) -> String {
        var scalars = String.UnicodeScalarView()
        for scalar in text.lowercased().normalized.unicodeScalars {
            if scalar.isWordScalar || scalar == "-" || scalar == "_" {
                scalars.append(scalar)
            } else if scalar.properties.isWhitespace {
                scalars.append("-")
            }
        }
        return String(scalars)
    }

    /// The same for a text of ASCII alone; `nil` for others.
    private static func asciiAnchor(for text: String) -> String? {
        text.withUTF8Bytes { text in
            guard text.isASCII else { return nil }
            return String(unsafeUninitializedCapacity: text.count) { anchor in
                var count = 0
                for byte in text {
                    switch byte {
                    case 0x41...0x5A: anchor[count] = byte | 0x20
                    case 0x61...0x7A, 0x30...0x39, UInt8(ascii: "-"), UInt8(ascii: "_"):
                        anchor[count] = byte
                    case 0x20, 0x09...0x0D: anchor[count] = UInt8(ascii: "-")
                    default: continue
                    }
                    count += 1
                }
                return count
            }
        }
    }
}
