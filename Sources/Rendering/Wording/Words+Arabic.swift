/// Arabic, with its six forms of number.

import Bibliography

extension Words {
    static let arabic = Words(
        skipToMain: "انتقل إلى المحتوى",
        skipToSecondary: "انتقل إلى التنقل الثانوي",
        mainNavigation: "التنقل الرئيسي",
        secondaryNavigation: "التنقل الثانوي",
        breadcrumb: "مسار الصفحة",
        home: "الرئيسية",
        search: "بحث",
        searchFor: "ابحث في المنشورات",
        searching: "جارٍ البحث…",
        searchUnavailable: "البحث غير متاح هنا. يضم الأرشيف كل ما نُشر.",
        noResults: "لم يُعثر على شيء لهذه الكلمات.",
        topics: "المواضيع",
        people: "الأشخاص",
        acknowledgements: "شكر وتقدير",
        archive: "الأرشيف",
        works: "الأعمال المستشهد بها",
        atomFeed: "موجز Atom",
        partOf: "جزء من",
        textLicense: "النص:",
        license: "الرخصة:",
        draft: "مسودة",
        withdrawn: "مسحوب",
        isDraft: "هذه الصفحة مسودة.",
        hasDrafts: "يحتوي هذا الموقع على مسودات.",
        doNotShare: "يُرجى عدم الاستشهاد بها أو نشرها.",
        wasWithdrawn: "سُحب هذا المنشور.",
        otherLanguages: "لغات أخرى:",
        original: "الأصل",
        contents: "المحتويات",
        revised: "نُقّح في",
        version: "الإصدار",
        seeSection: "انظر القسم.",
        references: "المراجع",
        backToCitation: "العودة إلى موضع الاستشهاد",
        citedHere: "مواضع الاستشهاد به",
        funding: "التمويل",
        award: "منحة",
        contributions: "المساهمات",
        revisions: "التنقيحات",
        citeThis: "الاستشهاد بهذا المنشور",
        contributedEqually: "أسهموا بالتساوي:",
        correspondence: "للمراسلة:",
        citeSection: "قسم منه",
        citeSectionHint: "اذكر القسم في النص مع عنوانه الثابت:",
        citeWhole: "الاستشهاد بالكل",
        more: "المزيد",
        citedBy: "استشهد به",
        related: "منشورات ذات صلة",
        publications: "المنشورات",
        latest: "أحدث المنشورات",
        featured: "منشورات مختارة",
        topic: "موضوع",
        alsoCalled: "يسمى أيضًا",
        withinTopic: "ضمن هذا الموضوع",
        relatedTopics: "مواضيع ذات صلة",
        besideTopic: "حول هذا الموضوع",
        topicFeed: "موجز هذا الموضوع",
        allTopics: "كل المواضيع",
        wrote: "كتب",
        helpedWith: "أسهم في",
        isCited: "مستشهد به في",
        cites: "يستشهد بـ",
        website: "الموقع",
        personFeed: "موجز هذا المؤلف",
        citedWork: "عمل مستشهد به",
        pdf: "PDF",
        thankYou: "شكرًا لكم.",
        notFound: "الصفحة غير موجودة",
        nothingHere: "لا شيء في هذا العنوان. تقود هذه الصفحات إلى كل ما نُشر:",
        moved: "انتقلت هذه الصفحة",
        movedSection: "انتقل هذا القسم",
        pages: "الصفحات",
        newer: "الأحدث",
        older: "الأقدم",
        copy: "نسخ",
        copied: "تم النسخ",
        save: "حفظ",
        kinds: Kinds(
            essay: "مقالة", report: "تقرير", paper: "ورقة بحثية", brief: "موجز سياسات", news: "خبر",
            talk: "محاضرة", page: "صفحة"),
        revisionKinds: RevisionKinds(
            typo: "خطأ مطبعي", clarification: "توضيح", correction: "تصويب", retraction: "تراجع"),
        dialect: Dialect(
            note: "ملاحظة", tip: "نصيحة", important: "مهم", warning: "تحذير", caution: "تنبيه",
            summary: "ملخص", definition: "تعريف", theorem: "مبرهنة", lemma: "تمهيدية",
            proposition: "قضية", corollary: "نتيجة", conjecture: "حدسية", assumption: "فرضية",
            example: "مثال",
            remark: "ملاحظة", proof: "برهان", figure: "الشكل", table: "الجدول",
            equation: "المعادلة", section: "القسم", notes: "الحواشي", permalink: "رابط دائم",
            backToReference: "العودة إلى الموضع",
            downloadData: "تنزيل البيانات"),
        citation: .arabic,
        conjunction: Conjunction(pair: " و", middle: "، ", last: " و"),
        publicationCount: { publications($0) },
        allPublications: { "\(publications($0)) حسب السنة" },
        pageOf: { "الصفحة \($0) من \($1)" },
        partOfSeries: { "الجزء \($0) من \($1)" },
        citedByCount: { "استشهد به \(publications($0))" },
        andMore: { "و\($0) أخرى" },
        helpers: { people, count in "ساعد \(persons(people)) في \(publications(count))." },
        forReason: { "على " + $0 },
        thank: { people, reason in "نشكر \(people)\(reason.map { " على \($0)" } ?? "")." },
        alsoAbout: { "أيضًا عن \($0)" }, alsoBy: { "أيضًا بقلم \($0)" }, linked: "مرتبط")

    /// Forms for none, one, two, few (3 to 10), many (11 to 99) and the rest, by the last two digits.
    private static func count(
        _ count: Int, none: String, one: String, two: String, few: String, many: String,
        other: String
    ) -> String {
        switch (count, count % 100) {
        case (0, _): none
        case (1, _): one
        case (2, _): two
        case (_, 3...10): "\(count) \(few)"
        case (_, 11...99): "\(count) \(many)"
        default: "\(count) \(other)"
        }
    }

    private static func publications(_ number: Int) -> String {
        count(
            number, none: "لا منشورات", one: "منشور واحد", two: "منشوران", few: "منشورات",
            many: "منشورًا", other: "منشور")
    }

    private static func persons(_ number: Int) -> String {
        count(
            number, none: "لا أحد", one: "شخص واحد", two: "شخصان", few: "أشخاص", many: "شخصًا",
            other: "شخص")
    }
}
