import Content
import Diagnostics
import Files
import Markup

/// The files of values that texts show as tables, read where the measures of images are.
///
/// A site without one pays for a look at each page.
struct DataTables: Sendable {
    /// By the address of the file.
    private var tables: [String: DelimitedText] = [:]
    private(set) var diagnostics: [Diagnostic] = []

    /// A larger file has more rows than a page shows, or values that are none.
    private static let maximumSize = 1 << 20

    private struct Use {
        let asset: AssetFile
        /// The source of the first page that shows it.
        let page: String
    }

    static func read(for graph: SiteGraph, from files: any FileSystem) async -> DataTables {
        let uses = uses(in: graph)
        var read = DataTables()
        guard !uses.isEmpty else { return read }
        let results = await Parallel.map(uses.count) { table(in: uses[$0].asset, from: files) }
        for (use, result) in zip(uses, results) {
            read.tables[graph.href(ofAsset: use.asset)] = result.table
            for var diagnostic in result.diagnostics {
                diagnostic.notes.append(
                    Diagnostic.Note("‘\(use.page)’ shows this file as a table."))
                read.diagnostics.append(diagnostic)
            }
        }
        return read
    }

    /// The table at the address of a file, which may have a query or a fragment behind it.
    subscript(address: String) -> DelimitedText? {
        tables[address] ?? tables[String(address.prefix { $0 != "?" && $0 != "#" })]
    }

    private static func uses(in graph: SiteGraph) -> [Use] {
        var uses: [Use] = []
        var known: Set<String> = []
        var assetByOutput: [String: AssetFile]?
        for page in graph.pages where !page.source.document.dataTables.isEmpty {
            for address in page.source.document.dataTableTargets {
                let target = LinkTarget(address)
                let asset: AssetFile?
                if target.path.hasPrefix("/") {
                    let outputs =
                        assetByOutput
                        ?? Dictionary(
                            graph.assets.map { (graph.outputPath(ofAsset: $0), $0) },
                            uniquingKeysWith: { a, _ in a })
                    assetByOutput = outputs
                    asset = outputs[String((target.path.percentDecoded ?? "").dropFirst())]
                } else {
                    asset = target.path(relativeTo: page.path).flatMap {
                        graph.asset(atSource: $0)
                    }
                }
                // One that is not there is told where it is linked.
                if let asset, known.insert(asset.path).inserted {
                    uses.append(Use(asset: asset, page: page.path))
                }
            }
        }
        return uses
    }

    private static func table(
        in asset: AssetFile, from files: any FileSystem
    ) -> (table: DelimitedText?, diagnostics: [Diagnostic]) {
        guard asset.size <= maximumSize else {
            return refused([
                Diagnostic(
                    "table.too-large",
                    "The file has \(asset.size) bytes, too many to read in a page: link to it, without the "
                        + "‘!’ before the bracket.", at: SourceSpan(file: asset.path))
            ])
        }
        // What cannot be read is told as a file.
        guard let bytes = try? files.read(asset.path) else { return (nil, []) }
        let problems = TextCheck.diagnostics(for: bytes, path: asset.path, maximumSize: .max)
        guard problems.isEmpty else { return refused(problems) }
        let table = DelimitedText(bytes, isTSV: asset.path.lowercased().hasSuffix(".tsv"))
        return (
            table,
            table.mistakes.map {
                Diagnostic($0.id, $0.message, at: SourceSpan(asset.path, $0.bytes))
            }
        )
    }

    private static func refused(
        _ problems: [Diagnostic]
    ) -> (table: DelimitedText?, diagnostics: [Diagnostic]) {
        let mistakes = problems.map {
            DelimitedText.Mistake(
                id: $0.id, message: $0.message, bytes: $0.span?.bytes.range ?? 0..<0)
        }
        return (DelimitedText(refusedBecause: mistakes), problems)
    }
}
