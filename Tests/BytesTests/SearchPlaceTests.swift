import Bytes
import Testing

/// What is looked for many bytes at a time is found wherever it stands.
@Suite struct SearchPlaceTests {
    private static func bytes<Result>(
        _ text: String, _ body: (UnsafeBufferPointer<UInt8>) -> Result
    ) -> Result {
        Array(text.utf8).withUnsafeBufferPointer(body)
    }

    @Test(
        "A text is found by its first sign",
        arguments: [
            "lang=", "=", "==", "a=b", "ab", "https://x/", "[^", "x y", "é=", "é", "a-=a-=b",
        ])
    func firstRange(needle: String) {
        for before in 0..<40 {
            // Its beginning and its end, and letters of it, are not the whole.
            let text =
                String(repeating: "=a-", count: before) + String(needle.dropLast()) + "_" + needle
                + needle
            let expected = text.utf8.count - 2 * needle.utf8.count
            let found = Self.bytes(text) { text in
                needle.withUTF8Bytes { text.firstRange(of: $0, in: text.indices) }
            }
            let first = String(text.utf8.prefix(expected + needle.utf8.count)) ?? ""
            let isEarlier = first.dropLast().contains(needle)
            if !isEarlier { #expect(found == expected..<expected + needle.utf8.count) }
            let reach = expected + needle.utf8.count - 1
            let cut = Self.bytes(text) { text in
                needle.withUTF8Bytes { text.firstRange(of: $0, in: before..<max(before, reach)) }
            }
            if !isEarlier { #expect(cut == nil) }
        }
    }

    @Test func theLastHit() {
        for count in 0..<100 {
            for place in 0..<max(count, 1) {
                var text = [UInt8](repeating: UInt8(ascii: "a"), count: count)
                if place < count { text[place] = UInt8(ascii: "$") }
                if place > 1 { text[place / 2] = UInt8(ascii: "$") }
                let found = text.withUnsafeBufferPointer { $0.lastHit { ($0 == 0x24).bit } }
                #expect(found == text.lastIndex(of: UInt8(ascii: "$")))
            }
        }
    }

    @Test(
        "A control is found among and behind other letters", arguments: ["a", "é", "語", "\n", "\t"])
    func firstControl(letter: String) {
        for before in 0..<70 {
            for control in ["\u{0}", "\u{B}", "\u{1F}", "\u{7F}", "\u{80}", "\u{9F}", "\u{FFFE}"] {
                let start = String(repeating: letter, count: before)
                let text = start + control + String(repeating: letter, count: 40)
                #expect(Self.bytes(text) { $0.firstControl() } == start.utf8.count)
                #expect(text.firstControl == control.unicodeScalars.first)
            }
            let text = String(repeating: letter, count: before) + "\u{A0}\u{FFFD}\r"
            #expect(Self.bytes(text) { $0.firstControl() } == nil)
        }
    }
}
