/// The site in memory: what has changed is read again, and the newest site is there at any time.

package import Build
import Diagnostics
package import Files
import Rendering
import Site
import Synchronization

/// What one round of changes came to.
package struct PreviewUpdate: Sendable {
    /// The site of before, and the one that is shown now.
    package let old: PreviewSnapshot
    package let new: PreviewSnapshot
    package let changes: FileChanges
}

/// Keeps a site in memory, and up to date.
///
/// One change after the other is worked in; readers take the newest finished snapshot, and never
/// wait.
package actor PreviewEngine {
    private let files: DiskFileSystem
    private let options: BuildOptions
    private var sources: SiteSources
    /// The disk failed while something changed: nobody knows what was missed.
    private var isStale = false
    private nonisolated let newest: Mutex<PreviewSnapshot>

    /// - Throws: When the site cannot be read at all. What an author did wrong is shown.
    package init(files: DiskFileSystem, options: BuildOptions) async throws(FileSystemError) {
        self.files = files
        self.options = options
        let sources = try await SiteSources(reading: files, options)
        let site = await BuiltSite(linking: sources, files: files)
        self.sources = sources
        newest = Mutex(PreviewSnapshot(site: site, lastGood: site.rendered))
    }

    package nonisolated var snapshot: PreviewSnapshot { newest.withLock { $0 } }

    /// Reads what has changed, and shows the site that follows from it.
    ///
    /// The result is that of a fresh build, whatever happened in between.
    package func update(_ changes: FileChanges) async -> PreviewUpdate {
        let old = snapshot
        let new: PreviewSnapshot
        do {
            let site = try await next(after: old.site, isStale ? .everything : changes)
            isStale = false
            new = PreviewSnapshot(site: site, lastGood: site.rendered ?? old.lastGood)
        } catch {
            isStale = true
            new = PreviewSnapshot(
                site: old.site, lastGood: old.lastGood,
                failure: Diagnostic("file.unreadable", error.description, at: nil))
        }
        newest.withLock { $0 = new }
        return PreviewUpdate(old: old, new: new, changes: changes)
    }

    private func next(
        after site: BuiltSite, _ changes: FileChanges
    ) async throws(FileSystemError) -> BuiltSite {
        guard case .paths(let paths) = changes else {
            sources = try await SiteSources(reading: files, options)
            return await BuiltSite(linking: sources, files: files)
        }
        let pagesBefore = sources.pages(at: paths)
        var updated = sources
        try await updated.update(changed: paths, from: files)
        sources = updated
        // Most saves change the text of one page, on which nothing else depends.
        if let pagesBefore, let pages = sources.pages(at: paths), pages.count == pagesBefore.count {
            var next: BuiltSite? = site
            for page in pages { next = next?.replacing(page, in: sources) }
            if let next { return next }
        }
        return await BuiltSite(linking: sources, files: files)
    }
}
