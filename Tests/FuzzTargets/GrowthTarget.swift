import Bibliography
import Bytes
import Content
import Diagnostics
import Files
import Highlighting
import Importing
import Markdown
import Markup
import Templates

#if canImport(Glibc)
    import Glibc
#elseif canImport(Darwin)
    import Darwin
#endif

/// No input may cost more than its size: one that repeats itself four times as often takes four times as long,
/// and not sixteen times, nor a second.
enum GrowthTarget {
    private static let readers: [@Sendable ([UInt8]) -> Void] = [
        { bytes in
            _ = MarkdownParser.parse(
                bytes, body: 0..<bytes.count, path: "a.md", options: MarkdownParser.Options())
        },
        { bytes in
            var options = MarkdownParser.Options()
            options.allowsRawHTML = true
            options.highlightsCode = true
            options.runInHeads = true
            _ = MarkdownParser.parse(bytes, body: 0..<bytes.count, path: "a.md", options: options)
        },
        { bytes in importing(bytes, "_posts/2020-01-01-a.md") },
        { bytes in importing(bytes, "posts/a.qmd") },
        { bytes in importing(bytes, "Notes/a.md") },
        { bytes in importing(bytes, "content/posts/a.md") },
        { bytes in importing(bytes, "posts/a.html") },
        { bytes in _ = WorkLibrary.parse(bibtex: bytes, path: "a.bib") },
        { bytes in _ = WorkLibrary.parse(cslJSON: bytes, path: "a.json") },
        { bytes in _ = DelimitedText(bytes, isTSV: false) },
        { bytes in
            let library = TemplateLibrary([TemplateSource(path: "templates/a.html", bytes: bytes)])
            _ = library.compile("a.html", for: TemplatesTarget.Page.self)
        },
        { bytes in
            for language in ["python", "html", "r", "latex", "yaml", "diff", "sh", "js"] {
                var html = OutputBuffer()
                bytes.withUnsafeBufferPointer {
                    _ = Highlighter.write($0, in: language, to: &html)
                }
            }
        },
        { bytes in
            var scanner = MarkupScanner(bytes)
            while let token = scanner.next() {
                _ = scanner.attributes(of: token)
                _ = scanner.text(token.range)
            }
        },
    ]

    @Sendable static func run(_ bytes: [UInt8]) {
        guard let first = bytes.first else { return }
        // What stands before, what is repeated, and what stands behind, between bytes of 0xFF, which no UTF-8 has.
        let parts = bytes.dropFirst().split(
            separator: 0xFF, maxSplits: 2, omittingEmptySubsequences: false)
        guard parts.count > 1, !parts[1].isEmpty, parts[1].count <= 256 else { return }
        let reader = readers[Int(first) % readers.count]
        let isText = String(validating: parts.joined(), as: UTF8.self) != nil
        guard isText, !bytes.contains(0) else { return }
        func input(_ size: Int) -> [UInt8] {
            let count = max(1, size / parts[1].count)
            let middle = repeatElement(parts[1], count: count).joined()
            return Array(parts[0]) + middle + (parts.count > 2 ? Array(parts[2]) : [])
        }
        let (small, large) = (input(size), input(4 * size))
        // What cmark-gfm needs is bounded, and still grows up to there (`ComplexityGuard`).
        let floor = Int(first) % readers.count < 2 ? 10 * floor : floor
        // Whoever else runs disturbs a measurement: it is taken again before it counts.
        guard seconds(reader, large) > floor else { return }
        for _ in 0..<3 {
            let time = seconds(reader, large)
            if time <= ceiling, time <= 8 * seconds(reader, small) + floor { return }
        }
        preconditionFailure("time grows faster than the input")
    }

    private static let size = 8 << 10
    /// Below it, nothing grows; beyond the other, a file of some kilobytes takes as long as it must not. In seconds.
    #if DEBUG
        private static let (floor, ceiling) = (1.0, 20.0)
    #else
        private static let (floor, ceiling) = (0.03, 1.0)
    #endif

    /// Of this thread.
    private static func seconds(_ reader: ([UInt8]) -> Void, _ bytes: [UInt8]) -> Double {
        let start = now()
        reader(bytes)
        return now() - start
    }

    private static func now() -> Double {
        var time = timespec()
        clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time)
        return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
    }

    private static func importing(_ bytes: [UInt8], _ path: String) {
        guard let now = Moment("2025-01-01") else { return }
        var options = ImportOptions(now: now)
        options.title = "T"
        options.authors = ["Ada Example"]
        options.date = now
        let files = InMemoryFileSystem([path: bytes])
        _ = try? ImportedFiles(
            reading: [ImportedFiles.Source(shown: path, path: path)], from: files, folder: nil,
            options)
    }
}
