/// Texts of front matter that readers see as they are written.

import Bytes
import Diagnostics
import Markup

extension FieldReader {
    /// The same as ``text(_:)``, with a warning where Markdown in it would be seen as signs.
    mutating func prose(_ pair: YAMLNode.Pair) -> String? {
        guard let text = text(pair) else { return nil }
        checkProse(text, of: pair)
        return text
    }

    mutating func locatedProse(_ pair: YAMLNode.Pair) -> Located<String>? {
        prose(pair).map { Located($0, at: pair.value.bytes) }
    }

    private mutating func checkProse(_ text: String, of pair: YAMLNode.Pair) {
        guard let sign = ProseMarkup.sign(in: text) else { return }
        let advice =
            sign.hasPrefix("[") ? " What links or cites stands in the text of the page." : ""
        report(
            "front-matter.markup",
            "‘\(pair.key)’ is plain text: readers will see ‘\(sign)’ as it is written. Write it without the "
                + "signs.\(advice)", at: pair.value.bytes, severity: .warning)
    }
}

private enum ProseMarkup {
    /// The first piece of Markdown in a text, as far as it can be nothing else.
    static func sign(in text: String) -> String? {
        // Nearly no text has any of the signs.
        let mayHold = text.withUTF8Bytes { bytes in
            bytes.firstIndex(from: 0) { byte in
                (byte == 0x2A).bit | (byte == 0x5B).bit | (byte == 0x60).bit | (byte == 0x24).bit
            } < bytes.count
        }
        guard mayHold, text.utf8.count < 5000 else { return nil }
        let found =
            text.firstMatch(of: /\[[^\[\]]+\]\([^()\s]+\)/)?.output
            ?? text.firstMatch(of: /\[[^\[\]@]*@[A-Za-z0-9_][^\[\]]*\]/)?.output
            ?? text.firstMatch(of: /\*\*[^\s*][^*]*\*\*/)?.output
            ?? text.firstMatch(of: /`[^\s`][^`]*`/)?.output ?? emphasis(in: text)
            ?? text.firstMatch(of: /\$[^\s$\\^_={}]*[\\^_={}][^$]*\$/)?.output
        return found.map { $0.count > 40 ? $0.prefix(40) + "…" : String($0) }
    }

    /// `*words*` with a space or nothing on both sides: `C*`, `A* search` and `5 * 3` have none.
    private static func emphasis(in text: String) -> Substring? {
        text.firstMatch(of: /(?:^|[\s(])(\*[^\s*][^*]*[^\s*]\*)(?:$|[\s).,;:!?])/)?.output.1
    }
}
