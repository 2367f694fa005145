/// Several posts together: links between them lead to the pages that they become.

import Diagnostics
package import Files
import Markup

package struct ImportedFiles {
    /// A file and what people call it.
    package struct Source: Sendable {
        /// In messages, and for what a name says.
        let shown: String
        /// In the file system.
        let path: String

        package init(shown: String, path: String) {
            self.shown = shown
            self.path = path
        }
    }

    package let posts: [ImportedPost]

    /// - Parameters:
    ///   - sources: The files, in the order in which they are to be told of.
    ///   - files: Where they are, and the pictures that they show.
    ///   - folder: Where the old site keeps files that an address beginning with `/` names.
    ///   - options: What the files may not say.
    /// - Throws: When one of the files cannot be read.
    package init(
        reading sources: [Source], from files: any FileSystem, folder: String?,
        _ options: ImportOptions
    ) throws(FileSystemError) {
        var contents: [[UInt8]] = []
        for source in sources {
            do throws(FileSystemError) {
                contents.append(try files.read(source.path))
            } catch {
                throw FileSystemError(error.operation, source.shown, reason: error.reason)
            }
        }
        func translate(
            _ pages: [String: String], _ versions: [Int: ImportedVersion]
        ) -> [ImportedPost] {
            zip(sources, contents).enumerated().map { index, file in
                let (source, bytes) = file
                return
                    PostImporter.post(
                        bytes, path: source.shown, options: options,
                        surroundings: PostSurroundings(
                            source: source, files: files, folder: folder, pages: pages,
                            version: versions[index]))
            }
        }
        // Once to learn what each post becomes, and once more with links to that.
        var pages: [String: String] = [:]
        let first = translate([:], [:])
        for (source, post) in zip(sources, first) {
            for name in [post.slug.rawValue, PostSurroundings.stem(of: source.shown)] {
                pages[name] = post.path
            }
        }
        posts = translate(pages, Self.versions(first))
    }

    /// Posts of one text in several languages: by Hugo's `translationKey`, or `walls.md` beside `walls.de.md`.
    private static func versions(_ posts: [ImportedPost]) -> [Int: ImportedVersion] {
        let names = posts.map { FileName($0.source) }
        let groups = Dictionary(grouping: posts.indices) { index in
            posts[index].translationKey.map { "key " + $0 } ?? "file " + names[index].text
        }
        var versions: [Int: ImportedVersion] = [:]
        for group in groups.values where group.count > 1 {
            // Two in one language are no translations of each other.
            guard Set(group.map { posts[$0].language?.lowercased() }).count == group.count else {
                continue
            }
            // The one in the language of the old site, which did not have to say it.
            let original =
                group.first { posts[$0].language == nil }
                ?? group.only(where: { names[$0].language == nil })
            for index in group {
                versions[index] =
                    original.map { original in
                        guard index != original else { return .original }
                        let path = posts[original].path
                        return .translation(of: posts[index].isBundle ? "../" + path : path)
                    } ?? .unknown
            }
        }
        return versions
    }
}

private struct PostSurroundings: ImportSurroundings {
    let source: ImportedFiles.Source
    let files: any FileSystem
    let folder: String?
    /// Where each page is written, by its slug and by the name of its file.
    let pages: [String: String]
    let version: ImportedVersion?

    /// The last part of a path, without what only servers and file systems need: of
    /// `posts/2021-10-18-walls/index.md` it is `2021-10-18-walls`.
    static func stem(of path: String) -> String {
        var parts = path.split(separator: "/")
        for ending in [".md", ".markdown", ".html"] where parts.last?.hasSuffix(ending) == true {
            parts.append(parts.removeLast().dropLast(ending.count))
        }
        if parts.last == "index", parts.count > 1 { parts.removeLast() }
        return parts.last.map { String($0) } ?? ""
    }

    func link(to name: String) -> String? {
        guard let target = pages[Self.stem(of: name)] else { return nil }
        // Pages with files beside them stand in folders of their own, one level down.
        let isBundle = pages[Self.stem(of: source.shown)]?.contains("/") == true
        return isBundle ? "../" + target : target
    }

    func file(_ path: String) -> String? {
        let path = path.removingPercentEncoding
        guard !path.isEmpty, !path.split(separator: "/").contains(".."), !path.hasSuffix("/") else {
            return nil
        }
        let beside = source.path.split(separator: "/").dropLast().joined(separator: "/")
        let places =
            path.hasPrefix("/")
            ? [folder].compactMap(\.self).map { $0 + path }
            : [beside.isEmpty ? path : beside + "/" + path]
                + [folder].compactMap(\.self).map { $0 + "/" + path }
        return places.first { files.exists($0) && $0 != source.path && !$0.hasSuffix(".md") }
    }
}

extension Array {
    /// The element of which something is true, if it is true of no other.
    fileprivate func only(where isTrue: (Element) -> Bool) -> Element? {
        let found = filter(isTrue)
        return found.count == 1 ? found.first : nil
    }
}

extension String {
    /// `%20` as the space that it stands for.
    fileprivate var removingPercentEncoding: String {
        guard contains("%") else { return self }
        var bytes: [UInt8] = []
        var rest = Array(utf8)[...]
        while let byte = rest.popFirst() {
            if byte == UInt8(ascii: "%"),
                let value = UInt8(String(decoding: rest.prefix(2), as: UTF8.self), radix: 16)
            {
                bytes.append(value)
                rest = rest.dropFirst(2)
            } else {
                bytes.append(byte)
            }
        }
        return String(decoding: bytes, as: UTF8.self)
    }
}
