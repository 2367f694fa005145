/// Lines that make tables of Pandoc's, and none here.
package enum PandocTable {
    /// `+---+---+` or `+===+===+` (Pandoc, "grid_tables").
    package static func isGridRule(_ line: some BidirectionalCollection<UInt8>) -> Bool {
        let plus = UInt8(ascii: "+")
        guard line.first == plus, line.last(where: { $0 > 0x20 }) == plus else { return false }
        return line.contains { "-=".utf8.contains($0) }
            && line.allSatisfy { $0 <= 0x20 || "+-=:".utf8.contains($0) }
    }

    /// `------- -----` (Pandoc, "simple_tables" and "multiline_tables"): two groups of dashes or more, of two or more
    /// each; `- - -` is an ornament.
    package static func isRuler(_ line: some Collection<UInt8>) -> Bool {
        let dash = UInt8(ascii: "-")
        guard line.allSatisfy({ $0 <= 0x20 || $0 == dash }) else { return false }
        let groups = line.split { $0 <= 0x20 }
        return groups.count > 1 && groups.allSatisfy { $0.count > 1 }
            && groups.contains { $0.count > 2 }
    }
}
