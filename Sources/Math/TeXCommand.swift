/// What a command does that is no sign of its own.
enum TeXCommand: Sendable {
    case fraction(Fraction.Style)
    case binomial(Fraction.Style)
    case generalFraction
    case root
    case left
    case bigDelimiter(Int, AtomClass)
    case accent(Accent)
    case overset, underset, stackrel
    case extensibleArrow(String)
    case text(TextPiece.Font)
    case alphabet(MathAlphabet)
    case bold
    case operatorName
    case atomClass(AtomClass)
    case begin, substack
    case space(Ems)
    case writtenSpace
    case modulo(Modulo)
    case dots
    case not
    case textColor
    case framed(String)
    case phantom(Phantom)
    case strut
    case overlap
    case prescript
    case tag
    case limits
    /// Draws a line between the rows of a table.
    case rule
    case idle(Idle)
    case change(Change)

    /// What is known only to say that it does nothing here.
    enum Idle: Sendable {
        /// Says something about pages or line breaks, which browsers decide.
        case ignored
        /// Defines commands, which is no matter of one formula.
        case definition
        /// Names the formula, or another one.
        case reference
        /// What is known of TeX and not read here, with what to do instead.
        case unsupported(String)
    }

    /// What changes all that follows, to the end of the group.
    enum Change: Sendable {
        case style(MathStyle)
        case color
        case alphabet(MathAlphabet)
        /// `\over` and its kin: what came before over what follows.
        case infix(hasBar: Bool, left: String, right: String)
    }

    enum Modulo: Sendable { case binary, parenthesized, plain, pod }

    static func named(_ name: String) -> TeXCommand? { table[name] }

    static var names: some Collection<String> { table.keys }

    /// Without commands that are known only to say that they do nothing here.
    static var usefulNames: [String] {
        table.compactMap { name, command in
            if case .idle = command { nil } else { name }
        }
    }

    private static let table: [String: TeXCommand] = {
        var table = commands
        for (letters, alphabet) in alphabets {
            for name in letters.split(separator: " ") { table[String(name)] = .alphabet(alphabet) }
        }
        for (index, size) in ["big", "Big", "bigg", "Bigg"].enumerated() {
            table[size] = .bigDelimiter(index + 1, .ordinary)
            table[size + "l"] = .bigDelimiter(index + 1, .opening)
            table[size + "r"] = .bigDelimiter(index + 1, .closing)
            table[size + "m"] = .bigDelimiter(index + 1, .relation)
        }
        for (name, text) in accents {
            table[name] = .accent(Accent(text: text, extent: .letter))
        }
        for (name, text) in arrows { table[name] = .extensibleArrow(text) }
        for (name, thousandths) in spaces {
            table[name] = .space(Ems(tenThousandths: thousandths))
        }
        for name in ignoredCommands.split(separator: " ") { table[String(name)] = .idle(.ignored) }
        for name in definitions.split(separator: " ") { table[String(name)] = .idle(.definition) }
        for name in references.split(separator: " ") { table[String(name)] = .idle(.reference) }
        for (names, advice) in unsupported {
            for name in names.split(separator: " ") {
                table[String(name)] = .idle(.unsupported(advice))
            }
        }
        return table
    }()

    private static let alphabets: [(String, MathAlphabet)] = [
        ("mathrm mathup mathnormal symup", .roman), ("mathbf symbf bold", .bold),
        ("mathit", .italic),
        ("mathbb mathbbm mathds Bbb", .doubleStruck), ("mathcal", .calligraphic),
        ("mathscr", .script),
        ("mathfrak frak", .fraktur), ("mathsf", .sansSerif), ("mathtt", .monospace),
    ]

    private static let accents = [
        ("hat", "ˆ"), ("tilde", "˜"), ("bar", "ˉ"), ("dot", "˙"), ("ddot", "¨"),
        ("dddot", "\u{20DB}"),
        ("ddddot", "\u{20DC}"), ("check", "ˇ"), ("breve", "˘"), ("acute", "´"), ("grave", "`"),
        ("mathring", "˚"),
    ]

