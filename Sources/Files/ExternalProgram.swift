/// A program of the machine that does a part of the work better than we would: found on the search
/// path, run, and asked only whether it succeeded.

#if canImport(Glibc)
    import Glibc
#elseif canImport(Darwin)
    import Darwin
#endif

package struct ExternalProgram: Sendable {
    package let path: String

    /// `nil` when no program stands there.
    package init?(path: String) {
        guard access(path, X_OK) == 0, !Self.isFolder(path) else { return nil }
        self.path = path
    }

    /// `nil` when no folder of the search path has such a program.
    package init?(named name: String) {
        let search = getenv("PATH").map { String(cString: $0) } ?? ""
        for folder in search.split(separator: ":") {
            if let program = ExternalProgram(path: folder + "/" + name) {
                self = program
                return
            }
        }
        return nil
    }

    private static func isFolder(_ path: String) -> Bool {
        var status = stat()
        return stat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFDIR
    }

    /// Runs the program to its end, or until the task is cancelled.
    ///
    /// - Returns: `nil` when it succeeded, else what it said.
    package func run(_ arguments: [String]) -> String? {
        do throws(RunningProgram.StartFailure) {
            let running = try start(arguments, keepsErrors: true)
            var said: [UInt8] = []
            while true {
                while running.isSilent() { if Task.isCancelled { running.terminate() } }
                guard running.read(into: &said) else { break }
            }
            return running.finish() == 0 ? nil : String(decoding: said, as: UTF8.self)
        } catch {
            return error.reason
        }
    }

    /// Starts the program and goes on.
    ///
    /// - Parameters:
    ///   - arguments: Without the name of the program.
    ///   - keepsErrors: Whether its messages are read like its output, or dropped.
    /// - Returns: The program, which has to be waited for.
    /// - Throws: When the system cannot start it.
    package func start(
        _ arguments: [String], keepsErrors: Bool
    ) throws(RunningProgram.StartFailure) -> RunningProgram {
        try RunningProgram(path, arguments, keepsErrors: keepsErrors)
    }
}
