import Markup
import Testing

@Suite struct CollisionKeyTests {
    /// The letters of the languages of Europe have a way of their own.
    @Test func letters() throws {
        for value in UInt32(0x20)..<0x250 {
            let letter = String(try #require(Unicode.Scalar(value)))
            for name in [letter, "Ab\(letter)", "\(letter)b\(letter)É", "Š\(letter)’"] {
                #expect(
                    name.collisionKey == name.uppercased().lowercased().normalized,
                    "U+\(String(value, radix: 16))")
            }
        }
    }

    @Test func sameNames() {
        #expect("Jörg Müller".collisionKey == "JO\u{308}RG MU\u{308}LLER".collisionKey)
        #expect("Straße".collisionKey == "STRASSE".collisionKey)
        #expect("Łukasz Żak".collisionKey == "łukasz żak".collisionKey)
        #expect("Żak".collisionKey != "Źak".collisionKey)
    }
}

@Suite struct WhiteSpaceTests {
    @Test(
        "Runs of spaces are one wherever they stand, in texts of ASCII and others",
        arguments: ["a", "é", "“"])
    func runs(letter: String) {
        for count in 0..<40 {
            let word = String(repeating: letter, count: count)
            let expected = count == 0 ? "x y" : "x \(word) y"
            for space in [" ", "  ", "\n", " \t", "\u{A0}"] {
                let text = ["x", word, "y"].joined(separator: space)
                #expect(text.collapsingWhitespace == expected)
                #expect((space + text + space).collapsingWhitespace == expected)
            }
        }
        #expect("".collapsingWhitespace == "")
        #expect(" ".collapsingWhitespace == "")
    }
}