    private static let arrows = [
        ("xrightarrow", "→"), ("xleftarrow", "←"), ("xleftrightarrow", "↔"), ("xRightarrow", "⇒"),
        ("xLeftarrow", "⇐"), ("xLeftrightarrow", "⇔"), ("xmapsto", "↦"), ("xhookrightarrow", "↪"),
        ("xhookleftarrow", "↩"), ("xrightharpoonup", "⇀"), ("xleftharpoonup", "↼"),
        ("xrightleftharpoons", "⇌"), ("xtwoheadrightarrow", "↠"), ("xlongequal", "="),
        ("xrightharpoondown", "⇁"), ("xleftharpoondown", "↽"),
        ("xtwoheadleftarrow", "↞"), ("xtofrom", "⇄"),
    ]

    /// In ten-thousandths of an em.
    private static let spaces = [
        (",", 1667), ("thinspace", 1667), (":", 2222), (">", 2222), ("medspace", 2222),
        (";", 2778), ("thickspace", 2778), ("!", -1667), ("negthinspace", -1667),
        ("negmedspace", -2222), ("negthickspace", -2778), (" ", 3333), ("\n", 3333), ("\t", 3333),
        ("space", 3333), ("nobreakspace", 3333), ("enspace", 5000), ("enskip", 5000),
        ("quad", 10_000), ("qquad", 20_000),
    ]

    private static let ignoredCommands = """
        nonumber notag displaylimits relax allowbreak nobreak nolinebreak linebreak break \
        allowdisplaybreaks displaybreak nopagebreak protect null strut \
        mathsurround hfill hfil normalsize noindent / -
        """

    private static let definitions = """
        newcommand renewcommand providecommand def let gdef edef DeclareMathOperator \
        DeclarePairedDelimiter newenvironment
        """

    /// Commands of packages that authors miss, and that would else be taken for slips of the pen.
    private static let unsupported = [
        (
            "href url", "links stand in the text: write ‘[words](address)’ beside the formula"
        ),
        (
            "ce pu cf chemfig",
            "write chemical formulas with letters that stand upright, as in ‘\\mathrm{H_2O}’"
        ),
        (
            "SI si qty unit num ang SIrange SIlist qtyrange qtylist numrange numlist",
            "write quantities with a thin space and letters that stand upright, as in ‘5\\,\\mathrm{km}’"
        ),
        (
            "cite citep citet footnote includegraphics",
            "it belongs into the text, and is written there as Markdown has it"
        ),
    ]

    private static let references = "label ref eqref cref autoref"

