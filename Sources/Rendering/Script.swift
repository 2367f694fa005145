/// A script of the theme on its way to readers: without what is for who writes it.

enum Script {
    /// Takes indentation, empty lines and comments that fill a line away, and nothing else.
    ///
    /// A script in which that could change what it says is published as it is: one with text over several
    /// lines, or with comments of the other kind, in which a line may say anything.
    static func published(_ bytes: [UInt8]) -> [UInt8] {
        let lines = bytes.split(separator: UInt8(ascii: "\n"))
        let isPlain = lines.allSatisfy { line in
            line.count { $0 == UInt8(ascii: "`") }.isMultiple(of: 2)
                && line.last != UInt8(ascii: "\\") && !line.contains(UInt8(ascii: "\r"))
                && !zip(line, line.dropFirst()).contains { $0 == (0x2F, 0x2A) }
        }
        guard isPlain else { return bytes }
        var output: [UInt8] = []
        for line in lines {
            let text = line.drop { $0 == UInt8(ascii: " ") || $0 == UInt8(ascii: "\t") }
            if text.isEmpty || text.starts(with: "//".utf8) { continue }
            output += text
            output.append(UInt8(ascii: "\n"))
        }
        return output
    }
}
