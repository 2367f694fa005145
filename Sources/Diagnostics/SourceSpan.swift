/// Where in the site's sources something stands.
///
/// Spans count bytes; lines and columns are worked out only when a diagnostic is printed, because
/// nearly every span is made for a problem that never occurs.

/// A range of bytes of one file, without naming the file.
///
/// Half the size of `Range<Int>`, since every link and heading of every page holds one. Files are
/// limited far below 4 GiB.
package struct ByteRange: Hashable, Sendable {
    package var lower: UInt32
    package var upper: UInt32

    package init(_ lower: Int, _ upper: Int) {
        self.lower = UInt32(clamping: lower)
        self.upper = UInt32(clamping: max(lower, upper))
    }

    package init(_ range: Range<Int>) { self.init(range.lowerBound, range.upperBound) }

    package var range: Range<Int> { Int(lower)..<Int(upper) }
}

/// A range of bytes of a named file.
package struct SourceSpan: Hashable, Sendable {
    /// The file's path relative to the root of the site, with `/` between its parts.
    package var path: String
    package var bytes: ByteRange

    package init(_ path: String, _ bytes: ByteRange) {
        self.path = path
        self.bytes = bytes
    }

    package init(_ path: String, _ range: Range<Int>) { self.init(path, ByteRange(range)) }

    /// The file as a whole: an empty span at its start.
    package init(file path: String) { self.init(path, ByteRange(0, 0)) }
}
