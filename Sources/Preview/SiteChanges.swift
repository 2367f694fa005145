package import Files
import Synchronization

/// Files that were written, added, removed or renamed.
package enum FileChanges: Hashable, Sendable {
    /// Relative to the root of the site; a folder stands for all that it holds.
    case paths(Set<String>)
    /// More happened than could be followed.
    case everything

    fileprivate func merged(with other: FileChanges?) -> FileChanges {
        switch (self, other) {
        case (_, nil): self
        case (.paths(let a), .paths(let b)): .paths(a.union(b))
        case (.everything, _), (_, .everything): .everything
        }
    }
}

/// The changes of a site on disk, as long as somebody asks for the next.
///
/// What happens while nobody asks is told at once the next time: a thousand files that change one
/// after the other are a few rounds of work, not a thousand.
package final class SiteChanges: Sendable {
    /// What is watched: these folders with everything below them, and the settings.
    static let folders = ["content", "templates"]

    private let pending = Mutex<FileChanges?>(nil)
    private let (signals, signal) = AsyncStream.makeStream(
        of: Void.self, bufferingPolicy: .bufferingNewest(1))
    private let watcher = Mutex<(any Sendable)?>(nil)

    /// - Parameters:
    ///   - files: The site.
    ///   - root: Its folder.
    package init(files: DiskFileSystem, root: String) {
        let deliver: @Sendable (FileChanges) -> Void = { [weak self] in self?.add($0) }
        #if canImport(Glibc)
            if let watching = FileWatcher(root: root, deliver: deliver) {
                watcher.withLock { $0 = watching }
                return
            }
        #endif
        let polling = PollingWatcher(files: files, deliver: deliver)
        watcher.withLock { $0 = polling }
    }

    private func add(_ changes: FileChanges) {
        pending.withLock { $0 = changes.merged(with: $0) }
        signal.yield()
    }

    /// Calls back with every burst of changes, until the task is cancelled.
    package func follow(_ body: (FileChanges) async -> Void) async {
        for await _ in signals {
            let changes = pending.withLock { pending in
                defer { pending = nil }
                return pending
            }
            if let changes { await body(changes) }
        }
    }
}
