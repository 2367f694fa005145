/// Texts in another language than the one around them: screen readers speak them, and browsers hyphenate them, by its
/// rules (WCAG 2.2, 3.1.2 "Language of Parts").

import Bytes
import Diagnostics
import Markup

extension DocumentWriter {
    mutating func write(passage node: Node) {
        let outer = language
        openPassage(node)
        writeInlines(of: node)
        out.append("</span>")
        language = outer
    }

    /// Begins an element that ends with `</span>`; the caller then restores the language around it.
    mutating func openPassage(_ node: Node) {
        out.append("<span")
        writeLanguage(of: node)
        out.append(">")
    }

    /// Writes the attributes of a node's language, which is then the one around what follows.
    mutating func writeLanguage(of node: Node) {
        guard let written = node.language else { return }
        guard let tag = LanguageTag.reading(written) else {
            let (message, repair) = LanguageTag.mistake(in: written)
            let block = blockRange(of: node)
            let place = find("lang=" + written, in: block).map { $0.lowerBound + 5..<$0.upperBound }
            report("language.malformed", .error, message, at: place ?? block, repair: repair)
            return
        }
        let attributes = languageAttributes(of: node)
        out.write { $0.append(contentsOf: attributes.utf8) }
        language = tag
    }

    /// ` lang="de"`, and the direction of a text that runs the other way; empty for what is no tag, which is reported
    /// where it is written.
    func languageAttributes(of node: Node) -> String {
        guard let tag = node.language.flatMap({ LanguageTag.reading($0) }) else { return "" }
        let direction = LanguageTag.direction(of: tag)
        let isTurned = direction != LanguageTag.direction(of: language)
        return " lang=\"\(tag)\"" + (isTurned ? " dir=\"\(direction)\"" : "")
    }
}
