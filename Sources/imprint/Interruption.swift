/// Signals that ask a program to end: Control-C, a terminal that was closed, a machine that shuts down.

import Dispatch

#if canImport(Glibc)
    import Glibc
#elseif canImport(Darwin)
    import Darwin
#endif

enum Interruption {
    /// Each of these signals that comes from now on, until its source is cancelled.
    static func signals(
        _ numbers: [Int32] = [SIGINT, SIGTERM]
    ) -> (AsyncStream<Int32>, [any DispatchSourceSignal]) {
        let (stream, continuation) = AsyncStream.makeStream(of: Int32.self)
        let sources = numbers.map { number in
            signal(number, SIG_IGN)
            let source = DispatchSource.makeSignalSource(signal: number, queue: .global())
            source.setEventHandler { continuation.yield(number) }
            source.resume()
            return source
        }
        return (stream, sources)
    }

    /// Does some work that a signal cancels, so that it can clear up; then the program ends by that signal.
    ///
    /// What whoever started the program has it ignore (`nohup`, a job in the background of a script) is ignored.
    static func cancelling<Value: Sendable>(
        _ work: @escaping @Sendable () async throws -> Value
    ) async throws -> Value {
        let heeded = [SIGINT, SIGTERM, SIGHUP].filter { number in
            unsafeBitCast(signal(number, SIG_IGN), to: Int.self)
                != unsafeBitCast(SIG_IGN, to: Int.self)
        }
        let (interruptions, sources) = signals(heeded)
        let working = Task { try await work() }
        let watching = Task { () -> Int32? in
            for await number in interruptions {
                working.cancel()
                return number
            }
            return nil
        }
        let result = await working.result
        watching.cancel()
        if let number = await watching.value { end(by: number) }
        for source in sources { source.cancel() }
        return try result.get()
    }

    /// As if nobody had listened: a shell has to see what ended a program.
    private static func end(by number: Int32) -> Never {
        var signals = sigset_t()
        sigemptyset(&signals)
        sigaddset(&signals, number)
        signal(number, SIG_DFL)
        pthread_sigmask(SIG_UNBLOCK, &signals, nil)
        raise(number)
        exit(128 + number)
    }
}
