/// The order of names in indices.

import Bibliography
import Markup

extension SiteGraph {
    /// Family name first, without case and accents.
    static func personSortKey(_ name: String) -> String { PersonName(splitting: name).sortKey }
}
