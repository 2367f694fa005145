/// "Did you mean": the nearest known name to one that is not known.
package enum Spelling {
    /// The candidate nearest to `word`, or `nil` when none is near enough to be worth showing.
    ///
    /// Near means at most a third of the word's letters apart (and at least one), counting an
    /// exchange of two neighbours as one step. Ties go to the candidate that comes first.
    package static func closest(to word: String, in candidates: some Sequence<String>) -> String? {
        closest(to: word, in: candidates) { _ in true }
    }

    private static func closest(
        to word: String, in candidates: some Sequence<String>, where isLike: (String) -> Bool
    ) -> String? {
        let wanted = Array(word.lowercased().unicodeScalars)
        // Nobody mistypes a word of hundreds of letters into another; it only costs time.
        guard (1...80).contains(wanted.count) else { return nil }
        var best: (candidate: String, distance: Int)?
        for candidate in candidates {
            let other = Array(candidate.lowercased().unicodeScalars)
            let limit = min(
                best.map { $0.distance - 1 } ?? .max, max(1, max(wanted.count, other.count) / 3))
            guard abs(wanted.count - other.count) <= limit else { continue }
            guard let distance = distance(wanted, other, atMost: limit), isLike(candidate) else {
                continue
            }
            best = (candidate, distance)
        }
        return best?.candidate
    }

    /// The same for paths: one that ends in the very same name goes before one that is spelled alike, since
    /// folders are mistaken for each other more often than names are.
    ///
    /// Of several with that name, the nearest; when none is near, nobody can tell which. One that shares no
    /// more than its folder was not meant.
    package static func closestPath(
        to path: String, in candidates: some Sequence<String>
    ) -> String? {
        let tail = Array(nameAndSlashes(of: path).utf8.reversed())
        var namesakes: [String] = []
        let closest = closest(
            to: path,
            in: candidates.lazy.map { candidate in
                let bytes = candidate.utf8.reversed()
                if !tail.isEmpty, bytes.starts(with: tail) { namesakes.append(candidate) }
                return candidate
            }, where: { isName(of: path, like: $0) })
        return namesakes.count == 1
            ? namesakes[0] : Self.closest(to: path, in: namesakes) ?? closest
    }

    /// The last part of a path, with the slash before it and the one that may follow; of the page of a folder,
    /// the folder with it.
    ///
    /// Nothing of a path that has no folder.
    private static func nameAndSlashes(of path: String) -> Substring {
        var parts = path.split(separator: "/")
        guard let last = parts.popLast() else { return "" }
        let first = last.hasPrefix("index.") ? parts.popLast() ?? last : last
        let isInFolder = first.startIndex > path.startIndex
        return isInFolder ? path[path.index(before: first.startIndex)...] : ""
    }

    /// Whether the names at the end of two paths are spelled alike, or stand in folders that are.
    private static func isName(of path: String, like candidate: String) -> Bool {
        let (wanted, other) = (name(of: path), name(of: candidate))
        return wanted == other || closest(to: String(wanted), in: [String(other)]) != nil
    }

    /// The name of a file without its ending; of the page of a folder, the folder's.
    private static func name(of path: String) -> Substring {
        var parts = path.split(separator: "/")
        let last = parts.popLast() ?? ""
        let stem = last.lastIndex(of: ".").map { last[..<$0] } ?? last
        return stem == "index" ? parts.popLast() ?? stem : stem
    }

    /// ` Did you mean ‘x’?`, or nothing: to be appended to a message.
    package static func hint(_ candidate: String?) -> String {
        candidate.map { " Did you mean ‘\($0)’?" } ?? ""
    }

    /// Whether two words are one step apart: an insertion, a deletion, a substitution, or a swap of neighbours.
    package static func isOneStep(_ a: [Unicode.Scalar], _ b: [Unicode.Scalar]) -> Bool {
        abs(a.count - b.count) <= 1 && distance(a, b, atMost: 1) == 1
    }

    /// The optimal string alignment distance: insertions, deletions, substitutions, and swaps of
    /// neighbours, each one step.
    ///
    /// - Returns: `nil` for words that are farther apart than asked for, as nearly all are: this is seen of their
    ///   beginnings.
    private static func distance(
        _ a: [Unicode.Scalar], _ b: [Unicode.Scalar], atMost limit: Int
    ) -> Int? {
        // Paths have their folders in common.
        let start = zip(a, b).prefix { $0 == $1 }.count
        let (a, b) = (a[start...], b[start...])
        let end = zip(a.reversed(), b.reversed()).prefix { $0 == $1 }.count
        return distance(Array(a.dropLast(end)), Array(b.dropLast(end)), limit)
    }

    private static func distance(
        _ a: [Unicode.Scalar], _ b: [Unicode.Scalar], _ limit: Int
    ) -> Int? {
        var beforeLast = [Int](repeating: 0, count: b.count + 1)
        var last = Array(0...b.count)
        for i in a.indices {
            var row = [i + 1]
            row.reserveCapacity(b.count + 1)
            for j in b.indices {
                var cost = min(last[j + 1] + 1, row[j] + 1, last[j] + (a[i] == b[j] ? 0 : 1))
                if i > 0, j > 0, a[i] == b[j - 1], a[i - 1] == b[j] {
                    cost = min(cost, beforeLast[j - 1] + 1)
                }
                row.append(cost)
            }
            // A swap skips a row.
            guard min(row.min() ?? 0, last.min() ?? 0) <= limit else { return nil }
            (beforeLast, last) = (last, row)
        }
        return last[b.count] <= limit ? last[b.count] : nil
    }
}
