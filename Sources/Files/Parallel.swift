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
        return await withTaskGroup(of: [(Int, Result)].self) { group in
            for _ in 0..<workers {
                group.addTask { @concurrent in
                    var worker = makeWorker()
                    var results: [(Int, Result)] = []
                    while let index = next.take(below: count) {
                        results.append((index, transform(&worker, index)))
                    }
                    return results
                }
            }
            var ordered = [Result?](repeating: nil, count: count)
            for await results in group {
                for (index, result) in results { ordered[index] = result }
            }
            return ordered.compactMap(\.self)
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
