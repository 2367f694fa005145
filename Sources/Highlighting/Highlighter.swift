package import Bytes
import Markup

/// Writes code with its comments, strings, numbers and keywords in elements of their own.
///
/// Tokens are found, not grammar: a reader's eye is helped by that much, it takes one pass over the bytes,
/// and no code is so broken that it fails. What the bytes say is left as it is: without its tags, the output
/// is the escaped code.
package enum Highlighter {
    /// The languages that can be told apart, by all their names.
    package static var languages: some Sequence<String> { CodeLanguage.all.keys }

    /// Appends `code`, which is in `language`, as HTML.
    ///
    /// - Parameters:
    ///   - code: As it stands in the text.
    ///   - language: A name as authors write it behind a fence, in any case: `python`, `py`, `C++`.
    ///   - html: What the code is appended to.
    /// - Returns: Whether the language is known; if not, nothing was written.
    package static func write(
        _ code: UnsafeBufferPointer<UInt8>, in language: some StringProtocol,
        to html: inout OutputBuffer
    ) -> Bool {
        guard let language = CodeLanguage.all[language.lowercased()] else { return false }
        // Moved there and back: a buffer of two owners is copied as soon as one of them writes.
        var parts = CodeParts(code, into: html)
        html = OutputBuffer()
        switch language {
        case .tokens(let lexicon): parts.write(in: lexicon)
        case .markup: parts.writeMarkup()
        case .diff: parts.writeDiff()
        }
        html = parts.finish()
        return true
    }
}

/// Code on its way to HTML: everything up to `end` is written.
struct CodeParts {
    let code: UnsafeBufferPointer<UInt8>
    private var html: OutputBuffer
    private var end = 0
    var lookout = Lookout()

    init(_ code: UnsafeBufferPointer<UInt8>, into html: consuming OutputBuffer) {
        self.code = code
        self.html = html
    }

    /// Writes what stands before `range` as it is, and the range as a part.
    mutating func append(_ range: Range<Int>, as part: CodePart) {
        guard !range.isEmpty else { return }
        append(to: range.lowerBound)
        html.append(part.tag)
        append(to: range.upperBound)
        html.append("</span>")
    }

    consuming func finish() -> OutputBuffer {
        append(to: code.count)
        return html
    }

    private mutating func append(to position: Int) {
        guard position > end else { return }
        html.append(
            UnsafeBufferPointer(rebasing: code[end..<position]), escapedFor: .htmlText)
        end = position
    }

    // MARK: - Looking ahead

    func byte(at index: Int) -> UInt8? { index < code.count ? code[index] : nil }

    func holds(_ mark: [UInt8], at index: Int) -> Bool {
        index + mark.count <= code.count && mark.indices.allSatisfy { code[index + $0] == mark[$0] }
    }

    /// The end of the line that `index` is in, before its break.
    func endOfLine(from index: Int) -> Int {
        code.firstIndex(of: 0x0A, in: index..<code.count) ?? code.count
    }

    func end(from index: Int, while isIn: (UInt8) -> Bool) -> Int {
        var end = index
        while end < code.count, isIn(code[end]) { end += 1 }
        return end
    }

    /// Where the next `mark` from `index` on ends; the end of the code when there is none.
    func end(of mark: [UInt8], from index: Int) -> Int {
        var index = index
        while let found = code.firstIndex(of: mark[0], in: index..<code.count) {
            if holds(mark, at: found) { return found + mark.count }
            index = found + 1
        }
        return code.count
    }
}

extension UInt8 {
    /// A letter, a digit, `_`, or part of a letter beyond ASCII.
    var isInWord: Bool {
        switch self {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
            UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "_"), 0x80...:
            true
        default: false
        }
    }

    var isDigit: Bool { self >= 0x30 && self <= 0x39 }
}
