/// Topics that most likely are several in one item of a list, or another spelling of a topic.
///
/// Warnings, about topics without a record: one that has a record is meant as it is written.

import Content
import Diagnostics

enum TopicNameCheck {
    /// - Parameter graph: Whose topics are linked with their publications.
    /// - Returns: Warnings, each at a place where the topic stands.
    static func diagnostics(for graph: SiteGraph) -> [Diagnostic] {
        guard !graph.configuration.topicsAreControlled else { return [] }
        return several(in: graph) + variants(in: graph)
    }

    /// YAML takes the commas of other scripts for letters.
    private static func several(in graph: SiteGraph) -> [Diagnostic] {
        graph.topics.enumerated().compactMap { index, topic in
            guard topic.record == nil, NameForm.hasForeignComma(topic.name),
                let span = graph.place(of: TopicID(index))
            else { return nil }
            return Diagnostic(
                "topic.several", .warning,
                "‘\(topic.name)’ looks like several topics: write each as an item of the list, with ‘, ’ between them. "
                    + "If it is one, make a record of it in content/topics/.", at: span)
        }
    }

    private static func variants(in graph: SiteGraph) -> [Diagnostic] {
        NameVariants.groups(of: graph.topics.map(\.name), isName: false) {
            rank(graph.topics[$0])
        }.flatMap { group in
            let meant = graph.topics[group.meant].name
            return group.others.map { TopicID($0) }.compactMap { id -> Diagnostic? in
                guard graph[id].record == nil, let span = graph.place(of: id) else { return nil }
                let name = graph[id].name
                return Diagnostic(
                    "topic.similar-name", .warning,
                    "‘\(name)’ is the topic ‘\(meant)’ in another spelling, and has a page of its own: write "
                        + "‘\(meant)’. If they are two, make a record of ‘\(name)’ in content/topics/.",
                    at: span, repair: meant)
            }
        }
    }

    /// A topic with a record is meant, then the one with most publications.
    private static func rank(_ topic: Topic) -> Int {
        topic.record == nil ? topic.publications.count : Int.max
    }
}
