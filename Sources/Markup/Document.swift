package import Bytes
package import Diagnostics

/// A parsed page: its HTML with gaps, and flat tables of everything in it that others ask about.
///
/// It depends on the bytes of its own file alone. Whoever needs the links, the outline or the
/// citations of a page reads a table here; nobody walks HTML to find them.
package struct Document: Sendable {
    package var body = Fragment()
    /// Every heading, run-in heads included, in the order of the text.
    package var outline: [Heading] = []
    /// Every link and image.
    package var references: [Reference] = []
    /// Of images whose width the author gives, by the index of the reference.
    package var imageWidths: [Int: ImageWidth] = [:]
    /// Files of values whose tables the text shows: the indices of their references.
    package var dataTables: [Int] = []
    package var citations: [CitationGroup] = []
    /// Brackets that may have been meant as citations.
    package var bracketedKeys: [BracketedKeys] = []
    /// `[@fig:x]` and the like, resolved within the page.
    package var crossReferences: [CrossReference] = []
    /// Names of acknowledged people found in the acknowledgements section, in order.
    package var mentions: [String] = []
    /// Labelled figures, tables, equations: what `[@fig:x]` can point at.
    package var labels: [Label] = []
    /// Every id a link may point at, sorted by bytes: headings and their old names, figures,
    /// tables, callouts, footnotes.
    package var anchors: [String] = []
    /// The text of the first paragraph, for lists and descriptions when no summary is given.
    ///
    /// A NUL, which no text holds, stands for each of ``excerptSlots``.
    package var excerpt = ""
    /// Citations and cross-references in the excerpt, in order.
    package var excerptSlots: [Fragment.Slot] = []
    /// What HTML that the site lets through has a browser do; the first of each kind.
    package var activeMarkup: [ActiveMarkup] = []
    package var wordCount = 0
    /// Whether the file has nothing for readers below its front matter.
    package var isEmpty = false
    /// Whether the text holds a formula, for which a page has a style sheet of its own.
    package var hasMath = false
    /// Whether the text holds code in colour, for which a page has a style sheet as well.
    package var hasHighlights = false
    /// Whether the text has a section of acknowledgements.
    package var hasAcknowledgements = false

    package init() {}

    /// The addresses of the files whose tables the text shows.
    package var dataTableTargets: [String] { dataTables.map { references[$0].target } }

    package func hasAnchor(_ anchor: String) -> Bool {
        let index = anchors.partitioningIndex { !$0.precedes(anchor) }
        return index < anchors.count && anchors[index].utf8.elementsEqual(anchor.utf8)
    }
}

/// A heading: what a `#fragment` most often addresses.
package struct Heading: Hashable, Sendable {
    /// 1 to 6.
    ///
    /// A run-in head is one deeper than the heading it stands under.
    package var level: Int
    package var anchor: String
    /// Former anchors (`.was-old`), kept alive by empty elements beside the heading.
    package var formerAnchors: [String]
    /// Plain text, without the final stop of a run-in head.
    ///
    /// A NUL, which no text holds, stands for each of ``slots``, here and in ``html``.
    package var text: String
    /// The same with its inline markup, but without links and ids: for tables of contents.
    package var html: OutputBuffer
    /// Citations in a sentence and cross-references in it, in order.
    package var slots: [Fragment.Slot] = []
    package var isRunIn: Bool
    package var bytes: ByteRange

    package init(
        level: Int, anchor: String, formerAnchors: [String] = [], text: String, html: OutputBuffer,
        isRunIn: Bool = false, bytes: ByteRange
    ) {
        self.level = level
        self.anchor = anchor
        self.formerAnchors = formerAnchors
        self.text = text
        self.html = html
        self.isRunIn = isRunIn
        self.bytes = bytes
    }
}

/// A link or image as the author wrote it, not yet resolved.
package struct Reference: Hashable, Sendable {
    package enum Kind: Hashable, Sendable {
        case link
        /// `isFirst` is true of the first image of the page, which is not loaded lazily.
        case image(isFirst: Bool)
    }

    package var kind: Kind
    /// The destination as cmark decoded it (entities and backslashes resolved), never empty of
    /// meaning: `#x`, `../a.md#b`, `/images/x.png`, `https://…`, `mailto:…`.
    package var target: String
    package var bytes: ByteRange

    package init(kind: Kind, target: String, bytes: ByteRange) {
        self.kind = kind
        self.target = target
        self.bytes = bytes
    }
}

