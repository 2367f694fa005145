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
    ///   - title: Stands wherever the name of the center does.
    ///   - baseURL: Stands wherever its address does.
    /// - Returns: The files, by their paths below the folder of the site.
    package static func files(title: String? = nil, baseURL: BaseURL? = nil) -> [NewFile] {
        StarterFiles.files.map { file in
            let path = file.path.split(separator: "/")
                .map { $0.hasPrefix("dot-") ? "." + $0.dropFirst(4) : String($0) }
                .joined(separator: "/")
            guard path.hasSuffix(".yaml") || path.hasSuffix(".md") else {
                return NewFile(path: path, bytes: file.bytes)
            }
            let lines = String(decoding: file.bytes, as: UTF8.self)
                .split(separator: "\n", omittingEmptySubsequences: false)
                .map { line in
                    if let title, let key = line.key(of: "A Research Center") {
                        return key + YAMLText.scalar(title)
                    }
                    if let baseURL, let key = line.key(of: "https://example.org/") {
                        return key + baseURL.absolute
                    }
                    return String(line)
                }
            return NewFile(path: path, text: lines.joined(separator: "\n"))
        }
    }
}

extension Substring {
    /// `name: ` of a line that is `name: value`, with its indentation.
    fileprivate func key(of value: String) -> String? {
        let ending = ": " + value
        return hasSuffix(ending) ? dropLast(value.count).description : nil
    }
}
