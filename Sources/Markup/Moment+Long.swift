extension Moment {
    /// The date in words, as a language writes it: `18 October 2021`, `18. Oktober 2021`.
    ///
    /// English where there is no table for the language.
    package func long(language: String) -> String {
        // As most ask for it, before the tag is taken apart.
        if language == "en" { return "\(day) \(Self.english[month - 1]) \(year)" }
        let base = language.prefix { $0 != "-" && $0 != "_" }.lowercased()
        switch base {
        case "ja", "zh": return "\(year)年\(month)月\(day)日"
        case "de": return "\(day). \(Self.german[month - 1]) \(year)"
        case "fr":
            return "\(day == 1 ? "1er" : String(day)) \(Self.french[month - 1]) \(year)"
        case "it":
            return "\(day == 1 ? "1º" : String(day)) \(Self.italian[month - 1]) \(year)"
        case "nl": return "\(day) \(Self.dutch[month - 1]) \(year)"
        case "pt": return "\(day) de \(Self.portuguese[month - 1]) de \(year)"
        case "es": return "\(day) de \(Self.spanish[month - 1]) de \(year)"
        case "ar": return "\(day) \(Self.arabic[month - 1]) \(year)"
        default:
            let name = Self.english[month - 1]
            return language.lowercased().hasSuffix("us")
                ? "\(name) \(day), \(year)" : "\(day) \(name) \(year)"
        }
    }

    /// A month, 1 to 12, as a language names it in a date; English where there is no table for the language.
    package static func name(ofMonth month: Int, language: String) -> String {
        switch language {
        case "de": german[month - 1]
        case "fr": french[month - 1]
        case "es": spanish[month - 1]
        case "it": italian[month - 1]
        case "nl": dutch[month - 1]
        case "pt": portuguese[month - 1]
        case "ar": arabic[month - 1]
        default: english[month - 1]
        }
    }

    private static let english = [
        "January", "February", "March", "April", "May", "June", "July", "August", "September",
        "October", "November", "December",
    ]
    private static let german = [
        "Januar", "Februar", "März", "April", "Mai", "Juni", "Juli", "August", "September",
        "Oktober", "November", "Dezember",
    ]
    private static let french = [
        "janvier", "février", "mars", "avril", "mai", "juin", "juillet", "août", "septembre",
        "octobre", "novembre", "décembre",
    ]
    private static let spanish = [
        "enero", "febrero", "marzo", "abril", "mayo", "junio", "julio", "agosto", "septiembre",
        "octubre", "noviembre", "diciembre",
    ]
    private static let italian = [
        "gennaio", "febbraio", "marzo", "aprile", "maggio", "giugno", "luglio", "agosto",
        "settembre", "ottobre", "novembre", "dicembre",
    ]
    private static let dutch = [
        "januari", "februari", "maart", "april", "mei", "juni", "juli", "augustus", "september",
        "oktober", "november", "december",
    ]
    private static let portuguese = [
        "janeiro", "fevereiro", "março", "abril", "maio", "junho", "julho", "agosto", "setembro",
        "outubro", "novembro", "dezembro",
    ]
    private static let arabic = [
        "يناير", "فبراير", "مارس", "أبريل", "مايو", "يونيو", "يوليو", "أغسطس", "سبتمبر", "أكتوبر",
        "نوفمبر", "ديسمبر",
    ]
}
