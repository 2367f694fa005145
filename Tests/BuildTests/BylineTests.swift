import SiteTesting
import Testing

/// Names with something behind them, as bylines that were copied have them, and names of those who are thanked.
@Suite struct BylineTests {
    private func report(_ authors: String, _ more: String = "") async throws -> [String] {
        try await SiteFixture(
            "-- content/posts/a.md --\n---\ntitle: A\ndate: 2025-01-01\nauthors: \(authors)\n\(more)---\n\nText.\n"
        ).diagnose().split(separator: "\n").map {
            String($0.replacing("content/posts/a.md:", with: ""))
        }
    }

    @Test(arguments: [
        ("Ada Example^1^", "Ada Example"), ("Bo Li*", "Bo Li"), ("Bo Li, *†", "Bo Li"),
        ("Chi Mensah<sup>2</sup>", "Chi Mensah"), ("Dov Adler¹", "Dov Adler"),
        ("Dov Adler¹,²", "Dov Adler"), ("José García Jr.*", "José García Jr."),
        ("Ada Example[^1]", "Ada Example"), ("Ada Example <ada@example.org>", "Ada Example"),
        ("Ada Example (ada@example.org)", "Ada Example"),
    ])
    func aNameStandsAlone(name: String, alone: String) async throws {
        let lines = try await report("[\"\(name)\"]")
        #expect(lines.count == 1, "\(lines)")
        #expect(lines.first?.hasPrefix("4:11: warning: ‘\(name)’") == true, "\(lines)")
        #expect(lines.first?.contains("write ‘\(alone)’.") == true, "\(lines)")
        #expect(lines.first?.hasSuffix("[author.addition]") == true)
    }

    @Test func anAddressIsNoName() async throws {
        #expect(
            try await report("[\"ada@example.org\"]") == [
                "4:11: warning: ‘ada@example.org’ is an address, and would be shown as a name: write the name. "
                    + "[author.addition]"
            ])
    }

    @Test(arguments: ["Kim Lee (MIT)", "Kim Lee (Stanford University)"])
    func anInstitutionIsAnAffiliation(name: String) async throws {
        let institution = name.dropFirst(9).dropLast()
        let lines = try await report("[\"\(name)\"]")
        #expect(lines.count == 1, "\(lines)")
        #expect(
            lines.first?.contains("write ‘{name: Kim Lee, affiliation: \(institution)}’") == true)
    }

    @Test(arguments: [
        "[Foo, Bo]", "[\"Robert (Bob) Smith\"]", "[\"Xu Li (李旭)\"]", "[\"Ann Lee (Annie)\"]",
        "[\"World Health Organization (WHO)\"]",
        "[\"National Aeronautics and Space Administration (NASA)\"]", "[\"Jean-Luc Picard (JLP)\"]",
        "[José, Zoë, 李旭]", "[\"M²\", \"A*\"]", "[\"J. R. R.\", \"Bo Li\"]", "[\"Ann Doe, Jr.\"]",
        "[{name: \"Team X²\", organization: true}]", "[\"Madonna\", \"Bo Li\"]",
    ])
    func otherNamesStandAsTheyAre(authors: String) async throws {
        #expect(try await report(authors) == [])
    }

    @Test func aCommaEndsAnItem() async throws {
        let several = try await report("[Example, Ada; Li, Bo]")
        #expect(several.count == 1, "\(several)")
        #expect(several.first?.contains("‘Ada; Li’ looks like several people") == true)
        let initials = try await report("[Zamport, L., Zi, B.]")
        #expect(initials.count == 2, "\(initials)")
        #expect(initials.first?.contains("Write ‘L. Zamport’ as one. [author.inverted]") == true)
    }

    @Test func anOrganizationMayBeThankedByItsName() async throws {
        let thanks = "acknowledgements:\n  - people: [the Ada Example Institute, our colleagues]\n"
        let lines = try await report("[Ada Example]", thanks)
        #expect(lines.count == 1, "\(lines)")
        #expect(lines.first?.contains("‘our colleagues’ would have a page") == true)
    }

    @Test func whoIsThankedHasANameToo() async throws {
        let lines = try await report(
            "[Ada Example]",
            "acknowledgements:\n  - people: [Chi Mensah and Dov Adler, Bo Li*, the reviewers, \"Li, Bo\"]\n"
        )
        #expect(lines.count == 4, "\(lines)")
        #expect(
            lines.first?.contains("write each as an item of the list. [author.several]") == true)
        #expect(lines.dropFirst().first?.contains("write ‘Bo Li’. [author.addition]") == true)
        #expect(lines.dropFirst(2).first?.hasSuffix("[acknowledgements.not-a-person]") == true)
        #expect(lines.last?.hasSuffix("[author.inverted]") == true)
    }

    /// Courtesy has titles in thanks; who has a page without it would have two.
    @Test func aTitleParts() async throws {
        let thanks = "acknowledgements:\n  - people: [Prof. Eve Okoro, Dr. Chi Mensah, Robin]\n"
        #expect(try await report("[Ada Example]", thanks) == [])
        let lines = try await report("[Eve Okoro]", thanks)
        #expect(lines.count == 1, "\(lines)")
        #expect(lines.first?.contains("write ‘Eve Okoro’") == true, "\(lines)")
    }
}
