/// Notes that were never to be public: comments of Liquid, of Hugo and of kramdown, whose other extensions
/// stand here, too (https://kramdown.gettalong.org/syntax.html#extensions).

import Diagnostics

extension BodyTranslator {
    /// Leaves out what stands between a tag and its end; `false` when it has none.
    mutating func dropComment(
        _ tag: Range<Int>, until stop: (inout BodyTranslator) -> Range<Int>?
    ) -> Bool {
        guard let stop = stop(&self) else { return false }
        log.note(
            "import.comment-dropped", "The comment was left out.",
            at: tag.lowerBound..<stop.upperBound)
        index = stop.upperBound
        return true
    }

    /// `{% endcomment %}`, with any spaces and hyphens.
    mutating func endOfLiquid(_ name: String, from start: Int) -> Range<Int>? {
        end(of: name, from: start, in: ("{%", "%}"), without: "- \t\n")
    }

    /// `{{< /comment >}}` or `{{% /comment %}}`.
    mutating func endOfShortcode(_ name: String, from start: Int) -> Range<Int>? {
        let ends = [("{{<", ">}}"), ("{{%", "%}}")].compactMap {
            end(of: "/" + name, from: start, in: $0, without: " \t\n")
        }
        return ends.min { $0.lowerBound < $1.lowerBound }
    }

    /// The first tag that holds a name and nothing else.
    private mutating func end(
        of name: String, from start: Int, in signs: (open: String, close: String),
        without space: String
    ) -> Range<Int>? {
        // What has no end is not searched again to the end of the file.
        let wanted = "\(signs.open)\(name)\(signs.close)"
        guard sought[wanted]?.contains(start) != true else { return nil }
        var place = start
        while let open = find(signs.open, from: place) {
            let inner = open + signs.open.utf8.count
            if let close = find(signs.close, from: inner, within: 64),
                text(inner..<close).filter({ !space.contains($0) }) == name
            {
                return open..<close + signs.close.utf8.count
            }
            place = inner
        }
        sought[wanted] = start..<(.max)
        return nil
    }

    /// `{::comment}`, `{::nomarkdown}`, `{::options … /}`, and what ends them.
    mutating func readExtension(_ content: String, _ tag: Range<Int>) {
        let name = content.dropFirst().prefix { $0.isLetter }
        let isWhole = content.hasSuffix("/") && content.count > 1
        switch (content.first, name) {
        case (":", "comment") where isWhole:
            _ = dropComment(tag) { _ in tag }
        case (":", "comment"):
            if !dropComment(tag, until: { $0.endOfExtension("comment", from: tag.upperBound) }) {
                keep(tag, "{::comment}")
            }
        case (":", "options"), (":", "nomarkdown"), ("/", _):
            // What `nomarkdown` holds is HTML, and is read as such.
            log.note(
                "import.attributes-dropped", "‘\(text(tag))’ means nothing here and was left out.",
                at: tag)
            index = tag.upperBound
        default: keep(tag, text(tag))
        }
    }

    /// `{:/comment}`, or `{:/}` for short.
    private mutating func endOfExtension(_ name: String, from start: Int) -> Range<Int>? {
        let ends = ["{:/\(name)}", "{:/}"].compactMap { stop in
            findOnce(stop, from: start).map { $0..<$0 + stop.utf8.count }
        }
        return ends.min { $0.lowerBound < $1.lowerBound }
    }

    // MARK: - Obsidian

    /// `%% … %%`, which Obsidian never shows, in a line or over many; `false` where none begins.
    ///
    /// Elsewhere, two such signs may be a text: they are left out where they stand alone on their lines, and else
    /// somebody has to look.
    mutating func readPrivateComment() -> Bool {
        guard surroundings.mayBeNote, !isDestination, has("%%") else { return false }
        let mark = index..<index + 2
        guard let close = findOnce("%%", from: mark.upperBound) else {
            if bytes[mark.upperBound..<end].contains(where: { $0 > 0x20 }) {
                reportPrivate("all that follows, since no other closes it", at: mark)
            }
            emit(mark)
            return true
        }
        guard surroundings.isInVault || standsAlone(mark) && standsAlone(close..<close + 2) else {
            reportPrivate("what stands between two of them", at: mark)
            emit(mark)
            return true
        }
        let whole = index..<close + 2
        log.note("import.comment-dropped", "The comment was left out.", at: whole)
        index = whole.upperBound
        return true
    }

    private mutating func reportPrivate(_ what: String, at range: Range<Int>) {
        guard said.insert("%%").inserted else { return }
        log.review(
            "import.unclear-comment",
            "In a note of Obsidian, ‘%%’ hides \(what). Here it would be read, and stays as it is: delete what nobody "
                + "is to read. This is the first.", at: range)
    }
}
