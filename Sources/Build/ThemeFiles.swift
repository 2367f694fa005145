/// The files of the built-in theme, by their names.

package import Diagnostics
package import Files

extension BuiltInTheme {
    /// The file that a name was most likely meant for: one of that name in another folder, else one that is spelled
    /// alike.
    package static func nearest(to name: String) -> String? {
        let paths = files.map(\.path)
        let file = name.split(separator: "/").last ?? ""
        let sameName = paths.filter { path in
            let last = path.split(separator: "/").last ?? ""
            return last == file || last.prefix { $0 != "." } == file
        }
        return sameName.count == 1 ? sameName[0] : Spelling.closest(to: name, in: paths)
    }
}

extension FileSystem {
    /// The bytes of a file for the excerpt in a report, of the built-in theme where a site has none in its place.
    package func excerptSource(orBuiltIn path: String) -> [UInt8]? {
        excerptSource(path) ?? BuiltInTheme.files.first { "templates/" + $0.path == path }?.bytes
    }
}

extension BuiltSite {
    /// What is wrong with the templates, as far as pages of this site show it.
    package var templateDiagnostics: [Diagnostic] {
        diagnostics.filter { diagnostic in
            diagnostic.span.map { $0.path.hasPrefix("templates/") }
                ?? diagnostic.id.rawValue.hasPrefix("template.")
        }
    }
}
