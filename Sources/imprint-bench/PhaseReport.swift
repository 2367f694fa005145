import CAllocations
import Glibc

/// What each stage of a build took.
struct PhaseReport {
    private struct Row {
        let name: String
        var wall: Double
        var cpu: Double
        var allocations: Int
    }
    private var rows: [Row] = []
    private var limit = Row(name: "", wall: 0, cpu: 0, allocations: 0)

    /// Times a stage by the clock and by the processors, and counts what it allocates.
    mutating func phase<Result: Sendable>(
        _ name: String, _ body: () async throws -> Result
    ) async rethrows -> Result {
        let (result, row) = try await Self.measure(name, body)
        rows.append(row)
        return result
    }

    /// Times what the others are compared with.
    mutating func limit(_ body: () async throws -> Void) async rethrows {
        // Once to warm the files up, as they are for every stage after it.
        try await body()
        limit = try await Self.measure("the limit", body).row
        rows.append(limit)
    }

    /// A stage that cannot be run alone: what is left of another without some.
    mutating func add(_ name: String, from whole: String, without parts: [String]) {
        guard var row = rows.first(where: { $0.name == whole }) else { return }
        row = Row(name: name, wall: row.wall, cpu: row.cpu, allocations: row.allocations)
        for part in rows where parts.contains(part.name) {
            row.wall = max(0, row.wall - part.wall)
            row.cpu = max(0, row.cpu - part.cpu)
            row.allocations = max(0, row.allocations - part.allocations)
        }
        rows.append(row)
    }

    private static func measure<Result: Sendable>(
        _ name: String, _ body: () async throws -> Result
    ) async rethrows -> (Result, row: Row) {
        let (cpu, count) = (usage().cpu, allocation_count())
        let start = ContinuousClock.now
        let result = try await body()
        let wall = (ContinuousClock.now - start).seconds
        return (
            result,
            Row(
                name: name, wall: wall, cpu: usage().cpu - cpu,
                allocations: Int(allocation_count() - count))
        )
    }

    func finish(pages: Int, bytesRead: Int, bytesWritten: Int) {
        print("stage                       wall ms    cpu ms   /limit   µs/page  mallocs/page")
        for row in rows {
            let name = row.name + String(repeating: " ", count: max(1, 25 - row.name.count))
            print(
                name + aligned(row.wall * 1e3, 1, width: 10) + aligned(row.cpu * 1e3, 1, width: 10)
                    + aligned(row.wall / max(limit.wall, 1e-9), 2, width: 9)
                    + aligned(row.wall * 1e6 / Double(max(1, pages)), 1, width: 10)
                    + aligned(Double(row.allocations) / Double(max(1, pages)), 0, width: 14))
        }
        print(
            "\(pages) publications, \(bytesRead >> 20) MiB read, \(bytesWritten >> 20) MiB rendered, "
                + "\(allocation_bytes() >> 20) MiB allocated, peak \(Self.usage().peak >> 10) MiB")
    }

    /// Seconds of processor time, and the peak of memory in KiB.
    private static func usage() -> (cpu: Double, peak: Int) {
        var usage = rusage()
        getrusage(.init(RUSAGE_SELF.rawValue), &usage)
        func seconds(_ time: timeval) -> Double { Double(time.tv_sec) + Double(time.tv_usec) / 1e6 }
        return (seconds(usage.ru_utime) + seconds(usage.ru_stime), usage.ru_maxrss)
    }
}
