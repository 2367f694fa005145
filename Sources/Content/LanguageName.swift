/// Languages by their names, for those who write the name where its tag belongs.

package enum LanguageName {
    private static let tags = [
        "arabic": "ar", "bengali": "bn", "bulgarian": "bg", "catalan": "ca", "chinese": "zh",
        "croatian": "hr", "czech": "cs", "danish": "da", "dansk": "da", "dutch": "nl",
        "nederlands": "nl", "english": "en", "estonian": "et", "farsi": "fa", "persian": "fa",
        "finnish": "fi", "suomi": "fi", "french": "fr", "français": "fr", "francais": "fr",
        "german": "de", "deutsch": "de", "greek": "el", "hebrew": "he", "hindi": "hi",
        "hungarian": "hu", "icelandic": "is", "indonesian": "id", "irish": "ga", "italian": "it",
        "italiano": "it", "japanese": "ja", "korean": "ko", "latin": "la", "latvian": "lv",
        "lithuanian": "lt", "norwegian": "no", "norsk": "no", "polish": "pl", "polski": "pl",
        "portuguese": "pt", "português": "pt", "portugues": "pt", "romanian": "ro",
        "russian": "ru", "serbian": "sr", "slovak": "sk", "slovenian": "sl", "spanish": "es",
        "español": "es", "espanol": "es", "swahili": "sw", "swedish": "sv", "svenska": "sv",
        "thai": "th", "turkish": "tr", "türkçe": "tr", "ukrainian": "uk", "urdu": "ur",
        "vietnamese": "vi", "welsh": "cy", "العربية": "ar", "русский": "ru", "中文": "zh",
        "日本語": "ja", "한국어": "ko",
    ]

    /// Whether a text is the tag of one of these languages, perhaps with a script or a region: what stands in the
    /// name of a file may be anything else.
    package static func isTag(_ text: String) -> Bool {
        Identifier.isLanguageTag(text)
            && tags.values.contains(String(text.lowercased().prefix { $0 != "-" }))
    }

    /// The tag of a language that is given by its name, or by a tag with underscores.
    static func tag(for text: String) -> String? {
        if let tag = tags[text.lowercased()] { return tag }
        let hyphenated = text.replacing("_", with: "-")
        return Identifier.isLanguageTag(hyphenated) ? hyphenated : nil
    }
}
