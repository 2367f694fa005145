/// Tells what changes on disk below the folders of a site.

#if canImport(Glibc)
    import Content
    import Dispatch
    import Files
    import Glibc

    /// Watches with inotify(7).
    ///
    /// A folder stands for all that it holds whenever it may have been changed before it was watched:
    /// when it is made, moved or removed. When the queue of the system overflows, everything counts as
    /// changed.
    final class FileWatcher: @unchecked Sendable {
        // Everything below is used on `queue` alone, except while it is made.
        private let queue = DispatchQueue(label: "imprint.watch")
        private let root: String
        private let file: Int32
        private let source: any DispatchSourceRead
        private var pathByWatch: [Int32: String] = [:]
        private var pending: Set<String> = []
        private var hasOverflown = false
        private var delivery: DispatchWorkItem?
        private var firstPending: DispatchTime?
        private let deliver: @Sendable (FileChanges) -> Void

        /// In milliseconds.
        ///
        /// After a file was closed or moved into place, nothing more is to be expected; while one
        /// is being written, more is.
        private static let shortWait = 1
        private static let longWait = 60
        private static let longestWait = 250

        private static let events = UInt32(
            IN_CLOSE_WRITE | IN_MODIFY | IN_ATTRIB | IN_CREATE | IN_DELETE | IN_MOVED_FROM
                | IN_MOVED_TO | IN_DELETE_SELF | IN_ONLYDIR)

        /// Watches the folders of a site.
        ///
        /// `nil` when the system has no more watches to give.
        ///
        /// - Parameters:
        ///   - root: The folder of the site.
        ///   - deliver: Called with each burst of changes.
        init?(root: String, deliver: @escaping @Sendable (FileChanges) -> Void) {
            file = inotify_init1(Int32(IN_NONBLOCK) | Int32(IN_CLOEXEC))
            guard file >= 0 else { return nil }
            self.root = root
            self.deliver = deliver
            source = DispatchSource.makeReadSource(fileDescriptor: file, queue: queue)
            guard watchAll() else {
                close(file)
                return nil
            }
            let file = file
            source.setCancelHandler { close(file) }
            source.setEventHandler { [weak self] in self?.readEvents() }
            source.resume()
        }

        deinit { source.cancel() }

        private func watchAll() -> Bool {
            // The root itself for site.yaml, and for the folders when they come and go.
            guard watch("") else { return false }
            return SiteChanges.folders.allSatisfy { watchTree($0) }
        }

        /// `false` when the system refuses to watch more.
        ///
        /// A folder that is not there is no reason.
        private func watchTree(_ path: String) -> Bool {
            guard watch(path) else { return errno != ENOSPC && errno != ENOMEM }
            guard let directory = opendir(root + "/" + path) else { return true }
            defer { closedir(directory) }
            while let entry = readdir(directory) {
                guard entry.pointee.d_type == DT_DIR || entry.pointee.d_type == DT_UNKNOWN else {
                    continue
                }
                let name = String(decoding: entry.name, as: UTF8.self)
                guard !name.hasPrefix("."), !name.hasPrefix("_") else { continue }
                guard watchTree(path + "/" + name) else { return false }
            }
            return true
        }

        private func watch(_ path: String) -> Bool {
            let watch = inotify_add_watch(file, root + "/" + path, Self.events)
            guard watch >= 0 else { return false }
            pathByWatch[watch] = path
            return true
        }

        /// A folder was moved away: what is below it has another path now, or none.
        private func forgetTree(_ path: String) {
            for (watch, other) in pathByWatch where other == path || other.hasPrefix(path + "/") {
                inotify_rm_watch(file, watch)
                pathByWatch[watch] = nil
            }
        }

        private func readEvents() {
            var isBeingWritten = true
            let size = 64 << 10
            withUnsafeTemporaryAllocation(
                byteCount: size, alignment: MemoryLayout<inotify_event>.alignment
            ) { buffer in
                while case let count = read(file, buffer.baseAddress, size), count > 0 {
                    var offset = 0
                    while offset < count {
                        let event = buffer.loadUnaligned(
                            fromByteOffset: offset, as: inotify_event.self)
                        let start = offset + MemoryLayout<inotify_event>.size
                        let name = buffer[start..<start + Int(event.len)].prefix { $0 != 0 }
                        note(event, String(decoding: name, as: UTF8.self))
                        if event.mask & UInt32(IN_MODIFY) == 0 { isBeingWritten = false }
                        offset = start + Int(event.len)
                    }
                }
            }
            guard hasOverflown || !pending.isEmpty else { return }
            schedule(isBeingWritten ? Self.longWait : Self.shortWait)
        }

        private func note(_ event: inotify_event, _ name: String) {
            if event.mask & UInt32(IN_Q_OVERFLOW) != 0 {
                hasOverflown = true
                return
            }
            guard let folder = pathByWatch[event.wd] else { return }
            if event.mask & UInt32(IN_IGNORED) != 0 {
                pathByWatch[event.wd] = nil
                return
            }
            guard !name.isEmpty, !name.hasPrefix("."), !name.hasPrefix("_"), !name.hasSuffix("~")
            else { return }
            let path = folder.isEmpty ? name : folder + "/" + name
            if folder.isEmpty, path != SiteSettings.path, !SiteChanges.folders.contains(path) {
                return
            }
            if event.mask & UInt32(IN_ISDIR) != 0 {
                if event.mask & UInt32(IN_MOVED_FROM) != 0 { forgetTree(path) }
                if event.mask & UInt32(IN_CREATE | IN_MOVED_TO) != 0, !watchTree(path) {
                    hasOverflown = true
                }
            }
            pending.insert(path)
        }

        /// Delivers after a short silence, and after a while in any case.
        private func schedule(_ milliseconds: Int) {
            let first = firstPending ?? .now()
            firstPending = first
            delivery?.cancel()
            let item = DispatchWorkItem { [weak self] in self?.deliverPending() }
            delivery = item
            let wanted = DispatchTime.now() + .milliseconds(milliseconds)
            queue.asyncAfter(
                deadline: min(wanted, first + .milliseconds(Self.longestWait)), execute: item)
        }

        private func deliverPending() {
            firstPending = nil
            let changes = hasOverflown ? FileChanges.everything : .paths(pending)
            if hasOverflown {
                // What was made while nothing was heard is not watched yet.
                for watch in pathByWatch.keys { inotify_rm_watch(file, watch) }
                pathByWatch = [:]
                _ = watchAll()
            }
            hasOverflown = false
            pending = []
            deliver(changes)
        }
    }
#endif
