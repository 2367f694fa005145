import Build
import Diagnostics
import SiteTesting
import Testing

/// Two people of one name are never one, and an ORCID iD tells them apart.
@Suite struct NamesakeTests {
    private static let (one, two) = ("0000-0002-1825-0097", "0000-0001-5109-3700")

    private static func essay(_ name: String, _ authors: String, _ more: String = "") -> String {
        "-- content/posts/\(name).md --\n---\ntitle: \(name)\ndate: 2025-01-01\nauthors: [\(authors)]\n"
            + "\(more)---\n\nText.\n"
    }

    private static func record(_ file: String, _ lines: String) -> String {
        "-- content/people/\(file).md --\n---\n\(lines)\n---\n"
    }

    private static func wei(_ orcid: String) -> String { "{name: Wei Zhang, orcid: \(orcid)}" }

    private static let records =
        record("wei-zhang", "title: Wei Zhang\norcid: \(one)")
        + record("wei-zhang-leiden", "title: Wei Zhang\norcid: \(two)\nnames: [Wei Zhang (Leiden)]")

    @Test func twoORCIDsUnderOneNameAreAnError() async throws {
        let site = SiteFixture(
            Self.essay("a", Self.wei(Self.one)) + Self.essay("b", Self.wei(Self.two)))
        #expect(
            try await site.diagnose()
                == "content/posts/b.md:4:18: error: ‘Wei Zhang’ has the ORCID iD \(Self.two) here and "
                + "\(Self.one) elsewhere. If they are two people, make a record in content/people/ for "
                + "each, with ‘title: Wei Zhang’ and their ‘orcid’. [person.other-orcid]\n")
        let notes = try await site.build().diagnostics.flatMap(\.notes)
        #expect(notes.map(\.span?.path) == ["content/posts/a.md"])
    }

    @Test func soIsAnotherThanThatOfTheRecord() async throws {
        let report = try await SiteFixture(
            Self.record("wei", "title: Wei Zhang\norcid: \(Self.one)")
                + Self.essay("b", Self.wei(Self.two))
        ).diagnose()
        #expect(report.hasPrefix("content/posts/b.md:4:18: error: ‘Wei Zhang’ has the ORCID iD"))
    }

    @Test func oneORCIDUnderOneNameIsNone() async throws {
        let site = SiteFixture(
            Self.essay("a", Self.wei(Self.one)) + Self.essay("b", "wei zhang")
                + Self.essay("c", Self.wei(Self.one)))
        #expect(try await site.diagnose() == "")
    }

    @Test func recordsTellTwoPeopleApart() async throws {
        let site = SiteFixture(
            Self.records + Self.essay("a", Self.wei(Self.one)) + Self.essay("b", Self.wei(Self.two))
                + Self.essay("both", Self.wei(Self.one) + ", " + Self.wei(Self.two)))
        #expect(try await site.diagnose() == "")
        let first = try await site.output("people/wei-zhang/index.html")
        #expect(first.contains("/posts/a/") && !first.contains("/posts/b/"))
        #expect(first.contains("orcid.org/" + Self.one) && !first.contains(Self.two))
        let second = try await site.output("people/wei-zhang-leiden/feed.xml")
        #expect(second.contains("/posts/b/") && !second.contains("/posts/a/"))
        let byline = try await site.output("posts/b/index.html")
        #expect(byline.contains("href=\"/people/wei-zhang-leiden/\""))
    }

    @Test(arguments: [
        ("Wei Zhang", "", "content/posts/a.md:4:11", "give the author’s ‘orcid’, or write a name"),
        (
            "Ada Example", "acknowledgements: [{people: [Wei Zhang]}]\n", "content/posts/a.md:5:30",
            "write a name"
        ),
    ])
    func aNameAloneIsAmbiguous(
        author: String, more: String, place: String, advice: String
    ) async throws {
        let report = try await SiteFixture(Self.records + Self.essay("a", author, more)).diagnose()
        #expect(
            report
                == "\(place): error: ‘Wei Zhang’ is the name of 2 people with a record: \(advice) that "
                + "only one of them has, and add it to ‘names’ of that record. [person.ambiguous]\n"
        )
    }

    @Test func aNameThatOnlyOneHasIsNot() async throws {
        let site = SiteFixture(
            Self.records
                + Self.essay(
                    "a", "Wei Zhang (Leiden)",
                    "acknowledgements: [{people: [Wei Zhang (Leiden)]}]\n"))
        #expect(try await site.diagnose() == "")
        #expect(try await site.output("people/wei-zhang-leiden/index.html").contains("/posts/a/"))
    }

    /// A section of acknowledgements names people in a text: its links are those of the list.
    @Test func anAmbiguousNameInATextIsTheMistakeOfItsList() async throws {
        try await Mistake(
            "an ambiguous name",
            Self.records
                + Self.essay(
                    "a", "Ada Example",
                    "acknowledgements: [{people: [Wei Zhang, Bo Li]}]\n"
                ).replacing("Text.", with: "## Acknowledgements\n\nWe thank Wei Zhang and Bo Li."),
            "content/posts/a.md:5:30: error: ‘Wei Zhang’ is the name of 2 people with a record: write a "
                + "name that only one of them has, and add it to ‘names’ of that record. "
                + "[person.ambiguous]"
        ).expectReport()
    }

    @Test func oneORCIDIsOnePerson() async throws {
        let report = try await SiteFixture(
            Self.record("a", "title: Ada Example\norcid: \(Self.one)")
                + Self.record("b", "title: Bo Li\norcid: \(Self.one)")
        ).diagnose()
        #expect(
            report
                == "content/people/b.md:2:8: error: The record of ‘Ada Example’ has the same ORCID iD, "
                + "\(Self.one). [person.duplicate-orcid]\n")
    }

    /// A person whose name has changed is one; an iD that was copied from a neighbour is a mistake.
    @Test func theORCIDDecidesBeforeTheName() async throws {
        let record = Self.record("ada", "title: Ada Example\norcid: \(Self.one)")
        let essay = Self.essay("a", "{name: Ada Former, orcid: \(Self.one)}")
        let site = SiteFixture(record + essay)
        #expect(
            try await site.diagnose()
                == "content/posts/a.md:4:18: warning: This ORCID iD is that of ‘Ada Example’. If they are "
                + "one person, add ‘Ada Former’ to ‘names’ of the record. [person.other-name]\n")
        #expect(try await site.output("people/ada/index.html").contains("/posts/a/"))
        let named = record.replacing("title:", with: "names: [ada former]\ntitle:")
        #expect(try await SiteFixture(named + essay).diagnose() == "")
    }

    @Test func nobodyIsAnAuthorTwice() async throws {
        let report = try await SiteFixture(
            Self.essay("a", "Wei Zhang, " + Self.wei(Self.one))
        ).diagnose()
        #expect(report.contains("[author.repeated]"))
    }

    /// Whose record cannot be read may have the other ORCID iD.
    @Test func aRecordWithAMistakeMakesNoSecond() async throws {
        let report = try await SiteFixture(
            Self.record("wei-zhang", "title: Wei Zhang\norcid: \(Self.one)")
                + Self.record("wei-zhang-leiden", "title: Wei Zhang\norcid: \(Self.two)\nnope: x")
                + Self.essay("b", Self.wei(Self.two))
        ).diagnose()
        #expect(!report.contains("person."), "\(report)")
    }

    /// Names that differ in a sign have one address: the message stands where they are.
    @Test func twoSpellingsWithOneAddressHaveTheirPlaces() async throws {
        try await Mistake(
            "two spellings", Self.essay("a", "Ada Example") + Self.essay("b", "Ada-Example"),
            "content/posts/b.md:4:11: error: the person ‘Ada-Example’ and the person ‘Ada Example’ would "
                + "both be written to ‘people/ada-example/index.html’. If they are one person, write one "
                + "name in all places, or list both under ‘names’ of a record; if they are two, make a "
                + "record for each, with a ‘slug’. [path.collision]"
        ).expectReport()
        let settled =
            Self.record("other", "title: Ada-Example") + Self.record("ada", "title: Ada Example")
        let site = SiteFixture(
            Self.essay("a", "Ada Example") + Self.essay("b", "Ada-Example") + settled)
        #expect(try await site.diagnose() == "")
    }

    @Test func aCollisionIsToldOnceAndOfNobodyElse() async throws {
        try await Mistake(
            "one slug for two",
            "-- site.yaml --\n\(SiteFixture.yaml(settings: "citation_files: true"))"
                + Self.essay("a", "Ada Example", "slug: same\n")
                + Self.essay("b", "Bo Li", "slug: same\n").replacing(
                    "Text.", with: "## Place\n\n[p](#place) and [c](c.md).")
                + Self.essay("c", "Ada Example").replacing("Text.", with: "[b](b.md#place)"),
            "content/posts/b.md:5:7: error: ‘content/posts/b.md’ and ‘content/posts/a.md’ would both be "
                + "written to ‘posts/same/index.html’. [path.collision]"
        ).expectReport()
    }
}
