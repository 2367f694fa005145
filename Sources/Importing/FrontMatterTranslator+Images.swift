/// The picture that stands for a page.

import Content
import Diagnostics
import Markup

extension FrontMatterTranslator {
    private struct Image {
        var values = ["src": "", "alt": "", "caption": "", "credit": ""]
        var file: String?

        var source: String { values["src"] ?? "" }
        var alt: String { values["alt"] ?? "" }
    }

    /// Of several that are named, the first whose file is found; one that says what it shows comes before others.
    mutating func readImages() {
        let found = images.map { (pair: $0, image: image($0)) }
        let chosen =
            found.first { $0.image.file != nil && !$0.image.alt.isEmpty }
            ?? found.first { $0.image.file != nil }
        for (pair, image) in found where pair.keyBytes != chosen?.pair.keyBytes {
            if let chosen, image.file == chosen.image.file || image.source.isEmpty { continue }
            if let chosen {
                keep(pair, besides: chosen.pair.key)
            } else if image.source.isEmpty {
                drop(pair, "it names no file.")
            } else {
                drop(pair, "the file ‘\(image.source)’ was not found: see ‘--files’.")
            }
        }
        if let chosen { write(chosen.image, from: chosen.pair) }
    }

    private mutating func write(_ image: Image, from pair: YAMLNode.Pair) {
        guard let file = image.file else { return }
        let copy = ImportedPost.File.named(file, among: files)
        files.append(copy)
        var parts = [("src", copy.name), ("alt", image.alt)]
        for key in ["caption", "credit"] {
            let text = image.values[key] ?? ""
            let words = PlainCaption(text).say(of: text, at: pair.value.bytes.range, in: &log)
            parts.append((key, words))
        }
        var fields = parts.filter { !$0.1.isEmpty }.map { "\($0.0): \(YAMLText.scalar($0.1))" }
        if image.alt.isEmpty {
            fields.append("decorative: true")
            log.review(
                "import.missing-alt",
                "The picture has no text that says what it shows, and counts as decoration: write an ‘alt’ in "
                    + "place of ‘decorative’.", at: pair.value.bytes.range)
        }
        self.fields.append(("image", "{" + fields.joined(separator: ", ") + "}"))
    }

    private func image(_ pair: YAMLNode.Pair) -> Image {
        var image = Image()
        switch pair.value.value {
        case .mapping(let pairs):
            for inner in pairs {
                let key =
                    ["image", "path", "url", "src", "feature"].contains(inner.key)
                    ? "src" : inner.key
                if case .scalar(let text, _) = inner.value.value, image.values[key] != nil {
                    image.values[key] = text.collapsingWhitespace
                }
            }
        case .scalar(let text, _): image.values["src"] = text
        case .sequence(let items):
            if case .scalar(let text, _)? = items.first?.value { image.values["src"] = text }
        }
        if image.alt.isEmpty, let imageAlt { image.values["alt"] = imageAlt }
        var source = image.source
        if let oldSite, source.hasPrefix(oldSite + "/") {
            source = String(source.dropFirst(oldSite.count))
        }
        image.file = surroundings.file(source)
        // Themes for Hugo find a picture by its name.
        if source.isEmpty {
            image.file =
                ["jpg", "jpeg", "png", "webp"].lazy
                .compactMap { [surroundings] in surroundings.file("featured." + $0) }.first
        }
        return image
    }
}