/// How wide an author wants an image; it is as high as it looks natural.
package enum ImageWidth: Hashable, Sendable {
    /// Of the text around it, 1 to 100.
    case percent(Int)
    /// Of CSS, and never wider than the text around it.
    case pixels(Int)

    package var isPercent: Bool {
        switch self {
        case .percent: true
        case .pixels: false
        }
    }
}

/// `[lamport1994]`, `[knuth1984; lamport1994]`: words in brackets that cite nothing without an `@`.
package struct BracketedKeys: Hashable, Sendable {
    package var keys: [String]
    package var bytes: ByteRange
    /// Whether it stands behind a semicolon in a citation, as in `[@a; b2020]`, where it would be a place in the work.
    package var isInCitation: Bool

    package init(keys: [String], bytes: ByteRange, isInCitation: Bool = false) {
        self.keys = keys
        self.bytes = bytes
        self.isInCitation = isInCitation
    }
}

/// One citation as written: `[see @a, p. 4; @b]`, `@a argues`, or a link whose target is a work.
package struct CitationGroup: Hashable, Sendable {
    package enum Form: Hashable, Sendable {
        /// `[@a]`: everything in parentheses.
        case parenthetical
        /// `@a argues`, `@a [p. 4]`: the authors' names in the sentence, the rest in parentheses.
        case narrative
        /// `[words](<@a, Section 5>)`: the author's words, linked; there may be an image among them.
        case link(html: Fragment)
    }

    package struct Item: Hashable, Sendable {
        /// The work's key, or `nil` for the page's `default_work` (`[@, Section 2.2]`).
        package var key: String?
        /// Text before the key ("see"), without its trailing space.
        package var prefix: String
        /// Text after the key and its comma ("Section 1.2, and elsewhere"): locators first.
        package var suffix: String
        /// `-@a`: the year alone.
        package var suppressesAuthor: Bool
        /// Where the item stands in the file.
        package var bytes: ByteRange

        package init(
            key: String?, prefix: String = "", suffix: String = "", suppressesAuthor: Bool = false,
            bytes: ByteRange
        ) {
            self.key = key
            self.prefix = prefix
            self.suffix = suffix
            self.suppressesAuthor = suppressesAuthor
            self.bytes = bytes
        }
    }

    package var form: Form
    package var items: [Item]
    /// `(@a, p. 3)`, where parentheses hold nothing but keys and places: the citation shows parentheses of its own.
    package var parenthesis: Parenthesis?

    package struct Parenthesis: Hashable, Sendable {
        /// The same as a citation: `[@a, p. 3]`.
        package var citation: String
        package var bytes: ByteRange

        package init(citation: String, bytes: ByteRange) {
            self.citation = citation
            self.bytes = bytes
        }
    }

    package init(form: Form, items: [Item], parenthesis: Parenthesis? = nil) {
        self.form = form
        self.items = items
        self.parenthesis = parenthesis
    }
}

/// A numbered thing of a page that its text can refer to.
package struct Label: Hashable, Sendable {
    package enum Kind: String, Hashable, Sendable, CaseIterable {
        case figure = "fig"
        case table = "tbl"
        case equation = "eq"
        case section = "sec"
        case theorem = "thm"
        case lemma = "lem"
        case proposition = "prp"
        case corollary = "cor"
        case conjecture = "cnj"
        case assumption = "asm"
        case definition = "def"
        case example = "exm"
        case remark = "rem"
    }

    package var kind: Kind
    /// The whole label, which is the element's id: `fig:growth`.
    package var name: String
    /// 1, 2, 3 … within its kind and page; sections "2.1".
    package var number: String
    /// Of a section without a number, `number` is the title.
    package var isNumbered: Bool

    package init(kind: Kind, name: String, number: String, isNumbered: Bool = true) {
        self.kind = kind
        self.name = name
        self.number = number
        self.isNumbered = isNumbered
    }
}

/// A reference to a numbered thing of the same page.
package struct CrossReference: Hashable, Sendable {
    package var items: [Item]

    package init(items: [Item]) { self.items = items }

    package struct Item: Hashable, Sendable {
        /// The id of what is meant.
        package var anchor: String
        /// "Figure", where the reference says what it refers to.
        package var word: Word?
        /// "2", or the text of a heading without a number, with a NUL for each of ``slots``.
        package var text: String
        package var slots: [Fragment.Slot] = []
        /// "see", and "left".
        package var prefix: String
        package var suffix: String

        package init(
            anchor: String, word: Word?, text: String, prefix: String = "", suffix: String = ""
        ) {
            self.anchor = anchor
            self.word = word
            self.text = text
            self.prefix = prefix
            self.suffix = suffix
        }
    }
}
