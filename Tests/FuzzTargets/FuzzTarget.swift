/// What is run over bytes that nobody chose: by libFuzzer (`make fuzz`), and over the kept corpora
/// by the tests.
///
/// A target traps where a promise is broken. Input that is merely wrong must give a diagnostic.
package struct FuzzTarget: Sendable {
    package let name: String
    package let run: @Sendable ([UInt8]) -> Void

    package static let all: [FuzzTarget] = [
        FuzzTarget(name: "front-matter", run: FrontMatterTarget.run),
        FuzzTarget(name: "markdown", run: MarkdownTarget.run),
        FuzzTarget(name: "math", run: MathTarget.run),
        FuzzTarget(name: "templates", run: TemplatesTarget.run),
        FuzzTarget(name: "bibliography", run: BibliographyTarget.run),
        FuzzTarget(name: "manifest", run: ManifestTarget.run),
        FuzzTarget(name: "import", run: ImportTarget.run),
        FuzzTarget(name: "site", run: SiteTarget.run),
        FuzzTarget(name: "old-site", run: OldSiteTarget.run),
        FuzzTarget(name: "data-table", run: DataTableTarget.run),
        FuzzTarget(name: "code", run: CodeTarget.run),
        FuzzTarget(name: "images", run: ImagesTarget.run),
        FuzzTarget(name: "theme", run: ThemeTarget.run),
        FuzzTarget(name: "published", run: PublishedTarget.run),
        FuzzTarget(name: "growth", run: GrowthTarget.run),
    ]

    package static func named(_ name: String) -> FuzzTarget? { all.first { $0.name == name } }
}
