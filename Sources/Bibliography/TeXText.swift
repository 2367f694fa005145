/// TeX markup in the values of BibTeX, turned into Unicode text.

import Markup

enum TeXText {
    private static let letters = TeXLetters.letters.merging([
        "textendash": "–", "textemdash": "—", "ldots": "…",
        "dots": "…", "textquoteright": "’", "textquoteleft": "‘", "textregistered": "®",
        "copyright": "©", "pounds": "£", "S": "§", "P": "¶", "LaTeX": "LaTeX", "TeX": "TeX",
        "textbackslash": "\\", "textasciitilde": "~", "textunderscore": "_",
        "textasciicircum": "^", "textasciigrave": "`", "textbar": "|", "textless": "<",
        "textgreater": ">",
        "textdollar": "$", "textbraceleft": "{", "textbraceright": "}", "textellipsis": "…",
        "textquotedblleft": "“", "textquotedblright": "”", "textquotesingle": "'",
        "texttrademark": "™", "textdegree": "°", "euro": "€",
        "times": "×", "sim": "∼", "leq": "≤", "geq": "≥", "infty": "∞", "to": "→",
        "alpha": "α", "beta": "β", "gamma": "γ", "delta": "δ", "epsilon": "ε", "zeta": "ζ",
        "eta": "η", "theta": "θ", "iota": "ι", "kappa": "κ", "lambda": "λ", "mu": "μ", "nu": "ν",
        "xi": "ξ", "pi": "π", "rho": "ρ", "sigma": "σ", "tau": "τ", "phi": "φ", "chi": "χ",
        "psi": "ψ", "omega": "ω", "Gamma": "Γ", "Delta": "Δ", "Theta": "Θ", "Lambda": "Λ",
        "Pi": "Π", "Sigma": "Σ", "Phi": "Φ", "Psi": "Ψ", "Omega": "Ω",
    ]) { _, own in own }
    /// An accent without a letter below it.
    private static func sign(for mark: Unicode.Scalar) -> String {
        switch mark {
        case "\u{302}": "^"
        case "\u{303}": "~"
        default: ""
        }
    }

    /// Commands that only set their argument in another type.
    private static let dropped: Set<String> = [
        "emph", "textit", "textbf", "textsc", "textrm", "texttt", "textsf", "mbox", "text",
        "em", "it", "bf", "sc", "rm", "tt", "protect", "relax", "newblock", "ensuremath", "mathrm",
        "mathit", "mathbf", "enquote",
    ]

    /// The text, and the commands that are not known.
    static func decode(_ source: String) -> (text: String, unknown: [String]) {
        if isPlain(source) { return (source, []) }
        // What TeX writes as a sign is no tag.
        var decoder = Decoder(source: Array(HTMLText.plain(source)))
        let text = decoder.decode()
        return (
            text.composed.split(whereSeparator: { $0 == " " || $0.isNewline || $0 == "\t" })
                .joined(separator: " "), decoder.unknown
        )
    }

    /// Whether a text is read as it stands: ASCII in single spaces without a sign that means another, as most names
    /// and titles are.
    private static func isPlain(_ source: String) -> Bool {
        var previous = UInt8(ascii: " ")
        for byte in source.utf8 {
            switch byte {
            case UInt8(ascii: "{"), UInt8(ascii: "}"), UInt8(ascii: "$"), UInt8(ascii: "~"),
                UInt8(ascii: "\\"), UInt8(ascii: "`"), UInt8(ascii: "'"), UInt8(ascii: "<"),
                UInt8(ascii: "&"), 0x00..<0x20, 0x7F...:
                return false
            case UInt8(ascii: " "), UInt8(ascii: "-"): if byte == previous { return false }
            default: break
            }
            previous = byte
        }
        return previous != UInt8(ascii: " ")
    }

    /// An address as it is meant, whatever TeX needs before its signs: nothing else in it is markup.
    static func address(_ source: String) -> String {
        let isPlain = source.utf8.allSatisfy {
            $0 > 0x20 && $0 < 0x7F && $0 != UInt8(ascii: "\\") && $0 != UInt8(ascii: "{")
                && $0 != UInt8(ascii: "}")
        }
        guard !isPlain else { return source }
        var address = source
        for (sign, meant) in signsOfAddresses { address.replace(sign, with: meant) }
        return address.filter { $0 != "{" && $0 != "}" && !$0.isWhitespace }
    }

    /// Longer ones first, where one begins another.
    private static let signsOfAddresses = [
        ("\\url{", ""), ("\\_", "_"), ("\\%", "%"), ("\\&", "&"), ("\\#", "#"), ("\\~{}", "~"),
        ("\\textasciitilde{}", "~"), ("\\textasciitilde", "~"),
    ]

    /// The address of a text that begins with `\url{…}`; what stands behind the brace is none of it.
    static func addressInCommand(_ source: String) -> String? {
        let command = "\\url"
        let start = source.drop(while: \.isWhitespace)
        guard start.hasPrefix(command) else { return nil }
        let argument = start.dropFirst(command.count).drop(while: \.isWhitespace)
        guard argument.first == "{" else { return nil }
        var depth = 0
        let inner = argument.prefix { character in
            if character == "{" { depth += 1 }
            if character == "}" { depth -= 1 }
            return depth > 0
        }
        return address(String(inner.dropFirst()))
    }

