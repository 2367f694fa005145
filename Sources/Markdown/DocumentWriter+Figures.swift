import Diagnostics
import Markup

extension DocumentWriter {
    /// An image alone in a paragraph, with or without attributes, is a figure.
    ///
    /// `false` when the paragraph is none.
    mutating func writeFigure(_ paragraph: Node) -> Bool {
        guard let image = paragraph.firstChild, image.kind == .image else { return false }
        let block = attributes(of: image)
        if let after = image.next {
            guard block != nil, after.next == nil, after.kind == .text,
                after.literal.allSatisfy({ $0 <= 0x20 })
            else { return false }
        }
        guard !isDataTable(image) else {
            write(dataTable: image, block, in: paragraph)
            return true
        }
        if image.titleBytes.isEmpty { reportCaption(beside: paragraph, of: .figure) }
        let range = map.firstLine(of: paragraph)
        startLine()
        openFigure(nil, block, of: .figure, isImage: true, at: range)
        writeFormerIDs(of: block, at: range)
        write(image: image, block: block)
        if !image.titleBytes.isEmpty || block?.id.map({ Label.Kind(prefixOf: $0) != nil }) ?? false
        {
            out.append("\n<figcaption>")
            if writeNumber(of: block, .figure) {
                reportNumber(inCaption: image.title, of: .figure, at: blockRange(of: image))
            }
            write(captionOf: image)
            out.append("</figcaption>")
        }
        out.append("\n</figure>\n")
        return true
    }

    private mutating func write(captionOf image: Node) {
        guard let caption = captions.isEmpty ? nil : captions[image] else {
            out.append(image.title, escapedFor: .htmlText)
            return
        }
        let words = document.wordCount
        captionPlace = caption.place
        writeInlines(of: caption.text)
        captionPlace = nil
        document.wordCount = words
    }

    /// What stood between braces behind an image (see ``takeImageAttributes(from:)``).
    func attributes(of image: Node) -> AttributeBlock? {
        imageAttributes.isEmpty ? nil : imageAttributes[image]
    }

    /// Opens a figure with its id, and gives it a number when the id is a label.
    mutating func openFigure(
        _ name: String?, _ block: AttributeBlock?, of kind: Label.Kind, isImage: Bool = false,
        at range: Range<Int>
    ) {
        out.append("<figure")
        if let name {
            out.append(" class=\"")
            out.append(name, escapedFor: .attribute)
            out.append("\"")
        }
        if let block {
            checkMistake(block, ofImage: isImage, at: range)
            if let id = block.id {
                take(explicit: id, at: range)
                writeID(id)
                if Label.Kind(prefixOf: id) == kind {
                    labelNumbers[kind, default: 0] += 1
                    document.labels.append(
                        Label(
                            kind: kind, name: id, number: String(labelNumbers[kind, default: 0])))
                } else if kind == .table {
                    noteHyphen(in: id, of: kind, at: range)
                }
            }
        }
        out.append(">\n")
    }

    /// "Figure 2: ", before the caption of what has just been opened.
    ///
    /// - Returns: Whether it has a number.
    @discardableResult
    mutating func writeNumber(of block: AttributeBlock?, _ kind: Label.Kind) -> Bool {
        guard let id = block?.id, Label.Kind(prefixOf: id) == kind,
            let label = document.labels.last, label.name == id
        else { return false }
        out.append("<span class=\"label\">")
        out.append(.word(kind.word))
        out.append(" ")
        out.append(label.number, escapedFor: .htmlText)
        out.append(".</span> ")
        return true
    }

    /// Writes an `img`, and checks that it says what it shows.
    mutating func write(image node: Node, block: AttributeBlock?, showsTitle: Bool = false) {
        let range = destinationRange(of: node, node.url)
        let alt = node.plainText(math).collapsingWhitespace
        let isDecorative = block?.classes.contains("decorative") ?? false
        if alt.isEmpty, !isDecorative {
            report(
                "image.missing-alt",
                error: "This image has no alternative text: say between the brackets what it "
                    + "shows, or write ‘{.decorative}’ behind it when it shows nothing.", at: range)
        }
        if !isDecorative { reportNameAsAlternative(alt, of: node, at: range) }
        reportFootnotes(inWordsFor: node, before: range.lowerBound)
        if hasCommentSign, alt.contains("<!") { reportComment(inBlockAround: node) }
        let media = media(of: node, at: range)
        let isFirst = media == .image && !hasImage
        if isFirst { hasImage = true }
        let index = addReference(.image(isFirst: isFirst), node.url, at: range)
        if let text = block?.width, let width = width(text, of: node, behind: range) {
            document.imageWidths[index] = width
        }
        if media == .film || media == .sound {
            write(player: media, index, label: isDecorative ? "" : alt)
            return
        }
        out.append("<img src=\"")
        out.append(.destination(index))
        out.append("\" alt=\"")
        out.append(isDecorative ? "" : alt, escapedFor: .attribute)
        out.append("\"")
        // A figure shows its title as the caption.
        if showsTitle, !node.title.isEmpty {
            out.append(" title=\"")
            out.append(node.title, escapedFor: .attribute)
            out.append("\"")
        }
        out.append(.imageAttributes(index))
        // The first image is likely to be seen at once.
        out.append(isFirst ? " decoding=\"async\" />" : " loading=\"lazy\" decoding=\"async\" />")
    }
}

extension DocumentWriter {
    /// Reads `{width=50%}`, or says what to write instead.
    private mutating func width(
        _ text: String, of image: Node, behind destination: Range<Int>
    ) -> ImageWidth? {
        do {
            return try ImageWidth(reading: text)
        } catch {
            let range = place(
                ofAttribute: "width=", includingSpaces: text.contains(" "), of: image,
                behind: destination)
            let hint = error.suggestion.map { "Write ‘width=\($0)’." }
            report(
                "image.width",
                error: "‘\(map.text(in: range))’ is no width: \(error.reason). "
                    + (hint ?? "Write one in parts of the text’s (‘width=50%’) or in pixels "
                        + "(‘width=320’)."),
                at: range)
            return nil
        }
    }

    /// Where an attribute behind an image stands, or the image where it cannot be found.
    private mutating func place(
        ofAttribute name: String, includingSpaces includesSpaces: Bool, of image: Node,
        behind destination: Range<Int>
    ) -> Range<Int> {
        let block = blockRange(of: image)
        let end = max(block.upperBound, destination.lowerBound)
        guard let found = find(name, in: destination.lowerBound..<end) else { return destination }
        let value = map.bytes[found.upperBound..<end].prefix {
            $0 != UInt8(ascii: "}") && (includesSpaces || $0 > 0x20)
        }
        return found.lowerBound..<value.endIndex
    }
}

extension Label.Kind {
    /// The kind that a label such as `fig:growth` names.
    init?(prefixOf label: String) {
        guard let colon = label.firstIndex(of: ":"), label.index(after: colon) < label.endIndex
        else { return nil }
        self.init(rawValue: String(label[..<colon]))
    }

    var word: Word {
        switch self {
        case .figure: .figure
        case .table: .table
        case .equation: .equation
        case .section: .section
        case .theorem: .theorem
        case .lemma: .lemma
        case .proposition: .proposition
        case .corollary: .corollary
        case .conjecture: .conjecture
        case .assumption: .assumption
        case .definition: .definition
        case .example: .example
        case .remark: .remark
        }
    }
}
