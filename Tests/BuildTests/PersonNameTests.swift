import SiteTesting
import Testing

/// A slip in the name of an author does not open a page in silence.
@Suite struct PersonNameTests {
    /// Essays with these authors, one to each.
    private static func essays(_ authors: [String]) -> String {
        authors.enumerated().map { index, authors in
            "-- content/posts/p\(index).md --\n---\ntitle: P\(index)\ndate: 2025-01-01\n"
                + "authors: [\(authors)]\n---\n\nText.\n"
        }.joined()
    }

    private static func report(_ authors: [String], _ more: String = "") async throws -> String {
        try await SiteFixture(essays(authors) + more).diagnose()
    }

    private static func record(_ name: String) -> String {
        "-- content/people/r.md --\n---\ntitle: \"\(name)\"\n---\n"
    }

    private static let controlled =
        "-- site.yaml --\n" + SiteFixture.yaml(settings: "people: {controlled: true}")

    // MARK: - Only people with a record

    @Test func whoHasNoRecordIsAnError() async throws {
        let site = Self.controlled + Self.record("Ada Example")
        let report = try await Self.report(["Ada Exampel", "ada example", "Bo Li"], site)
        #expect(
            report
                == """
                content/posts/p0.md:4:11: error: ‘Ada Exampel’ has no record in content/people/, and this site \
                allows only authors who have one. Did you mean ‘Ada Example’? [person.unknown]
                content/posts/p2.md:4:11: error: ‘Bo Li’ has no record in content/people/, and this site \
                allows only authors who have one. [person.unknown]

                """)
    }

    /// Whoever is thanked is often a guest.
    @Test func whoIsThankedNeedsNone() async throws {
        let site = Self.controlled + Self.record("Ada Example")
        let report = try await SiteFixture(
            site + post("content/posts/a.md", "acknowledgements: [{people: [Bo Li]}]")
        ).diagnose()
        #expect(report == "")
    }

    @Test func aRecordWithAMistakeMakesNoSecond() async throws {
        let report = try await Self.report(
            ["Ada Example"],
            Self.controlled
                + "-- content/people/ada-example.md --\n---\ntitle: Ada Example\nnope: x\n---\n")
        #expect(!report.contains("person.unknown"), "\(report)")
    }

    @Test func aRecordThatIsADraftIsNamed() async throws {
        let report = try await Self.report(
            ["Ada Example"],
            Self.controlled
                + "-- content/people/ada-example.md --\n---\ntitle: Ada Example\ndraft: true\n---\n"
        )
        #expect(report.contains("‘content/people/ada-example.md’"), "\(report)")
    }

    @Test func aTitleIsNoPartOfTheNameThatIsMeant() async throws {
        let report = try await Self.report(
            ["Prof. Dr. Ada Example"], Self.controlled + Self.record("Ada Example"))
        #expect(report.contains("Did you mean ‘Ada Example’?"))
    }

    // MARK: - Titles and degrees

    @Test(arguments: [
        ("Dr. Jane Roe", "Jane Roe"), ("Jane Roe PhD", "Jane Roe"),
        ("\"Jane Roe, Ph.D.\"", "Jane Roe"),
        ("Prof. Dr. Jane Roe", "Jane Roe"), ("professor Jane Roe", "Jane Roe"),
        ("\"Jane B. Roe, MD, MPH\"", "Jane B. Roe"), ("{name: Ms. Jane Roe}", "Jane Roe"),
    ])
    func aTitleIsAWarning(name: String, plain: String) async throws {
        let report = try await Self.report([name])
        #expect(report.contains("write ‘\(plain)’"), "\(report)")
        #expect(report.contains("[author.title]"))
    }

    @Test(arguments: [
        "Jane Roe", "Md Karim Roe", "Jack Ma", "Dr. Roe",
        "{name: Dr. Jane Roe Group, organization: true}",
        "Dr. Jane Roe Foundation", "Drew Prof", "Miss Moneypenny Roe", "Jane Roe Jr.",
    ])
    func otherNamesHaveNone(name: String) async throws {
        #expect(try await Self.report([name]) == "")
    }

    @Test func aRecordSaysThatItBelongsToTheName() async throws {
        #expect(try await Self.report(["Dr. Jane Roe"], Self.record("Dr. Jane Roe")) == "")
    }

    // MARK: - Family names first

    private static let cut =
        "content/posts/p0.md:4:11: warning: ‘Zhang’ and ‘Wei’ are two authors here, since a comma ends an item, and "
        + "‘Wei Zhang’ is a person: if they are meant, write ‘Wei Zhang’ as one. [author.inverted]\n"

    @Test func aFamilyNameAloneIsNoAuthor() async throws {
        #expect(try await Self.report(["Zhang, Wei", "Wei Zhang"]) == Self.cut)
        #expect(try await Self.report(["Zhang, Wei"], Self.record("Wei Zhang")) == Self.cut)
        let report = try await Self.report(["Bo Li, van Dyk, Jan"], Self.record("Jan van Dyk"))
        #expect(report.contains("write ‘Jan van Dyk’ as one"), "\(report)")
    }

    @Test func peopleOfOneWordAreTwo() async throws {
        #expect(try await Self.report(["Zhang, Wei", "Bo Li"]) == "")
        #expect(try await Self.report(["Zhang, Wei", "Wei, Zhang"]) == "")
        #expect(
            try await Self.report(["Zhang, Wei", "Wei Zhang"], Self.record("Zhang")) == "")
    }

    // MARK: - Accents

    @Test(arguments: [
        ("María López Ruiz", "Maria Lopez Ruiz"), ("Anne-Marie Roe", "Anne Marie Roe"),
        ("Xiao-Ming Li", "Xiaoming Li"), ("J.-P. Serre", "J. P. Serre"),
        ("Łukasz Øster", "Lukasz Oster"),
        ("Maria Lopez Ruiz", "María López Ruiz"),
    ])
    func aNameWithoutItsAccentsIsNoSecondPerson(name: String, other: String) async throws {
        let message =
            "warning: ‘\(other)’ is the name ‘\(name)’ in another spelling, and has a page of its own: write "
            + "‘\(name)’. If they are two people, make a record of ‘\(other)’ in content/people/. "
            + "[person.similar-name]\n"
        #expect(
            try await Self.report([other], Self.record(name))
                == "content/posts/p0.md:4:11: " + message)
        let thanks = post("content/posts/a.md", "acknowledgements: [{people: [\(other)]}]")
        #expect(try await Self.report([], thanks + Self.record(name)).hasSuffix(message))
    }

    @Test(arguments: [
        ("Ada M. Roe", "Adam Roe"), ("Jo Anne Roe", "Joanne Roe"), ("Ruth Roe", "Ruth Rohe"),
        ("山田が", "山田か"), ("Андрей Йод", "Андреи Иод"),
    ])
    func otherLettersAreOtherPeople(name: String, other: String) async throws {
        #expect(try await Self.report([other], Self.record(name)) == "")
    }

    @Test func recordsTellPeopleOfOneSpellingApart() async throws {
        let (one, two) = ("José Díaz", "Jose Diaz")
        let records = Self.record(one) + "-- content/people/q.md --\n---\ntitle: \(two)\n---\n"
        #expect(try await Self.report([one, two], records) == "")
        let names = "-- content/people/r.md --\n---\ntitle: \(one)\nnames: [\(two)]\n---\n"
        #expect(try await Self.report(["Ada Example, \(two)"], names) == "")
        #expect(try await Self.report(["\(one), \(two)"], Self.record(one)) == "")
    }

    // MARK: - Slips

    @Test func aSlipIsAWarning() async throws {
        let often = Array(repeating: "Ada Example", count: 3)
        let report = try await Self.report(often + ["Bo Li, Ada Exampel"])
        #expect(
            report
                == "content/posts/p3.md:4:18: warning: ‘Ada Exampel’ is nearly the name of ‘Ada Example’, who "
                + "wrote 3 publications here: if it is a slip, write ‘Ada Example’. If they are two people, "
                + "make a record of ‘Ada Exampel’ in content/people/. [person.similar-name]\n")
        #expect(
            try await Self.report(often + ["Ada Exampel"], Self.record("Ada Exampel")) == "")
    }

    @Test(arguments: [
        ("Ada Example", "Ada Exmple"), ("Ada Example", "Ada Exxample"),
        ("Zoë Müller", "Zoë Muller"),
        ("Katharina Roe", "Katherina Roe"), ("Anna Johansson", "Anna Johanson"),
    ])
    func slipsHaveManyForms(name: String, slip: String) async throws {
        let report = try await Self.report([name, name, name, slip])
        #expect(report.contains("[person.similar-name]"), "\(report)")
    }

    /// Short names, first and last letters, and other words tell people apart.
    @Test(arguments: [
        ("Joe Doe", "Jon Doe"), ("Maria Roe", "Marie Roe"), ("Ryan Roe", "Bryan Roe"),
        ("Daniel Roe", "Daniela Roe"), ("Jan Peters", "Jan Peter"),
        ("Christian Roe", "Christina Roe"),
        ("Ada Example", "Ada B. Example"), ("Ada Example", "Ida Exampel"), ("Example", "Exampel"),
        ("Study Team 12345", "Study Team 12354"), ("Ada Ivanov", "Ada Ivanova"),
    ])
    func otherNamesAreOtherPeople(name: String, other: String) async throws {
        #expect(try await Self.report([name, name, name, name, other]) == "")
    }

    @Test func whoWroteAboutAsMuchIsSomebodyElse() async throws {
        let (name, other) = ("Anna Anderson", "Anna Andersen")
        #expect(try await Self.report([name, name, other]) == "")
        #expect(try await Self.report([name, name, name, other, other]) == "")
    }

    @Test func whoWroteTogetherAreTwo() async throws {
        let (name, other) = ("Anna Anderson", "Anna Andersen")
        #expect(try await Self.report([name, name, "\(name), \(other)"]) == "")
    }

    @Test func twoORCIDsAreTwoPeople() async throws {
        let one = "{name: Anna Anderson, orcid: 0000-0002-1825-0097}"
        let other = "{name: Anna Andersen, orcid: 0000-0001-5109-3700}"
        #expect(try await Self.report([one, one, one, other]) == "")
    }

    /// Thousands of names that are alike, and none compared with all others.
    @Test func manyNamesTakeNoLonger() async throws {
        let letters = Array("abcdefghij")
        let names = (0..<2000).map { number in
            "Ada Example" + String(String(number).map { letters[$0.wholeNumberValue ?? 0] }) + "t"
        }
        let often = (0..<3).flatMap { _ in names.chunked(by: 200) }
        #expect(try await Self.report(often) == "")
    }
}

extension [String] {
    fileprivate func chunked(by size: Int) -> [String] {
        stride(from: 0, to: count, by: size).map {
            self[$0..<Swift.min($0 + size, count)].joined(separator: ", ")
        }
    }
}
