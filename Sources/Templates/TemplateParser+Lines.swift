/// Lines that hold nothing but a tag.

extension TemplateParser {
    /// Such a line leaves no trace: the tag's white space and line break are dropped.
    ///
    /// A line of several tags of inheritance (`{{<layout}}{{$main}}`) counts as well.
    func trimStandaloneLines(_ tokens: inout [Token]) {
        let inheritance = Self.inheritanceTags(tokens)
        var index = 0
        while index < tokens.count {
            let first = index
            index += 1
            switch tokens[first].kind {
            case .text, .variable: continue
            case .comment, .delimiters, .section, .inverted, .block, .parent, .end, .partial: break
            }
            var last = first
            if inheritance[first] {
                while last + 1 < tokens.count, inheritance[last + 1] { last += 1 }
            }
            trim(first...last, &tokens)
            index = last + 1
        }
    }

    /// Trims a run of tags if nothing else stands on its line.
    private func trim(_ run: ClosedRange<Int>, _ tokens: inout [Token]) {
        let (lower, upper) = (
            tokens[run.lowerBound].range.lowerBound, tokens[run.upperBound].range.upperBound
        )
        var start = lower
        while start > 0, source[start - 1] == 0x20 || source[start - 1] == 0x09 { start -= 1 }
        guard start == 0 || source[start - 1] == 0x0A else { return }
        var end = upper
        while end < source.count, source[end] == 0x20 || source[end] == 0x09 { end += 1 }
        if end < source.count {
            if source[end] == 0x0D, end + 1 < source.count, source[end + 1] == 0x0A { end += 1 }
            guard source[end] == 0x0A else { return }
            end += 1
        }
        // Another tag on the line? Then its neighbour is not the text that was just read.
        if start < lower {
            guard run.lowerBound > 0, case .text = tokens[run.lowerBound - 1].kind else { return }
        }
        if end > upper {
            guard run.upperBound + 1 < tokens.count, case .text = tokens[run.upperBound + 1].kind
            else { return }
        }
        tokens[run.lowerBound].indentation = Array(source[start..<lower])
        if start < lower {
            let before = tokens[run.lowerBound - 1].range
            tokens[run.lowerBound - 1].range = before.lowerBound..<start
        }
        if end > upper {
            let after = tokens[run.upperBound + 1].range
            tokens[run.upperBound + 1].range = end..<max(end, after.upperBound)
        }
    }

    /// Which tokens open or close a block or a parent.
    private static func inheritanceTags(_ tokens: [Token]) -> [Bool] {
        var open: [Bool] = []
        return tokens.map { token in
            switch token.kind {
            case .block, .parent:
                open.append(true)
                return true
            case .section, .inverted:
                open.append(false)
                return false
            case .end: return open.popLast() ?? false
            case .text, .comment, .delimiters, .variable, .partial: return false
            }
        }
    }
}
