import SiteTesting
import Testing

/// Wrong values of front matter: each one clear error at its line and column.
@Suite struct FrontMatterMistakeTests {
    @Test(arguments: values + yaml)
    func isReportedAtItsPlace(mistake: Mistake) async throws { try await mistake.expectReport() }

    static let values: [Mistake] = [
        Mistake(
            "a title in the quotation marks of a word processor",
            post("content/posts/a.md", title: "“On naming”"),
            "content/posts/a.md:2:8: error: ‘title’ would be shown with these quotation marks, which "
                + "YAML takes for text: write \"On naming\" with straight ones, or none. "
                + "[front-matter.typographic-quotes]"),
        .inFrontMatter(
            "names in such marks", "topics: [“law”, „Recht“, ‘lex’]",
            "5:10: error: ‘topics’ would be shown with these quotation marks, which YAML takes for "
                + "text: write \"law\" with straight ones, or none. "
                + "[front-matter.typographic-quotes]",
            "5:17: error: ‘topics’ would be shown with these quotation marks, which YAML takes for "
                + "text: write \"Recht\" with straight ones, or none. "
                + "[front-matter.typographic-quotes]",
            "5:26: error: ‘topics’ would be shown with these quotation marks, which YAML takes for "
                + "text: write \"lex\" with straight ones, or none. "
                + "[front-matter.typographic-quotes]"),
        .inFrontMatter(
            "a name in such marks, cut at its comma", "topics: [“law, old”]",
            "5:10: error: ‘topics’ would be shown with these quotation marks, which YAML takes for "
                + "text: write \"law\" with straight ones, or none. "
                + "[front-matter.typographic-quotes]"),
        .inFrontMatter(
            "an unknown key", "autors: [Ada]",
            "5:1: error: Unknown key ‘autors’. Did you mean ‘authors’? "
                + "[front-matter.unknown-key]"),
        .inFrontMatter(
            "a key of another generator", "tags: [a]",
            "5:1: error: There is no key ‘tags’: use ‘topics’. [front-matter.unknown-key]"),
        .inFrontMatter(
            "an impossible date", "updated: 2025-02-30",
            "5:10: error: There is no such date or time as ‘2025-02-30’. [date.impossible]"),
        .inFrontMatter(
            "a date in another form", "updated: 3 March 2025",
            "5:10: error: ‘3 March 2025’ is no date: write ‘2021-10-18’ or ‘2021-10-18T09:00:00Z’. "
                + "[date.malformed]"),
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
        .inFrontMatter(
            "a time to the minute without a zone", "publish_at: 2025-03-01 10:00",
            "5:13: error: A time needs its zone: write ‘2025-03-01T10:00:00Z’ if this is UTC, or "
                + "another zone as in ‘2025-03-01T10:00:00+01:00’. [date.needs-zone]"),
        .inFrontMatter(
            "a time to the minute", "publish_at: 2025-03-01T10:00+02:00",
            "5:13: error: A time needs its seconds: write ‘2025-03-01T10:00:00+02:00’. "
                + "[date.malformed]"),
        .inFrontMatter(
            "an impossible time", "publish_at: 2025-03-01T25:00:00",
            "5:13: error: There is no such date or time as ‘2025-03-01T25:00:00’. "
                + "[date.impossible]"),
        .inFrontMatter(
            "a moment without a zone", "publish_at: 2025-03-01",
            "5:13: error: ‘publish_at’ needs a time and a zone: ‘2025-03-01T09:00:00Z’. "
                + "[date.needs-time]"),
        .inFrontMatter(
            "a revision before the publication", "updated: 2024-01-01",
            "5:10: error: ‘updated’ is before the publication on 2025-01-01. [date.order]"),
        .inFrontMatter(
            "a withdrawal without a reason", "withdrawn: true",
            "5:12: error: ‘withdrawn’ tells readers the reason: ‘withdrawn: The data were wrong’. A page "
                + "that stands has no such line. [front-matter.wrong-type]"),
        .inFrontMatter(
            "a switch that says the contrary", "published: false",
            "5:1: error: There is no key ‘published’: write ‘draft: true’ to keep the page back, else "
                + "nothing. [front-matter.unknown-key]"),
        .inFrontMatter(
            "a correction before the publication",
            "revisions: [{date: 2024-01-01, kind: typo, note: Mended}]",
            "5:50: error: The revision of 2024-01-01 is before the publication on 2025-01-01. "
                + "[date.order]"),
        .inFrontMatter(
            "a flag in quotation marks", "draft: \"true\"",
            "5:8: error: ‘draft’ is either ‘true’ or ‘false’. Write ‘true’, without quotes. "
                + "[front-matter.not-a-flag]"),
        .inFrontMatter(
            "a flag spelled yes", "draft: yes",
            "5:8: error: ‘draft’ is either ‘true’ or ‘false’. Write ‘true’, without quotes. "
                + "[front-matter.not-a-flag]"),
        .inFrontMatter(
            "a text where a list belongs", "topics: evaluation",
            "5:9: error: ‘topics’ is a list: write ‘topics: [evaluation]’, or one item to a line "
                + "after ‘- ’. [front-matter.not-a-list]"),
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
        .inFrontMatter(
            "a list where a text belongs", "subtitle: [a, b]",
            "5:11: error: ‘subtitle’ is a text, not a list. [front-matter.wrong-type]"),
        .inFrontMatter(
            "an unknown kind", "kind: esay",
            "5:7: error: ‘esay’ is not a kind: use one of essay, report, paper, brief, news, talk, "
                + "page. Did you mean ‘essay’? [front-matter.unknown-value]"),
        .inFrontMatter(
            "an author without a name", "acknowledgements:\n  - for: nothing",
            "6:5: error: This group of acknowledgements names no ‘people’. "
                + "[acknowledgements.nobody]"),
        .inFrontMatter(
            "a person thanked twice in a group", "acknowledgements: [{people: [Bo Li, Bo Li]}]",
            "5:37: error: ‘Bo Li’ is thanked twice in one group. [acknowledgements.repeated]"),
        .inFrontMatter(
            "a slug with a space", "slug: My Post",
            "5:7: error: ‘My Post’ cannot be part of an address: use lower-case letters, digits "
                + "and hyphens. Did you mean ‘my-post’? [slug.malformed]"),
        .inFrontMatter(
            "zones without a colon, without minutes, and behind a space",
            "publish_at: 2025-01-01T10:00:00+0200\nexpires_at: 2026-01-01T10:00-05\nupdated: 2025-02-01 10:00:00 +0530",
            "5:13: error: A zone stands directly behind the time, hours and minutes with a colon between them: write "
                + "‘2025-01-01T10:00:00+02:00’. [date.malformed]",
            "6:13: error: A zone stands directly behind the time, hours and minutes with a colon between them: write "
                + "‘2026-01-01T10:00:00-05:00’. [date.malformed]",
            "7:10: error: A zone stands directly behind the time, hours and minutes with a colon between them: write "
                + "‘2025-02-01T10:00:00+05:30’. [date.malformed]"),
        .inFrontMatter(
            "names that are too long for a part of an address",
            "slug: \(String(repeating: "a", count: 201))\naliases: [/old/\(String(repeating: "b", count: 201))/]",
            "5:7: error: This is too long for a part of an address, which has at most 200 bytes. [slug.malformed]",
            "6:11: error: ‘bbbbbbbbbbbbbbbbbbbb…’ is too long for a part of an address, which has at most 200 bytes. "
                + "[alias.malformed]"),
        Mistake(
            "file names that are too long for an address",
            post("content/posts/\(String(repeating: "ü", count: 101)).md")
                + post("content/\(String(repeating: "a", count: 201))/b.md")
                + post("content/posts/….md"),
            "content/\(String(repeating: "a", count: 201))/b.md:1:1: error: This file's name, or that of a folder "
                + "around it, is too long for an address: a part of one has at most 200 bytes. Give it a shorter name. "
                + "[path.no-slug]",
            "content/posts/\(String(repeating: "ü", count: 101)).md:1:1: error: This file's name, or that of a folder "
                + "around it, is too long for an address: a part of one has at most 200 bytes. Give it a shorter name. "
                + "[path.no-slug]",
            "content/posts/….md:1:1: error: No address can be made of this file's name: it needs a letter or a digit. "
                + "[path.no-slug]"),
        .inFrontMatter(
            "an alias without a slash", "aliases: [old]",
            "5:11: error: ‘old’ is no address of this site: an alias is a path such as "
                + "‘/old/place/’. [alias.malformed]"),
        .inFrontMatter(
            "a hero image without a description", "image:\n  src: a.png",
            "6:8: error: The image has no ‘alt’ that says what it shows; one that shows nothing "
                + "needs ‘decorative: true’. [image.missing-alt]",
            "6:8: error: There is no image ‘content/posts/a.png’. [image.missing-file]"),
        .inFrontMatter(
            "a licence that is none", "license: CC-BY-4",
            "5:10: error: ‘CC-BY-4’ is no SPDX licence identifier. Did you mean ‘CC-BY-4.0’? "
                + "[license.unknown]"),
        .inFrontMatter(
            "a DOI that is none", "doi: 11.1/x",
            "5:6: error: ‘11.1/x’ is no DOI: write ‘10.1000/182’. [doi.malformed]"),
        .inFrontMatter(
            "a language that is none", "language: english language",
            "5:11: error: ‘english language’ is no language tag: write ‘en’, ‘de’ or ‘pt-BR’ (BCP "
                + "47). [language.malformed]"),
        .inFrontMatter(
            "the name of a language", "language: Deutsch",
            "5:11: error: ‘Deutsch’ is no language tag: write ‘de’ (BCP 47). "
                + "[language.malformed]"),
        .inFrontMatter(
            "a language tag with an underscore", "language: pt_BR",
            "5:11: error: ‘pt_BR’ is no language tag: write ‘pt-BR’ (BCP 47). "
                + "[language.malformed]"),
        .inFrontMatter(
            "the letters of a country", "language: jp",
            "5:11: error: ‘jp’ is no language tag: write ‘ja’ (BCP 47). [language.malformed]"),
        .inFrontMatter(
            "letters that no language has", "language: xx-Latn",
            "5:11: error: ‘xx-Latn’ is no language tag: write ‘en’, ‘de’ or ‘pt-BR’ (BCP 47). "
                + "[language.malformed]"),
        .inFrontMatter(
            "the name of a language that is not listed", "language: klingon",
            "5:11: error: ‘klingon’ is no language tag: write ‘en’, ‘de’ or ‘pt-BR’ (BCP 47). "
                + "[language.malformed]"),
        Mistake(
            "the name of the language of the site",
            "-- site.yaml --\ntitle: T\nbase_url: https://example.org/\nlanguage: english\n",
            "site.yaml:3:11: error: ‘english’ is no language tag: write ‘en’ (BCP 47). "
                + "[language.malformed]"),
        .inFrontMatter(
            "an incomplete revision", "revisions:\n  - date: 2025-02-01",
            "6:5: error: A revision needs ‘date’, ‘kind’ and ‘note’. [revision.incomplete]"),
        .inFrontMatter(
            "a revision of an unknown kind",
            "revisions: [{date: 2025-02-01, kind: erratum, note: Mended}]",
            "5:38: error: ‘erratum’ is not a kind: use one of typo, clarification, correction, retraction. "
                + "[front-matter.unknown-value]"),
        .inFrontMatter(
            "people who are no list", "acknowledgements: [{people: Bo Li}]",
            "5:29: error: ‘people’ is a list: write ‘people: [Bo Li]’, or one item to a line after ‘- ’. "
                + "[front-matter.not-a-list]"),
        .inFrontMatter(
            "thanks in words", "acknowledgements: Thanks to Ann.",
            "5:19: error: ‘acknowledgements’ is a list of groups of keys: write ‘acknowledgements: [{people: [Ada "
                + "Example], for: her comments}]’. Thanks in words are a section ‘## Acknowledgements’ of the text. "
                + "[front-matter.not-a-list]"),
        .inFrontMatter(
            "a revision that is no list", "revisions: Mended",
            "5:12: error: ‘revisions’ is a list of groups of keys: write ‘revisions: [{date: 2025-01-31, kind: "
                + "correction, note: …}]’. [front-matter.not-a-list]"),
        .inFrontMatter(
            "a series without a name", "series: {part: 1}",
            "5:9: error: The series has no ‘name’. [series.missing-name]"),
        .inFrontMatter(
            "a part that is no number", "series: {name: S, part: one}",
            "5:25: error: ‘part’ is a whole number from 1 to 10000. [front-matter.not-a-number]"),
        .inFrontMatter(
            "an unknown key of an author", "funders:\n  - nam: A",
            "6:5: error: Unknown key ‘nam’. Did you mean ‘name’? [front-matter.unknown-key]",
            "6:5: error: This funder has no ‘name’. [funder.missing-name]"),
        .inFrontMatter(
            "no value", "subtitle:",
            "5:10: error: ‘subtitle’ has no value. [front-matter.empty]"),
        .inFrontMatter(
            "an unknown work as the default", "default_work: nobody2020",
            "5:15: error: The bibliography has no work ‘nobody2020’. [citation.unknown-key]"),
    ]

