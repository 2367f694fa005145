/// What a publication must not replace.

#if canImport(Glibc)
    import Glibc
#elseif canImport(Darwin)
    import Darwin
#endif

extension Publisher {
    /// The output must not be, hold, or lie within what the site is made of.
    func refuseSources(_ root: String) throws(PublishError) {
        let own = output.split(separator: "/")
        for source in [root] + sources {
            let parts = source.split(separator: "/")
            guard parts.starts(with: own) else { continue }
            throw .refused("‘\(output)’ holds the sources of the site; it is not replaced")
        }
        for source in sources where own.starts(with: source.split(separator: "/")) {
            throw .refused("‘\(output)’ lies within the sources of the site")
        }
        if let home = getenv("HOME").map({ String(cString: $0) }), home.split(separator: "/") == own
        {
            throw .refused("‘\(output)’ is the home directory; it is not replaced")
        }
    }

    /// A directory that this program did not make is not replaced.
    func refuseForeign() throws(PublishError) {
        switch Directory.kind(of: output) {
        case nil: return
        case .link: throw .refused("‘\(output)’ is a symbolic link; name the directory itself")
        case .file, .other: throw .refused("‘\(output)’ is not a directory")
        case .folder: break
        }
        let names = try Directory.names(in: output)
        let isEmpty = names.allSatisfy { $0.hasPrefix(".") }
        guard isEmpty || names.contains(Manifest.fileName) else {
            throw .refused(
                "‘\(output)’ has files but no manifest of imprint: it was not made by this program, "
                    + "and is not replaced; move it away, or name another folder with ‘--output’")
        }
        guard isEmpty || Manifest.isOurs(at: output + "/" + Manifest.fileName) else {
            throw .refused(
                "‘\(output)/\(Manifest.fileName)’ is no manifest of imprint, so nobody can tell what else was put there, "
                    + "and it is not replaced; move it away, or name another folder with ‘--output’"
            )
        }
        // Whoever compares with a manifest may have saved it among the sources.
        let settings = "site.yaml"
        if names.contains(settings), try !PublishedFiles(in: output).paths.contains(settings) {
            throw .refused(
                "‘\(output)’ has a \(settings) that was not published there: it holds the sources of a site, and is not "
                    + "replaced")
        }
    }
}
