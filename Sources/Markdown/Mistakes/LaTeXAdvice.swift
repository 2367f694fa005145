/// What is written here instead of commands of LaTeX that stand in prose.

import Markup
import Math

enum LaTeXAdvice {
    /// Commands without an argument that stand for a word.
    static let words = [
        "ldots": "…", "dots": "…", "textellipsis": "…", "LaTeX": "LaTeX", "TeX": "TeX",
        "BibTeX": "BibTeX", "XeTeX": "XeTeX",
    ]

    /// Those that only tell a printed page how to look.
    static let layout: Set<String> = [
        "appendix", "bigskip", "centering", "clearpage", "cleardoublepage", "frontmatter", "hfill",
        "listoffigures", "listoftables", "mainmatter", "maketitle", "medskip", "newline", "newpage",
        "noindent", "pagebreak", "printbibliography", "raggedright", "smallskip", "tableofcontents",
        "vfill",
    ]

    /// Signs of formulas, of which only those that are no words beside a path.
    static let symbols: Set<String> = [
        "alpha", "beta", "gamma", "delta", "epsilon", "varepsilon", "zeta", "eta", "theta", "kappa",
        "lambda", "mu", "nu", "xi", "pi", "rho", "sigma", "tau", "phi", "varphi", "chi", "psi",
        "omega", "Gamma", "Delta", "Theta", "Lambda", "Sigma", "Phi", "Psi", "Omega", "times",
        "leq",
        "geq", "neq", "cdot", "approx", "infty", "rightarrow", "Rightarrow", "leftarrow", "mapsto",
        "propto", "equiv",
    ]

    /// For `{\bf words}`.
    static func group(_ name: String) -> String? {
        switch name {
        case "bf", "bfseries": "write ‘**words**’ in place of the braces"
        case "it", "itshape", "em", "sl", "slshape": "write ‘*words*’ in place of the braces"
        case "tt", "ttfamily": "write ‘`words`’ in place of the braces"
        case "sc", "scshape", "rm", "sf", "sffamily", "tiny", "scriptsize", "footnotesize", "small",
            "large", "Large", "huge", "Huge", "normalsize":
            "write the words without it and its braces"
        default: nil
        }
    }

    /// What stands in every document of LaTeX, and in no part of one that is copied.
    static func isFrame(_ command: String, _ argument: String) -> Bool {
        command == "begin" && argument == "document"
            || ["documentclass", "usepackage", "input", "include"].contains(command)
    }

    /// For a command with an argument; `nil` for those that are not known.
    static func text(
        for command: String, _ argument: String, _ options: [String], _ macros: TeXMacros
    ) -> String? {
        switch command {
        case "begin": environment(argument)
        case "cite", "citep", "parencite", "autocite", "footcite", "citealp", "Parencite":
            "write ‘[\(citation(argument, options))]’"
        case "citet", "textcite", "citealt", "Textcite", "Citet":
            "write ‘\(keys(argument).joined(separator: ", "))\(locator(options).map { " [\($0)]" } ?? "")’"
        case "citeyear", "citeyearpar":
            "write ‘[\(keys(argument).map { "-" + $0 }.joined(separator: "; "))]’"
        case "citeauthor", "Citeauthor":
            "write the name itself, and ‘[-\(keys(argument)[0])]’ for the year behind it"
        case "nocite", "bibliography", "bibliographystyle", "addbibresource":
            "delete it, since what the text cites is listed below it"
        case "ref", "eqref", "autoref", "cref", "Cref", "label", "pageref", "nameref", "vref":
            "write ‘[@\(label(argument))]’, and ‘{#\(label(argument))}’ behind what is meant"
        case "footnote", "thanks", "footnotetext":
            "write ‘[^name]’ here, and ‘[^name]: …’ at the beginning of a line"
        case "emph", "textit", "textsl": "write ‘*\(words(argument))*’"
        case "textbf": "write ‘**\(words(argument))**’"
        case "texttt": "write ‘`\(words(argument))`’"
        case "textsc", "textsf", "textrm", "textup", "textnormal", "mbox", "underline", "uline":
            "write ‘\(words(argument))’"
        case "enquote": "write ‘\"\(words(argument))\"’"
        case "textsuperscript", "textsubscript":
            "write a character such as ‘²’ or ‘₂’, or a formula, ‘$x^2$’"
        case "url", "href": "write ‘<\(words(argument))>’, or ‘[words](address)’"
        case "chapter", "section": "write ‘## \(words(argument))’ on a line of its own"
        case "subsection": "write ‘### \(words(argument))’ on a line of its own"
        case "subsubsection", "paragraph", "subparagraph":
            "write ‘#### \(words(argument))’ on a line of its own"
        case "includegraphics": "write ‘![What it shows](\(words(argument)))’"
        case "caption":
            "write it in quotes behind the address of the picture, ‘![What it shows](file.png \"The caption\")’"
        case "title", "author", "date": "it stands in the front matter"
        case "documentclass", "usepackage", "pagestyle", "thispagestyle", "setlength", "vspace",
            "hspace", "setcounter", "addtocounter":
            "delete it"
        case "newcommand", "renewcommand", "DeclareMathOperator":
            "macros of formulas stand in ‘math: macros:’ of site.yaml"
        case "input", "include": "write here what the file holds"
        case "ldots", "dots", "textellipsis", "LaTeX", "TeX", "BibTeX", "XeTeX":
            words[command].map { "write ‘\($0)’" }
        default: nil
        }
    }

