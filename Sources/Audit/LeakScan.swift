/// Looks for unpublished pages in the bytes of a finished tree.

package import Build
import Bytes
import Content
package import Diagnostics
package import Files
import Markup
package import Output
import Rendering
import Site

/// Every text by which an unpublished page would be known, less those that the site says anyway.
///
/// What the site says anyway is found by building it with the unpublished pages deleted: what that
/// build makes cannot hold anything of them, so whatever it holds is no proof of a leak. A file that it
/// copies can: a saved page, or a copy of a draft under another name.
package struct LeakScan: Sendable {
    private struct Page: Sendable {
        let path: String
        let state: String
    }

    /// A file that belongs to an unpublished page.
    private struct File: Sendable {
        let path: String
        let page: Int
    }

    private let pages: [Page]
    private let canaries: [Canary]
    private let matcher: ByteMatcher
    private let files: any FileSystem
    private let filesBySize: [Int: [File]]

    /// How many pages are kept back.
    package var pageCount: Int { pages.count }

    /// Gathers the canaries of a site's unpublished pages.
    ///
    /// - Throws: When the disk fails.
    package init(
        of files: any FileSystem, _ options: BuildOptions
    ) async throws(FileSystemError) {
        var options = options
        options.includesDrafts = false
        let sources = try await SiteSources(reading: files, options)
        var pages: [Page] = []
        var found: [Canary] = []
        var hidden: [String: [String]] = [:]
        let assets = sources.parsed.assets
        let lent = Dictionary(
            grouping: await sources.graph(from: files)?.withheldFiles.sorted { $0.key < $1.key }
                ?? [], by: \.value)
        for case let source? in sources.parsed.sources.map(\.page) {
            let visibility = Visibility(of: source, at: options.now)
            guard visibility != .published else { continue }
            let bundled = source.bundle.map { bundle in
                assets.filter { $0.path.hasPrefix(bundle + "/") }.map(\.path)
            }
            let own = (bundled ?? []) + (lent[source.path] ?? []).map(\.key)
            hidden[source.path] = own
            var collector = CanaryCollector(page: pages.count)
            collector.collect(
                source, permalink: Permalink(source.section + [source.slug]), assets: own)
            found += collector.canaries
            pages.append(Page(path: source.path, state: visibility.description))
        }
        self.pages = pages
        self.files = files
        let clean = WithoutFiles(
            files: files, hidden: Set(hidden.keys).union(hidden.values.joined()))
        let said = try await Self.said(of: found, by: clean, options)
        canaries = found.enumerated().filter { !said.contains($0.offset) }.map(\.element)
        matcher = ByteMatcher(canaries.map(\.bytes))
        filesBySize = Self.files(hidden, pages.map(\.path), assets, in: files)
    }

    /// Indices of the canaries that a site without the unpublished pages holds too.
    private static func said(
        of canaries: [Canary], by files: any FileSystem, _ options: BuildOptions
    ) async throws(FileSystemError) -> Set<Int> {
        guard !canaries.isEmpty else { return [] }
        var options = options
        options.isPart = true
        let built = try await BuiltSite(building: files, options)
        guard let site = built.provisional else { return [] }
        let matcher = ByteMatcher(canaries.map(\.bytes))
        let outputs = site.outputs
        let heard = await Parallel.map(outputs.count, worker: { OutputBuffer() }) { buffer, index in
            buffer.removeAll()
            var isCopy = false
            switch outputs[index].content {
            case .asset(let asset):
                isCopy = true
                buffer.append(
                    contentsOf: (try? files.read(site.site.graph.assets[asset].path)) ?? [])
            case .themeAsset:
                isCopy = true
                site.render(outputs[index].content, into: &buffer)
            default: site.render(outputs[index].content, into: &buffer)
            }
            var heard: Set<Int> = []
            matcher.scan([UInt8](buffer)) { text, _ in
                if !isCopy || !canaries[text].isOwnWords { heard.insert(text) }
            }
            matcher.scan(Array(("/" + outputs[index].path).utf8)) { text, _ in heard.insert(text) }
            return heard
        }
        return heard.reduce(into: []) { $0.formUnion($1) }
    }

    /// The files of unpublished pages, except those that a published page has too.
    private static func files(
        _ hidden: [String: [String]], _ pages: [String], _ assets: [AssetFile],
        in files: any FileSystem
    ) -> [Int: [File]] {
        let own = Set(hidden.values.joined())
        let sizes = Dictionary(assets.map { ($0.path, $0.size) }, uniquingKeysWith: { a, _ in a })
        var published: [Int: [String]] = [:]
        for asset in assets where !own.contains(asset.path) {
            published[asset.size, default: []].append(asset.path)
        }
        var bySize: [Int: [File]] = [:]
        for (index, page) in pages.enumerated() {
            for path in hidden[page] ?? [] {
                guard let size = sizes[path], size > 0, let bytes = try? files.read(path),
                    !(published[size] ?? []).contains(where: { (try? files.read($0)) == bytes })
                else { continue }
                bySize[size, default: []].append(File(path: path, page: index))
            }
        }
        return bySize
    }
}

