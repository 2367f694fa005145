/// A path of a published tree as its readers see it: `posts/a/index.html` is `/posts/a/`.
struct Address {
    let path: String
    let text: String

    init(_ path: some StringProtocol) {
        self.path = String(path)
        text =
            "/"
            + (path == "index.html" || path.hasSuffix("/index.html")
                ? String(path.dropLast("index.html".count)) : String(path))
    }

    var isPage: Bool { path.hasSuffix(".html") || path.hasSuffix(".htm") }

    /// With a slash at its end, or empty at the top: `posts/a/`.
    var folder: Substring {
        path[..<(path.lastIndex(of: "/").map { path.index(after: $0) } ?? path.startIndex)]
    }

    /// The last part: `a` of a page, `x.png` of a file.
    var name: Substring {
        let parts = path.split(separator: "/")
        guard isPage, parts.last == "index.html" else { return parts.last ?? "" }
        return parts.dropLast().last ?? ""
    }

    /// The folder above the page: `posts/`.
    var section: Substring {
        let parts = folder.split(separator: "/").dropLast()
        return parts.last.map { folder[..<$0.endIndex] } ?? ""
    }
}
