/// A calendar date, with or without a time of day.
///
/// Parsed and printed from integers. Foundation's formatters accept 30 February and depend on the
/// machine's locale and time zone.
package struct Moment: Hashable, Sendable {
    package struct Time: Hashable, Sendable {
        package var hour: Int
        package var minute: Int
        package var second: Int
        /// East of UTC, in minutes.
        package var offset: Int
    }

    /// 1000 to 9999.
    package let year: Int
    package let month: Int
    package let day: Int
    package let time: Time?

    /// Parses `YYYY-MM-DD`, or RFC 3339 with a zone (`2021-10-18T09:00:00Z`).
    ///
    /// Years 1000 to 9999.
    ///
    /// Fractions of a second are accepted and dropped.
    package init?(_ text: String) {
        var scanner = DigitScanner(bytes: Array(text.utf8))
        guard let year = scanner.number(4), scanner.skip("-"), let month = scanner.number(2),
            scanner.skip("-"), let day = scanner.number(2), year >= 1000,
            (1...12).contains(month), (1...Self.days(in: month, of: year)).contains(day)
        else { return nil }
        (self.year, self.month, self.day) = (year, month, day)
        if scanner.isAtEnd {
            time = nil
            return
        }
        guard scanner.skip("T") || scanner.skip("t") || scanner.skip(" "),
            let hour = scanner.number(2), scanner.skip(":"), let minute = scanner.number(2),
            scanner.skip(":"), let second = scanner.number(2), hour < 24, minute < 60, second < 60
        else { return nil }
        if scanner.skip(".") {
            guard scanner.skipDigits() else { return nil }
        }
        var offset = 0
        if !(scanner.skip("Z") || scanner.skip("z")) {
            let isEast = scanner.skip("+")
            guard isEast || scanner.skip("-"), let hours = scanner.number(2), scanner.skip(":"),
                let minutes = scanner.number(2), hours < 24, minutes < 60
            else { return nil }
            offset = (isEast ? 1 : -1) * (hours * 60 + minutes)
        }
        guard scanner.isAtEnd else { return nil }
        time = Time(hour: hour, minute: minute, second: second, offset: offset)
    }

    /// From seconds since 1970-01-01T00:00:00Z (`SOURCE_DATE_EPOCH`, the clock), in UTC; the nearest
    /// moment of the years that there are.
    package init(secondsSince1970 seconds: Int) {
        let seconds = min(max(seconds, -30_610_224_000), 253_402_300_799)
        // Days to date: Howard Hinnant's `civil_from_days`.
        let days = (seconds - (seconds < 0 ? 86399 : 0)) / 86400
        let rest = seconds - days * 86400
        let z = days + 719_468
        let era = (z >= 0 ? z : z - 146_096) / 146_097
        let dayOfEra = z - era * 146_097
        let yearOfEra =
            (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
        let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
        let shifted = (5 * dayOfYear + 2) / 153
        day = dayOfYear - (153 * shifted + 2) / 5 + 1
        month = shifted < 10 ? shifted + 3 : shifted - 9
        year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0)
        time = Time(
            hour: rest / 3600, minute: rest / 60 % 60, second: rest % 60, offset: 0)
    }

    /// Seconds since 1970-01-01T00:00:00Z.
    ///
    /// A date without a time counts as its midnight in UTC.
    package var secondsSince1970: Int {
        daysSince1970 * 86400
            + (time.map { $0.hour * 3600 + ($0.minute - $0.offset) * 60 + $0.second } ?? 0)
    }

    /// Howard Hinnant's `days_from_civil`.
    private var daysSince1970: Int {
        let y = month <= 2 ? year - 1 : year
        let era = y / 400
        let yearOfEra = y - era * 400
        let dayOfYear = (153 * (month > 2 ? month - 3 : month + 9) + 2) / 5 + day - 1
        let dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear
        return era * 146_097 + dayOfEra - 719_468
    }

    /// 0 for Sunday.
    package var weekday: Int { ((daysSince1970 + 4) % 7 + 7) % 7 }

    // Dates stand on a page by the dozen: digits go straight to their places.

    /// `2021-10-18`.
    package var isoDate: String {
        String(unsafeUninitializedCapacity: 10) { text in
            writeDate(to: text)
            return 10
        }
    }

    /// Lends the same to be copied at once: lists have one for each line.
    package func withISODate(_ body: (UnsafeBufferPointer<UInt8>) -> Void) {
        withUnsafeTemporaryAllocation(of: UInt8.self, capacity: 10) { text in
            writeDate(to: text)
            body(UnsafeBufferPointer(text))
        }
    }

    /// `2021/10/18`, as RIS and Google Scholar want it.
    package var slashedDate: String {
        String(unsafeUninitializedCapacity: 10) { text in
            writeDate(to: text, separator: "/")
            return 10
        }
    }

    /// `2021-10-18T09:00:00Z`; midnight in UTC for a date without a time.
    package var rfc3339: String {
        let time = time ?? Time(hour: 0, minute: 0, second: 0, offset: 0)
        return String(unsafeUninitializedCapacity: 25) { text in
            writeDate(to: text)
            text[10] = UInt8(ascii: "T")
            text.write(time.hour, at: 11)
            text[13] = UInt8(ascii: ":")
            text.write(time.minute, at: 14)
            text[16] = UInt8(ascii: ":")
            text.write(time.second, at: 17)
            guard time.offset != 0 else {
                text[19] = UInt8(ascii: "Z")
                return 20
            }
            text[19] = time.offset < 0 ? UInt8(ascii: "-") : UInt8(ascii: "+")
            text.write(abs(time.offset) / 60, at: 20)
            text[22] = UInt8(ascii: ":")
            text.write(abs(time.offset) % 60, at: 23)
            return 25
        }
    }

    private func writeDate(
        to text: UnsafeMutableBufferPointer<UInt8>, separator: Unicode.Scalar = "-"
    ) {
        text.write(year / 100, at: 0)
        text.write(year % 100, at: 2)
        text[4] = UInt8(ascii: separator)
        text.write(month, at: 5)
        text[7] = UInt8(ascii: separator)
        text.write(day, at: 8)
    }

    /// `Mon, 18 Oct 2021 09:00:00 +0000`, as RFC 822 (with a four-digit year) and RSS want it.
    package var rfc822: String {
        let time = time ?? Time(hour: 0, minute: 0, second: 0, offset: 0)
        let names = ["Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"]
        let months = [
            "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
        ]
        let clock = "\(twoDigits(time.hour)):\(twoDigits(time.minute)):\(twoDigits(time.second))"
        return "\(names[weekday]), \(twoDigits(day)) \(months[month - 1]) \(year) \(clock) "
            + (time.offset < 0 ? "-" : "+") + twoDigits(abs(time.offset) / 60)
            + twoDigits(abs(time.offset) % 60)
    }

    private static func days(in month: Int, of year: Int) -> Int {
        switch month {
        case 2: year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) ? 29 : 28
        case 4, 6, 9, 11: 30
        default: 31
        }
    }
}

