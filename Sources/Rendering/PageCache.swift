/// What is worked out once for a page, however many outputs show it.

import Site
import Synchronization

/// A value for each page of the site, made when it is first asked for.
///
/// Two outputs that ask for it at the same time may both make it: they make the same, and neither waits
/// for the other.
final class PageCache<Value: Sendable>: Sendable {
    private final class Slot: Sendable {
        let value = Mutex<Value?>(nil)
    }

    private let slots: [Slot]

    init(pages: Int) { slots = (0..<pages).map { _ in Slot() } }

    func value(of id: PageID, make: () -> Value) -> Value {
        let slot = slots[id.index]
        if let made = slot.value.withLock({ $0 }) { return made }
        let value = make()
        slot.value.withLock { $0 = value }
        return value
    }
}
