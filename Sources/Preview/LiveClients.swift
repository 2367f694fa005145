import Content
import Diagnostics
package import Files
import Rendering
import Site
import Synchronization

/// The open pages, and what each of them is told.
///
/// Events are those of the HTML standard's server-sent events, section 9.2.
package final class LiveClients: Sendable {
    private struct Client {
        let page: String
        /// Of the rendering that the reader has.
        var version: String
        /// `false` when the reader is gone, or too slow.
        let send: @Sendable (String) -> Bool
    }

    private struct State {
        var clients: [Int: Client] = [:]
        var last = 0
        var problems = "[]"
    }

    private let state = Mutex(State())
    private let files: any FileSystem

    package init(files: any FileSystem) { self.files = files }

    /// Adds an open page, and tells it what it does not know yet.
    ///
    /// - Returns: What removes it again.
    package func add(
        page: String, version: String, _ snapshot: PreviewSnapshot,
        send: @escaping @Sendable (String) -> Bool
    ) -> Int {
        let problems = ProblemReport.json(for: snapshot.diagnostics, files: files)
        let current = snapshot.page(at: page).version
        let id = state.withLock { state in
            state.last += 1
            state.problems = problems
            state.clients[state.last] = Client(page: page, version: current, send: send)
            return state.last
        }
        // A reader from before a restart of the server may hold an older page.
        let isStale = !version.isEmpty && version != current
        let text = isStale ? Self.event("reload", "{}") : Self.event("problems", problems)
        if !send("retry: 500\n\n" + text) { remove(id) }
        return id
    }

    package func remove(_ id: Int) {
        _ = state.withLock { $0.clients.removeValue(forKey: id) }
    }

    /// Tells every open page what has become of it.
    ///
    /// - Returns: How many were told to reload.
    @discardableResult
    package func publish(_ update: PreviewUpdate) -> Int {
        let problems = ProblemReport.json(for: update.new.diagnostics, files: files)
        let (clients, hasNews) = state.withLock { state in
            defer { state.problems = problems }
            return (state.clients, state.problems != problems)
        }
        let styles = StyleSwap(update)
        let assets = Self.changedAssets(update)
        var looks: [String: Look] = [:]
        var reloaded = 0
        for (id, client) in clients {
            let page = looks[client.page] ?? Look(client.page, update, styles, assets)
            looks[client.page] = page
            var text = hasNews ? Self.event("problems", problems) : ""
            if page.version != client.version, page.hasNewStyleOnly, let styles {
                text += Self.event("style", styles.event(version: page.version))
            } else if page.version != client.version || page.showsAsset {
                text += Self.event("reload", "{}")
                reloaded += 1
            }
            guard !text.isEmpty else { continue }
            state.withLock { $0.clients[id]?.version = page.version }
            if !client.send(text) { remove(id) }
        }
        return reloaded
    }

    /// What has become of one page.
    private struct Look {
        let version: String
        let hasNewStyleOnly: Bool
        let showsAsset: Bool

        init(_ page: String, _ update: PreviewUpdate, _ styles: StyleSwap?, _ assets: [[UInt8]]) {
            let bytes = update.new.page(at: page)
            version = bytes.version
            hasNewStyleOnly =
                styles?.isAllThatChanged(in: bytes, from: update.old.page(at: page)) ?? false
            showsAsset = assets.contains { bytes.contains($0) }
        }
    }

    /// Addresses of changed images and other files, as pages write them.
    private static func changedAssets(_ update: PreviewUpdate) -> [[UInt8]] {
        guard case .paths(let paths) = update.changes, let site = update.new.shown?.site else {
            return []
        }
        return site.graph.assets.filter { paths.contains($0.path) }.map {
            Array(site.graph.href(ofAsset: $0).utf8)
        }
    }

    private static func event(_ name: String, _ data: String) -> String {
        "event: \(name)\ndata: \(data)\n\n"
    }
}

/// New addresses of style sheets: where a page differs by nothing else, they are swapped in it.
private struct StyleSwap {
    private let urls: [(old: String, new: String)]

    init?(_ update: PreviewUpdate) {
        let old = update.old.shown?.theme.assets ?? []
        let new = update.new.shown?.theme.assets ?? []
        urls = new.filter { $0.name.hasSuffix(".css") }.compactMap { asset in
            guard let before = old.first(where: { $0.name == asset.name }),
                before.outputPath != asset.outputPath
            else { return nil }
            return (
                update.old.basePath + before.outputPath, update.new.basePath + asset.outputPath
            )
        }
        if urls.isEmpty { return nil }
    }

    func isAllThatChanged(in page: [UInt8], from old: [UInt8]) -> Bool {
        var swapped = old
        for (old, new) in urls { swapped.replace(Array(old.utf8), with: Array(new.utf8)) }
        return swapped == page
    }

    func event(version: String) -> String {
        let pairs = urls.map { "\(JSONValue.quoted($0.old)):\(JSONValue.quoted($0.new))" }
        return
            "{\"version\":\(JSONValue.quoted(version)),\"urls\":{\(pairs.joined(separator: ","))}}"
    }
}

/// Errors as the overlay shows them.
private enum ProblemReport {
    static func json(for diagnostics: [Diagnostic], files: any FileSystem) -> String {
        var tables: [String: LineTable] = [:]
        let items = diagnostics.filter { $0.severity == .error }.prefix(50).map { diagnostic in
            var fields = ["\"message\":\(JSONValue.quoted(diagnostic.message))"]
            if let span = diagnostic.span {
                fields.append("\"path\":\(JSONValue.quoted(span.path))")
                if tables[span.path] == nil, let bytes = files.excerptSource(span.path) {
                    tables[span.path] = LineTable(bytes)
                }
                if let table = tables[span.path], span.bytes.range.upperBound > 0 {
                    let place = table.position(of: span.bytes.range.lowerBound)
                    let excerpt = JSONValue.quoted(table.text(ofLine: place.line))
                    fields.append("\"line\":\(place.line),\"column\":\(place.column)")
                    fields.append("\"excerpt\":\(excerpt)")
                }
            }
            return "{\(fields.joined(separator: ","))}"
        }
        return "[\(items.joined(separator: ","))]"
    }
}
