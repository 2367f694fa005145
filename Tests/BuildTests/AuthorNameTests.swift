import SiteTesting
import Testing

/// Items of `authors` that are not the name of one person.
@Suite struct AuthorNameTests {
    private func report(_ authors: String) async throws -> String {
        try await SiteFixture(
            "-- content/posts/a.md --\n---\ntitle: A\ndate: 2025-01-01\nauthors: \(authors)\n---\n\nText.\n"
        ).diagnose()
    }

    @Test func namesOfOnePersonStandOnce() async throws {
        #expect(
            try await report("[\"Ada  Example\", \"ada example\"]")
                == "content/posts/a.md:4:27: error: ‘ada example’ is named twice: ‘Ada Example’ is "
                + "the same person. [author.repeated]\n")
    }

    @Test(
        "In a long list too, wherever both stand", arguments: [(0, 3), (3, 40), (40, 50), (32, 33)])
    func namesStandOnceInALongList(first: Int, second: Int) async throws {
        func letter(_ number: Int) -> String { String(Unicode.Scalar(UInt8(97 + number))) }
        var names = (0..<60).map { "Ada \(letter($0 / 26).uppercased())\(letter($0 % 26))li" }
        names[second] = names[first]
        let found = try await report("[\(names.joined(separator: ", "))]")
        #expect(found.contains("error: ‘\(names[first])’ is named twice. [author.repeated]"))
        #expect(found.ranges(of: "author.repeated").count == 1)
    }

    @Test(arguments: ["and Bo Li", "& Bo Li"])
    func aListIsNoSentence(name: String) async throws {
        #expect(
            try await report("[\"\(name)\"]")
                == "content/posts/a.md:4:11: error: ‘\(name)’ begins with the word that joins names: "
                + "write ‘Bo Li’. [author.joint]\n")
    }

    @Test(arguments: [
        "Bo Li and Ada Example", "Bo Li & Ada Example", "Bo Li, Ada B. Example, and Émile Zola-Li",
        "Bo and Ada", "Ada and Bo Li",
    ])
    func severalPeopleAreSeveralItems(name: String) async throws {
        #expect(
            try await report("[\"\(name)\"]")
                == "content/posts/a.md:4:11: warning: ‘\(name)’ looks like several people: write "
                + "each as an item of the list. An organization has ‘organization: true’. "
                + "[author.several]\n")
    }

    @Test(arguments: [
        "Wei Zhang and Jan van Dyk", "Wei Zhang & Jan van Dyk", "Ada d’Alembert and Bo Li",
        "Wei Zhang und Bo Li", "Wei Zhang et Bo Li", "Wei Zhang och Bo Li", "Wei Zhang en Bo Li",
        "Ana García López y Luis Pérez", "João Silva e Maria Costa", "Anna Rossi e M. Bianchi",
        "Ada Example / Bo Li", "Ada Example/Bo Li", "Ada Example; Bo Li",
        "José Ortega y Gasset and Bo Li",
    ])
    func peopleAreJoinedInManyWays(name: String) async throws {
        #expect(
            try await report("[\"\(name)\"]")
                == "content/posts/a.md:4:11: warning: ‘\(name)’ looks like several people: write "
                + "each as an item of the list. An organization has ‘organization: true’. "
                + "[author.several]\n")
    }

    @Test(arguments: ["Wei Zhang, Bo Li", "Wei Zhang, Bo Li, Jan van Dyk"])
    func aCommaJoinsPeople(name: String) async throws {
        let report = try await report("[\"\(name)\"]")
        #expect(report.contains("‘\(name)’ looks like several people"), "\(report)")
        #expect(try await self.report("\(name)").contains("write ‘authors: [\(name)]’"))
    }

    /// A family name before the given one may have the same form.
    @Test func aCommaMayTurnAName() async throws {
        let report = try await report("[\"García Márquez, Gabriel José\"]")
        #expect(report.contains("each with the given name first"), "\(report)")
    }

    /// Words that join people stand within names and between the words of organizations, too.
    @Test(arguments: [
        "José Ortega y Gasset", "Santiago Ramón y Cajal", "Marcelino Menéndez y Pelayo Gómez",
        "Lluís Domènech i Montaner", "António Costa e Silva", "Domingos de Sousa e Castro Mendes",
        "Arts et Métiers", "Institut für Wissenschaft und Technik",
        "Freie Universität und Hochschule Berlin",
        "Acme / Bell", "Ada Example, Jr.", "Thomas à Kempis", "Anna de la Cruz y López",
        "Médecins sans Frontières", "Institut Max Planck et Centre Alpha", "Ursula von der Leyen",
    ])
    func namesMayHaveTheseWords(name: String) async throws {
        #expect(try await report("[\"\(name)\"]") == "")
    }

    @Test(arguments: [
        ("Example, Ada", "Ada Example"), ("Example, A. B.", "A. B. Example"),
        ("O’Neil, Cathy H.", "Cathy H. O’Neil"),
    ])
    func aBylineHasNamesAsTheyAreSpoken(name: String, spoken: String) async throws {
        #expect(
            try await report("[Bo Li, {name: \"\(name)\"}]")
                == "content/posts/a.md:4:25: warning: ‘\(name)’ stands in the byline as it is "
                + "written: write ‘\(spoken)’. An organization has ‘organization: true’. "
                + "[author.inverted]\n")
    }

    /// Whatever may be an organization, or a name of another form, is nobody's mistake.
    @Test(arguments: [
        "Center for Research and Policy", "Open Science and Data Policy Group",
        "Johnson & Johnson", "Ludwig van Beethoven", "Acme, Inc.", "Ann Doe, Jr.", "King, Jr.",
        "Anthropic, PBC", "Acme, S.A.S.", "ETH, Zürich", "Rand, Corporation", "Stanford, CA",
        "Smith, DDS", "山田, 太郎", "The Data Group, Stanford", "Alexander", "Ferdinand and Partners",
    ])
    func otherNamesStandAsTheyAre(name: String) async throws {
        #expect(try await report("[\"\(name)\"]") == "")
    }

    @Test func organizationsMayLookLikePeople() async throws {
        #expect(try await report("[{name: \"Bo Li & Ada Example\", organization: true}]") == "")
        #expect(try await report("[{name: \"Example, Ada\", organization: true}]") == "")
    }
}
