/// What a change of the sources would change for readers.

import Build
import Bytes
import Content
import Diagnostics
package import Files
import Markup
package import Output
package import Rendering
import Site

/// A site as it would be published beside a tree that was: what is new, changed, moved and gone.
///
/// Both are read as readers get them. What a template changes around every text, and what lists and feeds
/// make of the pages, is counted and not told; what an author has written above a list is.
package struct SiteDifference: Sendable {
    package struct Page: Sendable {
        /// `/posts/a/`.
        let address: String
        let title: String
        /// Names, one after the other; `nil` where nobody has signed.
        let authors: String?
        let date: String?
    }

    package struct ChangedPage: Sendable {
        let page: Page
        let change: PageChange
    }

    package struct Move: Sendable {
        /// Addresses.
        let from, to: String
    }

    /// Pages with a text of their own.
    private(set) var new: [Page] = []
    private(set) var changed: [ChangedPage] = []
    private(set) var moved: [Move] = []
    /// Of every kind.
    private(set) var gone: [Page] = []
    /// Lists: of people, topics, works and sections.
    private(set) var newLists: [Page] = []
    /// Addresses of files that authors have put beside their pages.
    private(set) var newFiles: [String] = []
    private(set) var changedFiles: [String] = []
    private(set) var goneFiles: [String] = []
    /// How many other files are not the same bytes: lists, feeds, and pages around their texts.
    private(set) var others = 0

    package var isEmpty: Bool {
        new.isEmpty && changed.isEmpty && moved.isEmpty && gone.isEmpty && newLists.isEmpty
            && newFiles.isEmpty && changedFiles.isEmpty && goneFiles.isEmpty
    }

    /// Compares a site with what was published.
    ///
    /// - Parameters:
    ///   - site: The site as it would be published.
    ///   - old: What was.
    ///   - files: The sources of the site.
    /// - Throws: When a file of the old tree cannot be read.
    package init(
        of site: RenderedSite, from old: PublishedFiles, files: any FileSystem
    ) async throws(PublishError) {
        let comparison = FileComparison(site, old, files)
        let paths = Set(old.paths).union(site.outputs.map(\.path)).sorted()
        let found = await Parallel.map(paths.count, worker: { OutputBuffer() }) { buffer, index in
            Result { () throws(PublishError) in
                try comparison.finding(at: paths[index], &buffer)
            }
        }
        /// Paths of pages that have moved to pages.
        var moves: [(from: String, to: String)] = []
        /// Paths of files, and the addresses to which they have moved.
        var movedFiles: [(from: String, to: String)] = []
        var newPages: [String: Page] = [:]
        for (path, result) in zip(paths, found) {
            switch try result.get() {
            case .same: break
            case .other: others += 1
            case .newPage(let page): newPages[path] = page
            case .newList(let page): newLists.append(page)
            case .changed(let page): changed.append(page)
            case .moved(let address, let page):
                moved.append(Move(from: Address(path).text, to: address))
                if let page {
                    moves.append((path, page))
                } else if !Address(path).isPage {
                    movedFiles.append((path, address))
                }
            case .gone(let page): gone.append(page)
            case .newFile: newFiles.append("/" + path)
            case .changedFile: changedFiles.append("/" + path)
            case .goneFile: goneFiles.append("/" + path)
            }
        }
        var buffer = OutputBuffer()
        // What has moved is not new.
        var lists = Set(newLists.map(\.address))
        for move in moves
        where newPages.removeValue(forKey: move.to) != nil
            || lists.remove(Address(move.to).text) != nil
        {
            changed +=
                try comparison.change(from: move.from, to: move.to, &buffer).map { [$0] } ?? []
        }
        let arrived = Set(movedFiles.map(\.to)).intersection(newFiles)
        newFiles.removeAll { arrived.contains($0) }
        for move in movedFiles where arrived.contains(move.to) {
            if try comparison.isChanged(move.from, movedTo: String(move.to.dropFirst())) {
                changedFiles.append(move.to)
            }
        }
        new = newPages.values.sorted { $0.address.precedes($1.address) }
        let targets = Set(moved.map(\.to))
        newLists.removeAll { targets.contains($0.address) }
        // By their addresses: those of files stand in another order than those of pages.
        changed.sort { $0.page.address.precedes($1.page.address) }
        moved.sort { $0.from.precedes($1.from) }
        gone.sort { $0.address.precedes($1.address) }
        newLists.sort { $0.address.precedes($1.address) }
        changedFiles.sort { $0.precedes($1) }
    }
}
