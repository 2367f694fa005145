/// What stands in an open directory, by names of any bytes: what others have put there need not be UTF-8, and
/// may lie deeper than a path is long.

import Files

#if canImport(Glibc)
    import Glibc
#elseif canImport(Darwin)
    import Darwin
#endif

extension Directory {
    /// The bytes of a name and the zero behind them, as the system takes it.
    typealias Name = [CChar]

    /// The names of all entries, in no order.
    func entryNames() throws(PublishError) -> [Name] {
        // By a descriptor of its own, since reading moves it.
        let descriptor = openat(descriptor, ".", O_RDONLY | O_DIRECTORY | O_CLOEXEC)
        guard descriptor >= 0 else { throw .system("list", path) }
        guard let handle = fdopendir(descriptor) else {
            let problem = PublishError.system("list", path)
            close(descriptor)
            throw problem
        }
        defer { closedir(handle) }
        var names: [Name] = []
        while let entry = readdir(handle) {
            let name = entry.name
            if name.elementsEqual(".".utf8) || name.elementsEqual("..".utf8) { continue }
            names.append(name.map { CChar(bitPattern: $0) } + [0])
        }
        return names
    }

    /// What an entry is, without following a link; `nil` for nothing.
    func kind(of name: Name) -> Kind? {
        var status = stat()
        guard fstatat(descriptor, name, &status, AT_SYMLINK_NOFOLLOW) == 0 else { return nil }
        return Kind(status)
    }

    /// Opens a folder in this one.
    func folder(_ name: Name) throws(PublishError) -> Directory {
        let folder = openat(descriptor, name, O_RDONLY | O_DIRECTORY | O_CLOEXEC | O_NOFOLLOW)
        guard folder >= 0 else { throw .system("open", shown(name)) }
        return Directory(descriptor: folder, path: shown(name))
    }

    /// The path of an entry, for a message.
    func shown(_ name: Name) -> String {
        path + "/" + String(decoding: name.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
    }

    /// Removes all that stands in this directory.
    ///
    /// What cannot be removed stays.
    func removeEntries() {
        var nobody: UnknownFiles?
        removeEntries(&nobody)
    }

    /// The same with a look at each file.
    func removeEntries(_ found: inout UnknownFiles?) {
        let names = (try? entryNames()) ?? []
        for name in names where found?.isKept(name, in: self) != true {
            // Nearly everything is a file: the call that fails tells a folder.
            if remove(name) {
                found?.pass(name, in: self)
                continue
            }
            (try? folder(name))?.removeEntries(&found)
            _ = unlinkat(descriptor, name, AT_REMOVEDIR)
        }
    }

    private func remove(_ name: Name) -> Bool {
        if unlinkat(descriptor, name, 0) == 0 { return true }
        guard errno == EACCES else { return false }
        // Nothing can be removed from a folder that may not be written, unless its owner lets it be.
        fchmod(descriptor, 0o700)
        return unlinkat(descriptor, name, 0) == 0
    }
}
