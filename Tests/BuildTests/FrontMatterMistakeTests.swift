import SiteTesting
import Testing

/// Wrong values of front matter: each one clear error at its line and column.
@Suite struct FrontMatterMistakeTests {
    @Test(arguments: values + yaml)
    func isReportedAtItsPlace(mistake: Mistake) async throws { try await mistake.expectReport() }

    static let values = [
        Mistake(
            "a title in the quotation marks of a word processor",
            post("content/posts/a.md", title: "“On naming”"),
            "content/posts/a.md:2:8: error: ‘title’ would be shown with these quotation marks, which "
                + "YAML takes for text: write \"On naming\" with straight ones, or none. "
                + "[front-matter.typographic-quotes]"),
        Mistake(
            "names in such marks",
            post("content/posts/a.md", "topics: [“law”, „Recht“, ‘lex’]"),
            "content/posts/a.md:5:10: error: ‘topics’ would be shown with these quotation marks, which "
                + "YAML takes for text: write \"law\" with straight ones, or none. "
                + "[front-matter.typographic-quotes]",
            "content/posts/a.md:5:17: error: ‘topics’ would be shown with these quotation marks, which "
                + "YAML takes for text: write \"Recht\" with straight ones, or none. "
                + "[front-matter.typographic-quotes]",
            "content/posts/a.md:5:26: error: ‘topics’ would be shown with these quotation marks, which "
                + "YAML takes for text: write \"lex\" with straight ones, or none. "
                + "[front-matter.typographic-quotes]"),
        Mistake(
            "a name in such marks, cut at its comma",
            post("content/posts/a.md", "topics: [“law, old”]"),
            "content/posts/a.md:5:10: error: ‘topics’ would be shown with these quotation marks, which "
                + "YAML takes for text: write \"law\" with straight ones, or none. "
                + "[front-matter.typographic-quotes]"),
        Mistake(
            "an unknown key",
            post("content/posts/a.md", "autors: [Ada]"),
            "content/posts/a.md:5:1: error: Unknown key ‘autors’. Did you mean ‘authors’? "
                + "[front-matter.unknown-key]"),
        Mistake(
            "a key of another generator",
            post("content/posts/a.md", "tags: [a]"),
            "content/posts/a.md:5:1: error: There is no key ‘tags’: use ‘topics’. "
                + "[front-matter.unknown-key]"),
        Mistake(
            "an impossible date",
            post("content/posts/a.md", "updated: 2025-02-30"),
            "content/posts/a.md:5:10: error: There is no such date or time as "
                + "‘2025-02-30’. [date.impossible]"),
        Mistake(
            "a date in another form",
            post("content/posts/a.md", "updated: 3 March 2025"),
            "content/posts/a.md:5:10: error: ‘3 March 2025’ is no date: write ‘2021-10-18’ "
                + "or ‘2021-10-18T09:00:00Z’. [date.malformed]"),
        Mistake(
            "dates as they are written elsewhere",
            post("content/posts/a.md", date: "02.01.2024")
                + post("content/posts/b.md", date: "2024-1-5")
                + post("content/posts/c.md", date: "1/31/2024")
                + post("content/posts/d.md", date: "2024/02/03")
                + post("content/posts/e.md", date: "1/2/2024")
                + post("content/posts/f.md", date: "32.13.2024"),
            "content/posts/a.md:3:7: error: ‘02.01.2024’ is no date: write ‘2024-01-02’. [date.malformed]",
            "content/posts/b.md:3:7: error: ‘2024-1-5’ is no date: write ‘2024-01-05’. [date.malformed]",
            "content/posts/c.md:3:7: error: ‘1/31/2024’ is no date: write ‘2024-01-31’. [date.malformed]",
            "content/posts/d.md:3:7: error: ‘2024/02/03’ is no date: write ‘2024-02-03’. [date.malformed]",
            "content/posts/e.md:3:7: error: ‘1/2/2024’ is no date: write ‘2021-10-18’ or "
                + "‘2021-10-18T09:00:00Z’. [date.malformed]",
            "content/posts/f.md:3:7: error: ‘32.13.2024’ is no date: write ‘2021-10-18’ or "
                + "‘2021-10-18T09:00:00Z’. [date.malformed]"),
        Mistake(
            "a time without a zone",
            post("content/posts/a.md", date: "2025-02-20T10:00:00"),
            "content/posts/a.md:3:7: error: A time needs its zone: write ‘2025-02-20T10:00:00Z’ "
                + "if this is UTC, or another zone as in ‘2025-02-20T10:00:00+01:00’. "
                + "[date.needs-zone]"),
        Mistake(
            "a time to the minute without a zone",
            post("content/posts/a.md", "publish_at: 2025-03-01 10:00"),
            "content/posts/a.md:5:13: error: A time needs its zone: write ‘2025-03-01T10:00:00Z’ "
                + "if this is UTC, or another zone as in ‘2025-03-01T10:00:00+01:00’. "
                + "[date.needs-zone]"),
        Mistake(
            "a time to the minute",
            post("content/posts/a.md", "publish_at: 2025-03-01T10:00+02:00"),
            "content/posts/a.md:5:13: error: A time needs its seconds: write "
                + "‘2025-03-01T10:00:00+02:00’. [date.malformed]"),
        Mistake(
            "an impossible time",
            post("content/posts/a.md", "publish_at: 2025-03-01T25:00:00"),
            "content/posts/a.md:5:13: error: There is no such date or time as "
                + "‘2025-03-01T25:00:00’. [date.impossible]"),
        Mistake(
            "a moment without a zone",
            post("content/posts/a.md", "publish_at: 2025-03-01"),
            "content/posts/a.md:5:13: error: ‘publish_at’ needs a time and a zone: "
                + "‘2025-03-01T09:00:00Z’. [date.needs-time]"),
        Mistake(
            "a revision before the publication",
            post("content/posts/a.md", "updated: 2024-01-01"),
            "content/posts/a.md:5:10: error: ‘updated’ is before the publication on "
                + "2025-01-01. [date.order]"),
        Mistake(
            "a flag in quotation marks",
            post("content/posts/a.md", "draft: \"true\""),
            "content/posts/a.md:5:8: error: ‘draft’ is either ‘true’ or ‘false’. Write "
                + "‘true’, without quotes. [front-matter.not-a-flag]"),
        Mistake(
            "a flag spelled yes",
            post("content/posts/a.md", "draft: yes"),
            "content/posts/a.md:5:8: error: ‘draft’ is either ‘true’ or ‘false’. Write "
                + "‘true’, without quotes. [front-matter.not-a-flag]"),
        Mistake(
            "a text where a list belongs",
            post("content/posts/a.md", "topics: evaluation"),
            "content/posts/a.md:5:9: error: ‘topics’ is a list: write ‘topics: "
                + "[evaluation]’, or one item to a line after ‘- ’. [front-matter.not-a-list]"),
        Mistake(
            "several people where a list belongs",
            "-- content/posts/a.md --\n---\ntitle: A\ndate: 2025-01-01\nauthors: Ada Example and Bo Li\n---\n\nA.\n"
                + "-- content/posts/b.md --\n---\ntitle: B\ndate: 2025-01-01\n"
                + "authors: Ada Example; Bo Li & Chi Mensah\ntopics: law and policy; data\n---\n\nB.\n",
            "content/posts/a.md:4:10: error: ‘authors’ is a list: write ‘authors: [Ada Example, Bo Li]’, or "
                + "one item to a line after ‘- ’. [front-matter.not-a-list]",
            "content/posts/b.md:4:10: error: ‘authors’ is a list: write ‘authors: [Ada Example, Bo Li, Chi "
                + "Mensah]’, or one item to a line after ‘- ’. [front-matter.not-a-list]",
            "content/posts/b.md:5:9: error: ‘topics’ is a list: write ‘topics: [law and policy, data]’, or "
                + "one item to a line after ‘- ’. [front-matter.not-a-list]"),
        Mistake(
            "a list where a text belongs",
            post("content/posts/a.md", "subtitle: [a, b]"),
            "content/posts/a.md:5:11: error: ‘subtitle’ is a text, not a list. "
                + "[front-matter.wrong-type]"),
        Mistake(
            "an unknown kind",
            post("content/posts/a.md", "kind: esay"),
            "content/posts/a.md:5:7: error: ‘esay’ is not a kind: use one of essay, "
                + "report, paper, brief, news, talk, page. Did you mean ‘essay’? "
                + "[front-matter.unknown-value]"),
        Mistake(
            "an author without a name",
            post("content/posts/a.md", "acknowledgements:\n  - for: nothing"),
            "content/posts/a.md:6:5: error: This group of acknowledgements names no "
                + "‘people’. [acknowledgements.nobody]"),
        Mistake(
            "a person thanked twice in a group",
            post("content/posts/a.md", "acknowledgements: [{people: [Bo Li, Bo Li]}]"),
            "content/posts/a.md:5:37: error: ‘Bo Li’ is thanked twice in one group. "
                + "[acknowledgements.repeated]"),
        Mistake(
            "a slug with a space",
            post("content/posts/a.md", "slug: My Post"),
            "content/posts/a.md:5:7: error: ‘My Post’ cannot be part of an address: use "
                + "lower-case letters, digits and hyphens. Did you mean ‘my-post’? "
                + "[slug.malformed]"),
        Mistake(
            "an alias without a slash",
            post("content/posts/a.md", "aliases: [old]"),
            "content/posts/a.md:5:11: error: ‘old’ is no address of this site: an alias is "
                + "a path such as ‘/old/place/’. [alias.malformed]"),
        Mistake(
            "a hero image without a description",
            post("content/posts/a.md", "image:\n  src: a.png"),
            "content/posts/a.md:6:8: error: The image has no ‘alt’ that says what it "
                + "shows; one that shows nothing needs ‘decorative: true’. [image.missing-alt]"),
        Mistake(
            "a licence that is none",
            post("content/posts/a.md", "license: CC-BY-4"),
            "content/posts/a.md:5:10: error: ‘CC-BY-4’ is no SPDX licence identifier. Did "
                + "you mean ‘CC-BY-4.0’? [license.unknown]"),
        Mistake(
            "a DOI that is none",
            post("content/posts/a.md", "doi: 11.1/x"),
            "content/posts/a.md:5:6: error: ‘11.1/x’ is no DOI: write ‘10.1000/182’. "
                + "[doi.malformed]"),
        Mistake(
            "a language that is none",
            post("content/posts/a.md", "language: english language"),
            "content/posts/a.md:5:11: error: ‘english language’ is no language tag: write "
                + "‘en’, ‘de’ or ‘pt-BR’ (BCP 47). [language.malformed]"),
        Mistake(
            "the name of a language",
            post("content/posts/a.md", "language: Deutsch"),
            "content/posts/a.md:5:11: error: ‘Deutsch’ is no language tag: write ‘de’ (BCP 47). "
                + "[language.malformed]"),
        Mistake(
            "a language tag with an underscore",
            post("content/posts/a.md", "language: pt_BR"),
            "content/posts/a.md:5:11: error: ‘pt_BR’ is no language tag: write ‘pt-BR’ (BCP 47). "
                + "[language.malformed]"),
        Mistake(
            "the name of a language that is not listed",
            post("content/posts/a.md", "language: klingon"),
            "content/posts/a.md:5:11: error: ‘klingon’ is no language tag: write ‘en’, ‘de’ or "
                + "‘pt-BR’ (BCP 47). [language.malformed]"),
        Mistake(
            "the name of the language of the site",
            "-- site.yaml --\ntitle: T\nbase_url: https://example.org/\nlanguage: english\n",
            "site.yaml:3:11: error: ‘english’ is no language tag: write ‘en’ (BCP 47). "
                + "[language.malformed]"),
        Mistake(
            "an incomplete revision",
            post("content/posts/a.md", "revisions:\n  - date: 2025-02-01"),
            "content/posts/a.md:6:5: error: A revision needs ‘date’, ‘kind’ and ‘note’. "
                + "[revision.incomplete]"),
        Mistake(
            "a series without a name",
            post("content/posts/a.md", "series: {part: 1}"),
            "content/posts/a.md:5:9: error: The series has no ‘name’. [series.missing-name]"),
        Mistake(
            "a part that is no number",
            post("content/posts/a.md", "series: {name: S, part: one}"),
            "content/posts/a.md:5:25: error: ‘part’ is a whole number from 1 to 10000. "
                + "[front-matter.not-a-number]"),
        Mistake(
            "an unknown key of an author",
            post("content/posts/a.md", "funders:\n  - nam: A"),
            "content/posts/a.md:6:5: error: Unknown key ‘nam’. Did you mean ‘name’? "
                + "[front-matter.unknown-key]",
            "content/posts/a.md:6:5: error: This funder has no ‘name’. "
                + "[funder.missing-name]"),
        Mistake(
            "no value",
            post("content/posts/a.md", "subtitle:"),
            "content/posts/a.md:5:10: error: ‘subtitle’ has no value. [front-matter.empty]"),
        Mistake(
            "an unknown work as the default",
            post("content/posts/a.md", "default_work: nobody2020"),
            "content/posts/a.md:5:15: error: The bibliography has no work ‘nobody2020’. "
                + "[citation.unknown-key]"),
    ]

