/// A command of LaTeX in a text: its name, and what stands behind it.

import Bytes
import Math

struct LaTeXCommand {
    let name: String
    let options: [String]
    /// `nil` for a command without braces.
    let argument: String?
    /// With the sign behind the name, if it takes something.
    let endOfName: Int
    /// Whether it stands right behind a word or a part of a path, as in `C:\users`.
    let isAttached: Bool
    /// Whether a brace opens right before it: `{\bf words}`.
    let beginsGroup: Bool
    private let isStarred: Bool
    /// Whether the brace behind it is closed.
    private let isClosed: Bool

    /// Of names, and of what stands in brackets; nobody writes longer ones.
    private static let longestName = 20
    private static let longest = 200

    init?(in text: UnsafeBufferPointer<UInt8>, at start: Int) {
        let name = text[(start + 1)...].prefix(Self.longestName).prefix { $0.isASCIILetter }
        guard !name.isEmpty, !Self.isInPath(text[..<start], before: text[name.endIndex...])
        else { return nil }
        self.name = String(decoding: name, as: UTF8.self)
        let before = start > 0 ? text[start - 1] : 0x20
        isAttached =
            before.isASCIILetterOrDigit || before >= 0x80 || "\\:/.%$_-~@".utf8.contains(before)
        beginsGroup = before == UInt8(ascii: "{")
        func byte(_ index: Int) -> UInt8 { index < text.count ? text[index] : 0x20 }
        var index = name.endIndex
        isStarred = byte(index) == UInt8(ascii: "*")
        if isStarred { index += 1 }
        var options: [String] = []
        while options.count < 2, byte(index) == UInt8(ascii: "["),
            let close = text[index...].prefix(Self.longest).firstIndex(of: UInt8(ascii: "]"))
        {
            options.append(String(decoding: text[(index + 1)..<close], as: UTF8.self))
            index = close + 1
        }
        self.options = options
        guard byte(index) == UInt8(ascii: "{") else {
            (argument, isClosed, endOfName) = (nil, false, name.endIndex)
            // `\users\x` and `\etc/x` are paths.
            guard !"\\/:_".utf8.contains(byte(name.endIndex)), !isStarred else { return nil }
            return
        }
        let inner = text[(index + 1)...].prefix(Self.longest).prefix { $0 != UInt8(ascii: "}") }
        argument = String(decoding: inner, as: UTF8.self)
        isClosed = byte(inner.endIndex) == UInt8(ascii: "}")
        endOfName = name.endIndex + 1
    }

    /// Whether a path goes on here: behind `C:`, of which braces follow only a capital, or behind a name with a backslash
    /// that LaTeX does not have.
    private static func isInPath(
        _ before: Slice<UnsafeBufferPointer<UInt8>>, before rest: Slice<UnsafeBufferPointer<UInt8>>
    ) -> Bool {
        var run = before.suffix(longest)
        let outside = run.lastIndex {
            !($0.isASCIILetterOrDigit || $0 >= 0x80 || "\\:._-~$%".utf8.contains($0))
        }
        if let outside { run = run[(outside + 1)...] }
        if run.last == UInt8(ascii: ":"), run.count == 2, let letter = run.first {
            return rest.first != UInt8(ascii: "{") || (0x41...0x5A).contains(letter)
        }
        // The nearest name decides in most texts.
        var hasSlash = false
        while let slash = run.lastIndex(of: UInt8(ascii: "\\")) {
            if !isKnown(run[(slash + 1)...]) { return true }
            hasSlash = true
            run = run[..<slash]
        }
        return hasSlash && !isKnown(run)
    }

    private static func isKnown(_ name: Slice<UnsafeBufferPointer<UInt8>>) -> Bool {
        let name = String(decoding: name, as: UTF8.self)
        return name.isEmpty || LaTeXAdvice.layout.contains(name)
            || LaTeXAdvice.symbols.contains(name) || LaTeXAdvice.words[name] != nil
            || LaTeXAdvice.group(name) != nil
    }

    /// How it is written, without what it is about.
    var form: String {
        argument == nil
            ? "\\\(name)"
            : "\\\(name)\(isStarred ? "*" : "")\(options.map { _ in "[…]" }.joined()){…}"
    }

    struct Advice {
        var text: String
        /// Whether what readers see is certainly wrong: of commands without braces, a text may well speak.
        var isCertain: Bool
        /// Whether it belongs into a formula.
        var isMath = false
    }

    /// What to write instead; `nil` for what may be none.
    func advice(_ macros: TeXMacros) -> Advice? {
        guard let argument else { return bareAdvice }
        if name == "end" { return nil }
        if let text = LaTeXAdvice.text(for: name, argument, options, macros) {
            // A text may well speak of the frame of a document; nobody leaves it in one.
            return Advice(
                text: text, isCertain: !LaTeXAdvice.isFrame(name, argument))
        }
        // A number in braces is how often something stands in a regular expression.
        guard name.count > 2, isClosed, !isAttached, options.isEmpty || argument.count > 0,
            argument.contains(where: { !$0.isNumber && !", ".contains($0) })
        else { return nil }
        let isMath = TeXMath.isCommand(name, macros)
        return Advice(
            text: isMath
                ? "a formula stands between dollars, ‘$…$’"
                : "write it in Markdown, or leave it out",
            isCertain: false, isMath: isMath)
    }

    /// The same for one without braces.
    private var bareAdvice: Advice? {
        if beginsGroup, let text = LaTeXAdvice.group(name) {
            return Advice(text: text, isCertain: false)
        }
        if let word = LaTeXAdvice.words[name] {
            return Advice(text: "write ‘\(word)’", isCertain: false)
        }
        guard !isAttached else { return nil }
        if LaTeXAdvice.layout.contains(name) { return Advice(text: "delete it", isCertain: false) }
        guard LaTeXAdvice.symbols.contains(name) else { return nil }
        return Advice(text: "write ‘$\\\(name)$’", isCertain: false, isMath: true)
    }
}
