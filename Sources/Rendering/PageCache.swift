/// What is worked out once for a page, however many outputs show it.

import Site
import Synchronization

/// A value for each page of the site, made when it is first asked for.
///
/// Two outputs that ask for it at the same time may both make it: they make the same, and neither waits
/// for the other.
final class PageCache<Value: Sendable>: Sendable {
    private final class Slot: Sendable {
        let made = AtomicLazyReference<Box>()
    }

    private final class Box: Sendable {
        let value: Value
        init(_ value: Value) { self.value = value }
    }

    private let slots: [Slot]

    init(pages: Int) { slots = (0..<pages).map { _ in Slot() } }

    func value(of id: PageID, make: () -> Value) -> Value {
        let slot = slots[id.index]
        return (slot.made.load() ?? slot.made.storeIfNil(Box(make()))).value
    }
}
