import Content
import Diagnostics
import Files

/// What stands in the place of a large file where it was not fetched (Git LFS specification, "The Pointer").
enum GitPointer {
    private static let beginning = "version https://git-lfs.github.com/spec/"
    /// In bytes; the specification has no larger ones.
    private static let largest = 1024

    static func isPointer(_ bytes: [UInt8]) -> Bool { bytes.starts(with: beginning.utf8) }

    /// An error for each file that would be published as its pointer, or cannot be read.
    static func diagnostics(
        for assets: [AssetFile], from files: any FileSystem
    ) async -> [Diagnostic] {
        let found = await Parallel.map(assets.count) { index -> Diagnostic? in
            let (path, isSmall) = (assets[index].path, assets[index].size < largest)
            do throws(FileSystemError) {
                // None of a larger file: whether it may be read is all there is to know.
                let bytes = try files.readPrefix(path, count: isSmall ? beginning.utf8.count : 0)
                guard isPointer(bytes) else { return nil }
            } catch {
                return error.diagnostic
            }
            return Diagnostic(
                "file.git-pointer",
                "‘\(path)’ is not the file, but a pointer of Git LFS to it: fetch it with ‘git lfs pull’. In a workflow, "
                    + "the checkout has ‘lfs: true’.", at: SourceSpan(file: path))
        }
        return found.compactMap(\.self)
    }
}
