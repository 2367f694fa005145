/// Bibliographies that texts of Quarto name: what the texts cite has to be in that of the new site.

import Bibliography
import Content
import Diagnostics
import Files

struct ImportedBibliography {
    /// The keys of all works in them.
    private(set) var keys: Set<String> = []
    private(set) var diagnostics: [Diagnostic] = []
    /// The entries of works that the new site has not.
    private var text: [UInt8] = []
    private var names: [String] = []
    /// Whether the project's style of citations was told of.
    private var hasStyle = false
    private let known: Set<String>
    private let files: any FileSystem
    /// Files that were read, of settings and of works.
    private var read: Set<String> = []

    /// - Parameters:
    ///   - known: The keys that the new site has.
    ///   - files: Where the texts are.
    init(besides known: Set<String>, in files: any FileSystem) {
        self.known = known
        self.files = files
    }

    /// The file that is to be made, below the folder of the new site.
    ///
    /// A bibliography that is there is not changed: what it has not comes into a file beside the settings.
    func file(besides existing: String?, at path: String) -> NewFile? {
        guard !text.isEmpty else { return nil }
        return NewFile(path: existing == nil ? path : "imported.bib", bytes: text)
    }

    /// What is to be done with that file.
    func advice(besides existing: String?) -> Diagnostic? {
        guard !text.isEmpty, let existing else { return nil }
        let what =
            existing.hasSuffix(".bib")
            ? "append it to ‘\(existing)’ and delete it"
            : "add them to ‘\(existing)’ as CSL-JSON, and delete it"
        return Diagnostic(
            "import.bibliography", .warning,
            "The texts cite works of \(names.map { "‘\($0)’" }.joined(separator: ", ")) that this site has not. With "
                + "‘--output’, they are in ‘imported.bib’: \(what).", at: nil)
    }

    // MARK: - What names one

    /// Reads what a text names itself, and what the settings around it name for it.
    mutating func add(_ source: ImportedFiles.Source, _ bytes: [UInt8], _ place: OldPlace?) {
        guard source.path.hasSuffix(".qmd") else { return }
        let root = place.map(\.root) ?? ""
        let folder = source.path.split(separator: "/").dropLast().map { $0 + "/" }.joined()
        if case .mapping(let pairs)? = PostSource(bytes, path: source.shown).root?.value {
            add(pairs, in: folder, root) { pair in
                SourceSpan(source.shown, pair.value.bytes.range)
            }
        }
        guard let place else { return }
        for name in OldPlaces.quartoNames { addSettings(root + name, in: root, root) }
        for count in 0...place.folders.count {
            let folder = root + place.folders[..<count].map { $0 + "/" }.joined()
            for name in ["_metadata.yml", "_metadata.yaml"] {
                addSettings(folder + name, in: folder, root)
            }
        }
    }

    private mutating func addSettings(_ path: String, in folder: String, _ root: String) {
        guard read.insert(path).inserted, let pairs = OldConfiguration.root(path, in: files) else {
            return
        }
        add(pairs, in: folder, root) { _ in SourceSpan(file: path) }
        // Of a text's own, its front matter says so.
        guard !hasStyle, let style = pairs.first(where: { $0.key == "csl" })?.value.scalar else {
            return
        }
        hasStyle = true
        diagnostics.append(
            Diagnostic(
                "import.key-dropped", .warning,
                "‘csl: \(style)’ means nothing here and was left out: all texts cite by author and date (APA).",
                at: SourceSpan(file: path)))
    }

    private mutating func add(
        _ pairs: [YAMLNode.Pair], in folder: String, _ root: String,
        at span: (YAMLNode.Pair) -> SourceSpan
    ) {
        for pair in pairs where pair.key == "bibliography" {
            let names = pair.value.texts
            for name in names {
                let path = Self.path(name, in: name.hasPrefix("/") ? root : folder)
                guard read.insert(path).inserted else { continue }
                if let problem = add(path, named: name) {
                    diagnostics.append(
                        Diagnostic("import.bibliography", .warning, problem, at: span(pair)))
                }
            }
        }
    }

    private static func path(_ name: String, in folder: String) -> String {
        var parts = folder.split(separator: "/")
        for part in name.split(separator: "/") where part != "." {
            if part == ".." { _ = parts.popLast() } else { parts.append(part) }
        }
        return parts.joined(separator: "/")
    }

    // MARK: - Works

    /// - Returns: Why none comes along.
    private mutating func add(_ path: String, named name: String) -> String? {
        guard path.hasSuffix(".bib") else {
            return "‘\(name)’ is no BibTeX: add its works to the bibliography of the site."
        }
        guard files.exists(path), let bytes = try? files.read(path) else {
            return
                "There is no bibliography ‘\(name)’ at this place: add its works to that of the site."
        }
        let (library, _) = WorkLibrary.parse(bibtex: bytes, path: path)
        var rest = 0
        var isNeeded = false
        var kept: [UInt8] = []
        for work in library.works {
            guard !keys.insert(work.key).inserted || known.contains(work.key) else {
                isNeeded = true
                continue
            }
            let entry = Self.entry(around: Int(work.span.bytes.lower), in: bytes)
            guard entry.lowerBound >= rest else { continue }
            kept += bytes[rest..<entry.lowerBound]
            rest = entry.upperBound
        }
        guard isNeeded else { return nil }
        if !text.isEmpty { text.append(0x0A) }
        text += kept + bytes[rest...]
        names.append(name)
        return nil
    }

    /// From its `@` to the brace, or the parenthesis, that closes it.
    private static func entry(around key: Int, in bytes: [UInt8]) -> Range<Int> {
        let start = bytes[..<key].lastIndex(of: UInt8(ascii: "@")) ?? key
        let hasBraces = bytes[start..<key].contains(UInt8(ascii: "{"))
        var depth = hasBraces ? 1 : 0
        var end = key
        while end < bytes.count {
            let byte = bytes[end]
            end += 1
            if byte == UInt8(ascii: "{") { depth += 1 }
            if byte == UInt8(ascii: "}") { depth -= 1 }
            if depth <= 0, hasBraces || byte == UInt8(ascii: ")") { break }
        }
        return start..<end
    }
}
