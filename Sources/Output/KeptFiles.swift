/// Files that took long to make, kept on this machine between builds.

package import Bytes
import Files

#if canImport(Glibc)
    import Glibc
#elseif canImport(Darwin)
    import Darwin
#endif

/// A folder of the user's cache, shared by all sites.
///
/// A file lies there under its recipe: a digest of all that it is made of, and of how. So none is ever
/// stale, and the folder may be removed at any time. Whatever goes wrong with it costs time and nothing
/// else: it throws no errors.
package struct KeptFiles: Sendable {
    /// What a file is made of, as 64 hexadecimal digits.
    package struct Recipe: Hashable, Sendable {
        fileprivate let digest: String

        /// - Parameters:
        ///   - steps: How it is made: the program, its version and its arguments.
        ///   - source: What it is made of.
        package init(_ steps: [String], of source: OutputBuffer) {
            self.init(steps) { digest in
                source.withUnsafeBufferPointer { digest.update(UnsafeRawBufferPointer($0)) }
            }
        }

        /// - Throws: When the source cannot be read.
        package init(_ steps: [String], ofFileAt path: String) throws(PublishError) {
            var source = Digest()
            try FilePieces.read(path) { source.update($0) }
            let text = source.finish()
            self.init(steps) { $0.update(text) }
        }

        private init(_ steps: [String], _ addSource: (inout Digest) -> Void) {
            var digest = Digest()
            for step in steps { digest.update(step + "\0") }
            addSource(&digest)
            self.digest = digest.finish()
        }
    }

    private static let day = 24 * 60 * 60
    /// Seconds that a file is kept without being used.
    private static let unusedTime = 90 * day

    package let folder: String

    /// `nil` where the machine gives no room: then nothing is kept.
    ///
    /// - Parameter kind: What is kept, as a name for a folder.
    package init?(_ kind: String) {
        guard let base = Self.cacheFolder else { return nil }
        self.init(in: "\(base)/imprint/\(kind)")
    }

    init?(in folder: String) {
        self.folder = folder
        guard (try? NewFiles.makeFolders(folder)) != nil, access(folder, W_OK) == 0 else {
            return nil
        }
    }

    /// By the XDG Base Directory Specification: a relative path there is to be ignored.
    private static var cacheFolder: String? {
        func absolute(_ variable: String) -> String? {
            getenv(variable).map { String(cString: $0) }.flatMap { $0.hasPrefix("/") ? $0 : nil }
        }
        return absolute("XDG_CACHE_HOME") ?? absolute("HOME").map { $0 + "/.cache" }
    }

    /// Where the file of a recipe lies; `nil` when it has not been made, or was long unused.
    package func path(_ recipe: Recipe) -> String? {
        let path = place(recipe)
        // A file without bytes is one that another has cut short.
        guard Directory.kind(of: path) == .file, let (size, age) = Self.status(path), size > 0
        else { return nil }
        // Once a day is enough to tell what is used.
        if age > Self.day { utimensat(AT_FDCWD, path, nil, 0) }
        return path
    }

    /// Moves a file here; it has to be on the same file system, as a folder within `folder` is.
    ///
    /// - Returns: Where it lies now.
    package func keep(_ path: String, for recipe: Recipe) -> String {
        let file = open(path, O_RDONLY | O_CLOEXEC)
        guard file >= 0 else { return path }
        // A name must not lead to bytes that a power failure may still take.
        let isSafe = fsync(file) == 0
        close(file)
        return isSafe && rename(path, place(recipe)) == 0 ? place(recipe) : path
    }

    /// Removes what was not used for three months, and what builds that were killed have left.
    package func removeUnused() {
        for name in (try? Directory.names(in: folder)) ?? [] {
            let path = folder + "/" + name
            let limit = name.utf8.count == 64 ? Self.unusedTime : Self.day
            if let age = Self.status(path)?.age, age > limit { Directory.removeTree(path) }
        }
    }

    private func place(_ recipe: Recipe) -> String { folder + "/" + recipe.digest }

    /// Bytes, and seconds since the last change.
    private static func status(_ path: String) -> (size: Int, age: Int)? {
        var status = stat()
        guard lstat(path, &status) == 0 else { return nil }
        #if canImport(Darwin)
            let modified = status.st_mtimespec
        #else
            let modified = status.st_mtim
        #endif
        return (Int(status.st_size), time(nil) - modified.tv_sec)
    }
}
