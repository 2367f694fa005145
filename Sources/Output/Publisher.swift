/// Writes a site beside its old version and exchanges the two in one step.

import Bytes
import CLinux
import Diagnostics
import Files

#if canImport(Glibc)
    import Glibc
#elseif canImport(Darwin)
    import Darwin
#endif

package struct Publisher: Sendable {
    /// Where the site goes: an absolute path without a trailing slash.
    let output: String
    private let parent: String
    private let name: String
    /// Folders that hold sources, which the output must not contain or be.
    let sources: [String]

    /// What was published.
    package struct Report: Sendable {
        package let fileCount: Int
        package let byteCount: Int
        package let manifest: Manifest
        /// What others had put into the old output, files and whole folders: it is gone.
        package let removed: [String]
    }

    /// Checks that a directory may be replaced.
    ///
    /// - Parameters:
    ///   - output: The directory to publish to; it need not exist.
    ///   - root: The folder of the site's sources.
    /// - Throws: When the directory must not be replaced.
    package init(output: String, root: String) throws(PublishError) {
        var path = output
        while path.count > 1, path.hasSuffix("/") { path.removeLast() }
        let slash = path.lastIndex(of: "/")
        let parent = slash.map { $0 == path.startIndex ? "/" : String(path[..<$0]) } ?? "."
        name = slash.map { String(path[path.index(after: $0)...]) } ?? path
        guard !name.isEmpty, name != ".", name != ".." else {
            throw .refused("‘\(output)’ cannot be an output directory")
        }
        guard let real = realpath(parent, nil) else { throw .system("open", parent) }
        defer { free(real) }
        self.parent = String(cString: real)
        self.output = (self.parent == "/" ? "" : self.parent) + "/" + name
        guard let realRoot = realpath(root, nil) else { throw .system("open", root) }
        defer { free(realRoot) }
        let rootPath = String(cString: realRoot)
        sources = ["content", "templates"].map { rootPath + "/" + $0 }
        try refuseSources(rootPath)
        try refuseForeign()
    }

    // MARK: - Publishing

    /// Adds files to a staged tree, by its path.
    package typealias Extension = @Sendable (String) throws(PublishError) -> Void

    /// Writes every file to a staging directory and exchanges it with the output.
    ///
    /// Where the task is cancelled before the exchange, nothing stays of what was staged.
    ///
    /// - Parameters:
    ///   - site: The files.
    ///   - generator: Name and version of the program, for the manifest.
    ///   - hasDrafts: Whether the tree shows drafts.
    ///   - extend: Called when every file is staged; what it adds is published with the rest.
    /// - Returns: What was published.
    /// - Throws: When nothing was published.
    package func publish(
        _ site: some PublishableSite, generator: String, hasDrafts: Bool,
        extending extend: Extension? = nil
    ) async throws(PublishError) -> Report {
        // A web server must be able to read what is written, by this program or another, whoever
        // builds the site. Who may read drafts is for their user to say.
        if !hasDrafts { umask(0o022) }
        let lock = try await PublishLock(parent: parent, name: name)
        defer { lock.release() }
        restoreOutput()
        removeLeftovers()
        let staging = "\(parent == "/" ? "" : parent)/\(stagingPrefix)\(getpid())"
        Directory.removeTree(staging)
        guard mkdir(staging, 0o755) == 0 else { throw .system("create", staging) }
        do throws(PublishError) {
            let manifest = try await stage(
                site, in: staging, generator, hasDrafts, extend)
            try carryOver(to: staging)
            let old = try exchange(staging)
            return Report(
                fileCount: manifest.entries.count + 1,
                byteCount: manifest.entries.reduce(0) { $0 + $1.size }, manifest: manifest,
                removed: old.map { remove($0, replacedBy: manifest) } ?? [])
        } catch {
            Directory.removeTree(staging)
            throw error
        }
    }

    private var stagingPrefix: String { ".\(name).imprint-staging-" }

    /// Where an output stands while one that cannot be exchanged with it takes its place.
    private static let asideSuffix = "-old"

    /// Puts back an output that a killed build has put aside (``exchange(_:)``): with it would go what others keep
    /// in it, and if this build fails, too, the site.
    private func restoreOutput() {
        guard Directory.kind(of: output) == nil else { return }
        for entry in (try? Directory.names(in: parent)) ?? []
        where entry.hasPrefix(stagingPrefix) && entry.hasSuffix(Self.asideSuffix) {
            if rename(parent + "/" + entry, output) == 0 { return }
        }
    }

    /// Staging directories of builds that were killed.
    ///
    /// The lock is held, so none is in use.
    private func removeLeftovers() {
        for entry in (try? Directory.names(in: parent)) ?? [] where entry.hasPrefix(stagingPrefix) {
            Directory.removeTree(parent + "/" + entry)
        }
    }

    private func stage(
        _ site: some PublishableSite, in staging: String, _ generator: String, _ hasDrafts: Bool,
        _ extend: Extension?
    ) async throws(PublishError) -> Manifest {
        let directory = try Directory(opening: staging)
        let files = site.files
        for file in files where !OutputFile.isSafe(file.path) {
            throw PublishError("‘\(file.path)’ cannot be an output path")
        }
        let results = await Parallel.map(files.count, worker: { OutputBuffer() }) { buffer, index in
            StagedFile.write(site, index, files[index], to: directory, &buffer)
        }
        var entries: [Manifest.Entry] = []
        entries.reserveCapacity(results.count)
        for result in results { entries.append(try result.get()) }
        if let extend {
            try PublishError.throwIfCancelled()
            try extend(staging)
            try addFound(in: staging, to: &entries, besides: files)
        }
        let manifest = Manifest(
            generator: generator, baseURL: site.baseURL, hasDrafts: hasDrafts, entries: entries)
        try directory.add(manifest.bytes, as: Manifest.fileName)
        if hasDrafts {
            try directory.add(
                OutputBuffer("This tree shows drafts: do not deploy it.\n".utf8),
                as: ".imprint-drafts")
        }
        return manifest
    }

    /// Enters files that another program has added into the manifest, sorted among the others.
    private func addFound(
        in staging: String, to entries: inout [Manifest.Entry], besides files: [OutputFile]
    ) throws(PublishError) {
        let known = Set(files.map(\.path))
        var isExtended = false
        for path in try PublishedTree.paths(in: staging, withDotFolders: true) {
            let source = staging + "/" + path
            guard Directory.kind(of: source) == .file else {
                throw PublishError("‘\(path)’ is neither a file nor a folder")
            }
            guard !known.contains(path) else { continue }
            guard OutputFile.isSafe(path) else {
                throw PublishError("‘\(path)’ cannot be an output path")
            }
            entries.append(try StagedFile.entry(of: path, readFrom: source))
            isExtended = true
        }
        if isExtended {
            entries.sort { $0.path.precedes($1.path) }
        }
    }

    // MARK: - The exchange

    /// Entries at the top of the old output that begin with a dot and are not ours (`.git`,
    /// `.well-known`) go with the new one.
    ///
    /// They are linked, not moved: the old tree stays whole until the exchange.
    private func carryOver(to staging: String) throws(PublishError) {
        guard Directory.kind(of: output) == .folder else { return }
        let (old, new) = (try Directory(opening: output), try Directory(opening: staging))
        let own = [".nojekyll", ".imprint-drafts"].map { $0.utf8CString }
        for name in try old.entryNames() where name.first == CChar(UInt8(ascii: ".")) {
            guard !own.contains(where: { $0.elementsEqual(name) }), new.kind(of: name) == nil else {
                continue
            }
            try CarriedTree.link(name, from: old, to: new)
        }
    }

    /// Removes the old tree.
    ///
    /// - Returns: What others had put there, and no file of the new tree has replaced.
    private func remove(_ old: String, replacedBy manifest: Manifest) -> [String] {
        defer { Directory.removeTree(old) }
        var found: UnknownFiles? = UnknownFiles(in: old, besides: manifest)
        (try? Directory(opening: old))?.removeEntries(&found)
        // The old manifest is read where a file asks for it.
        guard let found, !found.isEmpty,
            let bytes = try? PublishedTree.read(old + "/" + Manifest.fileName),
            let own = try? Manifest(reading: bytes)
        else { return [] }
        return found.foreign(besides: own, manifest)
    }

    /// One system call: at every moment the output is wholly the old tree or wholly the new one.
    ///
    /// - Returns: Where the old tree stands now, if there was one.
    private func exchange(_ staging: String) throws(PublishError) -> String? {
        // What was written must be on the disk before the name leads to it.
        flush(staging)
        try PublishError.throwIfCancelled()
        guard Directory.kind(of: output) != nil else {
            guard rename(staging, output) == 0 else { throw .system("publish", output) }
            return nil
        }
        #if canImport(Glibc)
            let exchange: UInt32 = 2  // RENAME_EXCHANGE
            let exchanged = renameat2(AT_FDCWD, staging, AT_FDCWD, output, exchange) == 0
        #else
            let exchanged = renamex_np(staging, output, UInt32(RENAME_SWAP)) == 0
        #endif
        if exchanged { return staging }
        // A file system without the exchange: two renames, with a moment between them.
        let old = staging + Self.asideSuffix
        guard rename(output, old) == 0 else {
            guard errno == EBUSY else { throw .system("publish", output) }
            throw PublishError(
                "‘\(output)’ is where a file system begins (a volume, a mount), and cannot be replaced as a whole; name a "
                    + "folder below it with ‘--output’")
        }
        guard rename(staging, output) == 0 else {
            let reason = PublishError.system("publish", output)
            _ = rename(old, output)
            throw reason
        }
        return old
    }

    private func flush(_ path: String) {
        let descriptor = open(path, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
        guard descriptor >= 0 else { return }
        defer { close(descriptor) }
        #if canImport(Glibc)
            _ = syncfs(descriptor)
        #else
            _ = fcntl(descriptor, F_FULLFSYNC)
        #endif
    }
}
