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

    /// Of each page a retained ``Made``: written when it is made, and from then on atomic in each of its parts.
    ///
    /// An address, since `AtomicLazyReference` asks for the type of its object at each look, which takes longer.
    private let slots: UnsafeMutableBufferPointer<Atomic<UnsafeRawPointer?>>

    init(pages: Int) {
        slots = .allocate(capacity: pages)
        for index in 0..<pages { slots.initializeElement(at: index, to: Atomic(nil)) }
    }

    deinit {
        for index in slots.indices {
            if let made = slots[index].load(ordering: .acquiring) {
                Unmanaged<Made>.fromOpaque(made).release()
            }
        }
        slots.deinitialize()
        slots.deallocate()
    }

    func value(of id: PageID, make: () -> Value) -> Value {
        if let made = slots[id.index].load(ordering: .acquiring) { return Self.value(at: made) }
        let made = Unmanaged.passRetained(Made(make()))
        let (isFirst, other) = slots[id.index].compareExchange(
            expected: nil, desired: UnsafeRawPointer(made.toOpaque()),
            ordering: .acquiringAndReleasing)
        guard !isFirst, let other else { return made.takeUnretainedValue().value }
        made.release()
        return Self.value(at: other)
    }

    private static func value(at made: UnsafeRawPointer) -> Value {
        Unmanaged<Made>.fromOpaque(made)._withUnsafeGuaranteedRef { $0.value }
    }
}
