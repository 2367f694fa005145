import SiteTesting
import Testing

/// `translation_of` that cannot be meant: each one error at its place, and nothing published.
@Suite struct TranslationMistakeTests {
    @Test(arguments: mistakes)
    func isReportedAtItsPlace(mistake: Mistake) async throws { try await mistake.expectReport() }

    private static let original = post("content/posts/a.md")

    private static func translation(
        _ name: String, of original: String, _ language: String = "language: de"
    ) -> String {
        post("content/posts/\(name).md", "translation_of: \(original)\n\(language)")
    }

    /// What is said of an original that is not named by its file.
    private static func noFile(
        _ original: String, in name: String = "t",
        write instead: String = "its path, as in ‘../posts/naming-models.md’"
    ) -> String {
        "content/posts/\(name).md:5:17: error: ‘translation_of’ names the file of the original, not "
            + "‘\(original)’: write \(instead). [translation.not-a-source]"
    }

    static let mistakes = [
        Mistake(
            "a page that is not there", original + translation("t", of: "b.md"),
            "content/posts/t.md:5:17: error: There is no page ‘content/posts/b.md’. "
                + "Did you mean ‘content/posts/a.md’? [link.unknown-page]"),
        Mistake(
            "a path out of the site", translation("t", of: "../../../a.md"),
            "content/posts/t.md:5:17: error: ‘../../../a.md’ leaves the site's folder. "
                + "[link.outside-site]"),
        Mistake(
            "a path without its end", original + translation("t", of: "a"),
            noFile("a", write: "‘a.md’")),
        Mistake(
            "a file that is not there, near one that cannot be an original",
            "-- content/posts/index.md --\n---\ntitle: Posts\n---\n" + original
                + translation("t", of: "inde.md"),
            "content/posts/t.md:5:17: error: There is no page ‘content/posts/inde.md’. "
                + "[link.unknown-page]"),
        Mistake(
            "an address of the site", original + translation("t", of: "/posts/a/"),
            noFile("/posts/a/", write: "‘a.md’")),
        Mistake(
            "an address of a file", original + translation("t", of: "/posts/a.md"),
            noFile("/posts/a.md", write: "‘a.md’")),
        Mistake(
            "a path from the root of the site",
            original + translation("t", of: "/content/posts/a.md"),
            noFile("/content/posts/a.md", write: "‘a.md’")),
        Mistake(
            "an address, from another folder",
            original
                + post("content/de/t.md", "kind: essay\nlanguage: de\ntranslation_of: /posts/a"),
            "content/de/t.md:7:17: error: ‘translation_of’ names the file of the original, not "
                + "‘/posts/a’: write ‘../posts/a.md’. [translation.not-a-source]"),
        Mistake(
            "an address that is misspelt", original + translation("t", of: "/posts/b.md"),
            noFile("/posts/b.md")),
        Mistake(
            "a folder with an introduction",
            "-- content/posts/index.md --\n---\ntitle: Posts\n---\n" + original
                + translation("t", of: "../posts"),
            noFile("../posts")),
        Mistake(
            "the address of a section",
            "-- content/posts/index.md --\n---\ntitle: Posts\n---\n"
                + translation("t", of: "/posts/"),
            noFile("/posts/")),
        Mistake(
            "the address of a translation",
            original + translation("t", of: "a.md")
                + translation("u", of: "/posts/t/", "language: fr"),
            noFile("/posts/t/", in: "u", write: "‘a.md’")),
        Mistake(
            "its own address", translation("t", of: "/posts/t/"),
            noFile("/posts/t/")),
        Mistake(
            "a place in a page", original + translation("t", of: "'a.md#'"),
            noFile("a.md#", write: "‘a.md’")),
        Mistake(
            "an address elsewhere", translation("t", of: "https://example.com/a"),
            noFile("https://example.com/a")),
        Mistake(
            "a file that is no page",
            "-- content/posts/a.pdf --\nx\n" + translation("t", of: "a.pdf"),
            noFile("a.pdf")),
        Mistake(
            "itself", translation("t", of: "t.md"),
            "content/posts/t.md:5:17: error: This page would be its own translation. Name the page "
                + "that it was translated from. [translation.of-itself]"),
        Mistake(
            "the introduction of a section",
            "-- content/posts/index.md --\n---\ntitle: Posts\n---\n"
                + translation("t", of: "index.md"),
            "content/posts/t.md:5:17: error: ‘content/posts/index.md’ is the introduction of a list, ‘/posts/’, "
                + "and its translation is one, too: the ‘index.md’ of a folder beside other pages. "
                + "[translation.not-a-page]"),
        Mistake(
            "a publication whose translation is none",
            original
                + post("content/de/a.md", "language: de\ntranslation_of: ../posts/a.md"),
            "content/de/a.md:6:17: error: ‘content/posts/a.md’ is a publication, and its translation would be a plain "
                + "page, without byline and date. Add ‘kind: essay’. [translation.other-kind]"),
        Mistake(
            "a plain page whose translation is a publication",
            "-- content/about.md --\n---\ntitle: About\n---\n\nText.\n"
                + translation("t", of: "../about.md"),
            "content/posts/t.md:5:17: error: ‘content/about.md’ is a plain page, and its translation would be a "
                + "publication. Add ‘kind: page’. [translation.other-kind]"),
        Mistake(
            "a biography that translates",
            original
                + "-- content/people/ada.md --\n---\ntitle: Ada\ntranslation_of: ../posts/a.md\n---\n",
            "content/people/ada.md:3:17: error: Publications, plain pages, sections and the home page have "
                + "translations; this has none. Delete the line. [translation.not-a-page]"),
        Mistake(
            "a translation of a translation",
            original + translation("t", of: "a.md")
                + post("content/fr/u.md", "language: fr\ntranslation_of: ../posts/t.md"),
            "content/fr/u.md:6:17: error: ‘content/posts/t.md’ is itself a translation. Name its "
                + "original, ‘content/posts/a.md’. [translation.chain]"),
        Mistake(
            "two pages that translate each other",
            translation("t", of: "u.md") + translation("u", of: "t.md", "language: fr"),
            "content/posts/t.md:5:17: error: ‘content/posts/u.md’ is itself a translation. Delete "
                + "‘translation_of’ there if it is the original. [translation.chain]",
            "content/posts/u.md:5:17: error: ‘content/posts/t.md’ is itself a translation. Delete "
                + "‘translation_of’ there if it is the original. [translation.chain]"),
        Mistake(
            "the language of the original, in another case",
            post("content/posts/a.md", "language: pt-br")
                + translation("t", of: "a.md", "language: PT-BR"),
            "content/posts/t.md:5:17: error: The original, ‘content/posts/a.md’, is in the same "
                + "language, ‘pt-BR’. Mend ‘language’ in one of the two. "
                + "[translation.same-language]"),
        Mistake(
            "no language", original + translation("t", of: "a.md", "version: '2'"),
            "content/posts/t.md:5:17: error: The original, ‘content/posts/a.md’, is in the same "
                + "language, ‘en’: this page has no ‘language’, so it is in the site's. Add that of "
                + "the translation, as in ‘language: fr’. [translation.same-language]"),
        Mistake(
            "no language of the original", original + translation("t", of: "a.md", "language: en"),
            "content/posts/t.md:5:17: error: The original, ‘content/posts/a.md’, is in the same "
                + "language, ‘en’: it has no ‘language’, so it is in the site's. Add it there, or mend "
                + "‘language’ here. [translation.same-language]"),
        Mistake(
            "the language of another translation",
            original + translation("t", of: "a.md") + translation("u", of: "a.md"),
            "content/posts/u.md:5:17: error: Another translation, ‘content/posts/t.md’, is in the "
                + "same language, ‘de’. Mend ‘language’ in one of the two. "
                + "[translation.same-language]"),
        Mistake(
            "a list", original + translation("t", of: "[a.md]"),
            "content/posts/t.md:5:17: error: ‘translation_of’ is a text, not a list. "
                + "[front-matter.wrong-type]"),
    ]

    /// What names a page that cannot be read is no second mistake.
    @Test func anOriginalThatIsNotReadIsReportedOnce() async throws {
        let report = try await SiteFixture(
            post("content/posts/a.md", "dat: x") + Self.translation("t", of: "a.md")
        ).diagnose()
        #expect(report.split(separator: "\n").count == 1)
    }

    /// Each page names all others: a bound keeps that from growing with the square of the site.
    @Test func noPageHasThousandsOfTranslations() async throws {
        let translations = (0..<201).map {
            Self.translation("t\(1000 + $0)", of: "a.md", "language: de-x-\($0)")
        }
        let report = try await SiteFixture(Self.original + translations.joined()).diagnose()
        #expect(
            report.contains(
                "content/posts/t1200.md:5:17: error: ‘content/posts/a.md’ has more than 200 "
                    + "translations. Delete the line. [translation.too-many]"))
        #expect(report.split(separator: "\n").count == 1)
    }
}
