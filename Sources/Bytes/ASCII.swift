extension UInt8 {
    /// `a` to `z`, in either case.
    @inlinable public var isASCIILetter: Bool { (self | 0x20) &- 0x61 < 26 }
    @inlinable public var isASCIIDigit: Bool { self &- 0x30 < 10 }
    @inlinable public var isASCIILetterOrDigit: Bool { isASCIILetter || isASCIIDigit }
}

extension Collection<UInt8> {
    /// How many bytes the byte order mark takes that a text may begin with.
    @inlinable public var lengthOfByteOrderMark: Int {
        // Nearly no text begins with the first of its bytes.
        first == 0xEF && starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
    }
}
