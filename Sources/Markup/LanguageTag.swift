/// Tags of languages, such as `de` or `pt-BR` (BCP 47, RFC 5646).

package enum LanguageTag {
    /// A tag as it was written, in the case that RFC 5646, section 2.1.1, recommends: two spellings of a tag are one.
    ///
    /// - Returns: `nil` for what is no tag of a language.
    package static func reading(_ text: String) -> String? {
        guard hasForm(text), !LanguageName.isUnknown(text) else { return nil }
        var subtags: [String] = []
        for subtag in text.lowercased().split(separator: "-") {
            switch (subtag.utf8.count, subtags.last?.utf8.count) {
            case (_, nil), (_, 1): subtags.append(String(subtag))
            case (2, _): subtags.append(subtag.uppercased())
            case (4, _): subtags.append(subtag.prefix(1).uppercased() + subtag.dropFirst())
            default: subtags.append(String(subtag))
            }
        }
        return subtags.joined(separator: "-")
    }

    /// What to say of a text that is none, and the tag that was meant, if that is known.
    package static func mistake(in text: String) -> (message: String, repair: String?) {
        let tag = LanguageName.tag(for: text)
        let examples = tag.map { "‘\($0)’" } ?? "‘en’, ‘de’ or ‘pt-BR’"
        return ("‘\(text)’ is no language tag: write \(examples) (BCP 47).", tag)
    }

    /// Whether a text has the form of a tag (RFC 5646, section 2.1).
    ///
    /// No language has a subtag of more than three letters: longer ones are names.
    static func hasForm(_ text: String) -> Bool {
        let parts = text.split(separator: "-", omittingEmptySubsequences: false)
        guard let first = parts.first, (2...3).contains(first.count),
            first.allSatisfy({ $0.isASCII && $0.isLetter })
        else { return false }
        return parts.dropFirst().allSatisfy {
            (1...8).contains($0.count)
                && $0.allSatisfy { $0.isASCII && ($0.isLetter || $0.isNumber) }
        }
    }

    /// `rtl` for languages written from right to left, by their script or their first subtag.
    package static func direction(of language: String) -> String {
        let parts = language.lowercased().split(separator: "-")
        let scripts: Set<Substring> = ["arab", "hebr", "thaa", "syrc", "nkoo", "adlm"]
        if let script = parts.dropFirst().first(where: { $0.count == 4 }) {
            return scripts.contains(script) ? "rtl" : "ltr"
        }
        let languages: Set<Substring> = [
            "ar", "he", "fa", "ur", "yi", "ps", "sd", "ug", "dv", "ckb",
        ]
        return languages.contains(parts.first ?? "") ? "rtl" : "ltr"
    }
}
