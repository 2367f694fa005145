/// What a page can show of a file, told by the ending of its name.

package enum Media: Hashable, Sendable {
    case image, film, sound
    /// A picture or a film in a format that browsers do not show.
    case unshown
    /// Rows of values: a table where it stands by itself.
    case table
    /// Something to read or to load: a page links to it.
    case document

    private static let byEnding: [String: Media] = {
        let endings: [(Media, String)] = [
            (.film, "mp4 m4v webm ogv"),
            (.sound, "mp3 m4a aac ogg oga opus wav flac"),
            (.unshown, "tif tiff eps ps ai psd heic heif raw mov avi mkv wmv flv mpg mpeg"),
            (.table, "csv tsv"),
            (
                .document,
                "xls xlsx ods doc docx odt rtf ppt pptx odp pdf zip gz tgz tar md txt tex bib html htm "
                    + "json xml yaml yml ipynb"
            ),
        ]
        var media: [String: Media] = [:]
        for (kind, names) in endings {
            for name in names.split(separator: " ") { media[String(name)] = kind }
        }
        return media
    }()

    /// - Parameter address: A path or a URL; what has no ending that is known here is taken for an image.
    package init(at address: String) {
        let path = address.utf8.prefix { $0 != UInt8(ascii: "?") && $0 != UInt8(ascii: "#") }
        let point = path.lastIndex { $0 == UInt8(ascii: ".") || $0 == UInt8(ascii: "/") }
        guard let point, path[point] == UInt8(ascii: ".") else {
            self = .image
            return
        }
        let ending = Substring(path[path.index(after: point)...])
        self = Self.byEnding[ending.lowercased()] ?? .image
    }
}
