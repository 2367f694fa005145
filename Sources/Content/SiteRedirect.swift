/// An old address that `site.yaml` leads on: one that is no page's alias.
package struct SiteRedirect: Hashable, Sendable {
    /// Decoded, from the root of the site: `/old/report.html`; of a wildcard all before its `*`: `/blog/2019/`.
    package var source: Located<String>
    /// Whether all is led on that begins with the source.
    package var isWildcard: Bool
    /// Of a section that stands on another page now: its place in the page of the source, without its `#`.
    package var anchor: String?
    /// As written: a path of the site, or an absolute URL.
    package var target: Located<String>

    /// What stands in a target for that which a wildcard matched, as hosts read it.
    package static let splat = ":splat"

    /// As it is written.
    package var name: String {
        isWildcard ? source.value + "*" : source.value + (anchor.map { "#" + $0 } ?? "")
    }
}
