/// Work divided over the cores of the machine.

import Synchronization

#if canImport(Glibc)
    import Glibc
#elseif canImport(Darwin)
    import Darwin
#endif

package enum Parallel {
    /// How many workers there are: `IMPRINT_JOBS`, else one for each core of the machine.
    package static let cores: Int = {
        if let jobs = getenv("IMPRINT_JOBS").flatMap({ Int(String(cString: $0)) }), jobs > 0 {
            return min(jobs, 256)
        }
        return max(1, sysconf(Int32(_SC_NPROCESSORS_ONLN)))
    }()

    /// `transform` of every index below `count`, in order of the indices.
    ///
    /// Each worker takes the next index that nobody has taken: a few large pages do not leave a core
    /// idle. The order of the result does not depend on who did what.
    package static func map<Result: Sendable>(
        _ count: Int, _ transform: @escaping @Sendable (Int) -> Result
    ) async -> [Result] {
        await map(count, worker: { () }) { _, index in transform(index) }
    }

    /// The same with a value of its own for each worker: a buffer, a table to count in.
    package static func map<Worker, Result: Sendable>(
        _ count: Int, worker makeWorker: @escaping @Sendable () -> Worker,
        _ transform: @escaping @Sendable (inout Worker, Int) -> Result
    ) async -> [Result] {
        let workers = min(cores, count)
        guard workers > 1 else {
            var worker = makeWorker()
            return (0..<count).map { transform(&worker, $0) }
        }
        let next = Counter()
        let slots = Slots<Result>(count)
        await withTaskGroup { group in
            for _ in 0..<workers {
                group.addTask { @concurrent in
                    var worker = makeWorker()
                    while let index = next.take(below: count) {
                        slots.fill(index, with: transform(&worker, index))
                    }
                }
            }
        }
        return slots.takeAll()
    }
}

/// Room for results that come in any order, from any worker, each once.
///
/// A result is moved into its place and out again, never copied: to copy a page is to count a reference
/// to each of its strings.
private struct Slots<Result: Sendable>: @unchecked Sendable {
    private let places: UnsafeMutableBufferPointer<Result>

    init(_ count: Int) { places = .allocate(capacity: count) }

    /// No two calls may name the same place.
    func fill(_ index: Int, with result: consuming Result) {
        places.initializeElement(at: index, to: result)
    }

    /// The results, after every place was filled and everyone who filled one is done.
    func takeAll() -> [Result] {
        defer { places.deallocate() }
        return Array(unsafeUninitializedCapacity: places.count) { array, count in
            count = array.moveInitialize(fromContentsOf: places)
        }
    }
}

/// Gives out 0, 1, 2 … each once.
package final class Counter: Sendable {
    private let value = Atomic<Int>(0)

    package init() {}

    package func take(below limit: Int) -> Int? {
        let taken = value.add(1, ordering: .relaxed).oldValue
        return taken < limit ? taken : nil
    }
}
