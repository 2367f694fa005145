/// Chinese and Japanese.

import Markup

extension CitationWords {
    package static let chinese = CitationWords(
        inSentence: Joint("和"), inParentheses: Joint("、"),
        inReference: Joint("、"),
        comma: ", ", andOthers: Joint("等"), noDate: "无日期",
        editor: "（编）", editors: "（编）", translator: "译",
        original: { "原著出版于\($0)年" }, present: "至今", circa: "约",
        decade: { "\($0)年代" },
        century: { "\($0)世纪" },
        era: { "\($1 ? "公元前" : "公元")\($0)" },
        within: "见",
        edition: { $0.written { "第\($0)版" } }, volume: { "第\($0)卷" },
        volumes: { "第\($0)卷" },
        number: { "第\($0)期" }, pages: { "第\($0)页" }, thesis: "学位论文",
        dissertation: "博士论文", mastersThesis: "硕士论文", unpublished: "未发表",
        date: { year, month, day in "\(year)年\(month)月\(day.map { "\($0)日" } ?? "")" },
        section: { "“\($0)”一节" },
        places: labels(page: ["页"], section: ["节"], other: ["章", "图", "表"]),
        connectors: ["和", "至"])

    package static let japanese = CitationWords(
        inSentence: Joint("・"), inParentheses: Joint("・"),
        inReference: Joint("・"),
        comma: ", ", andOthers: Joint("ほか"), noDate: "発行年不明",
        editor: "（編）", editors: "（編）", translator: "訳",
        original: { "原著は\($0)年出版" }, present: "現在", circa: "約",
        decade: { "\($0)年代" },
        century: { "\($0)世紀" },
        era: { "\($1 ? "紀元前" : "紀元")\($0)" },
        within: "",
        edition: { $0.written { "第\($0)版" } }, volume: { "第\($0)巻" },
        volumes: { "第\($0)巻" },
        number: { "No. \($0)" }, pages: { "pp. \($0)" }, thesis: "学位論文",
        dissertation: "博士論文", mastersThesis: "修士論文", unpublished: "未公刊",
        date: { year, month, day in "\(year)年\(month)月\(day.map { "\($0)日" } ?? "")" },
        section: { "「\($0)」の節" },
        places: labels(page: ["頁", "ページ"], section: ["節"], other: ["章", "図", "表"]),
        connectors: ["と", "から"])
}
