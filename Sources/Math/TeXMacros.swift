/// The macros of a site: commands that stand for TeX that its authors write often.
///
/// They are known to be sound (``TeXMacroCheck``): none calls itself, and none grows beyond bounds.
package struct TeXMacros: Sendable {
    /// What a command stands for.
    struct Macro: Sendable {
        enum Piece: Sendable {
            case text([UInt8])
            /// The argument of `#1` has the number 0.
            case argument(Int)
        }

        let name: String
        /// As it is written, for messages.
        let body: String
        let pieces: [Piece]
        let argumentCount: Int
    }

    private(set) var table: [String: Macro] = [:]
    /// In the order of the alphabet, so that the same mistake gets the same hint every time.
    private(set) var names: [String] = []
    /// Whether there may be others: nobody can say that a command is not known.
    package var isIncomplete = false

    package init() {}

    init(_ macros: [Macro]) {
        table = Dictionary(uniqueKeysWithValues: macros.map { ($0.name, $0) })
        names = table.keys.sorted()
    }

    /// Those of a site whose settings cannot be read.
    package static let unreadable: TeXMacros = {
        var macros = TeXMacros()
        macros.isIncomplete = true
        return macros
    }()

    package var isEmpty: Bool { table.isEmpty }
}

/// The macros as a page uses them.
package struct TeXMacroUse {
    let macros: TeXMacros
    /// How many bytes macros may still be expanded to: a command of two bytes may stand for a thousand,
    /// and a page may have it a hundred thousand times.
    var remaining: Int
    /// Whether an author has been told that there are too many.
    var hasSaidEnough = false

    package init(_ macros: TeXMacros, limit: Int) {
        self.macros = macros
        remaining = limit
    }
}
