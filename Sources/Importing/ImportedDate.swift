/// A date as other generators let people write it.

import Markup

enum ImportedDate {
    /// A date, or a moment with its zone.
    case exact(Moment)
    /// A time of day was given, but not where: the date alone is certain.
    case withoutZone(Moment)

    /// Reads `2021-10-18`, `2021/10/18`, `2021-10-18 09:00`, `2021-10-18T09:00:00-05:00` and
    /// `2021-10-18 09:00:00 -0500`.
    init?(_ text: String) {
        let text = text.replacing("/", with: "-")
        if let moment = Moment(text) {
            self = .exact(moment)
            return
        }
        guard let date = Moment(String(text.prefix(10))) else { return nil }
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
        if !zone.isEmpty {
            guard let moment = Moment("\(day)T\(clock)\(zone)") else { return nil }
            self = .exact(moment)
        } else {
            guard Moment("\(day)T\(clock)Z") != nil else { return nil }
            self = .withoutZone(date)
        }
    }
}
