/// Attributes whose values lead a reader or a browser to other files (HTML Standard, index of attributes).

package enum AddressAttribute: Hashable, Sendable {
    /// The whole value is an address.
    case address
    /// Several, of which a browser takes one: `srcset`.
    case sourceSet
    /// Declarations of CSS, with `url(…)` in them.
    case style
    /// `content` of a `<meta>`: an address when it stands beside `http-equiv="refresh"`.
    case refresh
    /// Where a form is sent: a file of the site, unless it is posted.
    case action
    /// The same of a button, which a form's method holds for, too.
    case buttonAction

    /// `nil` for an attribute of any other name.
    ///
    /// By the length of the name first: a site has a hundred thousands of them.
    ///
    /// - Parameters:
    ///   - name: Where the name of the attribute stands.
    ///   - bytes: What it stands in.
    ///   - element: The name of the element, in small letters.
    package init?(_ name: Range<Int>, in bytes: [UInt8], of element: String) {
        func isName(_ other: StaticString) -> Bool {
            AddressList.begins(bytes, at: name.lowerBound, with: other)
        }
        switch name.count {
        case 3 where isName("src"): self = .address
        // What relative addresses begin with leads nowhere by itself.
        case 4 where isName("href") && element != "base": self = .address
        case 4 where element == "object" && isName("data"): self = .address
        case 5 where isName("style"): self = .style
        case 6 where isName("srcset"): self = .sourceSet
        case 6 where isName("poster"): self = .address
        case 6 where element == "form" && isName("action"): self = .action
        case 7 where element == "meta" && isName("content"): self = .refresh
        case 10 where isName("xlink:href"): self = .address
        case 10 where (element == "button" || element == "input") && isName("formaction"):
            self = .buttonAction
        case 11 where isName("imagesrcset"): self = .sourceSet
        default: return nil
        }
    }

    /// Whether an attribute beside it decides whether the value leads anywhere.
    package var dependsOnOthers: Bool {
        switch self {
        case .address, .sourceSet, .style: false
        case .refresh, .action, .buttonAction: true
        }
    }

    /// Where the addresses stand in a value, without white space around them.
    package func addresses(in value: Range<Int>, of scanner: MarkupScanner) -> [Range<Int>] {
        scanner.ranges(in: value) { bytes, value in
            switch self {
            case .address, .action, .buttonAction: [bytes.withoutSpace(around: value)]
            case .sourceSet: AddressList.sourceSet(in: bytes, value)
            case .style: AddressList.style(in: bytes, value)
            case .refresh: AddressList.refresh(in: bytes, value).map { [$0] } ?? []
            }
        }
    }
}
