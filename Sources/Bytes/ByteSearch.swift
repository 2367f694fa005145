/// Search in bytes that looks at many at once: by the C library's functions, or by loops that the
/// compiler turns into vector instructions.

#if canImport(Glibc)
    import Glibc
#elseif canImport(Darwin)
    import Darwin
#endif

extension UnsafeBufferPointer<UInt8> {
    /// Where `byte` first stands within `range`.
    package func firstIndex(of byte: UInt8, in range: Range<Int>) -> Int? {
        guard let base = baseAddress, !range.isEmpty,
            let found = memchr(base + range.lowerBound, Int32(byte), range.count)
        else { return nil }
        return UnsafeRawPointer(found) - UnsafeRawPointer(base)
    }

    /// The first byte at or after `start` for which `isHit` is not 0; the end when there is none.
    ///
    /// `isHit` has no branches, but ``Swift/Bool/bit``: the compiler then looks at all bytes of a block
    /// at once, 32 since of 16 it makes a hundred instructions. The last block overlaps the one before.
    @inlinable @inline(__always)
    public func firstIndex(from start: Int, where isHit: (UInt8) -> UInt8) -> Int {
        guard let base = baseAddress, start < count else { return count }
        var index = start
        while index &+ 32 <= count, Self.isClean(base + index, isHit) { index &+= 32 }
        if index &+ 32 > count {
            let isClean =
                count &- 32 >= start
                ? Self.isClean(base + (count &- 32), isHit)
                : Self.isClean(base + index, shorter: count &- index, isHit)
            if isClean { return count }
        }
        while index < count, isHit(base[index]) == 0 { index &+= 1 }
        return index
    }

    /// The last byte for which `isHit` is not 0 (see ``firstIndex(from:where:)``).
    @inlinable @inline(__always)
    public func lastHit(_ isHit: (UInt8) -> UInt8) -> Int? {
        guard let base = baseAddress else { return nil }
        var end = count
        while end >= 32, Self.isClean(base + (end &- 32), isHit) { end &-= 32 }
        while end > 0 {
            end &-= 1
            if isHit(base[end]) != 0 { return end }
        }
        return nil
    }

    /// Whether none of 32 bytes is a hit.
    @inlinable @inline(__always)
    static func isClean(_ block: UnsafePointer<UInt8>, _ isHit: (UInt8) -> UInt8) -> Bool {
        var hits: UInt8 = 0
        for offset in 0..<32 { hits |= isHit(block[offset]) }
        return hits == 0
    }

    /// The same for 4 to 31 bytes: their first and last ones, which overlap, make a block.
    ///
    /// Fewer are never found clean: they are better looked at one by one.
    @inlinable @inline(__always)
    static func isClean(
        _ text: UnsafePointer<UInt8>, shorter count: Int, _ isHit: (UInt8) -> UInt8
    ) -> Bool {
        let first = UnsafeRawPointer(text)
        let end = first + count
        var block: (UInt64, UInt64, UInt64, UInt64)
        if count >= 8 {
            block.0 = first.loadUnaligned(as: UInt64.self)
            block.1 = (end - 8).loadUnaligned(as: UInt64.self)
        } else if count >= 4 {
            block.0 =
                UInt64(first.loadUnaligned(as: UInt32.self))
                | UInt64((end - 4).loadUnaligned(as: UInt32.self)) &<< 32
            block.1 = block.0
        } else {
            return false
        }
        if count > 16 {
            block.2 = (first + 8).loadUnaligned(as: UInt64.self)
            block.3 = (end - 16).loadUnaligned(as: UInt64.self)
        } else {
            (block.2, block.3) = (block.0, block.1)
        }
        return withUnsafeBytes(of: block) { block in
            guard let block = block.bindMemory(to: UInt8.self).baseAddress else { return false }
            return isClean(block, isHit)
        }
    }

    /// Where `needle` first stands as a whole within `range`.
    ///
    /// Its first sign is looked for, which is rarer in a text than a letter: `=` of `lang=`, and the colon of an
    /// address.
    package func firstRange(
        of needle: UnsafeBufferPointer<UInt8>, in range: Range<Int>
    ) -> Range<Int>? {
        guard let base = baseAddress, let start = needle.baseAddress, needle.count > 0 else {
            return nil
        }
        let anchor = needle.firstIndex { $0 > 0x20 && !$0.isASCIILetterOrDigit } ?? 0
        let end = range.upperBound - needle.count + 1 + anchor
        var index = range.lowerBound + anchor
        while index < end, let found = firstIndex(of: needle[anchor], in: index..<end) {
            let place = found - anchor
            if memcmp(base + place, start, needle.count) == 0 {
                return place..<place + needle.count
            }
            index = found + 1
        }
        return nil
    }

    /// Whether every byte is one of ASCII.
    package var isASCII: Bool { firstIndex(from: 0) { ($0 >= 0x80).bit } == count }

    /// The offset of the first byte that is not UTF-8 (Unicode Standard, table 3-7); `nil` for a
    /// text.
    package var firstInvalidUTF8: Int? {
        var index = 0
        while true {
            // Nearly all of every text is ASCII.
            index = firstIndex(from: index) { ($0 >= 0x80).bit }
            guard index < count else { return nil }
            guard let length = lengthOfCharacter(at: index) else { return index }
            index += length
        }
    }

    private func lengthOfCharacter(at index: Int) -> Int? {
        func isContinuation(_ offset: Int, _ range: ClosedRange<UInt8> = 0x80...0xBF) -> Bool {
            index + offset < count && range.contains(self[index + offset])
        }
        switch self[index] {
        case 0x00...0x7F: return 1
        case 0xC2...0xDF: return isContinuation(1) ? 2 : nil
        case 0xE0...0xEF:
            let second: ClosedRange<UInt8> =
                switch self[index] {
                case 0xE0: 0xA0...0xBF
                case 0xED: 0x80...0x9F
                default: 0x80...0xBF
                }
            return isContinuation(1, second) && isContinuation(2) ? 3 : nil
        case 0xF0...0xF4:
            let second: ClosedRange<UInt8> =
                switch self[index] {
                case 0xF0: 0x90...0xBF
                case 0xF4: 0x80...0x8F
                default: 0x80...0xBF
                }
            return isContinuation(1, second) && isContinuation(2) && isContinuation(3) ? 4 : nil
        default: return nil
        }
    }
}

extension String {
    /// Whether every character is one of ASCII.
    package var isASCII: Bool { withUTF8Bytes(\.isASCII) }

    /// Whether a byte stands anywhere in the text.
    package func contains(byte: UInt8) -> Bool {
        withUTF8Bytes { $0.firstIndex(of: byte, in: $0.indices) != nil }
    }
}

extension Bool {
    /// 1 for true and 0 for false, without a branch.
    ///
    /// Of `condition ? 1 : 0` the compiler makes one, or a hundred instructions of logic where four
    /// compare and join sixteen bytes at once.
    @inlinable @inline(__always)
    public var bit: UInt8 { unsafeBitCast(self, to: UInt8.self) }
}
