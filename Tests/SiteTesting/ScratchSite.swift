package import Foundation

/// A folder for one test.
package struct ScratchSite {
    package let root: URL

    package init() throws {
        root = FileManager.default.temporaryDirectory.appending(
            path: "imprint-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: root, withIntermediateDirectories: true)
    }

    package func write(_ path: String, _ text: String) throws {
        let file = root.appending(path: path)
        try FileManager.default.createDirectory(
            at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
        try Data(text.utf8).write(to: file)
    }

    package func move(_ old: String, to new: String) throws {
        let target = root.appending(path: new)
        try FileManager.default.createDirectory(
            at: target.deletingLastPathComponent(), withIntermediateDirectories: true)
        try FileManager.default.moveItem(at: root.appending(path: old), to: target)
    }

    package func delete(_ path: String) throws {
        try FileManager.default.removeItem(at: root.appending(path: path))
    }

    package func remove() { try? FileManager.default.removeItem(at: root) }
}
