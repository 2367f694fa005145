/// A formula as a tree: what the parser makes and the writer writes.
indirect enum MathNode {
    case symbol(MathSymbol)
    /// `{…}`: one ordinary atom, whatever is inside.
    case group([MathNode])
    /// `\left…\right`, with the delimiters first and last.
    case fenced([MathNode])
    case delimiter(Delimiter)
    case scripted(Scripted)
    case fraction(Fraction)
    case root(MathNode, index: MathNode?)
    /// Something small set above or below something (`\overset`, `\xrightarrow`).
    case stacked(MathNode, over: MathNode?, under: MathNode?)
    case accented(MathNode, Accent)
    case text([TextPiece])
    case space(Ems)
    /// Content whose look changes and whose atoms stay what they are.
    case styled(Styling, [MathNode])
    case phantom(Phantom, MathNode)
    /// `\mathrel` and its kin: content made an atom of another class.
    case classed(AtomClass, MathNode, limits: ScriptPlacement)
    case table(MathTable)
    /// `\tag`: a formula's own label.
    case tag(MathNode)
}

struct Scripted {
    var base: MathNode
    var sub: MathNode?
    var sup: MathNode?
    /// What `\limits` or `\nolimits` asks for.
    var placement: ScriptPlacement?
}

struct Fraction {
    enum Style { case inherited, display, text, continued }

    var numerator: MathNode
    var denominator: MathNode
    var style = Style.inherited
    /// Without it there is no bar (binomials).
    var hasBar = true
}

/// A parenthesis or its like, in a size of its own.
struct Delimiter {
    enum Size {
        /// As tall as what it encloses.
        case stretched
        /// `\big` (1) to `\Bigg` (4).
        case fixed(Int)
    }

    var text: String
    var atomClass: AtomClass
    var size: Size
}

/// Something set directly over or under its base, at full size.
struct Accent: Sendable {
    enum Extent {
        /// As the font has it.
        case letter
        /// As wide as the base.
        case wide
        /// A line, which no character gives at every width: the style sheet draws it.
        case line
        /// As wide as the base, and scripts go to its far side.
        case brace
    }

    var text: String
    var extent: Extent
    var isUnder = false
}

/// A change of looks.
enum Styling: Hashable {
    /// `\displaystyle` and its kin.
    case size(MathStyle)
    /// A CSS color.
    case color(String)
    /// A class of the style sheet: boxed, cancel, bcancel, xcancel.
    case framed(String)
}

/// TeX's styles: how large and how generously a formula is set.
enum MathStyle: Int, Sendable {
    case display, text, script, scriptScript
}

/// Content that takes room without being seen, or is seen without taking room.
enum Phantom: Sendable {
    case whole, horizontal, vertical, smash
}

/// A part of `\text{…}`.
enum TextPiece {
    enum Font: Sendable { case plain, bold, italic, monospace }

    case words(String, Font)
    case formula(MathNode)
}

/// Rows and cells of an environment.
struct MathTable {
    struct Row {
        var cells: [[MathNode]] = []
        var tag: WrittenTag?
        /// Whether a line is drawn above.
        var hasRule = false
    }

    var layout: TableLayout
    var rows: [Row] = []
    /// Whether a line is drawn below the last row.
    var endsWithRule = false
}

/// How an environment sets its cells.
struct TableLayout: Sendable {
    enum Kind: Sendable {
        /// Every cell centered.
        case centered
        /// Columns right and left in turns, no space at the sign between.
        case aligned
        /// The same, without space between the pairs.
        case alignedClosely
        /// Everything at the left.
        case cases
        /// Columns as `array` was told.
        case columns
        /// Lines of a script, close together.
        case small
    }

    enum Column: Sendable { case left, center, right }

    var kind: Kind
    var isDisplay = false
    var isScript = false
    var columns: [Column] = []
    /// Indices of columns with a line at their left; one more than there are for the right end.
    var rules: Set<Int> = []
}
