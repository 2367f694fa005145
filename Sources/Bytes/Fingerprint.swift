extension Sequence<UInt8> {
    /// FNV-1a, 64 bits: the same in every run, and enough to tell versions of one thing apart.
    @inlinable public var fingerprint: UInt64 { fingerprint(after: 0xcbf2_9ce4_8422_2325) }

    /// The same of what begins with other bytes, whose fingerprint is known.
    @inlinable public func fingerprint(after beginning: UInt64) -> UInt64 {
        var hash = beginning
        for byte in self { hash = (hash ^ UInt64(byte)) &* 0x0000_0100_0000_01b3 }
        return hash
    }
}
