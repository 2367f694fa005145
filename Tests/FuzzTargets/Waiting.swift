import Dispatch

/// libFuzzer calls a plain function: it waits here for what is asynchronous.
enum Waiting {
    static func wait<Result: Sendable>(
        for body: @escaping @Sendable () async -> Result
    ) -> Result? {
        let done = DispatchSemaphore(value: 0)
        let box = Box<Result>()
        Task {
            box.value = await body()
            done.signal()
        }
        done.wait()
        return box.value
    }

    /// Written before the signal, read after it.
    private final class Box<Value>: @unchecked Sendable {
        var value: Value?
    }
}
