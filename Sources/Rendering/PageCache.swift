/// What is worked out once for a page, however many outputs show it.

import Site
import Synchronization

/// A value for each page of the site, made when it is first asked for.
///
/// Two outputs that ask for it at the same time may both make it: they make the same, and neither waits
/// for the other.
final class PageCache<Value: Sendable>: @unchecked Sendable {
    private final class Made: Sendable {
        let value: Value
        init(_ value: Value) { self.value = value }
    }

    /// Written when it is made, and from then on atomic in each of its parts.
    private let slots: UnsafeMutableBufferPointer<AtomicLazyReference<Made>>

    init(pages: Int) {
        slots = .allocate(capacity: pages)
        for index in 0..<pages { slots.initializeElement(at: index, to: AtomicLazyReference()) }
    }

    deinit {
        slots.deinitialize()
        slots.deallocate()
    }

    func value(of id: PageID, make: () -> Value) -> Value {
        (slots[id.index].load() ?? slots[id.index].storeIfNil(Made(make()))).value
    }
}
