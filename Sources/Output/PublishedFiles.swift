import Diagnostics

/// The files of a published tree, to be read when they are asked for.
package struct PublishedFiles: Sendable {
    /// Relative to the tree, sorted by their bytes.
    package let paths: [String]
    package let hasDrafts: Bool
    private let contents: @Sendable (String) throws(PublishError) -> [UInt8]

    /// Of a tree with a manifest, which says what belongs to it.
    ///
    /// - Parameter directory: Of the machine.
    /// - Throws: When there is none that can be read.
    package init(in directory: String) throws(PublishError) {
        let path = directory + "/" + Manifest.fileName
        guard PublishedTree.exists(path) else {
            throw PublishError(
                "there is no ‘\(path)’: ‘\(directory)’ is no site that imprint has built")
        }
        let manifest = try Manifest(reading: try PublishedTree.read(path))
        paths = manifest.entries.map(\.path)
        hasDrafts = manifest.hasDrafts
        contents = { path throws(PublishError) in try PublishedTree.read(directory + "/" + path) }
    }

    /// Of files in memory.
    package init(_ files: [String: [UInt8]]) {
        paths = files.keys.sorted { $0.precedes($1) }
        hasDrafts = false
        contents = { path throws(PublishError) in files[path] ?? [] }
    }

    package func read(_ path: String) throws(PublishError) -> [UInt8] { try contents(path) }
}
