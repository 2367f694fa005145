import SiteTesting
import Testing

/// Names in Han, kana, Hangul and Arabic letters, in bylines and in what is published of them.
@Suite struct NameScriptTests {
    private static func essay(_ name: String, _ authors: String, _ more: String = "") -> String {
        "-- content/posts/\(name).md --\n---\ntitle: A \(name)\ndate: 2025-01-01\nauthors: \(authors)\n\(more)---\n\nText.\n"
    }

    private static func lines(_ authors: String, _ more: String = "") async throws -> [String] {
        try await SiteFixture(essay("a", authors, more)).diagnose().split(separator: "\n").map {
            String($0.replacing("content/posts/a.md:", with: ""))
        }
    }

    private static func outputs(_ archive: String) async throws -> [String: String] {
        try await SiteFixture(settings: "citation_files: true", archive).render()
            .mapValues { String(decoding: $0, as: UTF8.self) }
    }

    // MARK: - What is published

    @Test func theFamilyNameComesFirst() async throws {
        let outputs = try await Self.outputs(Self.essay("a", "[佐藤 花子, أحمد عبد الرحمن]"))
        let page = outputs["posts/a/index.html"] ?? ""
        #expect(page.contains("佐藤花子, &amp; عبد الرحمن، أحمد. (2025"), "\(page)")
        #expect(page.contains("\"givenName\":\"花子\",\"familyName\":\"佐藤\""))
        #expect(
            outputs["posts/a/cite.bib"]?.contains("author = {佐藤, 花子 and عبد الرحمن, أحمد}") == true)
        #expect(outputs["posts/a/cite.ris"]?.contains("AU  - 佐藤, 花子\r\n") == true)
        #expect(
            outputs["posts/a/cite.json"]?.contains("{\"family\":\"佐藤\",\"given\":\"花子\"}") == true)
        #expect(outputs["people/index.html"]?.contains(">佐<") == true)
    }

    /// BibTeX parts names at the word "and", wherever it stands by itself.
    @Test(arguments: [
        ("Alexander Brandt", "Brandt, Alexander"), ("Andy Sand", "Sand, Andy"),
        ("Ferdinand and Partners", "{Ferdinand and Partners}"),
        ("Anders and And Sons", "{Anders and And Sons}"),
    ])
    func noNameIsPartedByBibTeX(name: String, field: String) async throws {
        let outputs = try await Self.outputs(Self.essay("a", "[\(name)]"))
        let bibTeX = outputs["posts/a/cite.bib"] ?? ""
        #expect(bibTeX.contains("author = {\(field)},"), "\(bibTeX)")
        #expect(outputs["publications.bib"] == bibTeX)
    }

    @Test func whoIsCitedIsNamedWhole() async throws {
        let works =
            "-- content/references.bib --\n@book{k, author = {佐藤, 花子}, title = {T}, publisher = {P}, year = 2018}\n"
        let page = try await Self.outputs(
            works + post("content/posts/a.md", body: "See [@k]."))["posts/a/index.html"]
        #expect(page?.contains("citation_author=佐藤花子;") == true)
        #expect(page?.contains("\"name\":\"佐藤花子\"") == true)
        #expect(page?.contains("花子 佐藤") == false)
    }

    @Test(arguments: ["山田, 太郎", "やまだ, たろう"])
    func aSortNameIsNotCited(sortName: String) async throws {
        let record =
            "-- content/people/y.md --\n---\ntitle: 山田 太郎\nnames: [Taro Yamada]\nsort_name: \(sortName)\n---\n"
        let outputs = try await Self.outputs(
            record + Self.essay("a", "[Taro Yamada]") + Self.essay("b", "[山田 太郎]"))
        #expect(outputs["posts/a/cite.bib"]?.contains("author = {Yamada, Taro}") == true)
        #expect(outputs["posts/b/cite.bib"]?.contains("author = {山田, 太郎}") == true)
        #expect(
            outputs["people/index.html"]?.contains(">\(sortName.prefix(1))<") == true)
    }

    /// BibTeX would make two names of one that says “and”.
    @Test func aNameThatSaysAndIsOne() async throws {
        let outputs = try await Self.outputs(Self.essay("a", "[Center for Law and Order]"))
        #expect(
            outputs["posts/a/cite.bib"]?.contains("author = {{Center for Law and Order}}") == true)
    }

    // MARK: - Several people

    @Test(arguments: [
        "山田太郎、佐藤花子", "山田太郎，佐藤花子", "李明、王芳", "山田太郎；佐藤花子", "山田太郎・佐藤花子", "山田 太郎・佐藤 花子",
        "山田太郎と佐藤花子", "山田太郎、Ada Example", "ليلى حداد، أحمد سعيد", "ليلى حداد؛ أحمد سعيد",
        "ليلى، أحمد، سعيد",
    ])
    func severalPeopleAreSeveralItems(name: String) async throws {
        let lines = try await Self.lines("[\(name)]")
        #expect(
            lines == [
                "4:11: warning: ‘\(name)’ looks like several people: write each as an item of the list. "
                    + "An organization has ‘organization: true’. [author.several]"
            ])
        #expect(try await Self.lines("[{name: \(name), organization: true}]") == [])
        let thanks = "acknowledgements: [{people: [\(name)]}]\n"
        #expect(try await Self.lines("[Ada Example]", thanks).count == 1)
    }

    @Test(arguments: [
        ("حداد، ليلى", "ليلى حداد"), ("عبد الرحمن، أحمد", "أحمد عبد الرحمن"),
        ("العروي، عبد الله", "عبد الله العروي"),
    ])
    func aBylineHasNamesAsTheyAreSpoken(name: String, spoken: String) async throws {
        let lines = try await Self.lines("[\(name)]")
        #expect(lines.count == 1, "\(lines)")
        #expect(lines.first?.contains("write ‘\(spoken)’. An organ") == true, "\(lines)")
        #expect(lines.first?.hasSuffix("[author.inverted]") == true)
    }

    @Test(arguments: [
        "佐藤花子ほか", "佐藤花子 ほか", "佐藤 他", "佐藤花子ほか2名", "他", "ほか", "等", "홍길동 외 2명", "ليلى حداد وآخرون",
        "وآخرون",
        "Ada Example et al.",
    ])
    func whoIsLeftOutIsNamed(name: String) async throws {
        let lines = try await Self.lines("[\(name)]")
        #expect(
            lines == [
                "4:11: error: ‘\(name)’ stands for names: write each author as an item of the list. "
                    + "[author.several]"
            ])
    }

    @Test(arguments: [
        ("山田太郎、佐藤花子", "[山田太郎, 佐藤花子]"), ("山田太郎・佐藤花子", "[山田太郎, 佐藤花子]"),
        ("ジョン・スミス、佐藤花子", "[ジョン・スミス, 佐藤花子]"), ("［山田太郎］", "[山田太郎]"),
        ("［山田太郎，佐藤花子］", "[山田太郎, 佐藤花子]"), ("ليلى حداد، أحمد سعيد", "[ليلى حداد, أحمد سعيد]"),
        ("Ada Example and Bo Li", "[Ada Example, Bo Li]"),
    ])
    func theAdviceIsAList(authors: String, list: String) async throws {
        let lines = try await Self.lines(authors)
        #expect(lines.first?.contains("write ‘authors: \(list)’") == true, "\(lines)")
    }

    // MARK: - Titles and additions

    @Test(arguments: [
        ("佐藤花子 教授", "佐藤花子"), ("佐藤 花子 教授", "佐藤 花子"), ("山田太郎氏", "山田太郎"), ("山田太郎 先生", "山田太郎"),
        ("佐藤花子 博士", "佐藤花子"), ("山田太郎様", "山田太郎"), ("홍길동 교수", "홍길동"), ("د. ليلى حداد", "ليلى حداد"),
        ("الدكتورة ليلى حداد", "ليلى حداد"), ("أ.د. ليلى حداد", "ليلى حداد"),
        ("أ. د. ليلى حداد", "ليلى حداد"),
        ("د/ ليلى حداد", "ليلى حداد"),
    ])
    func aTitleIsAWarning(name: String, plain: String) async throws {
        let lines = try await Self.lines("[\(name)]")
        #expect(lines.count == 1, "\(lines)")
        #expect(lines.first?.contains("write ‘\(plain)’.") == true, "\(lines)")
        #expect(lines.first?.hasSuffix("[author.title]") == true)
    }

    @Test(arguments: [
        ("山田太郎（Taro Yamada）", "write ‘山田太郎’; ‘Taro Yamada’ stands under ‘names’"),
        ("山田太郎 (Taro Yamada)", "write ‘山田太郎’; ‘Taro Yamada’ stands under ‘names’"),
        ("山田太郎（東京大学）", "write ‘{name: 山田太郎, affiliation: 東京大学}’"),
    ])
    func anAdditionIsAWarning(name: String, advice: String) async throws {
        let lines = try await Self.lines("[\(name)]")
        #expect(lines.count == 1, "\(lines)")
        #expect(lines.first?.contains(advice) == true, "\(lines)")
        #expect(lines.first?.hasSuffix("[author.addition]") == true)
    }

    /// Whatever may be one name, or an organization, is nobody's mistake.
    @Test(arguments: [
        "山田太郎", "山田 太郎", "李明", "李 明", "ジョン・スミス", "レオナルド・ダ・ヴィンチ", "迈克尔·乔丹", "史蒂夫・乔布斯", "佐藤さとし",
        "佐藤 みほか", "科学・技術研究会", "人工知能と社会研究所", "東京大学、情報学研究所", "田中 博士", "長谷川 博士", "勅使河原 博士", "田中等",
        "王氏", "山田 先生",
        "東京大学教授会", "이영희", "이 영희", "김선생", "ليلى حداد", "عبد الله", "أحمد بن سعيد آل ثاني",
        "مركز البحوث، القاهرة", "أ. حداد", "الدكتور حداد", "أم كلثوم", "山田太郎（やまだたろう）", "千葉・埼玉",
        "石川県・福井県",
    ])
    func otherNamesStandAsTheyAre(name: String) async throws {
        #expect(try await Self.lines("[\(name)]") == [])
    }

    // MARK: - Spellings

    @Test(arguments: [
        ("أحمد سعيد", "احمد سعيد"), ("ليلى حداد", "ليلي حداد"), ("قيس سعيد", "قِيس سعيد"),
        ("قيس سعيد", "قيـس سعيد"),
        ("إبراهيم سعيد", "ابراهيم سعيد"), ("山田 太郎", "山田太郎"), ("Ada Example", "Ａｄａ Example"),
        ("ガリレオ・ガリレイ", "ｶﾞﾘﾚｵ･ｶﾞﾘﾚｲ"),
    ])
    func anotherSpellingIsAWarning(name: String, other: String) async throws {
        let often = Self.essay("a", "[\(name)]") + Self.essay("b", "[\(name)]")
        let report = try await SiteFixture(often + Self.essay("c", "[\(other)]")).diagnose()
        #expect(
            report
                == "content/posts/c.md:4:11: warning: ‘\(other)’ is the name ‘\(name)’ in another spelling, and has "
                + "a page of its own: write ‘\(name)’. If they are two people, make a record of ‘\(other)’ in "
                + "content/people/. [person.similar-name]\n")
        let record = "-- content/people/r.md --\n---\ntitle: \(other)\n---\n"
        let meant = try await SiteFixture(often + record).diagnose()
        #expect(meant.contains("write ‘\(other)’"), "\(meant)")
        let both = record + "-- content/people/s.md --\n---\ntitle: \(name)\n---\n"
        #expect(try await SiteFixture(often + both).diagnose() == "")
    }

    @Test(arguments: [
        ("أحمد سعيد", "أحمد سعد"), ("山田 太郎", "山田 次郎"), ("ليلى حداد", "ليلى حدادي"),
        ("Zoë Li", "Zoe Li"),
        ("ハナ", "バナ"),
    ])
    func otherNamesAreOtherPeople(name: String, other: String) async throws {
        let site = Self.essay("a", "[\(name)]") + Self.essay("b", "[\(name)]")
        #expect(try await SiteFixture(site + Self.essay("c", "[\(other)]")).diagnose() == "")
    }

    @Test func whoWroteTogetherAreTwo() async throws {
        #expect(try await Self.lines("[أحمد سعيد, احمد سعيد]") == [])
    }
}

