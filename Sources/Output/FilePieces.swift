#if canImport(Glibc)
    import Glibc
#elseif canImport(Darwin)
    import Darwin
#endif

/// A file read in pieces: a video must not be held in memory.
enum FilePieces {
    /// Hands every piece of a file over, in order.
    ///
    /// - Throws: When the file cannot be read, and what `body` throws.
    static func forEach(
        of path: String, _ body: (UnsafeRawBufferPointer) throws(PublishError) -> Void
    ) throws(PublishError) {
        // A pipe would keep whoever opens it waiting for a writer.
        let input = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
        guard input >= 0 else { throw .system("read", path) }
        defer { close(input) }
        let buffer = UnsafeMutableRawBufferPointer.allocate(byteCount: 256 << 10, alignment: 16)
        defer { buffer.deallocate() }
        while true {
            let count = read(input, buffer.baseAddress, buffer.count)
            if count < 0, errno == EINTR { continue }
            guard count >= 0 else { throw .system("read", path) }
            guard count > 0 else { return }
            try body(UnsafeRawBufferPointer(rebasing: buffer[..<count]))
        }
    }
}
