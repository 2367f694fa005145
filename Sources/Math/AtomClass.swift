/// What an atom is in TeX's eyes: the space between two neighbours follows from their classes.
enum AtomClass: Int, Sendable {
    case ordinary, largeOperator, binary, relation, opening, closing, punctuation, inner

    /// The space TeX sets between two neighbours (The TeXbook, chapter 18).
    ///
    /// In scripts only large operators keep their distance.
    static func space(_ left: AtomClass, _ right: AtomClass, inScript: Bool) -> Ems {
        let rows: StaticString = """
            0ohr000t\
            oo0r000t\
            hh00h00h\
            rr00r00r\
            00000000\
            0ohr000t\
            tt0ttttt\
            tohrt0tt
            """
        let code = rows.withUTF8Buffer { $0[left.rawValue * 8 + right.rawValue] }
        switch code {
        case UInt8(ascii: "o"): return .thin
        case UInt8(ascii: "t"): return inScript ? .zero : .thin
        case UInt8(ascii: "h"): return inScript ? .zero : .medium
        case UInt8(ascii: "r"): return inScript ? .zero : .thick
        default: return .zero
        }
    }
}
