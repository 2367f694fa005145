/// A formula with its macros written out, and the way back to what an author wrote.

struct TeXExpansion {
    private let bytes: [UInt8]
    private let places: [ExpandedByte]
    private let source: UnsafeBufferPointer<UInt8>

    init(_ places: [ExpandedByte], of source: UnsafeBufferPointer<UInt8>) {
        self.places = places
        self.source = source
        bytes = places.map(\.byte)
    }

    func withBytes<Result>(_ body: (UnsafeBufferPointer<UInt8>) -> Result) -> Result {
        bytes.withUnsafeBufferPointer(body)
    }

    /// Whether something is about an argument that is not there yet.
    func hasArgument(in range: Range<Int>) -> Bool {
        places[range].contains { $0.origin == .argument }
    }

    /// A mistake where the author finds it: in the formula, or at the macro that it comes from.
    func inSource(_ mistake: TeXMistake, _ macros: TeXMacros) -> TeXMistake {
        var mistake = mistake
        let range = mistake.range
        let first = range.lowerBound < places.count ? places[range.lowerBound] : nil
        let last = range.isEmpty ? first : places[range.upperBound - 1]
        let lower = first.map { Int($0.lower) } ?? source.count
        mistake.range = lower..<max(lower, last.map { Int($0.upper) } ?? lower)
        guard first?.origin == .macro, let first else { return mistake }
        let command = source[Int(first.lower) + 1..<Int(first.upper)]
        let name = String(decoding: command, as: UTF8.self)
        guard let macro = macros.table[name], macro.body.utf8.count <= 100 else { return mistake }
        mistake.message += " (‘\\\(name)’ stands for ‘\(macro.body)’.)"
        return mistake
    }
}
