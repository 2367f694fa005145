#if canImport(Glibc)
    import Glibc
#elseif canImport(Darwin)
    import Darwin
#endif

extension String {
    /// Whether the text stands before another in the order of their UTF-8 bytes, which is that of
    /// code points: the same on every machine, whatever its locale.
    package func precedes(_ other: String) -> Bool {
        let order = utf8.withContiguousStorageIfAvailable { a in
            other.utf8.withContiguousStorageIfAvailable { b in
                guard let startA = a.baseAddress, let startB = b.baseAddress else {
                    return a.count < b.count
                }
                let difference = memcmp(startA, startB, min(a.count, b.count))
                return difference == 0 ? a.count < b.count : difference < 0
            }
        }
        // Strings of another kind come from Objective-C alone.
        return (order ?? nil) ?? utf8.lexicographicallyPrecedes(other.utf8)
    }
}
