/// Compares a tree with its manifest.
package enum Verification {
    package enum Finding: Hashable, Sendable {
        case missing(String)
        case changed(String)
        case extra(String)

        package var description: String {
            switch self {
            case .missing(let path): "missing: \(path)"
            case .changed(let path): "changed: \(path)"
            case .extra(let path): "extra: \(path)"
            }
        }
    }

    /// Every difference, sorted by path.
    ///
    /// Top-level entries that begin with a dot and are not ours do not count.
    package static func findings(
        in directory: String
    ) throws(PublishError) -> (manifest: Manifest, findings: [Finding]) {
        let manifest = try Manifest(
            reading: try PublishedTree.read(directory + "/" + Manifest.fileName))
        var onDisk = Set(try PublishedTree.paths(in: directory))
        var findings: [Finding] = []
        for entry in manifest.entries {
            guard onDisk.remove(entry.path) != nil else {
                findings.append(.missing(entry.path))
                continue
            }
            let bytes = try PublishedTree.read(directory + "/" + entry.path)
            if bytes.count != entry.size
                || bytes.withUnsafeBufferPointer(Digest.hex) != entry.sha256
            {
                findings.append(.changed(entry.path))
            }
        }
        onDisk.remove(Manifest.fileName)
        findings += onDisk.filter { !$0.hasPrefix(".") }.sorted().map { .extra($0) }
        return (manifest, findings)
    }
}
