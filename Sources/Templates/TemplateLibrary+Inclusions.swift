/// Which templates lead to which.

import Diagnostics

extension TemplateLibrary {
    /// The given templates, and all that they include or extend, directly or through others.
    package func names(reachedFrom names: some Sequence<String>) -> Set<String> {
        var reached: Set<String> = []
        var waiting = Array(names)
        while let name = waiting.popLast() {
            guard let (file, template) = template(name, from: name),
                reached.insert(file).inserted
            else { continue }
            waiting += inclusions(in: template.nodes, of: template.path)
        }
        return reached
    }

    /// Those of a site's own among a template and all that it leads to, sorted.
    package func ownNames(reachedFrom name: String) -> [String] {
        guard !checkedPaths.isEmpty else { return [] }
        return names(reachedFrom: [name]).filter { checkedPaths.contains("templates/" + $0) }
            .sorted { $0.precedes($1) }
    }

    /// A loop rather than a recursion: sections may be nested as deep as the parser lets them.
    private func inclusions(in nodes: [TemplateNode], of path: String) -> [String] {
        var found: [String] = []
        var waiting = [nodes]
        while let nodes = waiting.popLast() {
            for node in nodes {
                switch node.kind {
                case .text, .variable: break
                case .partial(let name, _): found.append(name)
                case .parent(let name, _, let nodes):
                    found.append(name)
                    waiting.append(nodes)
                case .section(_, _, let nodes), .block(_, let nodes): waiting.append(nodes)
                }
            }
        }
        return found.compactMap { template($0, from: path)?.name }
    }
}
