import Bytes

/// The characters of a text that take more than one byte: for a library that counts characters, where we
/// count bytes.
struct WideCharacters {
    /// The number of each among all characters, and the bytes that it and those before it have beyond
    /// one each.
    private var places: [(character: Int, extra: Int)] = []

    init(_ text: UnsafeBufferPointer<UInt8>) {
        var extra = 0
        var index = 0
        while true {
            index = text.firstIndex(from: index) { ($0 >= 0x80).bit }
            guard index < text.count else { return }
            let character = index - extra
            index += 1
            while index < text.count, text[index] & 0xC0 == 0x80 {
                index += 1
                extra += 1
            }
            places.append((character, extra))
        }
    }

    /// The byte at which a character begins.
    func offset(ofCharacter number: Int) -> Int {
        let before = places.partitioningIndex { $0.character >= number }
        return number + (before > 0 ? places[before - 1].extra : 0)
    }
}
