import Bytes

#if canImport(Glibc)
    import Glibc
#elseif canImport(Darwin)
    import Darwin
#endif

/// Writes one file of the output and works out its digest while its bytes are at hand.
enum StagedFile {
    static func write(
        _ site: some PublishableSite, _ index: Int, _ file: OutputFile, to directory: Directory,
        _ buffer: inout OutputBuffer
    ) -> Result<Manifest.Entry, PublishError> {
        do throws(PublishError) {
            try PublishError.throwIfCancelled()
            switch file.content {
            case .generated:
                buffer.removeAll()
                site.render(index, into: &buffer)
                try directory.add(buffer, as: file.path)
                return .success(
                    Manifest.Entry(
                        path: file.path, size: buffer.count,
                        sha256: buffer.withUnsafeBufferPointer(Digest.hex),
                        anchors: site.anchors(index), citationKey: site.citationKey(index)))
            case .copy(let source):
                return .success(
                    try copy(source, file.path, to: directory) { () throws(PublishError) in
                        try site.replacement(index)
                    })
            }
        } catch {
            return .failure(error)
        }
    }

    private static func copy(
        _ source: String, _ path: String, to directory: Directory,
        replacement: () throws(PublishError) -> String?
    ) throws(PublishError) -> Manifest.Entry {
        let output = try directory.create(path)
        defer { close(output) }
        var hasBegun = false
        func copy(_ source: String) throws(PublishError) -> Manifest.Entry {
            try entry(of: path, readFrom: source) { piece throws(PublishError) in
                hasBegun = true
                guard Directory.writeAll(output, piece) else { throw .system("write", path) }
            }
        }
        do throws(PublishError) {
            return try copy(source)
        } catch {
            guard !hasBegun, let other = try replacement() else { throw error }
            return try copy(other)
        }
    }

    /// The entry of a file that stands somewhere; `body` is given its bytes piece by piece.
    static func entry(
        of path: String, readFrom source: String,
        _ body: (UnsafeRawBufferPointer) throws(PublishError) -> Void = { _ in }
    ) throws(PublishError) -> Manifest.Entry {
        var digest = Digest()
        var size = 0
        try FilePieces.forEach(of: source) { piece throws(PublishError) in
            digest.update(piece)
            size += piece.count
            try body(piece)
        }
        return Manifest.Entry(path: path, size: size, sha256: digest.finish(), anchors: [])
    }
}
