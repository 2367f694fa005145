/// Looking at the bytes, and writing others.

extension BodyTranslator {
    mutating func copy() {
        output.append(bytes[index])
        index += 1
    }

    /// Copies a range, and goes on behind it.
    mutating func emit(_ range: Range<Int>) {
        output += bytes[range].filter { $0 != 0x0D }
        index = range.upperBound
    }

    mutating func write(_ text: String) { output += text.utf8 }

    /// Makes sure that what comes next begins a block.
    mutating func writeBlankLine() {
        while output.last == 0x20 { output.removeLast() }
        guard !output.isEmpty else { return }
        while !output.suffix(2).elementsEqual([0x0A, 0x0A]) { output.append(0x0A) }
    }

    func has(_ text: String, at place: Int? = nil) -> Bool {
        bytes[(place ?? index)..<end].starts(with: text.utf8)
    }

    func text(_ range: Range<Int>) -> String { String(decoding: bytes[range], as: UTF8.self) }

    /// The first place of a text behind `start`.
    ///
    /// - Parameters:
    ///   - text: What to look for.
    ///   - start: Where to begin.
    ///   - limit: How far to look: nothing that stands on one line is longer than a few kilobytes, and
    ///     what opens a thousand tags and closes none must not be searched a thousand times.
    /// - Returns: The offset of its first byte.
    func find(_ text: String, from start: Int, within limit: Int = .max) -> Int? {
        let wanted = Array(text.utf8)
        let end = limit < self.end - start ? start + limit : self.end
        var place = start
        while place + wanted.count <= end {
            if bytes[place] == wanted[0],
                bytes[place..<place + wanted.count].elementsEqual(wanted)
            {
                return place
            }
            place += 1
        }
        return nil
    }

    /// The same for what may stand anywhere behind `start`: what lies between is looked through once, however many
    /// begin there.
    mutating func findOnce(_ text: String, from start: Int) -> Int? {
        if let range = sought[text], range.contains(start) {
            // A part of the text may end before it.
            return range.upperBound <= end - text.utf8.count ? range.upperBound : nil
        }
        let place = find(text, from: start)
        sought[text] = start..<(place ?? .max)
        return place
    }

    /// The same for what ends within the length of a tag.
    mutating func findNear(_ text: String, from start: Int) -> Int? {
        findOnce(text, from: start).flatMap {
            $0 + text.utf8.count - start <= Self.longest ? $0 : nil
        }
    }

    /// How often the sign at a place stands there in a row.
    func run(at start: Int) -> Int {
        bytes[start..<end].prefix { $0 == bytes[start] }.count
    }

    func lineEnd(_ start: Int) -> Int {
        var place = start
        while place < end, bytes[place] != 0x0A { place += 1 }
        return place
    }

    func firstNonSpace(_ start: Int) -> Int {
        var place = start
        while place < end, bytes[place] == 0x20 || bytes[place] == 0x09 || bytes[place] == 0x0D {
            place += 1
        }
        return place
    }

    func isAfterBlankLine(_ lineStart: Int) -> Bool {
        var place = lineStart - 1
        guard place > 0 else { return true }
        place -= 1
        while place >= 0, bytes[place] == 0x20 || bytes[place] == 0x0D || bytes[place] == 0x09 {
            place -= 1
        }
        return place < 0 || bytes[place] == 0x0A
    }
}
