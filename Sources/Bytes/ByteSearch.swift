/// Search in bytes, by the C library's functions: they look at many at once.

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
    /// `isHit` has no branches: the compiler then looks at all bytes of a block at once, 32 since
    /// of 16 it makes a table of jumps. The last block overlaps the one before, or is filled up.
    @inlinable @inline(__always)
    public func firstIndex(from start: Int, where isHit: (UInt8) -> UInt8) -> Int {
        guard let base = baseAddress, start < count else { return count }
        var index = start
        while index &+ 32 <= count, Self.isClean(base + index, isHit) { index &+= 32 }
        if index &+ 32 > count {
            if count &- 32 >= start {
                guard index < count, !Self.isClean(base + (count &- 32), isHit) else {
                    return count
                }
            } else {
                // Letters are no hit anywhere.
                var rest: (UInt64, UInt64, UInt64, UInt64) = (
                    0x6161_6161_6161_6161, 0x6161_6161_6161_6161, 0x6161_6161_6161_6161,
                    0x6161_6161_6161_6161
                )
                let isClean = withUnsafeMutableBytes(of: &rest) { rest in
                    rest.copyMemory(
                        from: UnsafeRawBufferPointer(start: base + index, count: count &- index))
                    guard let filled = rest.bindMemory(to: UInt8.self).baseAddress else {
                        return true
                    }
                    return Self.isClean(UnsafePointer(filled), isHit)
                }
                guard !isClean else { return count }
            }
        }
        while index < count, isHit(base[index]) == 0 { index &+= 1 }
        return index
    }

    /// Whether none of 32 bytes is a hit.
    @inlinable @inline(__always)
    static func isClean(_ block: UnsafePointer<UInt8>, _ isHit: (UInt8) -> UInt8) -> Bool {
        var hits: UInt8 = 0
        for offset in 0..<32 { hits |= isHit(block[offset]) }
        return hits == 0
    }

    /// Where `needle` first stands as a whole within `range`.
    package func firstRange(
        of needle: UnsafeBufferPointer<UInt8>, in range: Range<Int>
    ) -> Range<Int>? {
        guard let base = baseAddress, let first = needle.first, let start = needle.baseAddress
        else { return nil }
        let end = range.upperBound - needle.count + 1
        var index = range.lowerBound
        while index < end, let found = firstIndex(of: first, in: index..<end) {
            if memcmp(base + found, start, needle.count) == 0 {
                return found..<found + needle.count
            }
            index = found + 1
        }
        return nil
    }

    /// The offset of the first byte that is not UTF-8 (Unicode Standard, table 3-7); `nil` for a
    /// text.
    package var firstInvalidUTF8: Int? {
        guard let base = baseAddress else { return nil }
        var index = 0
        while index < count {
            // Nearly all of every text is ASCII.
            while index + 8 <= count,
                UnsafeRawPointer(base + index).loadUnaligned(as: UInt64.self)
                    & 0x8080_8080_8080_8080 == 0
            {
                index += 8
            }
            guard index < count else { break }
            guard let length = lengthOfCharacter(at: index) else { return index }
            index += length
        }
        return nil
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
