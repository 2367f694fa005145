import Bytes
import Content
import Markup
import Site

extension FragmentFiller {
    /// What an `img` says of its size: that of the file, from which a browser knows the shape before it
    /// has the image, or the width that the author wants.
    ///
    /// The policy of a site lets no element have a style of its own, and HTML has no attribute for a part
    /// of the width: that is a class, whose rules are a style sheet (``ImageWidthStyle``). A feed has
    /// none, and gets pixels.
    func writeImageAttributes(of index: Int, to output: inout OutputBuffer) {
        let width = site.graph[page].source.document.imageWidths[index]
        let file = file(index)
        if let file, place == .ownPage { writeCopies(of: file.url, file.size, width, to: &output) }
        switch (width, place) {
        case (nil, _): if let size = file?.size { write(size.width, size.height, to: &output) }
        case (.percent(let part), .ownPage):
            output.append(unescaped: " class=\"\(ImageWidthStyle.name(part))\"")
            if let size = file?.size { write(size.width, size.height, to: &output) }
        case (.percent(let part), .elsewhere):
            write(width: part * ImageCopies.textWidth / 100, file?.size, to: &output)
        case (.pixels(let pixels), _): write(width: pixels, file?.size, to: &output)
        }
    }

    private func file(_ index: Int) -> (url: String, size: PixelSize)? {
        guard case .asset(let url, let size?) = destinations[index] else {
            return nil
        }
        return (url, size)
    }

    /// A width and the height that belongs to it.
    private func write(width: Int, _ size: PixelSize?, to output: inout OutputBuffer) {
        let width = max(1, width)
        guard let size, size.width > 0 else {
            output.append(unescaped: " width=\"\(width)\"")
            return
        }
        write(width, max(1, (size.height * width + size.width / 2) / size.width), to: &output)
    }

    private func write(_ width: Int, _ height: Int, to output: inout OutputBuffer) {
        output.append(" width=\"")
        output.append(number: width)
        output.append("\" height=\"")
        output.append(number: height)
        output.append("\"")
    }

    /// ` srcset="… 640w, … 1280w" sizes="…"`, where the site makes smaller copies.
    private func writeCopies(
        of url: String, _ size: PixelSize, _ width: ImageWidth?, to output: inout OutputBuffer
    ) {
        let sources = ImageCopies.sources(of: url, size, site.graph.configuration)
        guard !sources.isEmpty else { return }
        output.append(" srcset=\"")
        output.append(sources, escapedFor: .attribute)
        output.append("\" sizes=\"")
        output.append(ImageCopies.sizes(width), escapedFor: .attribute)
        output.append("\"")
    }
}
