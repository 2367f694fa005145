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

extension stat {
    /// The time of the last change, in nanoseconds since 1970.
    package var modified: Int {
        #if canImport(Darwin)
            let time = st_mtimespec
        #else
            let time = st_mtim
        #endif
        return time.tv_sec * 1_000_000_000 + time.tv_nsec
    }
}
