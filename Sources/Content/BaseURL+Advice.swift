extension BaseURL {
    /// What a text should be, and what is wrong with one that is none.
    package static func advice(on text: String) -> String {
        let reason: String
        if !text.utf8.allSatisfy({ $0 < 0x80 }) {
            reason = " A host with other letters has the form ‘https://xn--bcher-kva.example/’."
        } else if !text.contains("://"), text.contains("."),
            let url = BaseURL("https://" + text.drop { $0 == "/" })
        {
            reason = " Write ‘\(url.absolute)’."
        } else if hasDots(text[...]) {
            reason = " No folder is called ‘..’ or ‘.’: write the path that is meant."
        } else {
            reason = ""
        }
        return
            "an absolute address such as ‘https://example.org/’, without query or fragment.\(reason)"
    }

    /// Whether a path goes up, or stays (RFC 3986, section 3.3, "dot-segments"); also as `%2e`, which is a dot to browsers.
    static func hasDots(_ path: Substring) -> Bool {
        path.split(separator: "/").contains { segment in
            let plain = segment.lowercased().replacing("%2e", with: ".")
            return plain == ".." || plain == "."
        }
    }
}