/// Topics with the commas of other scripts, and topics in another spelling.
@Suite struct TopicNameTests {
    private static func report(_ topics: [String], _ more: String = "") async throws -> String {
        let posts = topics.enumerated().map {
            post(
                "content/posts/p\($0.offset).md", title: "P\($0.offset)", "topics: [\($0.element)]")
        }
        return try await SiteFixture(posts.joined() + more).diagnose()
    }

    private static func record(_ topic: String) -> String {
        "-- content/topics/t.md --\n---\ntitle: \(topic)\n---\n"
    }

    @Test(arguments: ["測定、評価", "測定，評価", "قياس، كهرباء", "قياس؛ كهرباء"])
    func severalTopicsAreSeveralItems(topic: String) async throws {
        let report = try await Self.report([topic])
        #expect(
            report
                == "content/posts/p0.md:5:10: warning: ‘\(topic)’ looks like several topics: write each as an item "
                + "of the list, with ‘, ’ between them. If it is one, make a record of it in content/topics/. "
                + "[topic.several]\n")
        #expect(try await Self.report([topic], Self.record(topic)) == "")
    }

    @Test(arguments: [("قياس", "قِياس"), ("قياس", "قيـاس"), ("AI", "ＡＩ"), ("データ", "ﾃﾞｰﾀ")])
    func anotherSpellingIsAWarning(topic: String, other: String) async throws {
        let report = try await Self.report([topic, topic, other])
        #expect(
            report
                == "content/posts/p2.md:5:10: warning: ‘\(other)’ is the topic ‘\(topic)’ in another spelling, and "
                + "has a page of its own: write ‘\(topic)’. If they are two, make a record of ‘\(other)’ in "
                + "content/topics/. [topic.similar-name]\n")
    }

    @Test(arguments: [
        ["機械学習", "人工 知能", "人工知能"], ["C・D", "科学・技術", "研究と社会"], ["قياس", "كهرباء", "قياسات"],
    ])
    func otherTopicsStandAsTheyAre(topics: [String]) async throws {
        #expect(try await Self.report(topics) == "")
    }
}
