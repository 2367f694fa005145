/// Every sign that has a name in TeX, and what signs are when they are written as themselves.

enum SymbolTable {
    /// The symbol of a command, without its backslash.
    static func symbol(named name: String) -> MathSymbol? { named[name] }

    /// The names of all symbols.
    static var names: some Collection<String> { named.keys }

    /// A character that stands in the source.
    static func symbol(written text: String) -> MathSymbol {
        if let symbol = written[text] { return symbol }
        guard let scalar = text.unicodeScalars.first else { return MathSymbol(text, .identifier) }
        let properties = scalar.properties
        if properties.numericType == .decimal { return MathSymbol(text, .number) }
        switch properties.generalCategory {
        case .control, .surrogate, .privateUse, .unassigned:
            return MathSymbol("\u{FFFD}", .identifier)
        case .mathSymbol: return MathSymbol(text, .mark, .relation)
        case .openPunctuation, .initialPunctuation: return MathSymbol(text, .mark, .opening)
        case .closePunctuation, .finalPunctuation: return MathSymbol(text, .mark, .closing)
        default: return MathSymbol(text, .identifier)
        }
    }

    private static let named: [String: MathSymbol] = {
        var table: [String: MathSymbol] = [:]
        for (names, symbol) in groups {
            var words = words(of: names).makeIterator()
            while let name = words.next(), let text = words.next() {
                table[String(name)] = symbol(String(text))
            }
        }
        for name in words(of: functions) {
            table[String(name)] = MathSymbol(String(name), .identifier, .largeOperator)
        }
        for (name, text) in functionsWithLimits {
            table[name] = MathSymbol(
                text, .identifier, .largeOperator, limits: .limitsInDisplay)
        }
        return table
    }()

    /// By scalars: to find where characters end takes longer than all else that the tables are made of.
    private static func words(of list: String) -> [Substring.UnicodeScalarView] {
        list.unicodeScalars.split { $0 == " " || $0 == "\n" }
    }

    /// Signs by themselves; where several commands make one, the first in ``groups`` says what it is.
    private static let written: [String: MathSymbol] = {
        var table: [String: MathSymbol] = [:]
        for (names, symbol) in groups {
            for text in words(of: names) where text.count == 1 && text.first?.isASCII == false {
                let text = String(text)
                if table[text] == nil { table[text] = symbol(text) }
            }
        }
        table["⊥"] = MathSymbol("⊥", .mark, .relation)
        for letter in UInt8(ascii: "A")...UInt8(ascii: "Z") {
            for byte in [letter, letter | 0x20] {
                let text = String(Unicode.Scalar(byte))
                table[text] = MathSymbol(text, .identifier)
            }
        }
        for digit in 0...9 { table[String(digit)] = MathSymbol(String(digit), .number) }
        for (signs, symbol) in asciiSigns {
            for sign in signs.split(separator: " ") { table[String(sign)] = symbol(String(sign)) }
        }
        table["-"] = MathSymbol("−", .mark, .binary)
        table["−"] = table["-"]
        table["*"] = MathSymbol("∗", .mark, .binary)
        return table
    }()

    private static let asciiSigns: [(String, @Sendable (String) -> MathSymbol)] = [
        ("+", { MathSymbol($0, .mark, .binary) }),
        ("= < > :", { MathSymbol($0, .mark, .relation) }),
        ("( [", { MathSymbol($0, .mark, .opening) }),
        (") ] ! ?", { MathSymbol($0, .mark, .closing) }),
        (", ;", { MathSymbol($0, .mark, .punctuation) }),
        ("/ |", { MathSymbol($0, .mark) }),
        // Marks without a meaning between others: MathML would set space around an operator.
        (". @ \" `", { MathSymbol($0, .identifier) }),
    ]

    private static let groups: [(String, @Sendable (String) -> MathSymbol)] = [
        (smallGreek, { MathSymbol($0, .identifier) }),
        (capitalGreek, { MathSymbol($0, .upright) }),
        (slantedCapitals, { MathSymbol($0, .identifier) }),
        (letters, { MathSymbol($0, .identifier) }),
        (uprightLetters, { MathSymbol($0, .upright) }),
        (ordinarySigns, { MathSymbol($0, .mark) }),
        (binaryOperators, { MathSymbol($0, .mark, .binary) }),
        (relations, { MathSymbol($0, .mark, .relation) }),
        (orderRelations, { MathSymbol($0, .mark, .relation) }),
        (negatedRelations, { MathSymbol($0, .mark, .relation) }),
        (arrows, { MathSymbol($0, .mark, .relation) }),
        (largeOperators, { MathSymbol($0, .mark, .largeOperator, limits: .limitsInDisplay) }),
        (
            implications,
            {
                var symbol = MathSymbol($0, .mark, .relation)
                symbol.margin = .thick
                return symbol
            }
        ),
        (integrals, { MathSymbol($0, .mark, .largeOperator) }),
        (openings, { MathSymbol($0, .mark, .opening) }),
        (closings, { MathSymbol($0, .mark, .closing) }),
        (punctuation, { MathSymbol($0, .mark, .punctuation) }),
        (dots, { MathSymbol($0, .mark, .inner) }),
    ]
}
