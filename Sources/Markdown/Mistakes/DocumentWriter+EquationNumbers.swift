import Bytes
import Diagnostics

/// A displayed formula that has a number.
struct NumberedEquation {
    /// Among the displayed formulas of the page.
    let index: Int
    /// Of its TeX before the number, without spaces.
    let fingerprint: UInt64
    let place: Range<Int>
}

/// Numbers of equations that stand twice on a page: what refers to one could mean either.
extension DocumentWriter {
    /// Takes the numbers of a formula: what `\tag` says in it or in its rows, or the next that a label has.
    ///
    /// A formula that is written again may have its number again. Signs such as `(*)` name what is close by, and
    /// are no numbers.
    mutating func enter(
        numbers: [String], of tex: UnsafeBufferPointer<UInt8>, _ places: TeXPlaces
    ) {
        equationCount += 1
        var start = 0
        var fingerprint: UInt64?
        for number in numbers.prefix(Self.mostNumbers) {
            let tag = Self.tag.withUTF8Buffer { sign in
                tex.firstRange(of: sign, in: min(start, tex.count)..<tex.count)
            }
            start = tag?.upperBound ?? tex.count
            guard number.utf8.contains(where: \.isASCIILetterOrDigit) else { continue }
            let before = tex[..<(tag?.lowerBound ?? tex.count)]
            fingerprint = fingerprint ?? before.lazy.filter { $0 > 0x20 }.fingerprint
            let equation = NumberedEquation(
                index: equationCount, fingerprint: fingerprint ?? 0,
                place: places.range(of: tag ?? 0..<tex.count))
            guard let first = equationNumbers[number] else {
                equationNumbers[number] = equation
                continue
            }
            guard
                first.index == equation.index
                    || first.fingerprint != equation.fingerprint && first.place != equation.place,
                options.math != .uncertain
            else { continue }
            report(
                "math.repeated-number", .warning,
                "Another formula of this page has the number (\(number)), too, and a reference could mean either: "
                    + "write another ‘\\tag’ at one of them, or none.", at: equation.place,
                notes: [
                    Diagnostic.Note("The first is here.", at: SourceSpan(path, first.place))
                ])
        }
    }

    /// Of one formula, so that its lines are not counted for each.
    private static let mostNumbers = 100

    private static var tag: StaticString { "\\tag" }
}
