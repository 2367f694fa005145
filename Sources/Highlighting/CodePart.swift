/// What a stretch of code is, as far as readers want to tell it apart.
///
/// Few on purpose: comments, what is fixed by the language, and what is data. A name that the author of
/// the code has chosen looks like the text around it.
enum CodePart: Sendable {
    case comment
    case keyword
    case string
    case number
    /// A key, an attribute or a variable, where the language marks it as one.
    case name
    /// A line of a diff.
    case inserted, deleted

    /// The start tag of the element for it.
    var tag: StaticString {
        switch self {
        case .comment: "<span class=\"code-comment\">"
        case .keyword: "<span class=\"code-keyword\">"
        case .string: "<span class=\"code-string\">"
        case .number: "<span class=\"code-number\">"
        case .name: "<span class=\"code-name\">"
        case .inserted: "<span class=\"code-inserted\">"
        case .deleted: "<span class=\"code-deleted\">"
        }
    }
}
