/// Texts in Han, kana, Hangul and Arabic letters that stand where the name of one person belongs.
///
/// YAML knows none of the commas of these scripts, and a list that is written with them is one item.

import Bibliography
import Bytes
import Markup

extension NameForm {
    package static let semicolons: Set<Character> = ["；", "؛"]

    /// Whether a text has a comma or a semicolon that YAML takes for a letter.
    package static func hasForeignComma(_ text: String) -> Bool {
        isBeyondLatin(text)
            && text.contains { Character.foreignCommas.contains($0) || semicolons.contains($0) }
    }

    /// By bytes, of which the letters of these scripts begin with the high ones: nearly no name has any.
    private static func isBeyondLatin(_ text: String) -> Bool {
        text.withUTF8Bytes { bytes in
            bytes.firstIndex(from: 0) { ($0 >= 0xD8).bit } < bytes.count
        }
    }

    // MARK: - Several people

    /// `山田太郎、佐藤花子`, `山田太郎・佐藤花子`, `ليلى حداد، أحمد سعيد`.
    static func isSeveralBeyondLatin(_ name: String) -> Bool {
        guard isBeyondLatin(name) else { return false }
        if name.contains(where: { semicolons.contains($0) }) { return true }
        let parts = name.split { Character.foreignCommas.contains($0) }.map { collapsed($0) }
        guard parts.count == 1 else {
            return parts.allSatisfy { isPersonBeyondLatin($0) || isPerson($0[...]) }
                && !isInvertedArabic(parts)
        }
        return ["・", "･", "と"].contains { joint in
            let people = name.split(separator: joint).map { $0.filter { !$0.isWhitespace } }
            return people.count > 1 && (joint != "と" || people.count == 2)
                && people.allSatisfy { isJapaneseFullName($0, isHan: joint == "と") }
                && people.contains { hasJapaneseFamilyName($0) }
        }
    }

    /// Its names; where its commas part them already, the text itself.
    static func peopleBeyondLatin(in text: String) -> [String] {
        guard !text.contains(where: { Character.foreignCommas.contains($0) }) else { return [text] }
        return text.split { "・･と".contains($0) }.map(String.init)
    }

    private static func collapsed(_ part: Substring) -> String {
        String(part).collapsingWhitespace
    }

    private static func isPersonBeyondLatin(_ name: String) -> Bool {
        if NameScript.isEastAsian(name) {
            return (2...12).contains(name.count { !$0.isWhitespace })
                && !isEastAsianOrganization(name)
        }
        let words = name.split(separator: " ")
        return (1...7).contains(words.count)
            && words.allSatisfy { NameScript.isArabic($0) && !arabicOrganizations.contains($0) }
    }

    /// Katakana alone is a part of a foreign name, and Chinese writes such names in Han with the same dot.
    private static func isJapaneseFullName(_ name: String, isHan: Bool) -> Bool {
        (3...6).contains(name.count) && !isEastAsianOrganization(name)
            && (isHan
                ? NameScript.isHan(name)
                : NameScript.isEastAsian(name) && NameScript.isHan(name.prefix(1)))
    }

    private static func hasJapaneseFamilyName(_ name: String) -> Bool {
        japaneseFamilyNames.contains(name.prefix(2)) || japaneseFamilyNames.contains(name.prefix(3))
    }

    /// `佐藤花子ほか`, `佐藤 他`, `ليلى حداد وآخرون`, `Ada Example et al.`: somebody is left out.
    static func hasRest(_ name: String) -> Bool {
        if name.hasSuffix(" et al.") || name.hasSuffix(" et al") { return true }
        guard isBeyondLatin(name), name.utf8.count < 200 else { return false }
        return name.wholeMatch(
            of:
                #/.*(?:[\p{Han}\p{Katakana}ー]\s*ほか|\p{L}\s+他|\p{Hangul}\s+외|\p{L}\s+وآخر(?:ون|ين))\s*(?:[0-9０-９一二三四五六七八九十]+\s*[名人명])?/#
        ) != nil
    }

    // MARK: - Family name first

    /// `ليلى حداد` for `حداد، ليلى`.
    static func uprightArabic(_ name: String) -> String? {
        guard NameScript.isArabic(name) else { return nil }
        let parts = name.split { Character.foreignCommas.contains($0) }.map { collapsed($0) }
        guard isInvertedArabic(parts), parts.allSatisfy(isPersonBeyondLatin) else { return nil }
        return "\(parts[1]) \(parts[0])"
    }

    /// Whether the first of two is a family name alone; `عبد` and the word behind it are one.
    private static func isInvertedArabic(_ parts: [String]) -> Bool {
        guard parts.count == 2, NameScript.isArabic(parts[0]) else { return false }
        let words = parts[0].split(separator: " ")
        return words.count == 1
            || words.count == 2 && PersonName.arabicCompounds.contains(String(words[0]))
    }

    // MARK: - Titles

    /// A name without the titles around it: `佐藤花子` for `佐藤花子 教授`, and `ليلى حداد` for `د. ليلى حداد`.
    static func withoutTitlesBeyondLatin(_ name: String) -> String? {
        if NameScript.isArabic(name) { return withoutArabicTitles(name) }
        guard NameScript.isEastAsian(name) else { return nil }
        for title in eastAsianTitles where name.hasSuffix(title.word) {
            let rest = name.dropLast(title.word.count)
            let base = String(rest).trimmingWhitespace
            // A family name alone is nobody's; and 博士 is a given name, too (Hiroshi).
            if longFamilyNames.contains(base) { return nil }
            let letters = base.count { !$0.isWhitespace }
            guard letters >= title.letters || base.contains(where: \.isWhitespace),
                title.isAttached || rest.last?.isWhitespace == true, !isEastAsianOrganization(base)
            else { return nil }
            return base
        }
        return nil
    }