    private static let commands: [String: TeXCommand] = [
        "frac": .fraction(.inherited), "dfrac": .fraction(.display), "tfrac": .fraction(.text),
        "cfrac": .fraction(.continued), "binom": .binomial(.inherited),
        "dbinom": .binomial(.display),
        "tbinom": .binomial(.text), "genfrac": .generalFraction, "sqrt": .root, "left": .left,
        "over": .change(.infix(hasBar: true, left: "", right: "")),
        "atop": .change(.infix(hasBar: false, left: "", right: "")),
        "choose": .change(.infix(hasBar: false, left: "(", right: ")")),
        "brace": .change(.infix(hasBar: false, left: "{", right: "}")),
        "brack": .change(.infix(hasBar: false, left: "[", right: "]")),
        "widehat": .accent(Accent(text: "\u{302}", extent: .wide)),
        "widetilde": .accent(Accent(text: "˜", extent: .wide)),
        "vec": .accent(Accent(text: "\u{20D7}", extent: .wide)),
        "overrightarrow": .accent(Accent(text: "→", extent: .wide)),
        "overleftarrow": .accent(Accent(text: "←", extent: .wide)),
        "overleftrightarrow": .accent(Accent(text: "↔", extent: .wide)),
        "underrightarrow": .accent(Accent(text: "→", extent: .wide, isUnder: true)),
        "underleftarrow": .accent(Accent(text: "←", extent: .wide, isUnder: true)),
        "underleftrightarrow": .accent(Accent(text: "↔", extent: .wide, isUnder: true)),
        "overrightharpoon": .accent(Accent(text: "⇀", extent: .wide)),
        "overleftharpoon": .accent(Accent(text: "↼", extent: .wide)),
        "widecheck": .accent(Accent(text: "ˇ", extent: .wide)),
        "overline": .accent(Accent(text: "‾", extent: .line)),
        "underline": .accent(Accent(text: "_", extent: .line, isUnder: true)),
        "overbrace": .accent(Accent(text: "⏞", extent: .brace)),
        "underbrace": .accent(Accent(text: "⏟", extent: .brace, isUnder: true)),
        "overbracket": .accent(Accent(text: "⎴", extent: .brace)),
        "underbracket": .accent(Accent(text: "⎵", extent: .brace, isUnder: true)),
        "overparen": .accent(Accent(text: "⏜", extent: .brace)),
        "underparen": .accent(Accent(text: "⏝", extent: .brace, isUnder: true)),
        "overset": .overset, "underset": .underset, "stackrel": .stackrel,
        "text": .text(.plain), "mbox": .text(.plain), "hbox": .text(.plain),
        "textrm": .text(.plain), "textnormal": .text(.plain), "textup": .text(.plain),
        "textsf": .text(.plain), "textbf": .text(.bold), "textit": .text(.italic),
        "textsl": .text(.italic), "emph": .text(.italic), "texttt": .text(.monospace),
        "boldsymbol": .bold, "bm": .bold, "pmb": .bold, "mathbfit": .bold, "symbfit": .bold,
        "operatorname": .operatorName, "mathop": .atomClass(.largeOperator),
        "mathbin": .atomClass(.binary), "mathrel": .atomClass(.relation),
        "mathord": .atomClass(.ordinary), "mathopen": .atomClass(.opening),
        "mathclose": .atomClass(.closing), "mathinner": .atomClass(.inner),
        "mathpunct": .atomClass(.punctuation), "ensuremath": .atomClass(.ordinary),
        "begin": .begin, "substack": .substack, "hspace": .writtenSpace, "mspace": .writtenSpace,
        "hskip": .writtenSpace, "mskip": .writtenSpace, "kern": .writtenSpace,
        "mkern": .writtenSpace, "bmod": .modulo(.binary), "pmod": .modulo(.parenthesized),
        "mod": .modulo(.plain), "pod": .modulo(.pod), "dots": .dots, "not": .not,
        "textcolor": .textColor, "color": .change(.color), "boxed": .framed("boxed"),
        "fbox": .framed("boxed"), "cancel": .framed("cancel"), "bcancel": .framed("bcancel"),
        "xcancel": .framed("xcancel"), "phantom": .phantom(.whole),
        "hphantom": .phantom(.horizontal), "vphantom": .phantom(.vertical),
        "smash": .phantom(.smash), "mathstrut": .strut, "mathclap": .overlap, "mathllap": .overlap,
        "mathrlap": .overlap, "prescript": .prescript, "tag": .tag, "limits": .limits,
        "nolimits": .limits, "displaystyle": .change(.style(.display)),
        "textstyle": .change(.style(.text)),
        "scriptstyle": .change(.style(.script)),
        "scriptscriptstyle": .change(.style(.scriptScript)),
        "rm": .change(.alphabet(.roman)), "bf": .change(.alphabet(.bold)),
        "it": .change(.alphabet(.italic)),
        "cal": .change(.alphabet(.calligraphic)), "sf": .change(.alphabet(.sansSerif)),
        "tt": .change(.alphabet(.monospace)), "hline": .rule, "toprule": .rule, "midrule": .rule,
        "bottomrule": .rule, "hdashline": .rule,
    ]
}
