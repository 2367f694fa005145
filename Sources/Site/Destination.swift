/// Where a link or an image leads, once the whole site is known.

/// The answer to a ``Markup/Reference``.
package enum Destination: Hashable, Sendable {
    /// A place in the same page: `#x`.
    case anchor(String)
    /// A page of the site, and perhaps a place in it.
    case page(PageID, anchor: String?)
    /// A file of the site that is not a page with a source: a list, a feed, a file. The URL is
    /// root-relative, encoded, with its query and fragment.
    case local(String)
    /// An image or file of `content/`: root-relative URL, and measures for an image.
    case asset(String, PixelSize?)
    /// `http`, `https`, `mailto`, `tel`.
    case external(String)
    /// A diagnostic says why.
    case broken
}

/// Width and height of an image.
package struct PixelSize: Hashable, Sendable {
    package let width: Int
    package let height: Int

    package init(width: Int, height: Int) {
        self.width = width
        self.height = height
    }
}
