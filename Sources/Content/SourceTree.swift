/// What the folders of `content/` make of each file.

import Diagnostics
import Files
package import Markup

/// A Markdown file in its place, not yet read.
package struct PageFile: Hashable, Sendable {
    package let path: String
    /// In bytes.
    let size: Int
    package let role: ParsedPage.Role
    package let section: [Slug]
    /// From the name of the file or its bundle; the front matter may say otherwise.
    package let slug: Slug
    let bundle: String?
}

/// The files of a site, sorted into pages, files to copy, and the bibliography.
struct SourceTree: Sendable {
    private(set) var pages: [PageFile] = []
    private(set) var assets: [AssetFile] = []
    private(set) var bibliography: String?
    private(set) var diagnostics: [Diagnostic] = []

    /// Sorts a listing of `content/`.
    init(_ listing: FileListing, bibliography wanted: String?) {
        diagnostics = listing.diagnostics
        let markdown = listing.files.filter { $0.path.hasSuffix(".md") }
        // A folder with an `index.md` and no other page in or below it is a page bundle.
        var pagesBelow: [Substring: Int] = [:]
        for file in markdown {
            for folder in file.path.foldersAround { pagesBelow[folder, default: 0] += 1 }
        }
        let paths = Set(listing.files.map(\.path))
        // As the disk names it: in the settings, its letters may be composed in another way.
        let known = wanted.map { paths.firstIndex(of: $0).map { paths[$0] } ?? $0 }
        bibliography =
            known
            ?? ["content/references.bib", "content/references.json"].first { paths.contains($0) }
        for file in listing.files where file.path != bibliography {
            if file.path.hasSuffix(".md") {
                add(page: file, pagesBelow)
            } else {
                assets.append(AssetFile(path: file.path, size: file.size))
            }
        }
        sortAssets()
    }

    /// The listing is in the order of the paths on the disk, which is another where one of them is not in NFC.
    private mutating func sortAssets() {
        guard assets.contains(where: { !$0.composedPath.utf8.elementsEqual($0.path.utf8) }) else {
            return
        }
        assets.sort { a, b in
            let (first, second) = (a.composedPath, b.composedPath)
            return first == second ? a.path.precedes(b.path) : first.precedes(second)
        }
    }

    private mutating func add(page file: FileListing.File, _ pagesBelow: [Substring: Int]) {
        // By bytes: a slash is never part of another character.
        var parts = file.path.utf8.split(separator: UInt8(ascii: "/")).dropFirst()
            .map { Substring($0) }
        let name = Substring(parts.removeLast().utf8.dropLast(".md".utf8.count))
        let folder = Substring(file.path.utf8.dropLast(name.utf8.count + ".md".utf8.count + 1))
        let isIndex = name == "index"
        let isBundle = isIndex && !parts.isEmpty && pagesBelow[folder] == 1
        let own = isIndex ? parts.popLast() : name
        guard let own else {
            append(file, .home, [], "home", nil)
            return
        }
        let role: ParsedPage.Role
        switch parts.first {
        case "people": role = .person
        case "topics": role = .topic
        default:
            let isTermFolder = parts.isEmpty && (own == "people" || own == "topics")
            role = isIndex && (!isBundle || isTermFolder) ? .sectionIndex : .page
        }
        append(
            file, role, parts.map { String($0) }, own.withoutDate,
            isBundle && role != .sectionIndex ? String(folder) : nil)
    }

    private mutating func append(
        _ file: FileListing.File, _ role: ParsedPage.Role, _ section: [String], _ name: String,
        _ bundle: String?
    ) {
        let slugs = section.compactMap { Slug(slugifying: $0[...].withoutDate) }
        guard let slug = Slug(slugifying: name), slugs.count == section.count else {
            diagnostics.append(
                Diagnostic(
                    "path.no-slug",
                    (section + [name]).contains(where: Slug.isTooLong)
                        ? "This file's name, or that of a folder around it, is too long for an address: a part of "
                            + "one has at most \(Slug.longest) bytes. Give it a shorter name."
                        : "No address can be made of this file's name: it needs a letter or a digit.",
                    at: SourceSpan(file: file.path)))
            return
        }
        pages.append(
            PageFile(
                path: file.path, size: file.size, role: role, section: slugs, slug: slug,
                bundle: bundle))
    }
}

extension Substring {
    /// A name of a file or folder without the date before it: `2021-10-18-reflections` is `reflections`.
    ///
    /// A name that is nothing but a date stays.
    package var withoutDate: String {
        guard utf8.count > 11, utf8.dropFirst(10).first == UInt8(ascii: "-"),
            Moment(String(prefix(10))) != nil
        else { return String(self) }
        return String(dropFirst(11))
    }
}
