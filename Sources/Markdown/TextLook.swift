import Bytes

#if canImport(Glibc)
    import Glibc
#elseif canImport(Darwin)
    import Darwin
#endif

/// What one look at the bytes of a text tells: how many words it has, and whether it is written as it stands.
///
/// Most texts between two pieces of markup have no sign at which anything begins: all that is asked of one, is asked
/// of many bytes at once.
struct TextLook {
    /// Runs of bytes between spaces: near enough for "1,200 words".
    private(set) var words = 0
    /// Whether there is nothing to be escaped in HTML, nothing that this module makes markup of, and no control
    /// character, which may stand for a formula.
    var isPlain: Bool { hits == 0 }
    private var hits: UInt8 = 0

    init(_ text: UnsafeBufferPointer<UInt8>) {
        guard let base = text.baseAddress else { return }
        let block = Self.block
        // The first block has a space before it, and spaces behind it where the text is shorter.
        let space: UInt64 = 0x2020_2020_2020_2020
        var first = (space, space, space, space, space)
        withUnsafeMutableBytes(of: &first) { first in
            guard let start = first.baseAddress else { return }
            memcpy(start + 8, base, min(text.count, block))
            look(at: UnsafePointer((start + 8).assumingMemoryBound(to: UInt8.self)))
        }
        var index = block
        while index &+ block <= text.count {
            look(at: base + index)
            index &+= block
        }
        // The last one overlaps the one before it.
        if index < text.count {
            let last = text.count &- block
            look(at: base + last, countingFrom: UInt8(truncatingIfNeeded: index &- last))
        }
    }

    /// Bytes looked at together.
    private static let block = 32

    /// Looks at a block without a branch; behind the byte before it.
    @inline(__always)
    private mutating func look(
        at block: UnsafePointer<UInt8>, countingFrom first: UInt8 = 0
    ) {
        var (starts, hits): (UInt8, UInt8) = (0, 0)
        for offset in 0..<Self.block {
            let (before, byte) = (block[offset &- 1], block[offset])
            starts &+=
                (byte > 0x20).bit & (before <= 0x20).bit
                & (UInt8(truncatingIfNeeded: offset) >= first).bit
            // Together with each are the signs that differ from it in one bit or two: `@` and backticks, `[` and
            // `_`, `|`, `}`, `~` and U+007F, `<` and `>`. Then `]`, `*`, `&`, what U+FFFE begins with, controls,
            // and the colon and `ww` of addresses.
            hits |=
                (byte | 0x20 == 0x60).bit | (byte | 0x04 == 0x5F).bit | (byte | 0x03 == 0x7F).bit
                | (byte | 0x02 == 0x3E).bit | (byte == 0x5D).bit | (byte == 0x2A).bit
                | (byte == 0x26).bit | (byte == 0xEF).bit | (byte < 0x20).bit
                | (byte == 0x3A).bit | ((before == 0x77).bit & (byte == 0x77).bit)
        }
        words &+= Int(starts)
        self.hits |= hits
    }
}
