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
/// A file lies there under its recipe, a digest of what it is made of and how, and ends in a digest of its own
/// bytes: what was cut short or changed is not found. Whatever goes wrong here costs time and nothing else; the
/// folder may be removed at any moment.
package struct KeptFiles: Sendable {
    /// What a file is made of, as 64 hexadecimal digits.
    package struct Recipe: Hashable, Sendable {
        fileprivate let digest: String

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
        try FilePieces.read(path) { digest.update($0) }
        return digest.finish()
    }

    private static let day = 24 * 60 * 60
    /// Seconds that a file is kept without being used.
    private static let unusedTime = 90 * day
    private static let digestLength = 64

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

    /// The file of a recipe, when there is one.
    package func find(_ recipe: Recipe) -> OutputBuffer? {
        let place = place(recipe)
        guard Directory.kind(of: place) == .file, let bytes = try? PublishedTree.read(place),
            bytes.count > Self.digestLength
        else { return nil }
        let file = OutputBuffer(bytes.dropLast(Self.digestLength))
        guard
            file.withUnsafeBufferPointer(Digest.hex).utf8.elementsEqual(
                bytes.suffix(Self.digestLength))
        else { return nil }
        // Once a day is enough to tell what is used.
        if let age = Self.age(place), age > Self.day { utimensat(AT_FDCWD, place, nil, 0) }
        return file
    }

    package func keep(_ file: [UInt8], for recipe: Recipe) {
        let digest = file.withUnsafeBufferPointer(Digest.hex)
        try? ReplacedFile.write(file + Array(digest.utf8), to: place(recipe))
    }

    /// Removes what was not used for three months.
    package func removeUnused() {
        for name in (try? Directory.names(in: folder)) ?? [] where Self.isOurs(name) {
            let path = folder + "/" + name
            if let age = Self.age(path), age > Self.unusedTime { unlink(path) }
        }
    }

    /// Files of others are not touched; what a killed build has half written begins like a whole one.
    private static func isOurs(_ name: String) -> Bool {
        let digest = name.utf8.prefix(digestLength)
        return digest.count == digestLength
            && digest.allSatisfy { (0x30...0x39).contains($0) || (0x61...0x66).contains($0) }
    }

    private func place(_ recipe: Recipe) -> String { folder + "/" + recipe.digest }

    /// Seconds since the last change.
    private static func age(_ path: String) -> Int? {
        var status = stat()
        return lstat(path, &status) == 0 ? time(nil) - status.modified / 1_000_000_000 : nil
    }
}