    static let yaml = [
        Mistake(
            "a key given twice",
            post("content/posts/a.md", "subtitle: a\nsubtitle: b"),
            "content/posts/a.md:6:1: error: The key ‘subtitle’ is given twice. "
                + "[yaml.duplicate-key]"),
        Mistake(
            "a title with an unquoted colon",
            post("content/posts/a.md", "summary: Models: a study"),
            "content/posts/a.md:5:16: error: This is not YAML. A colon followed by a space "
                + "begins a value: put quotes round a text that holds one. [yaml.syntax]"),
        Mistake(
            "indentation with a tab",
            post("content/posts/a.md", "series:\n\tname: x"),
            "content/posts/a.md:6:1: error: This is not YAML. Indent with spaces: YAML "
                + "does not allow tabs. [yaml.syntax]"),
        Mistake(
            "a quotation mark that is not closed",
            post("content/posts/a.md", "summary: \"open"),
            "content/posts/a.md:5:10: error: This is not YAML. The quotation mark that opens "
                + "here is not closed. [yaml.syntax]"),
        Mistake(
            "an anchor",
            post("content/posts/a.md", "summary: &a text"),
            "content/posts/a.md:5:10: error: Anchors (‘&name’) are not read here: write "
                + "the value out. [yaml.anchor]"),
        Mistake(
            "an alias of YAML",
            post("content/posts/a.md", "summary: *a"),
            "content/posts/a.md:5:10: error: Aliases (‘*name’) are not read here: write "
                + "the value out. [yaml.alias]"),
        Mistake(
            "a tag",
            post("content/posts/a.md", "summary: !!str a"),
            "content/posts/a.md:5:10: error: Tags (‘!name’) are not read here. [yaml.tag]"),
        Mistake(
            "a tag behind letters of two, three and four bytes",
            post("content/posts/a.md", "topics: [größe, 日本, 😀, !!str a]"),
            "content/posts/a.md:5:24: error: Tags (‘!name’) are not read here. [yaml.tag]"),
        Mistake(
            "a value that begins with a sign",
            post("content/posts/a.md", "summary: @home"),
            "content/posts/a.md:5:10: error: This is not YAML. A value cannot begin with "
                + "this sign: put quotes round it. [yaml.syntax]"),
    ]
}
