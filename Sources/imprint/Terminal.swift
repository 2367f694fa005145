/// What goes to the screen: problems to standard error, results to standard output, colour only on a
/// terminal (https://no-color.org).

import ArgumentParser
import Build
import Content
import Diagnostics
import Files

#if canImport(Glibc)
    import Glibc
#elseif canImport(Darwin)
    import Darwin
#endif

enum Terminal {
    static let errorIsTerminal = isatty(2) == 1
    static let usesColor =
        errorIsTerminal && (getenv("NO_COLOR").map { $0.pointee == 0 } ?? true)
        && getenv("TERM").map { String(cString: $0) } != "dumb"

    /// How wide the terminal is that results go to; `nil` where they go elsewhere.
    static let columns: Int? = {
        guard isatty(1) == 1 else { return nil }
        var size = winsize()
        guard ioctl(1, UInt(TIOCGWINSZ), &size) == 0, size.ws_col > 0 else { return 80 }
        return Int(size.ws_col)
    }()

    /// Makes sure that nothing but what is said goes where it is said to; before anything is opened.
    static func prepare() {
        // The next file that is opened, or a client of the preview, would take the place of a closed stream.
        for stream: Int32 in 0...2 where fcntl(stream, F_GETFD) < 0 {
            _ = open("/dev/null", O_RDWR)
        }
        // A reader that has gone away (`| head`) shall end no build before it has published.
        signal(SIGPIPE, SIG_IGN)
    }

    static func message(_ text: String) { _ = send(text, to: 2) }

    /// Says what was done: that it cannot be said undoes nothing.
    static func result(_ text: String) { _ = send(text, to: 1) }

    /// Writes what was asked for.
    ///
    /// - Throws: When it cannot be written: half of a list must not be taken for the whole.
    static func document(_ text: String) throws {
        guard let reason = send(text, to: 1) else { return }
        throw machineFault("cannot write the output: \(reason)")
    }

    /// Returns why not all was written, but for a reader that has gone away.
    private static func send(_ text: String, to file: Int32) -> String? {
        var bytes = Array(text.utf8)[...]
        while !bytes.isEmpty {
            let count = bytes.withUnsafeBytes { write(file, $0.baseAddress, $0.count) }
            if count < 0 {
                if errno == EINTR { continue }
                return errno == EPIPE ? nil : String(cString: strerror(errno))
            }
            bytes = bytes.dropFirst(count)
        }
        return nil
    }
}

extension ReportOptions {
    /// Prints the problems of a run, and a line that counts them on a terminal's format.
    func report(_ diagnostics: [Diagnostic], files: DiskFileSystem) {
        Self.print(diagnostics, format: format, folder: files.folderBelowCurrent) {
            files.excerptSource(orBuiltIn: $0)
        }
    }

    /// The same, with the bytes of a file by its path.
    static func print(
        _ diagnostics: [Diagnostic], format: ReportFormat, folder: String = "",
        source: @escaping (String) -> [UInt8]?
    ) {
        let style: DiagnosticPrinter.Format =
            switch format {
            case .text: .text(color: Terminal.usesColor)
            case .json: .json
            case .github: .github
            case .sarif: .sarif
            }
        let printer = DiagnosticPrinter(format: style, folder: folder, source: source)
        Terminal.message(printer.string(for: diagnostics))
        guard case .text = format, !diagnostics.isEmpty else { return }
        let paths = Set(diagnostics.compactMap { $0.span?.path }).count
        Terminal.message(
            "\n\(DiagnosticPrinter.summary(of: diagnostics)) in \(paths.of("file")).\n"
        )
    }

    /// Says a sentence beside the report, where that is not one document for another program.
    func remark(_ sentence: String) {
        switch format {
        case .text, .github: Terminal.message(sentence + "\n")
        case .json, .sarif: break
        }
    }

    /// Whether the problems stop the run.
    func fails(_ diagnostics: [Diagnostic]) -> Bool {
        strict ? diagnostics.contains { $0.severity != .note } : diagnostics.hasErrors
    }
}

/// Exit statuses, as the documentation lists them.
extension ExitCode {
    static let contentProblem = ExitCode(1)
    static let machineFault = ExitCode(2)

    /// What the problems of a site end a run with.
    ///
    /// Of what the machine does not let us read, nobody knows whether anything is wrong.
    static func status(of diagnostics: [Diagnostic]) -> ExitCode {
        diagnostics.contains { $0.id == FileSystemError.id } ? machineFault : contentProblem
    }
}

/// Says what the machine did wrong, and ends with status 2.
func machineFault(_ reason: String) -> any Error {
    Terminal.message("imprint: \(reason)\n")
    return ExitCode.machineFault
}
