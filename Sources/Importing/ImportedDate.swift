/// A date as other generators let people write it.

import Markup

enum ImportedDate {
    /// A date, or a moment with its zone.
    case exact(Moment)
    /// A time of day was given, but not where: the date alone is certain. The moment is that time in UTC.
    case withoutZone(Moment)

    var moment: Moment {
        switch self {
        case .exact(let moment), .withoutZone(let moment): moment
        }
    }

    /// Reads `2021-10-18`, `2021/10/18`, `2021-10-18 09:00`, `2021-10-18T09:00:00-05:00`,
    /// `2021-10-18 09:00:00 -0500`, `October 18, 2021` and `18 Oct 2021`.
    init?(_ text: String) {
        if let moment = Self.inWords(text) {
            self = .exact(moment)
            return
        }
        let text = text.replacing("/", with: "-")
        if let moment = Moment(text) {
            self = .exact(moment)
            return
        }
        guard Moment(String(text.prefix(10))) != nil else { return nil }
        var rest = text.dropFirst(10)
        while let first = rest.first, first == " " || first == "T" || first == "t" {
            rest = rest.dropFirst()
        }
        // An offset may stand apart, and without its colon.
        var clock = rest.prefix { $0.isNumber || $0 == ":" || $0 == "." }
        var zone = rest.dropFirst(clock.count).filter { $0 != " " && $0 != ":" }
        if zone == "UTC" || zone == "GMT" { zone = "Z" }
        if clock.split(separator: ":").count == 2 { clock += ":00" }
        if zone.count == 5, let sign = zone.first, sign == "+" || sign == "-" {
            zone = "\(zone.prefix(3)):\(zone.suffix(2))"
        }
        let day = text.prefix(10)
        guard let moment = Moment("\(day)T\(clock)\(zone.isEmpty ? "Z" : zone)") else { return nil }
        self = zone.isEmpty ? .withoutZone(moment) : .exact(moment)
    }

    private static let names = [
        "january", "february", "march", "april", "may", "june", "july", "august", "september",
        "october", "november", "december",
    ]

    /// A month by its English name, a day and a year.
    private static func inWords(_ text: String) -> Moment? {
        let words = text.lowercased().split { $0 == " " || $0 == "," || $0 == "." }
        guard words.count == 3, let year = Int(words[2]), words[2].count == 4 else { return nil }
        for (name, number) in [(words[0], words[1]), (words[1], words[0])] {
            let month = names.firstIndex {
                $0 == name || $0.prefix(3) == name.prefix(3) && name.count <= 4
            }
            let digits = number.prefix { $0.isNumber }
            guard let month, let day = Int(digits),
                ["", "st", "nd", "rd", "th"].contains(number.dropFirst(digits.count))
            else { continue }
            let two = { (number: Int) in number < 10 ? "0\(number)" : "\(number)" }
            return Moment("\(year)-\(two(month + 1))-\(two(day))")
        }
        return nil
    }
}
