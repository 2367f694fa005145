import Content
import Dispatch
import Files

/// Looks at the disk twice a second: where the system does not tell what changes, or has no more
/// watches to give.
final class PollingWatcher: @unchecked Sendable {
    // `known` is used on the queue alone.
    private let queue = DispatchQueue(label: "imprint.poll")
    private let timer: any DispatchSourceTimer
    private var known: [String: Stamp]

    private struct Stamp: Equatable {
        let size: Int
        let modified: Int
    }

    init(files: DiskFileSystem, deliver: @escaping @Sendable (FileChanges) -> Void) {
        known = Self.look(files)
        timer = DispatchSource.makeTimerSource(queue: queue)
        timer.schedule(deadline: .now() + 0.5, repeating: 0.5)
        timer.setEventHandler { [weak self] in
            guard let self else { return }
            let found = Self.look(files)
            let paths = Set(found.keys).union(known.keys).filter { found[$0] != self.known[$0] }
            known = found
            if !paths.isEmpty { deliver(.paths(paths)) }
        }
        timer.resume()
    }

    deinit { timer.cancel() }

    private static func look(_ files: DiskFileSystem) -> [String: Stamp] {
        var stamps: [String: Stamp] = [:]
        for folder in SiteChanges.folders {
            for file in (try? files.files(below: folder).files) ?? [] {
                stamps[file.path] = stamp(file.path, files)
            }
        }
        stamps[SiteSettings.path] = stamp(SiteSettings.path, files)
        return stamps
    }

    private static func stamp(_ path: String, _ files: DiskFileSystem) -> Stamp? {
        files.status(path).map { Stamp(size: $0.size, modified: $0.modified) }
    }
}
