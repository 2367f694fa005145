/// Writes the files below a folder as Swift string literals: `embed-files FOLDER TYPE OUTPUT.swift`.

import Foundation

@main
enum EmbedFiles {
    static func main() throws {
        guard CommandLine.arguments.count == 4 else {
            throw CocoaError(.fileNoSuchFile)
        }
        let folder = URL(filePath: CommandLine.arguments[1]).standardizedFileURL
        let paths = try FileManager.default.subpathsOfDirectory(atPath: folder.path())
            .filter { !$0.split(separator: "/").contains { $0.hasPrefix(".") } }
            .sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
        var source = """
            /// The files of `\(folder.lastPathComponent)/`, by path below it.
            package enum \(CommandLine.arguments[2]) {
                package static let files: [(path: String, bytes: [UInt8])] = [

            """
        for path in paths {
            let file = folder.appending(path: path)
            var isDirectory: ObjCBool = false
            guard FileManager.default.fileExists(atPath: file.path(), isDirectory: &isDirectory),
                !isDirectory.boolValue
            else { continue }
            let text = try String(contentsOf: file, encoding: .utf8)
            source += "        (\(literal(path)), Array(\(literal(text)).utf8)),\n"
        }
        source += "    ]\n}\n"
        try source.write(
            toFile: CommandLine.arguments[3], atomically: true, encoding: .utf8)
    }

    /// A string literal on one line, whatever the text holds.
    private static func literal(_ text: String) -> String {
        var literal = "\""
        for scalar in text.unicodeScalars { literal += scalar.escaped(asASCII: false) }
        return literal + "\""
    }
}
