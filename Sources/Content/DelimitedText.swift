/// Rows of values in a file, parted by commas, semicolons or tabs (RFC 4180).

import Bytes
package import Diagnostics

/// What a file of values says, and what is wrong with it.
///
/// Values are texts; spaces and line breaks in them are the author's.
package struct DelimitedText: Sendable {
    package struct Mistake: Hashable, Sendable {
        package var id: Diagnostic.ID
        package var message: String
        package var bytes: Range<Int>

        package init(id: Diagnostic.ID, message: String, bytes: Range<Int>) {
            self.id = id
            self.message = message
            self.bytes = bytes
        }
    }

    /// Rows below the head that one can read in a page.
    private static let maximumRows = 500
    private static let maximumColumns = 100
    /// Mistakes of one file that are enough to read.
    private static let maximumMistakes = 20

    /// All of one width; the first has the heads of the columns.
    package private(set) var rows: [[String]] = []
    /// Of each column, whether it holds nothing but numbers.
    package private(set) var isNumeric: [Bool] = []
    package private(set) var mistakes: [Mistake] = []

    /// Reads a file that is UTF-8.
    ///
    /// What is not TSV is parted by commas (RFC 4180), or by semicolons, as programs write it where a comma stands for the
    /// point of decimals.
    package init(_ bytes: [UInt8], isTSV: Bool) {
        switch Separator.find(in: bytes, isTSV: isTSV) {
        case .known(let separator, let start):
            self.init(bytes, from: start, separator, isTSV: isTSV)
        case .open(let place, let start):
            // Only one of the two makes a table of most such files.
            let tables = [Separator.comma, .semicolon].map {
                DelimitedText(bytes, from: start, $0, isTSV: isTSV)
            }.filter(\.mistakes.isEmpty)
            if tables.count == 1 {
                self = tables[0]
            } else {
                self.init(
                    refusedBecause:
                        "Both ‘,’ and ‘;’ stand in the first row, and either may part its values: put those that hold "
                        + "one in quotation marks.", at: place)
            }
        case .refused(let place):
            self.init(
                refusedBecause:
                    "Values are parted by ‘,’, ‘;’ or tabs: save the file with one of these.",
                at: place)
        }
    }

    /// A file that cannot be read.
    package init(refusedBecause mistakes: [Mistake]) { self.mistakes = mistakes }

    private init(refusedBecause message: String, at place: Int) {
        report("table.separator", message, at: place..<place + 1)
    }

    private init(_ bytes: [UInt8], from start: Int, _ separator: Separator, isTSV: Bool) {
        var reader = RowReader(bytes: bytes, from: start, separator: separator.rawValue)
        read(&reader, separator, isTSV: isTSV)
        mistakes += reader.mistakes
        guard mistakes.isEmpty else {
            rows = []
            return
        }
        isNumeric = (rows.first ?? []).indices.map { column in
            let values = rows.dropFirst().lazy.map { $0[column] }
                .filter { !$0.isBlank && !$0.isPlaceholder }
            return !values.isEmpty && values.allSatisfy(\.isNumber)
        }
    }

    private mutating func read(_ reader: inout RowReader, _ separator: Separator, isTSV: Bool) {
        var blank: Range<Int>?
        while mistakes.count < Self.maximumMistakes, let row = reader.next() {
            // Lines without a value stand at the end of many files, and nowhere else.
            if row.cells == [""], !row.hasQuotes, rows.first?.count != 1 || reader.isAtEnd {
                blank = blank ?? row.bytes
                continue
            }
            if let blank {
                return report("table.uneven", "This row is empty: delete its line.", at: blank)
            }
            guard rows.count <= Self.maximumRows else {
                return report(
                    "table.too-large",
                    "From here on there are more than \(Self.maximumRows) rows, too many to read in a page: "
                        + "link to the file, without the ‘!’ before the bracket.", at: row.bytes)
            }
            check(row, separator, isTSV: isTSV)
            rows.append(row.cells)
        }
        guard reader.mistakes.isEmpty, mistakes.isEmpty else { return }
        if rows.count < 2 {
            report(
                "table.empty",
                rows.isEmpty
                    ? "There is no value in this file."
                    : "There is no row below the first, which has the heads of the columns.",
                at: 0..<0)
        }
    }

    private mutating func check(_ row: RowReader.Row, _ separator: Separator, isTSV: Bool) {
        guard let head = rows.first else { return check(head: row, separator, isTSV: isTSV) }
        guard row.cells.count != head.count else { return }
        if let other = row.other(than: separator) {
            return report(
                "table.separator",
                "The values of this row are parted by \(other.sign), and those of the first by "
                    + "\(separator.sign).", at: row.bytes)
        }
        let count = row.cells.count
        report(
            "table.uneven",
            "This row has \(count) value\(count == 1 ? "" : "s"), and the first \(head.count). A value that holds "
                + "the sign between two stands in quotation marks.", at: row.bytes)
    }

    private mutating func check(head: RowReader.Row, _ separator: Separator, isTSV: Bool) {
        if head.cells.count > Self.maximumColumns {
            report(
                "table.too-large",
                "There are \(head.cells.count) columns, too many to read in a page: link to the file, without "
                    + "the ‘!’ before the bracket.", at: head.bytes)
        } else if let other = head.other(than: separator) {
            report(
                "table.separator",
                isTSV
                    ? "Values of this file are parted by tabs, and here stands \(other.sign): save it with tabs."
                    : "Values of this file are parted by ‘,’ or ‘;’, and here stands \(other.sign): save it with "
                        + "one of these, or under a name that ends in ‘.tsv’.", at: head.bytes)
        }
    }

    private mutating func report(_ id: Diagnostic.ID, _ message: String, at bytes: Range<Int>) {
        mistakes.append(Mistake(id: id, message: message, bytes: bytes))
    }
}

extension String {
    fileprivate var isBlank: Bool { utf8.allSatisfy { $0 <= 0x20 } }

    /// What stands for a number that there is not, in the tables of statistical offices too.
    fileprivate var isPlaceholder: Bool {
        guard utf8.count < 12, let start = firstIndex(where: { $0 != " " }),
            let end = lastIndex(where: { $0 != " " })
        else { return false }
        return Self.placeholders.contains(self[start...end].lowercased())
    }

    private static let placeholders: Set<String> = [
        "n/a", "na", "n.a.", "nan", "null", "-", "–", "—", "−", ".", "..", "...", "…", ":",
    ]

    /// Whether a reader takes the text for a number: `-1,234.5`, `12 %`, `1e9`, with any of the signs that part
    /// thousands.
    fileprivate var isNumber: Bool {
        var text = Substring(self)
        while text.first?.isWhitespace == true { text.removeFirst() }
        while text.last?.isWhitespace == true { text.removeLast() }
        // In accounts, parentheses are a minus; in regressions, stars tell how sure a number is.
        if text.first == "(", text.last == ")" { text = text.dropFirst().dropLast() }
        while text.last == "*" { text.removeLast() }
        if text.last == "%" { text.removeLast() }
        if let first = text.first, "+-−<>≤≥~≈".contains(first) { text.removeFirst() }
        guard text.utf8.contains(where: { (0x30...0x39).contains($0) }) else { return false }
        var previous: Character = " "
        for character in text {
            switch character {
            case "0"..."9", ".", ",", "'", "’", " ", "\u{A0}", "\u{202F}": break
            case "e", "E":
                guard previous.isNumber else { return false }
            case "+", "-":
                guard previous == "e" || previous == "E" else { return false }
            default: return false
            }
            previous = character
        }
        return true
    }
}
