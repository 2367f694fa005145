/// Files that look like pages and are none: copied as they are, they would publish what their front matter
/// keeps back.

import Bytes
import Diagnostics
import Files
import Markup

enum StrayPages {
    /// Other endings of Markdown, in lower case.
    private static let markdown: Set<String> = [
        "md", "markdown", "mdown", "mkdown", "mkd", "mkdn", "mdwn", "mdtext", "mdtxt",
    ]
    /// Texts in which other programs write front matter.
    ///
    /// Empty: a file without an ending.
    private static let texts: Set<String> = [
        "", "adoc", "asciidoc", "htm", "html", "mdx", "org", "qmd", "rmd", "rst", "text", "textile",
        "txt", "xhtml",
    ]
    /// Keys by which any of the usual generators keeps a page back until some time, in lower case.
    private static let dates: Set<String> = [
        "publish_at", "publishdate", "publish_date", "expires_at", "expirydate", "expiry_date",
    ]
    /// More than any front matter has.
    private static let front = 16 << 10

    /// What is wrong with the files to copy.
    ///
    /// Only texts are read, and of most no more than six bytes.
    static func diagnostics(
        for assets: [AssetFile], from files: any FileSystem
    ) async -> [Diagnostic] {
        let candidates = assets.filter { asset in
            let ending = ending(of: asset.path)
            return markdown.contains(ending) || texts.contains(ending)
                || wasPage(fileName(asset.path))
        }
        return await Parallel.map(candidates.count) { index in
            diagnostic(for: candidates[index].path, from: files)
        }.compactMap(\.self)
    }

    /// `notes.md.save`, `notes.md_`: a page's name with something behind it.
    private static func wasPage(_ name: String) -> Bool {
        name.lowercased().dropFirst().contains(".md")
    }

    private static func diagnostic(for path: String, from files: any FileSystem) -> Diagnostic? {
        guard !markdown.contains(ending(of: path)) else { return misnamed(path) }
        guard let pairs = pairs(of: path, from: files) else { return nil }
        if wasPage(fileName(path)) { return misnamed(path) }
        let keeping = pairs.first { key, value in
            dates.contains(key) || key == "draft" && value != "false"
                || key == "published" && value == "false"
        }
        return keeping.map { key, _ in
            Diagnostic(
                "file.front-matter",
                "This file begins with front matter that has ‘\(key)’, and would be published as it "
                    + "is: only a file whose name ends with ‘.md’ is a page. Make a page of it, or "
                    + "move it out of ‘content/’.", at: SourceSpan(file: path))
        }
    }

    // MARK: - Sources of pages

    /// Files of Quarto and R Markdown that begin with front matter: sources of pages, or material to a publication.
    static func sources(
        among assets: [AssetFile], from files: any FileSystem
    ) -> [String] {
        assets.lazy.map(\.path).filter { path in
            ["qmd", "rmd"].contains(ending(of: path))
                && pairs(of: path, from: files)?.contains { $0.key == "title" } ?? false
        }
    }

    /// Warns of those that no page links to, by their names.
    static func diagnostics(
        forSources paths: [String], in pages: [ParsedSource]
    ) -> [Diagnostic] {
        guard !paths.isEmpty else { return [] }
        var names = Set(paths.map { fileName($0) })
        for page in pages {
            for reference in page.page?.document.references ?? [] {
                names.remove(fileName(reference.target.prefix { $0 != "#" && $0 != "?" }))
            }
        }
        return paths.filter { names.contains(fileName($0)) }.map { path in
            Diagnostic(
                "file.front-matter", .warning,
                "This file is the source of a page for another program, and would be published as it is: only a "
                    + "file whose name ends with ‘.md’ is a page. ‘imprint import’ makes one of it; or link to it as "
                    + "material, or move it out of ‘content/’.", at: SourceSpan(file: path))
        }
    }

    private static func misnamed(_ path: String) -> Diagnostic {
        let name = fileName(path)
        // Of `notes.md.save` and `notes.markdown`, what stands before.
        let marks = name.indices.dropFirst().filter { name[$0...].lowercased().hasPrefix(".md") }
        let stem = name[..<(marks.first ?? name.lastIndex(of: ".") ?? name.endIndex)]
        return Diagnostic(
            "file.markdown-name",
            "This file would be published as it is: only a file whose name ends with ‘.md’ is a page. "
                + "Rename it to ‘\(stem).md’, or move it out of ‘content/’.",
            at: SourceSpan(file: path))
    }

    private static func fileName(_ path: some StringProtocol) -> String {
        String(path[(path.lastIndex(of: "/").map { path.index(after: $0) } ?? path.startIndex)...])
    }

    private static func ending(of path: String) -> String {
        let name = fileName(path)
        guard let dot = name.lastIndex(of: ".") else { return "" }
        return name[name.index(after: dot)...].lowercased()
    }

    /// Keys and values of the front matter of a file, in YAML or TOML and in lower case; `nil` when it has
    /// none.
    private static func pairs(
        of path: String, from files: any FileSystem
    ) -> [(key: String, value: String)]? {
        guard let start = try? files.readPrefix(path, count: 6), fence(at: start[...]) != nil,
            let bytes = try? files.readPrefix(path, count: front)
        else { return nil }
        let lines = withoutMark(bytes[...]).split(omittingEmptySubsequences: false) {
            $0 == 0x0A || $0 == 0x0D
        }
        guard let first = lines.first, let fence = fence(at: first), isFence(first, fence) else {
            return nil
        }
        var pairs: [(key: String, value: String)] = []
        for line in lines.dropFirst() {
            if isFence(line, fence) { return pairs }
            // What is indented belongs to the key above it.
            guard let first = line.first, first != 0x20, first != 0x09,
                let end = line.firstIndex(where: {
                    $0 == UInt8(ascii: ":") || $0 == UInt8(ascii: "=")
                })
            else { continue }
            pairs.append((plain(line[..<end]), plain(line[(end + 1)...])))
        }
        return nil
    }

    private static func plain(_ bytes: ArraySlice<UInt8>) -> String {
        let plain = bytes.filter {
            $0 > 0x20 && $0 != UInt8(ascii: "\"") && $0 != UInt8(ascii: "'")
        }
        return String(decoding: plain, as: UTF8.self).lowercased()
    }

    /// The sign of the fence that some bytes begin with: `-` of YAML, `+` of TOML.
    private static func fence(at bytes: ArraySlice<UInt8>) -> UInt8? {
        let line = withoutMark(bytes)
        guard let sign = line.first, sign == UInt8(ascii: "-") || sign == UInt8(ascii: "+") else {
            return nil
        }
        return line.prefix(3).elementsEqual([sign, sign, sign]) ? sign : nil
    }

    /// Three signs and nothing else.
    private static func isFence(_ line: ArraySlice<UInt8>, _ sign: UInt8) -> Bool {
        fence(at: line) == sign
            && withoutMark(line).dropFirst(3).allSatisfy { $0 == 0x20 || $0 == 0x09 }
    }

    /// Without a byte order mark.
    private static func withoutMark(_ bytes: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
        bytes.dropFirst(bytes.lengthOfByteOrderMark)
    }
}