extension Moment: Comparable {
    package static func < (a: Moment, b: Moment) -> Bool {
        a.secondsSince1970 < b.secondsSince1970
    }
}

extension UnsafeMutableBufferPointer<UInt8> {
    /// Two digits.
    fileprivate func write(_ number: Int, at offset: Int) {
        self[offset] = UInt8(ascii: "0") &+ UInt8(truncatingIfNeeded: number / 10)
        self[offset + 1] = UInt8(ascii: "0") &+ UInt8(truncatingIfNeeded: number % 10)
    }
}

private func twoDigits(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }

private struct DigitScanner {
    let bytes: [UInt8]
    var index = 0

    var isAtEnd: Bool { index == bytes.count }

    mutating func number(_ digits: Int) -> Int? {
        guard index + digits <= bytes.count else { return nil }
        var value = 0
        for byte in bytes[index..<index + digits] {
            guard (0x30...0x39).contains(byte) else { return nil }
            value = value * 10 + Int(byte - 0x30)
        }
        index += digits
        return value
    }

    mutating func skip(_ character: Unicode.Scalar) -> Bool {
        guard index < bytes.count, bytes[index] == UInt8(ascii: character) else { return false }
        index += 1
        return true
    }

    mutating func skipDigits() -> Bool {
        let start = index
        while index < bytes.count, (0x30...0x39).contains(bytes[index]) { index += 1 }
        return index > start
    }
}