    // MARK: - Environments

    private static func environment(_ name: String) -> String? {
        let plain = name.hasSuffix("*") ? String(name.dropLast()) : name
        switch plain {
        case "itemize": return "write each item on a line that begins with ‘- ’"
        case "enumerate": return "write each item on a line that begins with ‘1. ’"
        case "description": return "write each term on a line, and ‘: …’ below it"
        case "table", "tabular", "tabularx", "longtable", "tabulary":
            return "write rows as ‘| a | b |’, with ‘|---|---|’ below the first"
        case "figure", "wrapfigure":
            return "write ‘![What it shows](file.png \"The caption\"){#fig:name}’"
        case "quote", "quotation", "displayquote", "verse": return "begin each line with ‘> ’"
        case "verbatim", "lstlisting", "minted", "alltt":
            return "write ‘```’ on a line above the code and below it"
        case "abstract":
            return "write ‘summary’ in the front matter, or ‘> [!SUMMARY]’ above the text"
        case "theorem", "lemma", "proposition", "corollary", "conjecture", "assumption",
            "definition", "example",
            "remark", "proof", "note":
            return "write ‘> [!\(plain.uppercased())]’, and ‘> ’ before each line below it"
        case "center", "flushleft", "flushright", "document", "minipage", "thebibliography":
            return "delete it"
        default:
            guard TeXMath.isEnvironment(name) else { return nil }
            return "write ‘$$’ on a line above the formula and below it"
        }
    }

    // MARK: - Citations

    private static func keys(_ argument: String) -> [String] {
        let keys = argument.split { $0 == "," || $0.isWhitespace }.prefix(4)
        return keys.isEmpty ? ["@key"] : keys.map { "@\($0)" }
    }

    /// `\citep[see][p.~4]{k}`: what stands before the first key, and the place behind the last.
    private static func citation(_ argument: String, _ options: [String]) -> String {
        let before = options.count == 2 && !options[0].isEmpty ? plain(options[0]) + " " : ""
        let behind = locator(options).map { ", " + $0 } ?? ""
        return before + keys(argument).joined(separator: "; ") + behind
    }

    /// The last option; a number alone is that of a page.
    private static func locator(_ options: [String]) -> String? {
        guard let option = options.last.map({ plain($0) }), !option.isEmpty else { return nil }
        guard option.allSatisfy({ $0.isNumber || "-–".contains($0) }) else { return option }
        return (option.allSatisfy(\.isNumber) ? "p. " : "pp. ") + option
    }

    private static func plain(_ option: String) -> String {
        option.replacing("~", with: " ").trimmingWhitespace
    }

    private static func label(_ argument: String) -> String {
        Label.Kind(prefixOf: argument) == nil ? "fig:name" : argument
    }

    private static func words(_ argument: String) -> String {
        argument.count <= 40 && !argument.contains("{") ? argument : "…"
    }
}
