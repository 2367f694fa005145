import Foundation

/// An example of the GitHub Flavored Markdown specification, as Debian's cmark-gfm package ships it.
struct SpecExample: Sendable {
    let number: Int
    let markdown: String
    let html: String

    static let path = "/usr/share/doc/cmark-gfm/spec.txt.gz"
    static var isInstalled: Bool { FileManager.default.fileExists(atPath: path) }

    /// Every example of the specification, numbered from 1.
    static func all() throws -> [SpecExample] {
        let process = Process()
        process.executableURL = URL(filePath: "/usr/bin/env")
        process.arguments = ["gzip", "-dc", path]
        let pipe = Pipe()
        process.standardOutput = pipe
        try process.run()
        let data = try pipe.fileHandleForReading.readToEnd() ?? Data()
        process.waitUntilExit()
        return read(String(decoding: data, as: UTF8.self))
    }

    /// Examples stand between fences of 32 backticks, parted by a line with a dot; `→` is a tab.
    private static func read(_ text: String) -> [SpecExample] {
        let fence = String(repeating: "`", count: 32)
        var examples: [SpecExample] = []
        var lines: [Substring]?
        var isDisabled = false
        for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
            if line.hasPrefix(fence + " example") {
                lines = []
                isDisabled = line.hasSuffix("disabled")
            } else if line == fence, let found = lines {
                lines = nil
                guard !isDisabled, let dot = found.firstIndex(of: ".") else { continue }
                func joined(_ part: ArraySlice<Substring>) -> String {
                    part.map { $0 + "\n" }.joined().replacing("→", with: "\t")
                }
                examples.append(
                    SpecExample(
                        number: examples.count + 1, markdown: joined(found[..<dot]),
                        html: joined(found[(dot + 1)...])))
            } else {
                lines?.append(line)
            }
        }
        return examples
    }
}
