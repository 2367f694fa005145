/// Items of the JSON feed.

import Diagnostics
import Markup

enum JSONFeedRule {
    static func differences(
        _ bytes: [UInt8], _ record: SiteRecords, at output: String
    ) -> [Difference] {
        let items = (try? JSONValue.read(bytes))?["items"]?.array ?? []
        return items.flatMap { item in
            record.differences(
                of: "an item", at: item["url"]?.string ?? "", in: output
            ) { facts, comparison in
                func compare(_ fact: Difference.Fact, _ key: String, _ expected: String) {
                    comparison.compare(fact, in: "‘\(key)’", item[key]?.string, with: expected)
                }
                compare(.title, "title", facts.title)
                compare(.address, "id", facts.url)
                compare(.date, "date_published", facts.appeared.rfc3339)
                compare(.date, "date_modified", facts.updated.rfc3339)
                comparison.compare(
                    .authors, in: "‘authors’",
                    (item["authors"]?.array ?? []).compactMap { $0["name"]?.string },
                    with: facts.authors)
            }
        }
    }
}
