/// How code of a language is read.
enum CodeLanguage: Sendable {
    case tokens(Lexicon)
    case markup
    case diff

    /// The languages by their names, in lower case.
    ///
    /// Made once, when the first code is written.
    static let all: [String: CodeLanguage] = {
        var all: [String: CodeLanguage] = [:]
        for (names, lexicon) in Lexicon.programming + Lexicon.statistics + Lexicon.data {
            for name in names.split(separator: " ") { all[String(name)] = .tokens(lexicon) }
        }
        for name in ["html", "xml", "xhtml", "svg", "mathml", "xslt", "tei", "rdf", "vue"] {
            all[name] = .markup
        }
        for name in ["diff", "patch"] { all[name] = .diff }
        return all
    }()
}
