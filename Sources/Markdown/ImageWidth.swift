import Markup

extension ImageWidth {
    /// What stands behind `width=` and is none, with what to write instead.
    struct Mistake: Error, Equatable {
        var reason: String
        var suggestion: String?
    }

    /// The least and the greatest number of each unit.
    private static let percents = 1...100
    private static let pixelCounts = 1...9999

    /// Reads `50%` or `320`.
    init(reading text: some StringProtocol) throws(Mistake) {
        let digits = text.prefix { $0.isASCII && $0.isNumber }
        let unit = String(text[digits.endIndex...])
        guard !digits.isEmpty, let number = Int(digits) else { throw Self.mistake(in: text) }
        switch unit {
        case "%":
            guard Self.percents.contains(number) else {
                throw Mistake(
                    reason: number == 0
                        ? "nobody would see it" : "an image is at most as wide as the text",
                    suggestion: number == 0 ? nil : "100%")
            }
            self = .percent(number)
        case "":
            guard Self.pixelCounts.contains(number) else {
                throw Mistake(
                    reason: number == 0 ? "nobody would see it" : "no screen has so many pixels")
            }
            self = .pixels(number)
        default: throw Self.mistake(in: text)
        }
    }

    /// Pixels of CSS in units that people use.
    private static let units: [(name: String, pixels: Double)] = [
        ("px", 1), ("pt", 4.0 / 3), ("mm", 96 / 25.4), ("cm", 96 / 2.54), ("in", 96), ("em", 18),
        ("rem", 18),
    ]

    private static func mistake(in text: some StringProtocol) -> Mistake {
        // The parser has made typographic quotes of straight ones.
        let quotes: Set<Character> = ["\"", "'", "“", "”", "‘", "’", "„", "«", "»"]
        let bare = String(text.filter { !quotes.contains($0) && !$0.isWhitespace })
        if bare.count < text.count {
            let isRight = (try? ImageWidth(reading: bare)) != nil
            return Mistake(
                reason: "it has no quotes or spaces",
                suggestion: isRight ? bare : mistake(in: bare).suggestion)
        }
        let digits = text.prefix { $0.isASCII && ($0.isNumber || $0 == ".") }
        let unit = text[digits.endIndex...].lowercased()
        guard let number = Double(digits), number >= 0.5, number < 10_000 else {
            return Mistake(reason: "a width is a number")
        }
        if unit == "%", number.rounded() <= 100 {
            return Mistake(
                reason: "percents are whole numbers", suggestion: "\(Int(number.rounded()))%")
        }
        if unit == "vw", number.rounded() <= 100 {
            return Mistake(
                reason: "it is given in parts of the text’s",
                suggestion: "\(Int(number.rounded()))%")
        }
        if unit.isEmpty {
            return Mistake(
                reason: "pixels are whole numbers",
                suggestion: number <= 1
                    ? "\(Int((100 * number).rounded()))%" : String(Int(number.rounded())))
        }
        if let known = units.first(where: { $0.name == unit }) {
            return Mistake(
                reason: "a number alone is one of pixels",
                suggestion: String(max(1, Int((number * known.pixels).rounded()))))
        }
        return Mistake(reason: "a width is a number")
    }
}
