package import Foundation

/// A folder of one test's own, removed behind it.
///
/// A suite has it as a property: each test has a value of its suite to itself, to its end.
package final class ScratchFolder: Sendable {
    package let path: String

    package init() throws {
        path =
            FileManager.default.temporaryDirectory.resolvingSymlinksInPath().path
            + "/imprint-\(UUID().uuidString)"
        try FileManager.default.createDirectory(
            atPath: path, withIntermediateDirectories: true)
    }

    deinit { try? FileManager.default.removeItem(atPath: path) }

    package func url(_ name: String) -> URL { URL(filePath: path + "/" + name) }

    /// Writes a file, and the folders above it.
    package func write(_ name: String, _ text: String) throws {
        try makeFolder(above: name)
        try Data(text.utf8).write(to: url(name))
    }

    /// Writes the files of a site as they are published.
    package func write(_ outputs: [String: [UInt8]]) throws {
        for (name, bytes) in outputs { try write(name, String(decoding: bytes, as: UTF8.self)) }
    }

    package func read(_ name: String) -> String? {
        FileManager.default.contents(atPath: path + "/" + name).map {
            String(decoding: $0, as: UTF8.self)
        }
    }

    package func move(_ old: String, to new: String) throws {
        try makeFolder(above: new)
        try FileManager.default.moveItem(at: url(old), to: url(new))
    }

    package func delete(_ name: String) throws {
        try FileManager.default.removeItem(at: url(name))
    }

    private func makeFolder(above name: String) throws {
        try FileManager.default.createDirectory(
            at: url(name).deletingLastPathComponent(), withIntermediateDirectories: true)
    }
}
