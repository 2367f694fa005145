import ArgumentParser
import Build
import Content
import Diagnostics
import Files
import Markup

#if canImport(Glibc)
    import Glibc
#elseif canImport(Darwin)
    import Darwin
#endif

/// Options of every command that reads a site.
struct SiteOptions: ParsableArguments {
    @Option(help: "The folder with site.yaml, content/ and templates/.")
    var root = "."

    @Option(
        name: .customLong("base-url"), help: "Replaces the base_url of site.yaml.",
        transform: BaseURLArgument.init)
    var baseURL: BaseURLArgument?

    @Flag(help: "Include drafts, scheduled and expired pages. The output says so on every page.")
    var drafts = false

    @Option(
        help: """
            The time that decides what is scheduled and what has expired, as RFC 3339 or a date. \
            Else SOURCE_DATE_EPOCH, else the clock.
            """)
    var now: Moment?

    /// What the build is to do, with the time resolved.
    func buildOptions() throws -> BuildOptions {
        var options = BuildOptions(now: try Self.currentTime(unless: now))
        options.baseURL = baseURL?.value
        options.includesDrafts = drafts
        return options
    }

    /// The time given, else `SOURCE_DATE_EPOCH` (reproducible-builds.org), else the clock.
    static func currentTime(unless given: Moment?) throws -> Moment {
        if let given { return given }
        if let value = getenv("SOURCE_DATE_EPOCH").map({ String(cString: $0) }), !value.isEmpty {
            guard let seconds = Int(value), (-30_000_000_000...250_000_000_000).contains(seconds)
            else {
                throw ValidationError("SOURCE_DATE_EPOCH is not a number of seconds: ‘\(value)’.")
            }
            return Moment(secondsSince1970: seconds)
        }
        return Moment(secondsSince1970: time(nil))
    }
}

/// Options of every command that reports problems.
struct ReportOptions: ParsableArguments {
    @Flag(help: "Treat warnings as errors.")
    var strict = false

    @Option(help: "How problems are reported: text, json, github or sarif.")
    var format = ReportFormat.text

    @Flag(name: .shortAndLong, help: "Print problems only.")
    var quiet = false
}

enum ReportFormat: String, ExpressibleByArgument, CaseIterable {
    case text, json, github, sarif
}

/// A base URL that was checked when the command line was read.
///
/// No `ExpressibleByArgument`: that could not say what is wrong.
struct BaseURLArgument {
    let value: BaseURL

    init(_ argument: String) throws {
        guard let value = BaseURL(argument) else {
            throw ValidationError("Write \(BaseURL.advice(on: argument))")
        }
        self.value = value
    }
}

extension Moment: ExpressibleByArgument {
    package init?(argument: String) { self.init(argument) }
}
