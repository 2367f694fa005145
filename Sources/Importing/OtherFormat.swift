/// Files that are no Markdown, and what makes Markdown of them.

import Bytes

enum OtherFormat {
    /// Formats that Pandoc reads, by the ending of a name.
    private static let pandoc = [
        "tex": "latex", "ltx": "latex", "docx": "docx", "odt": "odt", "rtf": "rtf", "epub": "epub",
        "rst": "rst", "org": "org", "textile": "textile", "html": "html", "htm": "html",
        "xhtml": "html",
    ]

    /// What to do first with a file of another format; `nil` for Markdown.
    ///
    /// HTML with front matter is a page of Jekyll or Hugo.
    static func advice(on path: String, _ bytes: [UInt8], hasFrontMatter: Bool) -> String? {
        let name = path.split(separator: "/").last.map { String($0) } ?? path
        guard let dot = name.lastIndex(of: ".") else { return nil }
        let (stem, ending) = (name[..<dot], name[name.index(after: dot)...].lowercased())
        if ending == "ipynb" {
            return "This is a notebook, and no Markdown: export it first, "
                + "‘jupyter nbconvert --to markdown \(name)’."
        }
        if let format = pandoc[ending], !hasFrontMatter {
            return "This is no Markdown: convert it first, "
                + "‘pandoc -f \(format) -t gfm --wrap=none \(name) -o \(stem).md’."
        }
        if ["doc", "pages", "pdf"].contains(ending) || bytes.starts(with: "%PDF-".utf8) {
            return
                "This is no Markdown, and Pandoc does not read it: save it as .docx, and convert that, "
                + "‘pandoc -f docx -t gfm --wrap=none \(stem).docx -o \(stem).md’."
        }
        // The files of word processors are archives.
        guard bytes.starts(with: [0x50, 0x4B, 0x03, 0x04]) else { return nil }
        return "This is a document of a word processor, and no Markdown: convert it first, "
            + "‘pandoc -f docx -t gfm --wrap=none \(name) -o \(stem).md’."
    }
}
