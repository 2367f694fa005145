import FuzzTargets
import Glibc

/// libFuzzer (https://llvm.org/docs/LibFuzzer.html) over one target: `imprint-fuzz NAME OPTION… CORPUS`.
@main
struct ImprintFuzz {
    private static let target: FuzzTarget = {
        guard let target = FuzzTarget.named(CommandLine.arguments.dropFirst().first ?? "") else {
            let names = FuzzTarget.all.map(\.name).joined(separator: ", ")
            // Not `stderr`, a variable that any thread may change.
            let message = Array("The first argument is one of \(names).\n".utf8)
            _ = write(STDERR_FILENO, message, message.count)
            exit(64)
        }
        return target
    }()

    static func main() {
        var arguments = CommandLine.arguments
        arguments.removeSubrange(1..<min(2, arguments.count))
        // libFuzzer keeps the arguments for as long as it runs.
        var pointers: [UnsafeMutablePointer<CChar>?] = arguments.map { strdup($0) } + [nil]
        var count = CInt(arguments.count)
        let status = pointers.withUnsafeMutableBufferPointer { buffer in
            var base = buffer.baseAddress
            return runDriver(&count, &base) { bytes, count in
                ImprintFuzz.target.run(Array(UnsafeBufferPointer(start: bytes, count: count)))
                return 0
            }
        }
        exit(status)
    }
}

@_silgen_name("LLVMFuzzerRunDriver")
private func runDriver(
    _ count: UnsafeMutablePointer<CInt>,
    _ arguments: UnsafeMutablePointer<UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>?>,
    _ callback: @convention(c) (UnsafePointer<UInt8>?, Int) -> CInt
) -> CInt
