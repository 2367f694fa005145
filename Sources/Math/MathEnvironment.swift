/// The environments, and how each sets its rows.
struct MathEnvironment: Sendable {
    /// What stands behind `\begin{name}`.
    enum Argument: Sendable {
        case none
        /// `[t]`
        case position
        /// `{lcr}`
        case columns
        /// `{2}`
        case count
        /// `[r]`
        case alignment
    }

    var layout: TableLayout
    var left = ""
    var right = ""
    var argument = Argument.none
    /// How many cells a line may have.
    var columns: Int?
    /// Whether a single line is set without a table.
    var isUnwrapped = false

    static func named(_ name: String) -> MathEnvironment? { table[name] }

    /// Sorted, so that the same mistake gets the same hint every time.
    static let names = table.keys.sorted()

    private static let table: [String: MathEnvironment] = {
        var table = others
        let fences = [
            ("", "", ""), ("p", "(", ")"), ("b", "[", "]"), ("B", "{", "}"), ("v", "|", "|"),
            ("V", "‖", "‖"),
        ]
        for (letter, left, right) in fences {
            let matrix = MathEnvironment(
                layout: TableLayout(kind: .centered), left: left, right: right)
            table[letter + "matrix"] = matrix
            table[letter + "matrix*"] = matrix.told(.alignment)
            table[letter + "smallmatrix"] = MathEnvironment(
                layout: TableLayout(kind: .small, isScript: true), left: left, right: right)
        }
        let display = TableLayout(kind: .aligned, isDisplay: true)
        for name in ["aligned", "split"] {
            table[name] = MathEnvironment(layout: display, argument: .position)
        }
        for name in ["align", "align*", "flalign", "flalign*"] {
            table[name] = MathEnvironment(layout: display)
        }
        for name in ["alignat", "alignat*", "alignedat"] {
            let close = TableLayout(kind: .alignedClosely, isDisplay: true)
            table[name] = MathEnvironment(layout: close, argument: .count)
        }
        let centered = TableLayout(kind: .centered, isDisplay: true)
        for name in ["gathered", "gather", "gather*", "multline", "multline*"] {
            table[name] = MathEnvironment(layout: centered, argument: .position, columns: 1)
        }
        for name in ["equation", "equation*", "displaymath", "math"] {
            table[name] = MathEnvironment(layout: centered, columns: 1, isUnwrapped: true)
        }
        return table
    }()

    private static let others: [String: MathEnvironment] = {
        let cases = TableLayout(kind: .cases)
        let displayed = TableLayout(kind: .cases, isDisplay: true)
        let eqnarray = TableLayout(
            kind: .columns, isDisplay: true, columns: [.right, .center, .left])
        return [
            "array": MathEnvironment(layout: TableLayout(kind: .columns), argument: .columns),
            "subarray": MathEnvironment(layout: TableLayout(kind: .small), argument: .columns),
            "cases": MathEnvironment(layout: cases, left: "{", columns: 2),
            "dcases": MathEnvironment(layout: displayed, left: "{", columns: 2),
            "rcases": MathEnvironment(layout: cases, right: "}", columns: 2),
            "drcases": MathEnvironment(layout: displayed, right: "}", columns: 2),
            "eqnarray": MathEnvironment(layout: eqnarray, columns: 3),
            "eqnarray*": MathEnvironment(layout: eqnarray, columns: 3),
        ]
    }()

    private func told(_ argument: Argument) -> MathEnvironment {
        var copy = self
        copy.argument = argument
        return copy
    }
}

extension TableLayout.Column {
    /// `l`, `c` or `r`.
    init?(_ letter: UInt8) {
        switch letter {
        case UInt8(ascii: "l"): self = .left
        case UInt8(ascii: "c"): self = .center
        case UInt8(ascii: "r"): self = .right
        default: return nil
        }
    }
}

extension TableLayout {
    /// Reads `l|cr` and `*{3}{c}`; says whether it could read all of it.
    mutating func readColumns(_ specification: ArraySlice<UInt8>, depth: Int) -> Bool {
        var rest = specification
        while let letter = rest.popFirst() {
            switch letter {
            case UInt8(ascii: "|"): rules.insert(columns.count)
            case UInt8(ascii: "@"), UInt8(ascii: "!"):
                // What it would set between columns is nearly always nothing.
                guard rest.popGroup() != nil else { return false }
            case UInt8(ascii: "*"):
                guard let count = rest.popGroup(), let group = rest.popGroup(), depth == 0,
                    let times = Int(String(decoding: count, as: UTF8.self)),
                    (1...64).contains(times)
                else { return false }
                for _ in 0..<times where !readColumns(group, depth: 1) { return false }
            case 0...0x20: break
            default:
                guard let column = Column(letter) else { return false }
                columns.append(column)
            }
        }
        return true
    }
}

extension ArraySlice<UInt8> {
    /// Takes `{…}` from the front, and returns what is inside.
    fileprivate mutating func popGroup() -> ArraySlice<UInt8>? {
        guard first == UInt8(ascii: "{"), let end = firstIndex(of: UInt8(ascii: "}")) else {
            return nil
        }
        defer { self = self[(end + 1)...] }
        return self[(startIndex + 1)..<end]
    }
}
