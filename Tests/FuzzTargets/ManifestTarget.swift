import Bytes
import Output

/// A manifest that is read is written as it was read.
enum ManifestTarget {
    @Sendable static func run(_ bytes: [UInt8]) {
        guard let manifest = try? Manifest(reading: bytes) else { return }
        guard let again = try? Manifest(reading: [UInt8](manifest.bytes)) else {
            preconditionFailure("a manifest of our own cannot be read")
        }
        precondition(again.entries == manifest.entries, "entries changed on the way")
    }
}
