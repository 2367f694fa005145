#if canImport(Glibc)
    import Glibc
#elseif canImport(Darwin)
    import Darwin
#endif

extension UnsafeMutablePointer<dirent> {
    /// The name of what `readdir(3)` gives, as bytes.
    ///
    /// An entry is only as long as its name: to read the whole array that the type declares is to
    /// read past the end of the memory.
    package var name: [UInt8] {
        let start = UnsafeRawPointer(self) + (MemoryLayout<dirent>.offset(of: \.d_name) ?? 0)
        let length = strlen(start.assumingMemoryBound(to: CChar.self))
        return Array(UnsafeRawBufferPointer(start: start, count: length))
    }
}
