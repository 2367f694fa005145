/// Addresses that an error of the build stands at.
///
/// A page shows an address of `site.yaml` or of its own front matter, right or wrong: what is said where it was
/// written is not said once more of each page.

import Content
import Diagnostics
import Files
import Rendering
import Site

struct KnownAddresses {
    private var written: Set<String> = []

    /// More than this was not written as an address.
    private static let longest = 2000

    init(of diagnostics: [Diagnostic], in files: (any FileSystem)?) {
        guard let files else { return }
        var bytes: [String: [UInt8]] = [:]
        for diagnostic in diagnostics where diagnostic.severity == .error {
            guard let span = diagnostic.span else { continue }
            if bytes[span.path] == nil { bytes[span.path] = (try? files.read(span.path)) ?? [] }
            let range = Int(span.bytes.lower)..<Int(span.bytes.upper)
            guard let source = bytes[span.path], range.count <= Self.longest,
                range.upperBound <= source.count
            else { continue }
            let text = String(decoding: source[range], as: UTF8.self)
            written.insert(Self.bare(text.drop(while: Self.isQuote).prefix { !Self.isQuote($0) }))
        }
    }

    /// - Parameters:
    ///   - address: As a page shows it.
    ///   - site: Whose page it is.
    /// - Returns: Whether an error stands where it was written.
    func contains(_ address: String, in site: RenderedSite) -> Bool {
        guard !written.isEmpty else { return false }
        let base = site.site.graph.configuration.baseURL
        var rest = Self.bare((base.pathOnHost(of: address) ?? address)[...])[...]
        // What was written may be relative to its page, or to the root of a site that lies below its host's.
        while !written.contains(String(rest)) {
            guard let slash = rest.firstIndex(of: "/") else { return false }
            rest = rest[slash...].dropFirst()
        }
        return !rest.isEmpty
    }

    private static func isQuote(_ character: Character) -> Bool { "\"'".contains(character) }

    /// Without what stands before a name: the path of a site may be written with a slash or without, and a
    /// section without its sign.
    private static func bare(_ address: Substring) -> String {
        String(address.drop { "/#.".contains($0) })
    }
}
