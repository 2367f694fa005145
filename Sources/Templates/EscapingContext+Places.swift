/// What may be printed in a place, and how.

extension EscapingContext {
    /// How a value is written in this place.
    enum Place: Equatable {
        case text
        case attribute
        /// A whole address, or its beginning: the scheme is checked.
        case address
        /// A part of an address, behind literal text.
        case addressPart
        case xmlText
        case jsonString
        case json
        case plain
    }

    /// The place, or why nothing may be printed here.
    func place() -> Result<Place, Refusal> {
        switch (syntax, state) {
        case (.plain, _): .success(.plain)
        case (.html, .text), (.html, .plainElement): .success(.text)
        case (.xml, .text), (.xml, .plainElement): .success(.xmlText)
        case (_, .value): attributePlace()
        case (_, .json(inString: true)): .success(.jsonString)
        case (_, .json(inString: false)): .success(.json)
        case (_, .tagStart), (_, .tagName), (_, .closingTag):
            .failure(Refusal("the name of a tag"))
        case (_, .tag), (_, .tagAfterSection), (_, .attributeName), (_, .afterName):
            .failure(Refusal("the name of an attribute"))
        case (_, .beforeValue), (_, .unquotedValue):
            .failure(Refusal("an attribute without quotation marks"))
        case (_, .declaration), (_, .comment): .failure(Refusal("a comment"))
        case (_, .code): .failure(Refusal("a script or style sheet"))
        case (.json, .text), (.json, .plainElement): .success(.jsonString)
        }
    }

    struct Refusal: Error {
        let place: String
        init(_ place: String) { self.place = place }
    }

    /// Attributes whose value is an address (HTML standard, index of attributes).
    private static let addresses: Set<String> = [
        "href", "src", "action", "cite", "poster", "srcset", "formaction", "data", "manifest",
        "longdesc", "background", "ping", "imagesrcset", "xlink:href", "usemap", "profile",
    ]

    private func attributePlace() -> Result<Place, Refusal> {
        let name = String(decoding: attribute, as: UTF8.self)
        if name.hasPrefix("on") { return .failure(Refusal("an event handler")) }
        if name == "style" { return .failure(Refusal("a style")) }
        if name == "srcdoc" { return .failure(Refusal("a document in an attribute")) }
        guard syntax == .html, Self.addresses.contains(name) else { return .success(.attribute) }
        return .success(hasValue ? .addressPart : .address)
    }

    /// Whether an address is about to begin inside `<meta content="0; url=…">`.
    var beginsRefreshAddress: Bool { tail.ends(with: "url=") }
}
