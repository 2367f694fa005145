/// How a camera was held, from the Exif data of a JPEG (CIPA DC-008, section 4.6).
///
/// Browsers turn such a picture, and so does libvips: the measures of what is stored are not those of what is
/// shown.
enum ImageOrientation {
    /// Whether the width of what is stored is the height of what is shown.
    static func isOnItsSide(_ bytes: [UInt8]) -> Bool {
        guard bytes.starts(with: [0xFF, 0xD8]) else { return false }
        var index = 2
        while index + 4 <= bytes.count {
            guard bytes[index] == 0xFF else { return false }
            let marker = bytes[index + 1]
            guard marker != 0xFF else {
                index += 1
                continue
            }
            // The frame header and the picture come behind all that is said of them.
            guard !(0xC0...0xC3).contains(marker), marker != 0xDA else { return false }
            let end = index + 2 + Int(bytes[index + 2]) << 8 + Int(bytes[index + 3])
            guard end >= index + 4 else { return false }
            // APP1, which programs use for other data as well.
            if marker == 0xE1,
                let value = ExifData(bytes[(index + 4)..<min(end, bytes.count)])?.orientation
            {
                return (5...8).contains(value)
            }
            index = end
        }
        return false
    }
}

/// The first directory of a TIFF structure (TIFF 6.0, section 2), in a segment of a JPEG.
private struct ExifData {
    private let bytes: ArraySlice<UInt8>
    private let isLittleEndian: Bool

    init?(_ segment: ArraySlice<UInt8>) {
        guard segment.starts(with: [0x45, 0x78, 0x69, 0x66, 0, 0]) else { return nil }
        bytes = segment.dropFirst(6)
        if bytes.starts(with: [0x49, 0x49, 42, 0]) {
            isLittleEndian = true
        } else if bytes.starts(with: [0x4D, 0x4D, 0, 42]) {
            isLittleEndian = false
        } else {
            return nil
        }
    }

    /// 1 to 8.
    var orientation: Int? {
        guard let directory = number(at: 4, count: 4), let entries = number(at: directory, count: 2)
        else { return nil }
        for entry in 0..<entries {
            let place = directory + 2 + 12 * entry
            guard let tag = number(at: place, count: 2) else { return nil }
            guard tag == 0x0112 else { continue }
            // One number of 16 bits stands in the entry itself.
            guard number(at: place + 2, count: 2) == 3 else { return nil }
            return number(at: place + 8, count: 2)
        }
        return nil
    }

    /// `nil` for what stands outside.
    private func number(at offset: Int, count: Int) -> Int? {
        guard offset + count <= bytes.count else { return nil }
        let start = bytes.startIndex + offset
        let number = bytes[start..<(start + count)]
        return isLittleEndian
            ? number.reversed().reduce(0) { $0 << 8 | Int($1) }
            : number.reduce(0) { $0 << 8 | Int($1) }
    }
}
