import CCMarkGFM
import Files
import Glibc

/// What no generator on this parser can be faster than: each text read, parsed and rendered by
/// cmark-gfm alone, and written to a file of its own; no template, no link, no list.
enum LimitProgram {
    /// A file of the site, and where its text begins behind the front matter.
    struct Text: Sendable {
        let bytes: [UInt8]
        let body: Range<Int>

        init(bytes: [UInt8]) {
            self.bytes = bytes
            let fence = Array("\n---\n".utf8)
            let start =
                bytes.starts(with: "---\n".utf8)
                ? bytes.firstRange(of: fence)?.upperBound ?? 0 : 0
            body = start..<bytes.count
        }
    }

    static func run(_ paths: [String], _ output: String) async throws {
        mkdir(output, 0o755)
        cmark_gfm_core_extensions_ensure_registered()
        _ = await Parallel.map(paths.count) { index in
            let text = Text(bytes: read(paths[index]))
            let html = parse(text, rendersHTML: true)
            write(html, to: "\(output)/\(index).html")
        }
    }

    /// - Returns: The HTML, or nothing when only the parse is asked for.
    @discardableResult
    static func parse(_ text: Text, rendersHTML: Bool = false) -> [UInt8] {
        let options = CMARK_OPT_FOOTNOTES | CMARK_OPT_SMART
        guard let parser = cmark_parser_new(options) else { return [] }
        defer { cmark_parser_free(parser) }
        // The two other extensions of the dialect are not safe in parallel.
        if let table = cmark_find_syntax_extension("table") {
            cmark_parser_attach_syntax_extension(parser, table)
        }
        text.bytes[text.body].withUnsafeBytes { bytes in
            cmark_parser_feed(
                parser, bytes.bindMemory(to: CChar.self).baseAddress, bytes.count)
        }
        guard let root = cmark_parser_finish(parser) else { return [] }
        defer { cmark_node_free(root) }
        guard rendersHTML,
            let html = cmark_render_html(
                root, options, cmark_parser_get_syntax_extensions(parser))
        else { return [] }
        defer { free(html) }
        return Array(UnsafeRawBufferPointer(start: html, count: strlen(html)))
    }

    private static func read(_ path: String) -> [UInt8] {
        let descriptor = open(path, O_RDONLY)
        guard descriptor >= 0 else { return [] }
        defer { close(descriptor) }
        var status = stat()
        fstat(descriptor, &status)
        return [UInt8](unsafeUninitializedCapacity: Int(status.st_size)) { buffer, count in
            count = max(0, Glibc.read(descriptor, buffer.baseAddress, buffer.count))
        }
    }

    private static func write(_ bytes: [UInt8], to path: String) {
        let descriptor = open(path, O_WRONLY | O_CREAT | O_TRUNC, 0o644)
        guard descriptor >= 0 else { return }
        defer { close(descriptor) }
        _ = bytes.withUnsafeBytes { Glibc.write(descriptor, $0.baseAddress, $0.count) }
    }
}
