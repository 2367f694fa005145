/// The custom properties of a style sheet: the theme's colours and fonts, for what is no style sheet.

extension StyleSheet {
    /// Names without their hyphens, and values, of a style sheet without comments.
    ///
    /// Only what `:root` says in every case counts: not what stands in a media query. What is said last
    /// holds.
    static func tokens(in bytes: [UInt8]) -> [String: String] {
        var tokens: [String: String] = [:]
        for block in blocks(in: bytes) where trimmed(bytes[block.prelude]) == ":root" {
            read(bytes[block.body], into: &tokens)
        }
        return tokens
    }

    /// The same of what holds on dark screens alone.
    static func darkTokens(in bytes: [UInt8]) -> [String: String] {
        var tokens: [String: String] = [:]
        for block in blocks(in: bytes) {
            let prelude = trimmed(bytes[block.prelude]).lowercased().filter { !$0.isWhitespace }
            guard prelude == "@media(prefers-color-scheme:dark)" else { continue }
            tokens.merge(Self.tokens(in: Array(bytes[block.body]))) { $1 }
        }
        return tokens
    }

    /// The outermost blocks, and what stands before each.
    private static func blocks(in bytes: [UInt8]) -> [(prelude: Range<Int>, body: Range<Int>)] {
        var blocks: [(prelude: Range<Int>, body: Range<Int>)] = []
        var selector = 0
        var index = 0
        while index < bytes.count {
            switch bytes[index] {
            case UInt8(ascii: "{"):
                let end = endOfBlock(bytes, from: index + 1)
                blocks.append((selector..<index, index + 1..<end))
                index = end + 1
                selector = index
            case UInt8(ascii: ";"):
                index += 1
                selector = index
            default: index = next(bytes, after: index)
            }
        }
        return blocks
    }

    private static func read(_ block: ArraySlice<UInt8>, into tokens: inout [String: String]) {
        let bytes = Array(block)
        var start = 0
        while start < bytes.count {
            var end = start
            while end < bytes.count, bytes[end] != UInt8(ascii: ";") {
                end = next(bytes, after: end)
            }
            end = min(end, bytes.count)
            let declaration = bytes[start..<end]
            if let colon = declaration.firstIndex(of: UInt8(ascii: ":")) {
                let name = trimmed(declaration[..<colon])
                if name.hasPrefix("--") {
                    tokens[String(name.dropFirst(2))] = trimmed(declaration[(colon + 1)...])
                }
            }
            start = end + 1
        }
    }

    private static func trimmed(_ bytes: ArraySlice<UInt8>) -> String {
        var bytes = bytes
        while let byte = bytes.first, isSpace(byte) { bytes.removeFirst() }
        while let byte = bytes.last, isSpace(byte) { bytes.removeLast() }
        return String(decoding: bytes, as: UTF8.self)
    }

    /// Where the block's closing brace stands, or the end.
    static func endOfBlock(_ bytes: [UInt8], from start: Int) -> Int {
        var depth = 1
        var index = start
        while index < bytes.count {
            if bytes[index] == UInt8(ascii: "{") { depth += 1 }
            if bytes[index] == UInt8(ascii: "}") {
                depth -= 1
                if depth == 0 { return index }
            }
            index = next(bytes, after: index)
        }
        return bytes.count
    }

    /// Behind a byte, or behind the string that begins with it.
    static func next(_ bytes: [UInt8], after index: Int) -> Int {
        let isQuote = bytes[index] == UInt8(ascii: "\"") || bytes[index] == UInt8(ascii: "'")
        return isQuote ? endOfString(bytes, from: index) : index + 1
    }
}
