/// The site to begin with: real files in `Starter/`, compiled into the program.

package import Content
package import Files

package enum Starter {
    /// The files of a new site.
    ///
    /// A name that begins with a dot is kept as `dot-…` in the program's sources, so that neither
    /// git nor a host of its repository takes it for its own.
    ///
    /// - Parameters:
    ///   - title: Stands in site.yaml instead of a placeholder.
    ///   - baseURL: Likewise.
    /// - Returns: The files, by their paths below the folder of the site.
    package static func files(title: String? = nil, baseURL: BaseURL? = nil) -> [NewFile] {
        StarterFiles.files.map { file in
            let path = file.path.split(separator: "/")
                .map { $0.hasPrefix("dot-") ? "." + $0.dropFirst(4) : String($0) }
                .joined(separator: "/")
            guard path == "site.yaml" else { return NewFile(path: path, bytes: file.bytes) }
            let lines = String(decoding: file.bytes, as: UTF8.self)
                .split(separator: "\n", omittingEmptySubsequences: false)
                .map { line in
                    if let title, line.hasPrefix("title: ") {
                        return "title: " + YAMLText.scalar(title)
                    }
                    if let baseURL, line.hasPrefix("base_url: ") {
                        return "base_url: " + baseURL.absolute
                    }
                    return String(line)
                }
            return NewFile(path: path, text: lines.joined(separator: "\n"))
        }
    }
}
