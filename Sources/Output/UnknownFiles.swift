/// What others had put into an output, found while its old tree is removed: to walk it for this alone takes as long
/// again.

import Bytes
import Diagnostics
import Files

struct UnknownFiles {
    /// Fingerprints of the paths in the new tree; a file that has the one of another would go unnoticed, no more.
    private let known: Set<UInt64>
    /// Of the path of the old tree, with a slash behind.
    private let prefix: Int
    /// Paths below the tree that the new one has not.
    private var paths: [String] = []

    init(in tree: String, besides manifest: Manifest) {
        prefix = tree.utf8.count + 1
        known = Set(manifest.entries.map { $0.path.utf8.fingerprint })
    }

    var isEmpty: Bool { paths.isEmpty }

    /// Whether an entry is left to the last: the manifest says what was ours.
    func isKept(_ name: Directory.Name, in directory: Directory) -> Bool {
        directory.path.utf8.count < prefix
            && name.elementsEqual(Manifest.fileName.utf8CString)
    }

    /// Notes a file that was removed.
    ///
    /// What begins with a dot at the top is the program's own, or has gone with the new tree.
    mutating func pass(_ name: Directory.Name, in directory: Directory) {
        let folder = directory.path.utf8.dropFirst(prefix)
        let bytes = name.lazy.dropLast().map { UInt8(bitPattern: $0) }
        guard (folder.first ?? bytes.first) != UInt8(ascii: ".") else { return }
        let start =
            folder.isEmpty ? folder.fingerprint : "/".utf8.fingerprint(after: folder.fingerprint)
        guard !known.contains(bytes.fingerprint(after: start)) else { return }
        paths.append(String(decoding: directory.shown(name).utf8.dropFirst(prefix), as: UTF8.self))
    }

    /// Those of others, given what was ours in the old tree and is in the new one: a folder where it has nothing else.
    func foreign(besides old: Manifest, _ new: Manifest) -> [String] {
        let own = Set(old.entries.map(\.path))
        let others = paths.filter { path in
            !own.contains(path) && !Self.isMadeOfNames(path)
                && !Self.compressions.contains {
                    path.hasSuffix($0) && isOurs(path.dropLast($0.count), own)
                }
        }
        guard !others.isEmpty else { return [] }
        var folders: Set<Substring> = []
        for entry in old.entries + new.entries {
            folders.formUnion(entry.path.foldersAround)
        }
        let shown = others.map { path in
            String(Array(path.foldersAround).last { !folders.contains($0) } ?? path[...])
        }
        return Set(shown).sorted { $0.precedes($1) }
    }

    /// Copies of ours that a server sends in place of them: whoever makes them makes them anew.
    private static let compressions = [".gz", ".br", ".zst"]

    private func isOurs(_ path: Substring, _ old: Set<String>) -> Bool {
        old.contains(String(path)) || known.contains(path.utf8.fingerprint)
    }

    /// What a file manager writes into each folder that somebody looks at.
    private static func isMadeOfNames(_ path: String) -> Bool {
        [".DS_Store", "Thumbs.db"].contains { path == $0 || path.hasSuffix("/" + $0) }
    }
}
