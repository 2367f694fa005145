/// Files that took long to make, kept on this machine between builds.

import Files

#if canImport(Glibc)
    import Glibc
#elseif canImport(Darwin)
    import Darwin
#endif

/// A folder of the user's cache, shared by all sites.
///
/// A file lies in a folder named by its recipe, a digest of what it is made of and how, under the digest of its own
/// bytes: what was cut short or changed is not found. Whatever goes wrong here costs time and nothing else, and the
/// folder may be removed at any time: a build makes anew what it had found there.
package struct KeptFiles: Sendable {
    /// What a file is made of, as 64 hexadecimal digits.
    package struct Recipe: Hashable, Sendable {
        package let digest: String

        /// - Parameter parts: How it is made, and of what.
        package init(_ parts: [String]) {
            var digest = Digest()
            for part in parts {
                digest.update("\(part.utf8.count) ")
                digest.update(part)
            }
            self.digest = digest.finish()
        }
    }

    /// The digest of a file of any size, as a part of a recipe.
    ///
    /// - Throws: When it cannot be read.
    package static func digest(ofFileAt path: String) throws(PublishError) -> String {
        var digest = Digest()
        try FilePieces.forEach(of: path) { digest.update($0) }
        return digest.finish()
    }

    private static let day = 24 * 60 * 60
    /// Seconds that a file is kept without being used.
    private static let unusedTime = 90 * day
    private let folder: String

    /// `nil` where the machine gives no room: then nothing is kept.
    ///
    /// - Parameter kind: What is kept, as a name for a folder.
    package init?(_ kind: String) {
        guard let base = Self.cacheFolder else { return nil }
        self.init(in: "\(base)/imprint/\(kind)")
    }

    init?(in folder: String) {
        self.folder = folder
        // For its user alone, as the specification asks.
        guard (try? NewFiles.makeFolders(folder, mode: 0o700)) != nil else { return nil }
    }

    /// By the XDG Base Directory Specification: a relative path there is to be ignored.
    private static var cacheFolder: String? {
        func absolute(_ variable: String) -> String? {
            getenv(variable).map { String(cString: $0) }.flatMap { $0.hasPrefix("/") ? $0 : nil }
        }
        return absolute("XDG_CACHE_HOME") ?? absolute("HOME").map { $0 + "/.cache" }
    }

    /// Where the file of a recipe lies, when there is one.
    package func find(_ recipe: Recipe) -> String? {
        let place = place(recipe)
        let path = ((try? Directory.names(in: place)) ?? []).lazy.map {
            (name: $0, path: place + "/" + $0)
        }
        .first { (try? Self.digest(ofFileAt: $0.path)) == $0.name }?.path
        // Once a day is enough to tell what is used.
        if path != nil, let age = Self.age(place), age > Self.day {
            utimensat(AT_FDCWD, place, nil, 0)
        }
        return path
    }

    package func keep(_ file: [UInt8], for recipe: Recipe) {
        let place = place(recipe)
        mkdir(place, 0o700)
        let digest = file.withUnsafeBufferPointer(Digest.hex)
        try? ReplacedFile.write(file, to: place + "/" + digest)
    }

    /// Removes what was not used for three months, and nothing of others.
    package func removeUnused() {
        for name in (try? Directory.names(in: folder)) ?? [] where name.utf8.count == 64 {
            let path = folder + "/" + name
            if Directory.kind(of: path) == .folder, let age = Self.age(path), age > Self.unusedTime
            {
                Directory.removeTree(path)
            }
        }
    }

    private func place(_ recipe: Recipe) -> String { folder + "/" + recipe.digest }

    /// Seconds since the last change.
    private static func age(_ path: String) -> Int? {
        var status = stat()
        return lstat(path, &status) == 0 ? time(nil) - status.modified / 1_000_000_000 : nil
    }
}
