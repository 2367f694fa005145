import Diagnostics

/// The works that the site's bibliography knows, by key.
package struct WorkLibrary: Sendable {
    package init() {}
}
