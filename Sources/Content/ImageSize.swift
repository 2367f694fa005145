import Bytes

/// Width and height of an image, from the first bytes of its file.
///
/// With them in the page, the text does not jump when the image arrives.
package struct ImageSize: Hashable, Sendable {
    package let width: Int
    package let height: Int

    /// Reads PNG, GIF, JPEG, WebP, AVIF and SVG; `nil` for anything else, or a broken header.
    package init?(of bytes: [UInt8]) {
        let size =
            Self.png(bytes) ?? Self.gif(bytes) ?? Self.jpeg(bytes) ?? Self.webP(bytes)
            ?? Self.avif(bytes) ?? Self.svg(bytes)
        guard let size, size.width > 0, size.height > 0 else { return nil }
        (width, height) = size
    }

    /// Whether these are the first bytes of an image of these formats, whatever its measures are.
    package static func isImage(_ bytes: [UInt8]) -> Bool {
        let signatures: [[UInt8]] = [
            [0x89, 0x50, 0x4E, 0x47], Array("GIF8".utf8), [0xFF, 0xD8], Array("RIFF".utf8),
        ]
        return signatures.contains { bytes.starts(with: $0) }
            || bytes.count >= 12 && bytes[4..<8].elementsEqual("ftyp".utf8)
            // A drawing in UTF-16.
            || bytes.starts(with: [0xFF, 0xFE]) || bytes.starts(with: [0xFE, 0xFF])
            || ["<svg", "http://www.w3.org/2000/svg"].contains { sign in
                bytes.withUnsafeBufferPointer { bytes in
                    sign.withUTF8Bytes { bytes.firstRange(of: $0, in: bytes.indices) != nil }
                }
            }
    }

    private typealias Size = (width: Int, height: Int)

    /// PNG (W3C), section 11.2.2: the IHDR chunk is the first.
    private static func png(_ bytes: [UInt8]) -> Size? {
        guard bytes.count >= 24,
            bytes.starts(with: [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A])
        else { return nil }
        return (bytes.big(16, 4), bytes.big(20, 4))
    }

    /// GIF89a, section 18.
    private static func gif(_ bytes: [UInt8]) -> Size? {
        guard bytes.count >= 10, bytes.starts(with: "GIF8".utf8) else { return nil }
        return (bytes.little(6, 2), bytes.little(8, 2))
    }

    /// JPEG (ITU T.81), annex B: segments up to the frame header.
    private static func jpeg(_ bytes: [UInt8]) -> Size? {
        guard bytes.starts(with: [0xFF, 0xD8]) else { return nil }
        var index = 2
        while index + 9 < bytes.count {
            guard bytes[index] == 0xFF else { return nil }
            let marker = bytes[index + 1]
            if marker == 0xFF {
                index += 1
                continue
            }
            let isFrame =
                (0xC0...0xCF).contains(marker) && ![0xC4, 0xC8, 0xCC].contains(marker)
            if isFrame { return (bytes.big(index + 7, 2), bytes.big(index + 5, 2)) }
            index += 2 + bytes.big(index + 2, 2)
        }
        return nil
    }

    /// WebP container specification: VP8, VP8L or VP8X as the first chunk.
    private static func webP(_ bytes: [UInt8]) -> Size? {
        guard bytes.count >= 30, bytes.starts(with: "RIFF".utf8),
            bytes[8..<12].elementsEqual("WEBP".utf8)
        else { return nil }
        switch String(decoding: bytes[12..<16], as: UTF8.self) {
        case "VP8 ": return (bytes.little(26, 2) & 0x3FFF, bytes.little(28, 2) & 0x3FFF)
        case "VP8L":
            let bits = bytes.little(21, 4)
            return ((bits & 0x3FFF) + 1, ((bits >> 14) & 0x3FFF) + 1)
        case "VP8X": return (bytes.little(24, 3) + 1, bytes.little(27, 3) + 1)
        default: return nil
        }
    }

    /// AVIF (ISO/IEC 23008-12): the first `ispe` property.
    private static func avif(_ bytes: [UInt8]) -> Size? {
        guard bytes.count >= 12, bytes[4..<8].elementsEqual("ftyp".utf8) else { return nil }
        var index = 8
        while index + 16 <= bytes.count {
            if bytes[index] == UInt8(ascii: "i"),
                bytes[index..<index + 4].elementsEqual("ispe".utf8)
            {
                return (bytes.big(index + 8, 4), bytes.big(index + 12, 4))
            }
            index += 1
        }
        return nil
    }

    /// SVG: `width` and `height` of the root element in pixels, else those of its `viewBox`.
    private static func svg(_ bytes: [UInt8]) -> Size? {
        let text = String(decoding: bytes.prefix(4096), as: UTF8.self)
        guard let start = text.firstRange(of: "<svg"),
            let end = text[start.upperBound...].firstIndex(of: ">")
        else { return nil }
        let tag = text[start.upperBound..<end]
        if let width = attribute("width", tag).flatMap(pixels),
            let height = attribute("height", tag).flatMap(pixels)
        {
            return (width, height)
        }
        let box = attribute("viewBox", tag)?.split { $0 == " " || $0 == "," }.compactMap {
            pixels($0)
        }
        guard let box, box.count == 4 else { return nil }
        return (box[2], box[3])
    }

    private static func attribute(_ name: String, _ tag: Substring) -> Substring? {
        guard let found = tag.firstRange(of: " \(name)="), found.upperBound < tag.endIndex else {
            return nil
        }
        let quote = tag[found.upperBound]
        let rest = tag[tag.index(after: found.upperBound)...]
        guard quote == "\"" || quote == "'", let close = rest.firstIndex(of: quote) else {
            return nil
        }
        return rest[..<close]
    }

    /// A number with no unit or with `px`; a share of something unknown is no size.
    private static func pixels(_ text: Substring) -> Int? {
        let number = text.hasSuffix("px") ? text.dropLast(2) : text
        guard let value = Double(number), value.isFinite, (0...100_000).contains(value) else {
            return nil
        }
        return Int(value)
    }
}

extension [UInt8] {
    fileprivate func big(_ start: Int, _ count: Int) -> Int {
        guard start + count <= self.count else { return 0 }
        return self[start..<start + count].reduce(0) { $0 << 8 | Int($1) }
    }

    fileprivate func little(_ start: Int, _ count: Int) -> Int {
        guard start + count <= self.count else { return 0 }
        return self[start..<start + count].reversed().reduce(0) { $0 << 8 | Int($1) }
    }
}