    /// Family names of Japan as long as most whole names: what stands behind one is a given name.
    private static let longFamilyNames: Set<String> = [
        "勅使河原", "勅使川原", "長宗我部", "長曽我部", "長曾我部", "武者小路", "万里小路", "勘解由小路", "五百旗頭", "小比類巻",
        "大豆生田", "四月一日", "八月一日", "左衛門三郎",
    ]

    /// Longer ones first.
    private static let eastAsianTitles: [(word: String, letters: Int, isAttached: Bool)] = [
        ("准教授", 3, true), ("副教授", 3, true), ("教授", 3, true), ("先生", 3, true), ("博士", 4, false),
        ("氏", 3, true), ("様", 3, true), ("さん", 3, true), ("助教", 3, false), ("講師", 3, false),
        ("讲师", 3, false), ("교수", 3, false), ("박사", 3, false), ("선생님", 3, false),
        ("선생", 3, false), ("님", 3, false),
    ]

    private static func withoutArabicTitles(_ name: String) -> String? {
        let words = name.split(separator: " ")
        let plain = words.map { $0.filter { $0 != "." && $0 != "/" } }
        // `أ. د.` is a professor; `أ.` alone may be an initial.
        let start = plain.count > 1 && ["أ", "ا"].contains(plain[0]) && plain[1] == "د" ? 1 : 0
        let rest = words[start...].drop { word in
            arabicTitles.contains(word.filter { $0 != "." && $0 != "/" })
        }
        guard rest.count < words.count - start, rest.count > 1,
            rest.allSatisfy({ !arabicOrganizations.contains($0) })
        else { return nil }
        return rest.joined(separator: " ")
    }

    private static let arabicTitles: Set<String> = [
        "د", "أد", "اد", "الدكتور", "الدكتورة", "دكتور", "دكتورة", "الأستاذ", "الأستاذة", "أستاذ",
        "أستاذة",
        "البروفيسور", "البروفيسورة", "بروفيسور", "البروفسور", "بروفسور",
    ]

    // MARK: - Words

    static func isEastAsianOrganization(_ name: some StringProtocol) -> Bool {
        eastAsianOrganizations.contains { name.hasSuffix($0) }
    }

    /// At the end of the names of organizations and places.
    private static let eastAsianOrganizations = [
        "大学", "大學", "学院", "學院", "学校", "学部", "研究科", "研究所", "研究院", "研究室", "研究会", "研究會",
        "研究部", "研究班", "学会", "學會", "协会", "協会", "協會", "委員会", "委员会", "委員會", "センター", "中心",
        "グループ", "チーム", "ラボ", "プロジェクト", "財団", "基金会", "基金會", "法人", "機構", "会社", "公司",
        "集团", "実行会", "部会", "の会", "会議", "連合", "連盟", "組合", "編集部", "编辑部", "事務局", "課", "局", "省",
        "庁", "県", "府", "都", "市", "区", "町", "団", "室", "系", "대학교", "대학", "연구소", "연구원", "학회", "위원회",
        "재단", "협회", "센터", "연구실", "연구회",
    ]

    private static let arabicOrganizations: Set<Substring> = [
        "مركز", "جامعة", "معهد", "مؤسسة", "جمعية", "وزارة", "كلية", "قسم", "مختبر", "هيئة", "مجلس",
        "شركة",
        "مكتب", "اتحاد", "لجنة", "منظمة", "أكاديمية", "فريق", "مجموعة", "مدرسة", "دار", "مكتبة",
        "شبكة", "وحدة",
        "المركز", "الجامعة", "المعهد", "المؤسسة", "الجمعية", "الهيئة", "المجلس", "الشركة",
        "الاتحاد", "اللجنة",
        "المنظمة", "الأكاديمية", "الفريق", "المجموعة", "المدرسة", "المكتبة", "الشبكة",
    ]

    /// The most frequent ones: where one begins a text, a person's name is sure.
    private static let japaneseFamilyNames = Set(
        """
        佐藤 鈴木 高橋 田中 伊藤 渡辺 渡邊 渡邉 山本 中村 小林 加藤 吉田 山田 佐々木 山口 松本 井上 木村 斎藤 斉藤 齋藤 清水 山崎 \
        池田 橋本 阿部 石川 山下 中島 石井 小川 前田 岡田 長谷川 藤田 後藤 近藤 村上 遠藤 青木 坂本 福田 太田 西村 藤井 金子 岡本 \
        藤原 中野 三浦 原田 中川 松田 竹内 小野 田村 中山 和田 石田 森田 上田 内田 柴田 酒井 宮崎 横山 高木 安藤 宮本 大野 小島 \
        谷口 工藤 今井 高田 増田 丸山 杉山 村田 大塚 小山 藤本 平野 新井 河野 上野 武田 野口 松井 千葉 岩崎 菅原 木下 久保 佐野 \
        野村 松尾 菊地 市川 杉本 古川 大西 島田 水野 桜井 高野 渡部 吉川 山内 西田 菊池 飯田 西川 小松 北村 安田 五十嵐 川口 平田 \
        中田 久保田 服部 岩田 土屋 川崎 福島 本田 樋口 秋山 田口 永井 中西 山中 吉村 川上 馬場 川村 浅野 三宅
        """.split(separator: " "))
}
