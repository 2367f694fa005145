/// Addresses as Jekyll and Hugo let people describe them: `/blog/:year/:title/`.

import Markup

enum PermalinkPattern {
    /// The styles that Jekyll has names for (https://jekyllrb.com/docs/permalinks/#built-in-formats).
    static func named(_ style: String) -> String {
        switch style {
        case "date": "/:categories/:year/:month/:day/:title.html"
        case "pretty": "/:categories/:year/:month/:day/:title/"
        case "ordinal": "/:categories/:year/:y_day/:title.html"
        case "none": "/:categories/:title.html"
        default: style
        }
    }

    /// The address of a post; `nil` where the pattern names something that nobody knows of it.
    static func address(_ pattern: String, _ values: [String: String]) -> String? {
        var address = ""
        var rest = pattern[...]
        while let colon = rest.firstIndex(of: ":") {
            address += rest[..<colon]
            rest = rest[rest.index(after: colon)...]
            var name = rest.prefix { $0.isASCII && ($0.isLetter || $0 == "_") }
            // A name ends where none is: in `:year_:title`, at the line.
            while values[String(name)] == nil, let line = name.lastIndex(of: "_") {
                name = name[..<line]
            }
            guard let value = values[String(name)] else { return nil }
            address += value
            rest = rest.dropFirst(name.count)
        }
        address += rest
        let parts = address.split(separator: "/").joined(separator: "/")
        return "/" + parts + (address.hasSuffix("/") && !parts.isEmpty ? "/" : "")
    }

    /// What a date gives.
    static func values(_ date: Moment) -> [String: String] {
        func two(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
        let start = Moment("\(date.year)-01-01")?.secondsSince1970 ?? 0
        let today = Moment(date.isoDate)?.secondsSince1970 ?? 0
        let dayOfYear = (today - start) / 86400 + 1
        let padding = String(repeating: "0", count: max(0, 3 - "\(dayOfYear)".count))
        return [
            "year": "\(date.year)", "short_year": two(date.year % 100),
            "month": two(date.month), "i_month": "\(date.month)", "day": two(date.day),
            "i_day": "\(date.day)", "y_day": padding + "\(dayOfYear)", "yearday": "\(dayOfYear)",
        ]
    }
}
