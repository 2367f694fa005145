/// Finds many texts in many bytes at once, whatever the case of ASCII letters.
///
/// The last eight bytes are one number, which is looked up in a bit table: nearly every place is passed
/// over by that alone, so that a tree is read about as fast as the disk gives it.
struct ByteMatcher: Sendable {
    /// The shortest text that can be found.
    static let window = 8

    private let texts: [[UInt8]]
    private var byWindow: [UInt64: [Int]] = [:]
    private var table = [Bool](repeating: false, count: 1 << 16)

    /// - Parameter texts: Folded, each at least ``window`` bytes long.
    init(_ texts: [[UInt8]]) {
        self.texts = texts
        for (index, text) in texts.enumerated() {
            let key = text.prefix(Self.window).reduce(UInt64(0)) { $0 << 8 | UInt64($1) }
            byWindow[key, default: []].append(index)
            table[Self.slot(key)] = true
        }
    }

    static func folded(_ byte: UInt8) -> UInt8 {
        byte >= 0x41 && byte <= 0x5A ? byte | 0x20 : byte
    }

    private static func slot(_ key: UInt64) -> Int { Int((key &* 0x9E37_79B9_7F4A_7C15) >> 48) }

    /// Calls `found` with the index of each text and the offset where it stands.
    func scan(_ bytes: [UInt8], _ found: (_ text: Int, _ offset: Int) -> Void) {
        guard !texts.isEmpty, bytes.count >= Self.window else { return }
        var key: UInt64 = 0
        for index in bytes.indices {
            key = key << 8 | UInt64(Self.folded(bytes[index]))
            guard table[Self.slot(key)], index + 1 >= Self.window, let texts = byWindow[key] else {
                continue
            }
            let start = index + 1 - Self.window
            for text in texts where stands(text, in: bytes, at: start) { found(text, start) }
        }
    }

    private func stands(_ text: Int, in bytes: [UInt8], at start: Int) -> Bool {
        let wanted = texts[text]
        guard start + wanted.count <= bytes.count else { return false }
        for index in Self.window..<max(Self.window, wanted.count)
        where Self.folded(bytes[start + index]) != wanted[index] {
            return false
        }
        return true
    }
}
