import Bytes

/// Dollars that are money or names of variables, though Pandoc's rules would make formulas of them.
extension MathScan {
    /// Whether what stands between two dollars is none, which no formula would be written like.
    func isProse(from open: Int, to close: Int) -> Bool {
        isPrice(from: open, to: close) || isCurrency(from: open, to: close)
            || isVariable(from: open, to: close) || isCode(from: open, to: close)
            || isSentence(from: open, to: close)
    }

    /// "$5 or US$": what begins with a digit, and ends in capitals of their own.
    private func isPrice(from open: Int, to close: Int) -> Bool {
        guard bytes[open + 1].isASCIIDigit else { return false }
        var index = close
        while index > open, (0x41...0x5A).contains(bytes[index - 1]) { index -= 1 }
        return index < close && (isSpace(index - 1) || bytes[index - 1] == UInt8(ascii: "("))
    }

    /// "The $-denominated and the US$-denominated": a hyphen, a word, and another one.
    private func isCurrency(from open: Int, to close: Int) -> Bool {
        guard bytes[open + 1] == UInt8(ascii: "-") else { return false }
        let word = bytes[open + 2..<close].prefix { (0x61...0x7A).contains($0) }
        return word.count > 3 && isSpace(word.endIndex) && word.endIndex + 2 < close
            && bytes[word.endIndex + 1].isASCIILetter && bytes[word.endIndex + 2].isASCIILetter
    }

    /// "$HOME/$USER" and "$HOME$USER": a name of the shell that ends in what joins it to the next.
    private func isVariable(from open: Int, to close: Int) -> Bool {
        let behind = close + 1 < bytes.count ? bytes[close + 1] : 0
        guard behind.isASCIILetter || behind == UInt8(ascii: "{"), bytes[open + 1].isASCIILetter,
            bytes[open + 2].isASCIILetter
        else { return false }
        let content = bytes[open + 1..<close]
        let isCapital = content.allSatisfy {
            (0x41...0x5A).contains($0) || $0.isASCIIDigit || $0 == UInt8(ascii: "_")
                || "/:.-@=".utf8.contains($0)
        }
        let isName = content.allSatisfy {
            $0.isASCIILetterOrDigit || "_/:.-@=".utf8.contains($0)
        }
        switch bytes[close - 1] {
        case UInt8(ascii: "/"), UInt8(ascii: ":"), UInt8(ascii: "@"): return isName
        // "the $xy-$plane" is a formula with a slip of the pen.
        case UInt8(ascii: "-"), UInt8(ascii: "."), UInt8(ascii: "="): return isCapital
        // In "$AB$s" the letters are a segment of a line.
        default: return isCapital && (0x41...0x5A).contains(behind)
        }
    }

    /// "$foo-$bar", "$x->$y", "$arr[$i]" and "${a}-${b}": names in a program, with what joins one to the next.
    private func isCode(from open: Int, to close: Int) -> Bool {
        let behind = close + 1 < bytes.count ? bytes[close + 1] : 0
        guard behind.isASCIILetter || behind == UInt8(ascii: "{") else { return false }
        let content = bytes[open + 1..<close]
        if bytes[open + 1] == UInt8(ascii: "{") {
            return behind == UInt8(ascii: "{") && bytes[open + 2].isASCIILetter
                && close + 2 < bytes.count && bytes[close + 2].isASCIILetter
        }
        let name = content.prefix { $0.isASCIILetterOrDigit || $0 == UInt8(ascii: "_") }
        guard bytes[open + 1].isASCIILetter, name.count < content.count else { return false }
        let joint = content[name.endIndex...]
        if ["->", "=>", "::", "==", "!="].contains(where: { joint.suffix(2).elementsEqual($0.utf8) }
        ) {
            return true
        }
        guard joint.count == 1, let sign = joint.first else { return false }
        // "the $xy-$plane" and "the $xyz-$space" are formulas with a slip of the pen.
        return sign == UInt8(ascii: "[")
            || "-.=+*|<>".utf8.contains(sign) && name.count > 2
                && !name.allSatisfy { "xyz".utf8.contains($0) }
    }

    /// "($m), and 5$": a word behind a bracket that nothing in it opens, or behind the end of a sentence.
    ///
    /// Half-open intervals have a bracket that opens them, of whatever kind; and a command may have words.
    private func isSentence(from open: Int, to close: Int) -> Bool {
        var hasBracket = false
        for index in open + 1..<close {
            switch bytes[index] {
            case UInt8(ascii: "\\"): return false
            case UInt8(ascii: "("), UInt8(ascii: "["), UInt8(ascii: "]"), UInt8(ascii: "{"):
                hasBracket = true
            case UInt8(ascii: ")") where !hasBracket:
                let isMark = index + 1 < close && ".,;:".utf8.contains(bytes[index + 1])
                if isWord(behind: index + (isMark ? 1 : 0), to: close) { return true }
            case UInt8(ascii: "."):
                if isWord(behind: index, to: close), bytes[index + 2] < 0x61 { return true }
            default: break
            }
        }
        return false
    }

    /// Whether a space and a word of three letters or more stand behind a place.
    private func isWord(behind index: Int, to close: Int) -> Bool {
        index + 4 < close && isSpace(index + 1)
            && bytes[index + 2...index + 4].allSatisfy { $0.isASCIILetter }
    }
}
