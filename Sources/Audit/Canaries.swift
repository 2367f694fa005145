/// What gives an unpublished page away: bytes that stand in it, and should stand nowhere else.

import Bytes
import Content
import Diagnostics
import Markup
import Site

/// Some bytes of an unpublished page.
struct Canary: Sendable {
    enum Kind: Int, Hashable, Sendable {
        case address, title, name, phrase, fileName

        var words: String {
            switch self {
            case .address: "the address"
            case .title: "the title"
            case .name: "a name or a value"
            case .phrase: "words"
            case .fileName: "the name of a file"
            }
        }
    }

    let kind: Kind
    /// Without upper-case ASCII letters.
    let bytes: [UInt8]
    /// Index of the page in the list of unpublished ones.
    let page: Int

    /// Whether nobody else says this by chance: part of the text, or a title of several words.
    ///
    /// A table of data may have the name of a person or a topic in it, and one word is soon a title.
    var isOwnWords: Bool {
        switch kind {
        case .phrase: true
        case .title: bytes.count >= Self.longTitle
        case .address, .name, .fileName: false
        }
    }

    /// In bytes.
    private static let longTitle = 16
}

/// Gathers the canaries of one page.
///
/// Text is cut at every byte that HTML, JSON, TeX or Markdown write in their own ways, so that a
/// canary looks the same in all of them.
struct CanaryCollector {
    /// Shorter texts are words that anybody may say.
    static let shortest = ByteMatcher.window
    /// Length of the pieces of a text, and the step from one to the next: any leak of a hundred bytes
    /// in a row holds one.
    private static let phrase = 32
    private static let step = 48
    private static let maximumPhrases = 2000

    private(set) var canaries: [Canary] = []
    private let page: Int

    init(page: Int) { self.page = page }

    mutating func collect(_ source: ParsedPage, permalink: Permalink, assets: [String]) {
        add(.address, permalink.path)
        add(.address, permalink.path.percentEncodedURL)
        add(.address, source.path)
        add(.address, source.slug.rawValue)
        let metadata = source.metadata
        addRuns(.title, metadata.title.value)
        let thanked = metadata.acknowledgements.flatMap { group in
            group.people.map(\.value) + [group.reason].compactMap(\.self)
        }
        let single = [
            metadata.subtitle, metadata.summary, metadata.series?.name.value, metadata.image?.alt,
            metadata.image?.caption,
        ]
        let values =
            single.compactMap(\.self) + metadata.authors.map(\.name.value)
            + metadata.topics.map(\.value) + metadata.aliases.map(\.value) + thanked
        for value in values { addRuns(.name, value) }
        for asset in assets {
            let name = String(asset.split(separator: "/").last ?? "")
            add(.fileName, name)
            // Published with its letters in one piece, whatever the disk has.
            if !name.normalized.utf8.elementsEqual(name.utf8) { add(.fileName, name.normalized) }
        }
        addPhrases(of: [UInt8](source.document.body.bytes))
    }

    private mutating func add(_ kind: Canary.Kind, _ text: String) {
        let bytes = text.utf8.map { ByteMatcher.folded($0) }
        guard bytes.count >= Self.shortest else { return }
        canaries.append(Canary(kind: kind, bytes: bytes, page: page))
    }

    private mutating func addRuns(_ kind: Canary.Kind, _ text: String) {
        for run in text.utf8.split(whereSeparator: { Self.isSpecial[Int($0)] }) {
            let run = String(decoding: run, as: UTF8.self)
            add(kind, run)
            let parts = run.unicodeScalars.split(whereSeparator: Self.typographic.contains)
            if parts.count > 1 { for part in parts { add(kind, String(part)) } }
        }
    }

    /// Pieces of the text between the tags.
    private mutating func addPhrases(of html: [UInt8]) {
        var count = 0
        var index = 0
        while index < html.count, count < Self.maximumPhrases {
            if html[index] == UInt8(ascii: "<") {
                index = (html[index...].firstIndex(of: UInt8(ascii: ">")) ?? html.count - 1) + 1
                continue
            }
            let end =
                html[index...].firstIndex { Self.isSpecial[Int($0)] } ?? html.count
            var start = index
            while start + Self.phrase <= end {
                canaries.append(
                    Canary(
                        kind: .phrase,
                        bytes: html[start..<start + Self.phrase].map { ByteMatcher.folded($0) },
                        page: page))
                count += 1
                start += Self.step
            }
            index = max(end, index + 1)
        }
    }

    /// What stands for a sign of the keyboard in the page, and not in a copy of its source.
    private static let typographic = Set("“”‘’„‚«»‹›–—…\u{202F}".unicodeScalars)

    private static let isSpecial: [Bool] = {
        var table = [Bool](repeating: false, count: 256)
        for byte in "&<>\"'\\{}$%#_^~*`[]\n\r\t;".utf8 { table[Int(byte)] = true }
        return table
    }()
}
