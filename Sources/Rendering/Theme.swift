/// How the site looks: templates and assets, checked against what the pages have to show.

import Bytes
import Content
package import Diagnostics
package import Files
package import Markup
package import Site
import Templates

/// The theme built into the program, under the site's own `templates/`.
package struct Theme: Sendable {
    /// A stylesheet, script, font or image under `templates/assets/`.
    package struct Asset: Sendable {
        /// `main.css`, below `templates/assets/`.
        package let name: String
        package let bytes: [UInt8]
        /// `assets/main.3f2a9c01.css`: a new name with new content, so that browsers may keep it
        /// for ever.
        package let outputPath: String
    }

    package let assets: [Asset]
    let templates: PageTemplates
    /// What the site's own `templates/` hold that the program has not, beside assets, to say where something stands.
    let ownTemplates: [TemplateSource]
    /// What the program has in the place of any of these, under the same paths.
    let replacedTemplates: [TemplateSource]

    /// What citations say, in the language of a page.
    package static let citationWords: CitationWordsByLanguage = {
        Wording.of(tag: $0).words.citation
    }

    /// Of one template, in bytes.
    private static let maximumSize = 4 << 20

    /// A theme as it was found.
    package struct Loaded: Sendable {
        /// `nil` beside the diagnostics when a template has an error.
        package let theme: Theme?
        /// Output paths of its assets, whatever the templates are.
        package let assetPaths: [String]
        package let diagnostics: [Diagnostic]
    }

    /// Loads and checks the theme.
    ///
    /// - Parameters:
    ///   - files: The site, whose `templates/` folder goes before the built-in theme, file by file.
    ///   - builtIn: The theme that comes with the program: path below `templates/`, and bytes.
    ///   - basePath: Path of the base URL, for the addresses of assets.
    ///   - fields: What the site declares for `extra`, if it does.
    /// - Returns: The theme, and what is wrong with its templates.
    /// - Throws: When `templates/` cannot be listed.
    package static func load(
        from files: any FileSystem, builtIn: [(path: String, bytes: [UInt8])], basePath: String,
        fields: [String: OwnFieldType]? = nil
    ) throws(FileSystemError) -> Loaded {
        var sources: [String: [UInt8]] = [:]
        for file in builtIn { sources[file.path] = file.bytes }
        let listing = try files.files(below: "templates")
        // A copy of what the program has is as good as that, and not looked into.
        var own = Set(listing.files.map(\.path))
        var problems = listing.diagnostics
        for file in listing.files {
            let name = String(file.path.dropFirst("templates/".count))
            let bytes: [UInt8]
            do {
                bytes = try files.read(file.path)
            } catch {
                problems.append(error.diagnostic)
                continue
            }
            if sources[name] == bytes { own.remove(file.path) }
            let found =
                name.hasPrefix("assets/")
                ? []
                : TextCheck.diagnostics(for: bytes, path: file.path, maximumSize: maximumSize)
            problems += found
            if found.isEmpty { sources[name] = bytes }
        }
        let sorted = sources.sorted { $0.key.precedes($1.key) }
        let (assets, found) = assets(in: sorted, own: own, basePath)
        let tokens = tokens(of: assets, sources["assets/" + mainStyle], builtIn: builtIn)
        problems += found
        let templateSources = sorted.filter { !$0.key.hasPrefix("assets/") }
            .map { TemplateSource(path: "templates/" + $0.key, bytes: $0.value) }
        let library = TemplateLibrary(
            templateSources,
            constants: assets.map {
                TemplateConstant(
                    "asset." + $0.name,
                    url: (basePath + $0.outputPath.percentEncodedPath).percentEncodedURL)
            } + tokens.map { TemplateConstant("token." + $0.key, text: $0.value) },
            ownFields: fields, checkedPaths: own)
        let replaced = builtIn.map { TemplateSource(path: "templates/" + $0.path, bytes: $0.bytes) }
            .filter { own.contains($0.path) && !$0.path.hasPrefix("templates/assets/") }
        let (templates, diagnostics) = PageTemplates.compile(library)
        problems += UnusedTemplates.diagnostics(
            for: listing.files.map(\.path), used: templates?.used)
        return Loaded(
            theme: templates.map {
                Theme(
                    assets: assets, templates: $0,
                    ownTemplates: templateSources.filter { own.contains($0.path) },
                    replacedTemplates: replaced)
            },
            assetPaths: assets.map(\.outputPath), diagnostics: problems + diagnostics)
    }

    private static let mainStyle = "main.css"
    /// What a site adds to the end of the theme's style sheet.
    private static let ownStyle = "site.css"

    /// The colours and fonts of the style sheet, and those of the built-in one that it does not name: its
    /// templates ask for them.
    private static func tokens(
        of assets: [Asset], _ style: [UInt8]?, builtIn: [(path: String, bytes: [UInt8])]
    ) -> [String: String] {
        let theme = builtIn.first { $0.path == "assets/" + mainStyle }?.bytes
        func themeTokens() -> [String: String] {
            StyleSheet.tokens(
                in: StyleSheet.resolve(theme ?? [], name: mainStyle, addresses: [:]).bytes)
        }
        var tokens = theme == style ? [:] : themeTokens()
        for asset in assets where asset.name == mainStyle {
            tokens.merge(StyleSheet.tokens(in: asset.bytes)) { $1 }
        }
        return StyleSheet.resolvingVariables(in: tokens, else: themeTokens)
    }

    /// The assets under their published names; style sheets last, since they name the others.
    private static func assets(
        in sources: [(key: String, value: [UInt8])], own: Set<String>, _ basePath: String
    ) -> ([Asset], [Diagnostic]) {
        var assets: [Asset] = []
        var diagnostics: [Diagnostic] = []
        var addresses: [String: String] = [:]
        func add(_ name: String, _ bytes: [UInt8]) {
            let asset = Asset(
                name: name, bytes: bytes, outputPath: "assets/" + fingerprinted(name, bytes))
            addresses[name] = (basePath + asset.outputPath.percentEncodedPath).percentEncodedURL
            assets.append(asset)
        }
        let named = sources.filter { $0.key.hasPrefix("assets/") }
            .map { (String($0.key.dropFirst("assets/".count)), $0.value) }
        for (name, bytes) in named where !name.hasSuffix(".css") {
            add(name, name.hasSuffix(".js") ? Script.published(bytes) : bytes)
        }
        var sheets: [(name: String, bytes: [UInt8])] = []
        for (name, bytes) in named where name.hasSuffix(".css") {
            let (resolved, problems) = StyleSheet.resolve(bytes, name: name, addresses: addresses)
            // A site changes the theme's style by adding to it: one request, not two.
            let main = name == ownStyle ? sheets.firstIndex { $0.name == mainStyle } : nil
            diagnostics +=
                own.contains("templates/assets/" + name)
                ? StyleSheet.mistakes(in: bytes, name, isAppended: main != nil, besides: problems)
                : problems
            if let main {
                diagnostics += StyleSheet.unreadableColors(
                    in: bytes, name, resolved, after: sheets[main].bytes)
                sheets[main].bytes += resolved
            } else {
                sheets.append((name, resolved))
            }
        }
        for (name, bytes) in sheets { add(name, bytes) }
        return (assets, diagnostics)
    }

    /// Puts a fingerprint of the content before the extension.
    private static func fingerprinted(_ name: String, _ bytes: [UInt8]) -> String {
        let digits = String(bytes.fingerprint, radix: 16)
        let mark = String(repeating: "0", count: 16 - digits.count) + digits
        guard let dot = name.lastIndex(of: "."), dot > name.startIndex else {
            return "\(name).\(mark.prefix(8))"
        }
        return "\(name[..<dot]).\(mark.prefix(8))\(name[dot...])"
    }
}
