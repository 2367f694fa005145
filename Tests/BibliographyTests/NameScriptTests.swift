import Bibliography
import Testing

/// Names in Han, kana, Hangul and Arabic letters: their parts, and how citations write them.
@Suite struct NameScriptTests {
    /// `given|particle|family|suffix`.
    @Test(arguments: [
        ("佐藤 花子", "花子||佐藤|"), ("佐藤　花子", "花子||佐藤|"), ("李 明", "明||李|"),
        ("이 영희", "영희||이|"), ("남궁 민수", "민수||남궁|"), ("佐々木 さくら", "さくら||佐々木|"),
        ("山田太郎", "||山田太郎|"), ("山田, 太郎", "太郎||山田|"),
        ("ジョン・スミス", "||ジョン・スミス|"), ("ジョン スミス", "||ジョン スミス|"), ("토마스 쿤", "||토마스 쿤|"),
        ("أحمد بن سعيد", "أحمد|بن|سعيد|"), ("أحمد عبد الرحمن", "أحمد||عبد الرحمن|"),
        ("أحمد بن سعيد آل ثاني", "أحمد بن سعيد|آل|ثاني|"), ("عبد الله العروي", "عبد الله||العروي|"),
        ("محمد بن عبد الله", "محمد|بن|عبد الله|"), ("نصر أبو زيد", "نصر|أبو|زيد|"),
        ("عبد الله", "||عبد الله|"), ("ليلى حداد", "ليلى||حداد|"),
        ("Ludwig van Beethoven", "Ludwig|van|Beethoven|"), ("Osama bin Laden", "Osama|bin|Laden|"),
        ("Maria Grazia De Rossi", "Maria Grazia||De Rossi|"),
        ("W. E. B. Du Bois", "W. E. B.||Du Bois|"),
        ("Guido Van Rossum", "Guido||Van Rossum|"), ("Dat Van Nguyen", "Dat Van||Nguyen|"),
        ("Wim Van den Broeck", "Wim||Van den Broeck|"), ("Juan De la Cruz", "Juan||De la Cruz|"),
        ("Abdul El-Sayed", "Abdul||El-Sayed|"), ("Tran Van Tuan", "Tran Van||Tuan|"),
        ("Le Van Thanh", "Le Van||Thanh|"),
        ("Jan Van Der Berg", "Jan||Van Der Berg|"), ("De Rossi", "De||Rossi|"),
        ("Di Wu", "Di||Wu|"),
        ("Muḥammad ibn ʿAbd al-Wahhāb", "Muḥammad|ibn|ʿAbd al-Wahhāb|"),
        ("Ann Abdul Smith-Jones", "Ann Abdul||Smith-Jones|"),
        ("Ñandú Wei Li", "Ñandú Wei||Li|"), ("Đặng Văn Ế", "Đặng Văn||Ế|"),
    ])
    func aNameHasParts(written: String, parts: String) {
        #expect(Described.name(PersonName(splitting: written)) == parts)
        let read = Described.bibtex("@misc{k, author = {\(written)}}")
        #expect(read == ["k other; by \(parts)"])
    }

    /// Braces of BibTeX say what belongs together.
    @Test func bracesAreKept() {
        #expect(
            Described.bibtex("@misc{k, author = {{عبد الله} العروي and {山田 太郎}}}")
                == ["k other; by عبد الله||العروي| & {山田 太郎}"])
    }

    @Test(arguments: [
        ("山田, 太郎", "山田太郎. (2020). T. P."), ("山田 太郎", "山田太郎. (2020). T. P."),
        ("이 영희", "이영희. (2020). T. P."), ("スミス, ジョン", "スミス, ジョン. (2020). T. P."),
        ("عبد الله العروي", "العروي، عبد الله. (2020). T. P."),
        ("אברהם יהושע", "יהושע, אברהם. (2020). T. P."), ("अनिता देसाई", "देसाई, अनिता. (2020). T. P."),
        ("Лев Толстой", "Толстой, Л. (2020). T. P."),
        ("Γιώργος Σεφέρης", "Σεφέρης, Γ. (2020). T. P."),
        ("Li, Fei-Fei", "Li, F.-F. (2020). T. P."),
        ("Silva, Maria da", "Silva, M. da. (2020). T. P."),
    ])
    func aReferenceWritesIt(author: String, expected: String) {
        let book = "@book{k, author = {\(author)}, title = {T}, publisher = {P}, year = 2020}"
        #expect(CitedPage(book, ["k"]).references == [expected])
    }

    @Test func whereAnInitialWouldStand() {
        let library = """
            @book{a, author = {佐藤, 花子}, title = {T}, publisher = {P}, year = 2018}
            @book{b, author = {佐藤, 次郎}, title = {U}, publisher = {P}, year = 2018}
            @incollection{c, author = {Lee, A.}, title = {V}, booktitle = {W}, editor = {佐藤, 花子}, year = 2020}
            @book{d, author = {حداد, ليلى}, title = {T}, publisher = {P}, year = 2018}
            @book{e, author = {حداد, عبد الله}, title = {U}, publisher = {P}, year = 2018}
            """
        let page = CitedPage(library, ["a;;b", "c", "d;;e"])
        #expect(
            page.texts == [
                "(佐藤花子, 2018; 佐藤次郎, 2018)", "(Lee, 2020)",
                "(ليلى حداد, 2018; عبد الله حداد, 2018)",
            ])
        #expect(page.references.contains { $0.contains("In 佐藤花子 (Ed.), W") }, "\(page.references)")
    }

    @Test(arguments: [
        ("Gabriel García Márquez", "García Márquez, Gabriel", "Gabriel||García Márquez|"),
        ("G. García Márquez", "García Márquez, Gabriel", "G.||García Márquez|"),
        ("Gabriel García Márquez", "Garcia Marquez, Gabriel", "Gabriel||García Márquez|"),
        ("Ana de la Cruz", "de la Cruz, Ana", "Ana|de la|Cruz|"),
        ("Martin King Jr.", "King, Martin, Jr.", "Martin||King|Jr."),
        ("Taro Yamada", "山田, 太郎", "Taro||Yamada|"), ("山田 太郎", "やまだ, たろう", "太郎||山田|"),
        ("山田太郎", "山田, 太郎", "太郎||山田|"), ("山田太郎", "やまだ, たろう", "||山田太郎|"),
        ("太郎 山田", "山田、太郎", "太郎||山田|"), ("Kis János", "Kis, János", "János||Kis|"),
        ("ليلى آل حداد", "آل حداد، ليلى", "ليلى|آل|حداد|"), ("Plato", "Plato", "||Plato|"),
        ("Xi Jinping", "Xi, J.", "Jinping||Xi|"), ("Kim Jong-un", "Kim, Jong Un", "Jong-un||Kim|"),
        ("Mao Zedong", "Mao", "Zedong||Mao|"), ("Nagy P.", "Nagy, Péter", "P.||Nagy|"),
        ("Gabriel García Márquez", "García, Gabriel", "Gabriel||García|"),
        ("Muhammad Ali", "Clay, Cassius", "Muhammad||Ali|"),
    ])
    func aSortNameTellsTheParts(written: String, sortName: String, parts: String) {
        let name = PersonName(splitting: written, sortedAs: PersonName(sortName: sortName))
        #expect(Described.name(name) == parts)
    }
}
