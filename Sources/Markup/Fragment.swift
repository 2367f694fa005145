/// Finished HTML with numbered gaps for what depends on the rest of the site.
///
/// A page is parsed once, from its own bytes alone, into a fragment. The page itself, the feeds and
/// the preview fill the same fragment differently; filling is copying bytes.
public import Bytes

public struct Fragment: Sendable {
    /// A gap, and what belongs there.
    ///
    /// Every number indexes a table of the ``Document``.
    package enum Slot: Hashable, Sendable {
        /// Inside a quoted `href` or `src`: the address of `references[n]`.
        case destination(Int)
        /// Inside an `img` tag, between attributes: ` width="…" height="…"` (and the like) of the
        /// image `references[n]`, or nothing.
        case imageAttributes(Int)
        /// Between tags: the table of the file that `references[n]` leads to.
        case dataTable(Int)
        /// Between tags: the whole HTML of `citations[n]`.
        case citation(Int)
        /// Between tags: the link that `crossReferences[n]` stands for.
        case crossReference(Int)
        /// Inside a quoted attribute: the words of `citations[n]`.
        case citationWords(Int)
        /// Inside a quoted attribute: the words of `crossReferences[n]`.
        case crossReferenceWords(Int)
        /// Inside a quoted `href`: the address of the person `mentions[n]`.
        case person(Int)
        /// At the start of an `id` value: nothing on the page itself, a prefix where several
        /// fragments share one document.
        case idPrefix
        /// Between tags or inside a quoted attribute: a word in the page's language.
        case word(Word)
        /// Before the `#` of a link within the page: nothing on the page itself, the page's
        /// address elsewhere.
        case pageAddress

        /// The gap for the same thing in an attribute, where no link can stand.
        package var words: Slot {
            switch self {
            case .citation(let index): .citationWords(index)
            case .crossReference(let index): .crossReferenceWords(index)
            case .destination, .imageAttributes, .dataTable, .citationWords, .crossReferenceWords,
                .person,
                .idPrefix, .word, .pageAddress:
                self
            }
        }
    }

    @usableFromInline var written = OutputBuffer()
    package private(set) var slots: [(offset: UInt32, slot: Slot)] = []

    package init() {}

    package var bytes: OutputBuffer { written }

    package var isEmpty: Bool { written.isEmpty && slots.isEmpty }

    /// The byte that was written last.
    @inlinable public var last: UInt8? { written.last }

    /// Adds a gap at the end of what has been written.
    package mutating func append(_ slot: Slot) {
        slots.append((UInt32(clamping: written.count), slot))
    }

    /// Appends another fragment with its gaps.
    package mutating func append(_ other: Fragment) {
        let base = written.count
        written.append(contentsOf: other.bytes)
        for (offset, slot) in other.slots {
            slots.append((UInt32(clamping: base + Int(offset)), slot))
        }
    }

    /// Writes HTML at the end: the closure gets the bytes so far and may only append.
    @inlinable @inline(__always)
    public mutating func write(_ body: (inout OutputBuffer) -> Void) { body(&written) }

    @inlinable @inline(__always)
    public mutating func append(_ literal: StaticString) { written.append(literal) }

    @inline(__always)
    package mutating func append(_ text: String, escapedFor place: Escaping) {
        written.append(text, escapedFor: place)
    }

    /// Copies the fragment to `output`, asking `fill` to write what belongs in each gap.
    package func write(
        to output: inout OutputBuffer, filling fill: (Slot, inout OutputBuffer) -> Void
    ) {
        written.withUnsafeBufferPointer { bytes in
            var start = 0
            for (offset, slot) in slots {
                output.append(contentsOf: bytes, in: start..<Int(offset))
                start = Int(offset)
                fill(slot, &output)
            }
            output.append(contentsOf: bytes, in: start..<bytes.count)
        }
    }
}

extension Fragment: Hashable {
    public static func == (a: Fragment, b: Fragment) -> Bool {
        a.written == b.written
            && a.slots.elementsEqual(b.slots) { $0.offset == $1.offset && $0.slot == $1.slot }
    }

    public func hash(into hasher: inout Hasher) { hasher.combine(written) }
}
