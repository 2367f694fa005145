import Bytes

/// What stands between two values of a file.
enum Separator: UInt8, CaseIterable {
    case comma = 0x2C
    case semicolon = 0x3B
    case tab = 0x09

    /// As a message names it.
    var sign: String {
        switch self {
        case .comma: "‘,’"
        case .semicolon: "‘;’"
        case .tab: "a tab"
        }
    }

    /// What a file says of its separator, and where its rows begin.
    enum Finding {
        case known(Separator, start: Int)
        /// Commas and semicolons in the first row; the place is that of the first which is not like those before it.
        case open(at: Int, start: Int)
        /// A line that says another sign.
        case refused(at: Int)
    }

    static func find(in bytes: [UInt8], isTSV: Bool) -> Finding {
        let start = bytes.lengthOfByteOrderMark
        if let place = placeOfSaidSign(in: bytes[start...]) {
            guard let said = Separator(rawValue: bytes[place]) else { return .refused(at: place) }
            let isCRLF =
                bytes[place + 1] == 0x0D && place + 2 < bytes.count && bytes[place + 2] == 0x0A
            return .known(said, start: place + (isCRLF ? 3 : 2))
        }
        return isTSV ? .known(.tab, start: start) : find(inRowAt: start, of: bytes)
    }

    /// The one sign on a line `sep=;`, which spreadsheets write and read before the first row.
    private static func placeOfSaidSign(in bytes: ArraySlice<UInt8>) -> Int? {
        let place = bytes.startIndex + 4
        guard place + 1 < bytes.endIndex,
            bytes[..<place].elementsEqual("sep=".utf8, by: { $0 | 0x20 == $1 | 0x20 }),
            !RowReader.isLineEnd(bytes[place]), RowReader.isLineEnd(bytes[place + 1])
        else { return nil }
        return place
    }

    private static func find(inRowAt start: Int, of bytes: [UInt8]) -> Finding {
        var found: Separator?
        var isQuoted = false
        for index in start..<bytes.count {
            let byte = bytes[index]
            if byte == RowReader.quote {
                // A mark that is written twice ends what it begins.
                isQuoted.toggle()
            } else if !isQuoted {
                if RowReader.isLineEnd(byte) { break }
                guard let separator = Separator(rawValue: byte), separator != .tab else { continue }
                if let found, found != separator { return .open(at: index, start: start) }
                found = separator
            }
        }
        return .known(found ?? .comma, start: start)
    }
}

extension RowReader.Row {
    /// A sign that parts values elsewhere, in a row that the given one does not part.
    func other(than separator: Separator) -> Separator? {
        guard cells.count == 1, !hasQuotes else { return nil }
        return Separator.allCases.first { $0 != separator && cells[0].utf8.contains($0.rawValue) }
    }
}
