package import Testing

extension [String: [UInt8]] {
    /// The text of an output; empty where there is none.
    package func text(_ path: String) -> String {
        String(decoding: self[path] ?? [], as: UTF8.self)
    }
}

/// Expects that a text holds all of some parts.
package func expect(
    _ text: String, holds parts: [String], sourceLocation: SourceLocation = #_sourceLocation
) {
    for part in parts {
        #expect(text.contains(part), "\(part)\n\(text)", sourceLocation: sourceLocation)
    }
}

/// Expects that two builds give the same files.
package func expectSame(
    _ found: [String: [UInt8]], _ expected: [String: [UInt8]],
    sourceLocation: SourceLocation = #_sourceLocation
) {
    #expect(Set(found.keys) == Set(expected.keys), sourceLocation: sourceLocation)
    for (path, bytes) in expected {
        #expect(found[path] == bytes, "\(path) differs", sourceLocation: sourceLocation)
    }
}
