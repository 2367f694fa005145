/// Dates and times of front matter.

import Diagnostics
import Markup

extension FieldReader {
    /// A date, or a moment with a time and zone where one is needed.
    mutating func moment(_ pair: YAMLNode.Pair, needsTime: Bool = false) -> Located<Moment>? {
        guard let text = text(pair) else { return nil }
        let bytes = pair.value.bytes
        guard let moment = Moment(text) else {
            reportNoMoment(text, at: bytes)
            return nil
        }
        if needsTime, moment.time == nil {
            report(
                "date.needs-time",
                "‘\(pair.key)’ needs a time and a zone: ‘\(moment.isoDate)T09:00:00Z’.", at: bytes,
                repair: moment.isoDate + "T00:00:00Z")
            return nil
        }
        return Located(moment, at: bytes)
    }

    private mutating func reportNoMoment(_ text: String, at bytes: ByteRange) {
        // A time to the minute has seconds put in, to tell whether they are all that is missing.
        let precise = text.count < 16 ? text : "\(text.prefix(16)):00\(text.dropFirst(16))"
        for whole in [text, precise] {
            if let moment = Moment(whole + "Z") {
                let utc = moment.rfc3339
                report(
                    "date.needs-zone",
                    "A time needs its zone: write ‘\(utc)’ if this is UTC, or another zone as in "
                        + "‘\(utc.dropLast())+01:00’.", at: bytes)
                return
            }
        }
        if let moment = Moment(precise) {
            report(
                "date.malformed", "A time needs its seconds: write ‘\(moment.rfc3339)’.", at: bytes,
                repair: moment.rfc3339)
            return
        }
        if let moment = Self.moment(withZoneIn: text) {
            report(
                "date.malformed",
                "A zone stands directly behind the time, hours and minutes with a colon between them: write "
                    + "‘\(moment.rfc3339)’.", at: bytes, repair: moment.rfc3339)
            return
        }
        if let date = Self.date(writtenAs: text) {
            report(
                "date.malformed", "‘\(text)’ is no date: write ‘\(date)’.", at: bytes, repair: date)
            return
        }
        let shape = text.unicodeScalars.map { ("0"..."9").contains($0) ? "0" : $0 }
        let looksLikeDate = shape.prefix(10).elementsEqual("0000-00-00".unicodeScalars)
        report(
            looksLikeDate ? "date.impossible" : "date.malformed",
            looksLikeDate
                ? "There is no such date or time as ‘\(text)’."
                : "‘\(text)’ is no date: write ‘2021-10-18’ or ‘2021-10-18T09:00:00Z’.",
            at: bytes)
    }

    /// The moment that is meant by `2026-01-01T10:00:00+0200`, ISO 8601's basic form of a zone, or with a space before
    /// it, as `git log` and `date` print it.
    private static func moment(withZoneIn text: String) -> Moment? {
        guard let match = text.wholeMatch(of: /(.{16})(:\d\d(?:\.\d+)?)? ?([+-]\d\d):?(\d\d)?/)
        else { return nil }
        return Moment("\(match.1)\(match.2 ?? ":00")\(match.3):\(match.4 ?? "00")")
    }

    /// The date that is meant by `31.01.2024`, `2024-1-5` or `1/31/2024`; `nil` where month and day could be
    /// either.
    private static func date(writtenAs text: String) -> String? {
        guard
            let match = text.wholeMatch(
                of:
                    /(?<first>\d{1,4})(?<sign>[.\/-]) ?(?<second>\d{1,2})(?<other>[.\/-]) ?(?<third>\d{1,4})/
            ),
            match.sign == match.other, let first = Int(match.first), let second = Int(match.second),
            let third = Int(match.third)
        else { return nil }
        var candidates: [(year: Int, month: Int, day: Int)] = []
        if match.first.count == 4, match.third.count <= 2 {
            candidates = [(first, second, third)]
        } else if match.third.count == 4, match.first.count <= 2 {
            candidates = [(third, second, first)]
            // With points, the day stands first wherever dates are written so.
            if match.sign != "." || second > 12 { candidates.append((third, first, second)) }
        }
        let dates = candidates.compactMap { date -> String? in
            let written = [date.month, date.day].map { $0 < 10 ? "0\($0)" : String($0) }
            return Moment("\(date.year)-\(written[0])-\(written[1])")?.isoDate
        }
        return Set(dates).count == 1 ? dates[0] : nil
    }
}