    static let yaml: [Mistake] = [
        .inFrontMatter(
            "a key given twice", "subtitle: a\nsubtitle: b",
            "6:1: error: The key ‘subtitle’ is given twice. [yaml.duplicate-key]"),
        .inFrontMatter(
            "a title with an unquoted colon", "summary: Models: a study",
            "5:16: error: This is not YAML. A colon followed by a space begins a value: put quotes "
                + "round a text that holds one. [yaml.syntax]"),
        .inFrontMatter(
            "indentation with a tab", "series:\n\tname: x",
            "6:1: error: This is not YAML. Indent with spaces: YAML does not allow tabs. "
                + "[yaml.syntax]"),
        .inFrontMatter(
            "a quotation mark that is not closed", "summary: \"open",
            "5:10: error: This is not YAML. The quotation mark that opens here is not closed. "
                + "[yaml.syntax]"),
        .inFrontMatter(
            "an anchor", "summary: &a text",
            "5:10: error: Anchors (‘&name’) are not read here: write the value out. "
                + "[yaml.anchor]"),
        .inFrontMatter(
            "an alias of YAML", "summary: *a",
            "5:10: error: Aliases (‘*name’) are not read here: write the value out. [yaml.alias]"),
        .inFrontMatter(
            "a tag", "summary: !!str a",
            "5:10: error: Tags (‘!name’) are not read here. [yaml.tag]"),
        .inFrontMatter(
            "a tag behind letters of two, three and four bytes", "topics: [größe, 日本, 😀, !!str a]",
            "5:24: error: Tags (‘!name’) are not read here. [yaml.tag]"),
        .inFrontMatter(
            "a value that begins with a sign", "summary: @home",
            "5:10: error: This is not YAML. A value cannot begin with this sign: put quotes round "
                + "it. [yaml.syntax]"),
    ]
}
