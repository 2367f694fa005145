/// What is worked out once for a page, however many outputs show it.

import Site
import Synchronization

/// A value for each page of the site, made when it is first asked for.
///
/// Two outputs that ask for it at the same time may both make it: they make the same, and neither waits
/// for the other.
final class PageCache<Value: Sendable>: @unchecked Sendable {
    private final class Made: MadeValue, @unchecked Sendable {
        let value: Value
        init(_ value: Value) { self.value = value }
    }

    /// Of each page a ``Made``: written when it is made, and from then on atomic in each of its parts.
    private let slots: UnsafeMutableBufferPointer<AtomicLazyReference<MadeValue>>

    init(pages: Int) {
        slots = .allocate(capacity: pages)
        for index in 0..<pages { slots.initializeElement(at: index, to: AtomicLazyReference()) }
    }

    deinit {
        slots.deinitialize()
        slots.deallocate()
    }

    func value(of id: PageID, make: () -> Value) -> Value {
        let made = slots[id.index].load() ?? slots[id.index].storeIfNil(Made(make()))
        // No other is ever stored.
        return unsafeDowncast(made, to: Made.self).value
    }
}

/// What was made, without its type: `AtomicLazyReference` asks for that at each look, which takes longer than the look.
///
/// Subclasses have constants alone, and so are safe to share.
private class MadeValue: @unchecked Sendable {}
