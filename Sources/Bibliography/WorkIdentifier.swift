/// Identifiers of works, whatever format they are written in.
enum WorkIdentifier {
    /// The bare DOI of `10.1000/x`, `doi:10.1000/x` or its URL.
    static func doi(_ text: String) -> String? {
        var bare = text[...]
        for prefix in [
            "https://doi.org/", "http://doi.org/", "http://dx.doi.org/", "https://dx.doi.org/",
            "doi:",
        ]
        where bare.lowercased().hasPrefix(prefix) {
            bare = bare.dropFirst(prefix.count)
        }
        guard bare.hasPrefix("10."), bare.contains("/"), !bare.contains(where: \.isWhitespace)
        else { return nil }
        return String(bare)
    }
}
