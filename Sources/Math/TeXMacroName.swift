/// Which commands a site may give a meaning.

import Bytes
import Diagnostics

enum TeXMacroName {
    /// What is wrong with a name by itself.
    static func refusal(of command: String) -> String? {
        let name = command.drop { $0 == "\\" }
        let letters = name.filter { $0.utf8.count == 1 && $0.isLetter }
        guard command.utf8.first == UInt8(ascii: "\\") else {
            return "A command begins with a backslash"
                + (letters.count == name.count && !name.isEmpty ? ": write ‘\\\(name)’." : ".")
        }
        guard !name.isEmpty, name.utf8.allSatisfy(\.isASCIILetter),
            command.utf8.count == name.utf8.count + 1
        else {
            return "The name of a command is made of the letters A to Z and a to z"
                + (letters.isEmpty ? "." : ", as in ‘\\\(letters)’.")
        }
        return nil
    }

    /// Why a command that has a meaning cannot have another.
    ///
    /// Signs, accents and alphabets may, for every other author does it (`\epsilon`, `\vec`): each
    /// stays what it is to its neighbours. What else there is builds a formula, and whoever read one
    /// would be misled.
    static func refusal(ofTaking name: String, with argumentCount: Int) -> String? {
        let reason =
            "‘\\\(name)’ has a meaning of its own in formulas, which macros build upon. "
            + "Take another name."
        guard !["right", "middle", "end", "cr"].contains(name) else { return reason }
        let expected: Int
        if SymbolTable.symbol(named: name) != nil {
            expected = 0
        } else if let command = TeXCommand.named(name) {
            switch command.kind {
            case .look: expected = 1
            case .unsupported: return nil
            case .structure: return reason
            }
        } else {
            return nil
        }
        guard argumentCount != expected else { return nil }
        let count = argumentCount == 1 ? "one argument" : "\(argumentCount) arguments"
        return "‘\\\(name)’ is known without a macro, and has "
            + (expected == 0 ? "no argument" : "one argument")
            + "; with \(argumentCount == 0 ? "none" : count) it would be another command. "
            + "Take another name."
    }
}

extension TeXCommand {
    fileprivate enum Kind {
        /// Changes how its argument looks, and nothing else.
        case look
        /// Builds a part of a formula.
        case structure
        /// Means nothing here, so that a site may give it a meaning.
        case unsupported
    }

    fileprivate var kind: Kind {
        switch self {
        case .accent, .alphabet, .bold, .framed: .look
        case .idle(.unsupported): .unsupported
        case .fraction, .binomial, .generalFraction, .root, .left, .bigDelimiter, .overset,
            .underset, .stackrel, .extensibleArrow, .text, .operatorName, .atomClass, .begin,
            .substack, .space, .writtenSpace, .modulo, .dots, .not, .textColor, .phantom, .strut,
            .overlap, .prescript, .tag, .limits, .rule, .idle(.ignored), .idle(.definition),
            .idle(.reference), .change:
            .structure
        }
    }
}
