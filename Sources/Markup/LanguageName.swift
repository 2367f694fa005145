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

    /// Every language that has a tag of two letters (ISO 639-1); those that have got another one since are left out.
    private static let twoLetters = Set(
        """
        aa ab ae af ak am an ar as av ay az ba be bg bi bm bn bo br bs ca ce ch co cr cs cu cv cy da de dv dz ee el en \
        eo es et eu fa ff fi fj fo fr fy ga gd gl gn gu gv ha he hi ho hr ht hu hy hz ia id ie ig ii ik io is it iu ja \
        jv ka kg ki kj kk kl km kn ko kr ks ku kv kw ky la lb lg li ln lo lt lu lv mg mh mi mk ml mn mr ms mt my na nb \
        nd ne ng nl nn no nr nv ny oc oj om or os pa pi pl ps pt qu rm rn ro ru rw sa sc sd se sg sh si sk sl sm sn so \
        sq sr ss st su sv sw ta te tg th ti tk tl tn to tr ts tt tw ty ug uk ur uz ve vi vo wa wo xh yi yo za zh zu
        """.split(separator: " "))

    /// What people write for a language: the letters of a country, or those it had once.
    private static let countries = [
        "jp": "ja", "cn": "zh", "cz": "cs", "dk": "da", "gr": "el", "vn": "vi", "ua": "uk",
        "ir": "fa",
        "il": "he", "by": "be", "rs": "sr", "al": "sq", "at": "de", "us": "en", "gb": "en",
        "mx": "es",
        "iw": "he", "in": "id", "ji": "yi", "mo": "ro",
    ]

    /// Whether no language has these two letters at the start of a tag.
    static func isUnknown(_ tag: String) -> Bool {
        let first = tag.lowercased().prefix { $0 != "-" }
        return first.utf8.count == 2 && !twoLetters.contains(first)
    }

    /// Whether a text is the tag of one of these languages, perhaps with a script or a region: what stands in the
    /// name of a file may be anything else.
    package static func isTag(_ text: String) -> Bool {
        LanguageTag.hasForm(text)
            && tags.values.contains(String(text.lowercased().prefix { $0 != "-" }))
    }

    /// The tag of a language that is given by its name, by its country, or by a tag with underscores.
    package static func tag(for text: String) -> String? {
        if let tag = tags[text.lowercased()] ?? countries[text.lowercased()] { return tag }
        let hyphenated = text.replacing("_", with: "-")
        return LanguageTag.hasForm(hyphenated) && !isUnknown(hyphenated) ? hyphenated : nil
    }
}
