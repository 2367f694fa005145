import Files

#if canImport(Glibc)
    import Glibc
#elseif canImport(Darwin)
    import Darwin
#endif

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
            reading: try read(directory + "/" + Manifest.fileName))
        var onDisk: Set<String> = []
        try collect(directory, "", &onDisk)
        var findings: [Finding] = []
        for entry in manifest.entries {
            guard onDisk.remove(entry.path) != nil else {
                findings.append(.missing(entry.path))
                continue
            }
            let bytes = try read(directory + "/" + entry.path)
            if bytes.count != entry.size || Digest.hex(of: bytes) != entry.sha256 {
                findings.append(.changed(entry.path))
            }
        }
        onDisk.remove(Manifest.fileName)
        findings += onDisk.filter { !$0.hasPrefix(".") }.sorted().map { .extra($0) }
        return (manifest, findings)
    }

    private static func collect(
        _ root: String, _ folder: String, _ paths: inout Set<String>
    ) throws(PublishError) {
        for name in try Directory.names(in: folder.isEmpty ? root : root + "/" + folder) {
            let path = folder.isEmpty ? name : folder + "/" + name
            if Directory.kind(of: root + "/" + path) == .folder {
                if folder.isEmpty, name.hasPrefix(".") { continue }
                try collect(root, path, &paths)
            } else {
                paths.insert(path)
            }
        }
    }

    private static func read(_ path: String) throws(PublishError) -> [UInt8] {
        do {
            return try DiskFileSystem(root: "/").read(String(absolute(path).dropFirst()))
        } catch {
            throw PublishError(error.description)
        }
    }

    private static func absolute(_ path: String) -> String {
        guard !path.hasPrefix("/") else { return path }
        guard let folder = getcwd(nil, 0) else { return path }
        defer { free(folder) }
        return String(cString: folder) + "/" + path
    }
}
