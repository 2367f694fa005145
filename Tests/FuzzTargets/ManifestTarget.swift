import Bytes
import ExternalLinks
import Output

/// What earlier runs have written, the manifest and what is known of links: what is read is written as it was read.
enum ManifestTarget {
    @Sendable static func run(_ bytes: [UInt8]) {
        runLinks(bytes)
        guard let manifest = try? Manifest(reading: bytes) else { return }
        guard let again = try? Manifest(reading: [UInt8](manifest.bytes)) else {
            preconditionFailure("a manifest of our own cannot be read")
        }
        precondition(again.entries == manifest.entries, "entries changed on the way")
    }

    private static func runLinks(_ bytes: [UInt8]) {
        guard let cache = LinkCache(reading: bytes) else { return }
        _ = cache.verdict(for: "https://example.com/", on: 20_000)
        guard let again = LinkCache(reading: cache.bytes) else {
            preconditionFailure("links of our own cannot be read")
        }
        precondition(again.bytes == cache.bytes, "links changed on the way")
    }
}
