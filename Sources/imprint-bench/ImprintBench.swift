import ArgumentParser

/// Measures, and prints ratios; nothing here asserts a time.
///
/// Built only when `IMPRINT_BENCH` is set (`make bench`), so that what it compares with is no part of
/// the product or of its build.
@main
struct ImprintBench: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "imprint-bench",
        abstract: "Measures the program's parts beside something else, in one run.",
        subcommands: [TemplatesBenchmark.self, PhasesBenchmark.self])
}

/// Takes each contestant in turn, so that a drift of the machine's speed touches all alike.
///
/// - Returns: The median of each, in seconds for one call.
func medians(rounds: Int, _ contestants: [(calls: Int, body: () -> Void)]) -> [Double] {
    var times = contestants.map { _ in [Double]() }
    let clock = ContinuousClock()
    for _ in 0..<rounds {
        for (index, contestant) in contestants.enumerated() {
            let duration = clock.measure {
                for _ in 0..<contestant.calls { contestant.body() }
            }
            times[index].append(duration.seconds / Double(contestant.calls))
        }
    }
    return times.map { $0.sorted()[$0.count / 2] }
}

extension Duration {
    var seconds: Double {
        Double(components.seconds) + Double(components.attoseconds) / 1e18
    }
}

/// A number with so many digits behind the point, right-aligned.
func aligned(_ value: Double, _ digits: Int, width: Int) -> String {
    var scale = 1.0
    for _ in 0..<digits { scale *= 10 }
    let rounded = (value * scale).rounded()
    let whole = Int(rounded / scale)
    let rest = String(Int(rounded.truncatingRemainder(dividingBy: scale)))
    let fraction =
        digits == 0 ? "" : "." + String(repeating: "0", count: digits - rest.count) + rest
    return aligned("\(whole)\(fraction)", width: width)
}

func aligned(_ text: String, width: Int) -> String {
    String(repeating: " ", count: max(0, width - text.count)) + text
}