    private struct Decoder {
        let source: [Character]
        var index = 0
        var isMath = false
        /// How many commands are in each other's arguments: a letter may have two accents.
        private var depth = 0
        private static let deepest = 4
        var unknown: [String] = []

        init(source: [Character]) { self.source = source }

        mutating func decode() -> String {
            var text = ""
            while index < source.count {
                let character = source[index]
                index += 1
                switch character {
                case "{", "}": break
                case "$": isMath.toggle()
                case "_" where isMath, "^" where isMath:
                    // `14$^{th}$` is an ordinal number, and `$x^{k}$` a power.
                    let isBehindText = index > 1 && source[index - 2] == "$"
                    let isOrdinal = isBehindText || text.last?.isNumber == true
                    let (raised, isAbove) = (argument(), character == "^")
                    text +=
                        RaisedText.signs(raised, isAbove: isAbove)
                        ?? (isOrdinal && raised.allSatisfy(\.isLetter) ? raised : nil)
                        ?? (isAbove ? "^" : "")
                        + (raised.count > 1 && isAbove ? "(\(raised))" : raised)
                case "~": text.append("\u{A0}")
                case "\\": text += command()
                case "-":
                    var count = 1
                    while index < source.count, source[index] == "-", count < 3 {
                        index += 1
                        count += 1
                    }
                    text += ["-", "–", "—"][count - 1]
                case "`", "'":
                    if index < source.count, source[index] == character {
                        index += 1
                        text += character == "`" ? "“" : "”"
                    } else {
                        text += character == "`" ? "‘" : "’"
                    }
                default: text.append(character)
                }
            }
            return text
        }

        private mutating func command() -> String {
            guard index < source.count else { return "" }
            let sign = source[index]
            if "&%$#_{} ,;:!/@-\\()[]".contains(sign) {
                index += 1
                // Spacing, places to break a word, and the signs round a formula.
                if "/!@-()[]".contains(sign) { return "" }
                return ",;: \\".contains(sign) ? " " : String(sign)
            }
            if let mark = TeXLetters.marks[sign], !sign.isLetter {
                index += 1
                return accented(mark)
            }
            var name = ""
            while index < source.count, source[index].isASCII, source[index].isLetter {
                name.append(source[index])
                index += 1
            }
            if name.count == 1, let mark = TeXLetters.marks[sign],
                index < source.count, source[index] == "{" || source[index] == " "
            {
                return accented(mark)
            }
            if index < source.count, source[index] == " " { index += 1 }
            switch name {
            case "url": return address()
            // It sorts, and is not read.
            case "noopsort":
                _ = group()
                return ""
            case "textsuperscript", "textsubscript":
                let raised = argument()
                return RaisedText.signs(raised, isAbove: name == "textsuperscript") ?? raised
            default: break
            }
            if let letter = TeXText.letters[name] { return letter }
            if !TeXText.dropped.contains(name) { unknown.append(name) }
            return ""
        }

        /// The group behind `\url`.
        private mutating func address() -> String { TeXText.address(String(group())) }

        /// The group or the sign behind a command, as text.
        private mutating func argument() -> String {
            guard index < source.count, source[index] != "}", source[index] != "$" else {
                return ""
            }
            guard source[index] == "{" || source[index] == "\\" else {
                index += 1
                return String(source[index - 1])
            }
            guard depth < Self.deepest else { return String(group()) }
            depth += 1
            defer { depth -= 1 }
            guard source[index] == "{" else {
                index += 1
                return command()
            }
            var inner = Decoder(source: group())
            inner.isMath = isMath
            inner.depth = depth
            let text = inner.decode()
            unknown += inner.unknown
            return text
        }

        /// A group as it is written, with its braces.
        private mutating func group() -> [Character] {
            let start = index
            var depth = 0
            while index < source.count {
                if source[index] == "{" { depth += 1 }
                if source[index] == "}" { depth -= 1 }
                guard depth > 0 else { break }
                index += 1
            }
            if index < source.count, index > start { index += 1 }
            return Array(source[start..<index])
        }

        /// The letter that an accent stands on: `\"o`, `\"{o}`, `\'{\i}`, `\'{\^e}`.
        private mutating func accented(_ mark: Unicode.Scalar) -> String {
            while index < source.count, source[index] == " " || source[index] == "{" { index += 1 }
            guard index < source.count else { return "" }
            // `\~{}` is the sign itself.
            guard source[index] != "}" else { return TeXText.sign(for: mark) }
            var text = String(source[index])
            index += 1
            if text == "\\", depth < Self.deepest {
                depth += 1
                text = command()
                // A command that only sets a letter in another type.
                if text.isEmpty { text = argument() }
                depth -= 1
            }
            guard var letter = text.first.map({ String($0) }) else { return "" }
            // The mark takes the place of the dot.
            letter = letter == "ı" ? "i" : letter == "ȷ" ? "j" : letter
            letter.unicodeScalars.append(mark)
            return letter + text.dropFirst()
        }
    }
}
