extension Sequence<UInt8> {
    /// FNV-1a, 64 bits: the same in every run, and enough to tell versions of one thing apart.
    @inlinable public var fingerprint: UInt64 {
        var hash: UInt64 = 0xcbf2_9ce4_8422_2325
        for byte in self { hash = (hash ^ UInt64(byte)) &* 0x0000_0100_0000_01b3 }
        return hash
    }
}
