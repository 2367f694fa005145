/// Which edition of a work is meant, as far as its author's words tell.
///
/// A file says `3`, `3rd`, `Third` or `3rd ed.`; each language writes the number in its own way.

enum Edition: Equatable, Sendable {
    case number(Int)
    /// "Rev.", "2017": no number of an edition.
    case named(String)

    /// What an edition is called, in the languages that we write and without the stop behind it.
    private static let names: Set<String> = [
        "ed", "edn", "edition", "aufl", "auflage", "ausgabe", "éd", "édition", "edición",
        "edizione", "edição", "druk",
    ]
    private static let ordinals = [
        "first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth",
        "tenth",
    ]
    /// What stands behind the digits of an ordinal number.
    private static let endings: Set<String> = [
        "", "st", "nd", "rd", "th", ".", "e", "re", "er", "ème", ".ª", "ª", ".a",
    ]

    init(_ text: String) {
        self = Self.number(in: text).map { .number($0) } ?? .named(text)
    }

    private static func number(in text: String) -> Int? {
        var words = text.lowercased().split(separator: " ")
        if words.count > 1, isName(words.last) { words.removeLast() }
        guard words.count == 1, let word = words.first else { return nil }
        if let place = ordinals.firstIndex(of: String(word)) { return place + 1 }
        let digits = word.prefix { $0.isASCII && $0.isNumber }
        // Beyond, it is the year of an edition.
        guard endings.contains(String(word.dropFirst(digits.count))), let number = Int(digits),
            (1...999).contains(number)
        else { return nil }
        return number
    }

    private static func isName(_ word: Substring?) -> Bool {
        guard let word else { return false }
        return names.contains(word.lowercased().filter { $0 != "." })
    }

    /// The edition in words; behind what is no number stands `name`, where one is given and none stands there
    /// already.
    func written(_ name: String? = nil, number: (Int) -> String) -> String {
        switch self {
        case .number(let value): return number(value)
        case .named(let text):
            guard let name, !Self.isName(text.split(separator: " ").last) else { return text }
            return "\(text) \(name)"
        }
    }

    /// English: 1st, 2nd, 3rd, 4th, but 11th, 12th, 13th.
    static func ordinal(_ number: Int) -> String {
        let isTeen = (11...13).contains(number % 100)
        switch number % 10 {
        case 1 where !isTeen: return "\(number)st"
        case 2 where !isTeen: return "\(number)nd"
        case 3 where !isTeen: return "\(number)rd"
        default: return "\(number)th"
        }
    }
}
