/// A small tokenizer of HTML, written for these tests alone: it shares no code with what it judges.
struct HTMLTokens {
    struct Malformed: Error { let text: String }

    /// Names of elements and attributes in order, without any value.
    private(set) var shape: [String] = []
    /// Values of attributes that hold addresses, their entities decoded.
    private(set) var addresses: [String] = []

    init(_ html: String) throws {
        var rest = Array(html.unicodeScalars)[...]
        while let open = rest.firstIndex(of: "<") {
            rest = rest[(open + 1)...]
            guard let first = rest.first else { throw Malformed(text: html) }
            if first == "!" || first == "?" {
                shape.append("declaration")
                rest = rest.drop { $0 != ">" }.dropFirst()
                continue
            }
            let isClosing = first == "/"
            if isClosing { rest = rest.dropFirst() }
            let name = rest.prefix { $0.properties.isAlphabetic && $0.isASCII }
            guard !name.isEmpty else {
                shape.append("stray <")
                continue
            }
            rest = rest.dropFirst(name.count)
            shape.append((isClosing ? "/" : "") + Self.string(name))
            try readAttributes(&rest, html)
            if !isClosing, ["script", "title", "textarea"].contains(Self.string(name)) {
                skipText(of: Self.string(name), &rest)
            }
        }
    }

    private static func string(_ scalars: some Sequence<Unicode.Scalar>) -> String {
        var view = String.UnicodeScalarView()
        view.append(contentsOf: scalars)
        return String(view).lowercased()
    }

    private mutating func readAttributes(
        _ rest: inout ArraySlice<Unicode.Scalar>, _ html: String
    ) throws {
        while true {
            rest = rest.drop { " \n\t\r/".unicodeScalars.contains($0) }
            guard let next = rest.first else { throw Malformed(text: html) }
            if next == ">" {
                rest = rest.dropFirst()
                return
            }
            let name = rest.prefix { !" =>/\n\t\r".unicodeScalars.contains($0) }
            rest = rest.dropFirst(name.count)
            shape.append("@" + Self.string(name))
            guard rest.first == "=" else { continue }
            rest = rest.dropFirst()
            guard let quote = rest.first, quote == "\"" || quote == "'" else {
                throw Malformed(text: html)
            }
            let value = rest.dropFirst().prefix { $0 != quote }
            rest = rest.dropFirst(value.count + 2)
            note(Self.string(name), Self.string(value))
        }
    }

    private mutating func note(_ name: String, _ value: String) {
        let decoded = value.replacing("&quot;", with: "\"").replacing("&#39;", with: "'")
            .replacing("&lt;", with: "<").replacing("&gt;", with: ">").replacing("&amp;", with: "&")
        if ["href", "src", "srcset"].contains(name) { addresses.append(decoded) }
        if name == "content", let url = decoded.firstRange(of: "0; url=") {
            addresses.append(String(decoded[url.upperBound...]))
        }
    }

    /// Moves to the end tag of an element whose text holds no tags.
    private mutating func skipText(of name: String, _ rest: inout ArraySlice<Unicode.Scalar>) {
        let end = Array("</\(name)".unicodeScalars)
        while !rest.isEmpty, !rest.starts(with: end) { rest = rest.dropFirst() }
    }
}