// MARK: - The tree

extension LeakScan {
    /// What of the unpublished pages stands in a tree.
    ///
    /// - Parameters:
    ///   - directory: The tree, as a path of the machine.
    ///   - shown: How its files are named in the report.
    /// - Returns: For each file, the first of each kind of thing that gives a page away.
    /// - Throws: When the tree cannot be read.
    package func diagnostics(
        for directory: String, shown: String
    ) async throws(PublishError) -> [Diagnostic] {
        let paths = try PublishedTree.paths(in: directory)
        let results = await Parallel.map(paths.count) { index in
            findings(in: paths[index], of: directory, shown: shown)
        }
        var diagnostics: [Diagnostic] = []
        for result in results { diagnostics += try result.get() }
        return diagnostics
    }

    private func findings(
        in path: String, of directory: String, shown: String
    ) -> Result<[Diagnostic], PublishError> {
        let bytes: [UInt8]
        do throws(PublishError) {
            bytes = try PublishedTree.read(directory + "/" + path)
        } catch {
            return .failure(error)
        }
        let name = shown + "/" + path
        var diagnostics: [Diagnostic] = []
        // The first of a kind: a page that leaks does so in hundreds of places.
        var seen: Set<[Int]> = []
        matcher.scan(Array(("/" + path).utf8)) { text, _ in
            let canary = canaries[text]
            guard seen.insert([canary.page, canary.kind.rawValue]).inserted else { return }
            diagnostics.append(
                diagnostic("‘\(name)’ has in its path \(describe(canary))", SourceSpan(file: name)))
        }
        matcher.scan(bytes) { text, offset in
            let canary = canaries[text]
            guard seen.insert([canary.page, canary.kind.rawValue]).inserted else { return }
            diagnostics.append(
                diagnostic(
                    "‘\(name)’ holds at byte \(offset) \(describe(canary))",
                    SourceSpan(name, offset..<offset + canary.bytes.count)))
        }
        for file in filesBySize[bytes.count] ?? [] where (try? files.read(file.path)) == bytes {
            diagnostics.append(
                diagnostic(
                    "‘\(name)’ is the file ‘\(file.path)’ of ‘\(pages[file.page].path)’, which is "
                        + pages[file.page].state, SourceSpan(file: name)))
        }
        return .success(diagnostics)
    }

    private func describe(_ canary: Canary) -> String {
        "\(canary.kind.words) of ‘\(pages[canary.page].path)’, which is \(pages[canary.page].state): "
            + "‘\(String(decoding: canary.bytes, as: UTF8.self))’"
    }

    private func diagnostic(_ message: String, _ span: SourceSpan) -> Diagnostic {
        Diagnostic("leak.unpublished", message + ".", at: span)
    }
}

/// A site with some of its files deleted.
private struct WithoutFiles: FileSystem {
    let files: any FileSystem
    let hidden: Set<String>

    func files(below directory: String) throws(FileSystemError) -> FileListing {
        var listing = try files.files(below: directory)
        listing.files.removeAll { hidden.contains($0.path) }
        return listing
    }

    func read(_ path: String) throws(FileSystemError) -> [UInt8] {
        try refuseHidden(path)
        return try files.read(path)
    }

    func readPrefix(_ path: String, count: Int) throws(FileSystemError) -> [UInt8] {
        try refuseHidden(path)
        return try files.readPrefix(path, count: count)
    }

    private func refuseHidden(_ path: String) throws(FileSystemError) {
        guard !hidden.contains(path) else {
            throw FileSystemError("read", path, reason: "No such file or directory")
        }
    }

    func exists(_ path: String) -> Bool { !hidden.contains(path) && files.exists(path) }
}
