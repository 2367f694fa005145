/// A template taken apart: text and tags, nested.

import Diagnostics

struct TemplateNode: Sendable {
    indirect enum Kind: Sendable {
        case text([UInt8])
        /// `{{name}}`, or `{{{name}}}` when `isRaw`.
        case variable(path: [String], isRaw: Bool)
        case section(path: [String], isInverted: Bool, [TemplateNode])
        /// `{{>name}}`; `indentation` is put before each of its lines.
        case partial(name: String, indentation: [UInt8])
        /// `{{$name}}…{{/name}}`.
        case block(name: String, [TemplateNode])
        /// `{{<name}}…{{/name}}`: another template, with some of its blocks replaced.
        case parent(name: String, indentation: [UInt8], [TemplateNode])
    }

    let kind: Kind
    /// Of the tag, or of the text, in its file.
    let bytes: ByteRange
}

/// The text of a template file.
package struct TemplateSource: Sendable {
    /// Relative to the root of the site: `templates/partials/byline.html`.
    package let path: String
    package let bytes: [UInt8]

    package init(path: String, bytes: [UInt8]) {
        self.path = path
        self.bytes = bytes
    }
}

/// A parsed template.
struct ParsedTemplate: Sendable {
    let path: String
    let nodes: [TemplateNode]
    let diagnostics: [Diagnostic]
    let nesting: Nesting

    /// What is known of the sections that a template opens and closes.
    enum Nesting: Comparable {
        case known
        /// Where a section ends is a guess: what is said of the places in the page may follow from it.
        case endIsGuessed
        /// A section is closed that was not opened: names in it may have been meant for what it enters.
        case lacksBeginning
    }
}
