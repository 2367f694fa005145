import Markup
import Testing

/// What the signs of a keyboard become in titles and summaries.
@Suite struct TypographyTests {
    @Test(arguments: [
        (#"It's "really" new"#, "It’s “really” new"),
        (#"She said "don't" ("now")"#, "She said “don’t” (“now”)"),
        (#"The 'test' of the '90s"#, "The ‘test’ of the ’90s"),
        (#"The '68ers' 'test'"#, "The ’68ers’ ‘test’"),
        (#""'Tis so," he said"#, "“’Tis so,” he said"),
        (#""'Yes' and 'no'""#, "“‘Yes’ and ‘no’”"),
        (#"Pipes of 6", 12' long"#, "Pipes of 6”, 12’ long"),
        ("1990--2000 -- a decade---or two...", "1990–2000 – a decade—or two…"),
        ("The authors' view", "The authors’ view"),
    ])
    func english(typed: String, set: String) {
        #expect(typed.typographic(.english) == set)
    }

    @Test(
        "What is no punctuation stays",
        arguments: [
            "The --strict option", "a ---- b", "Wait....", "state-of-the-art", "“Typed” by hand",
            "",
        ])
    func stays(text: String) {
        #expect(text.typographic(.english) == text)
    }

    @Test(arguments: [
        ("de", "„Das ‚eine‘ Wort“ war’s"), ("de-AT", "„Das ‚eine‘ Wort“ war’s"),
        ("de-CH", "«Das ‹eine› Wort» war’s"),
        ("fr", "«\u{202F}Das «\u{202F}eine\u{202F}» Wort\u{202F}» war’s"),
        ("es", "«Das “eine” Wort» war’s"), ("pl", "„Das «eine» Wort” war’s"),
        ("ru", "«Das „eine“ Wort» war’s"), ("sv", "”Das ’eine’ Wort” war’s"),
        ("en-GB", "“Das ‘eine’ Wort” war’s"), ("tlh", "“Das ‘eine’ Wort” war’s"),
    ])
    func languages(tag: String, set: String) {
        let marks = QuotationMarks(language: tag)
        #expect(#""Das 'eine' Wort" war's"#.typographic(marks) == set)
    }
}
