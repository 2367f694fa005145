/// Parentheses around the destinations of links, which may hold others in pairs.

/// Those of a line, or of its rest.
struct Parentheses {
    var range = 0..<0
    /// Where each is closed, by its place.
    var closings: [Int: Int] = [:]
}

extension BodyTranslator {
    /// Where the parenthesis at a place is closed on its line; `nil` where it is not.
    ///
    /// The rest of the line is read once for all in it: to look from each of them would take too long.
    mutating func closing(of open: Int) -> Int? {
        if !parentheses.range.contains(open) { parentheses = pairs(from: open) }
        return parentheses.closings[open]
    }

    /// Pairs from a place to the end of its line; those in tags of templates, which may have more lines, are none.
    private func pairs(from start: Int) -> Parentheses {
        var found = Parentheses()
        var opened: [Int] = []
        // Before these places, no tag is closed.
        var deadEnds: [String: Int] = [:]
        var place = start
        while place < end, bytes[place] != 0x0A {
            switch bytes[place] {
            case UInt8(ascii: "("): opened.append(place)
            case UInt8(ascii: ")"): if let open = opened.popLast() { found.closings[open] = place }
            case UInt8(ascii: "{") where has("{{", at: place) || has("{%", at: place):
                let stop = has("{%", at: place) ? "%}" : "}}"
                let limit = place + Self.longest
                let from = max(place, deadEnds[stop] ?? 0)
                if let close = find(stop, from: from, within: limit - from) {
                    place = close + 1
                } else {
                    deadEnds[stop] = limit - 1
                }
            default: break
            }
            place += 1
        }
        found.range = start..<max(start + 1, min(place, end))
        return found
    }
}
