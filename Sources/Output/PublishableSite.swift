/// What is to be published: a list of files, each made when it is asked for.

package import Bytes

/// Asked for one file at a time, from several threads at once, so that only a few files are in memory.
package protocol PublishableSite: Sendable {
    /// Sorted by the bytes of their paths, each path once.
    var files: [OutputFile] { get }
    /// Where the site will stand, for its manifest; `nil` where nobody says.
    var baseURL: String? { get }
    /// Appends the content of a generated file. Cannot fail.
    func render(_ index: Int, into buffer: inout OutputBuffer)
    /// Ids of a page that links may point at.
    func anchors(_ index: Int) -> [String]
    /// The key by which readers cite a publication; `nil` of any other file.
    func citationKey(_ index: Int) -> String?
    /// Where a copied file lies as well, for one that cannot be read any more; `nil` when there is no other.
    ///
    /// - Throws: When it was to be made anew and could not be.
    func replacement(_ index: Int) throws(PublishError) -> String?
}

extension PublishableSite {
    package var baseURL: String? { nil }
    package func citationKey(_ index: Int) -> String? { nil }
    package func replacement(_ index: Int) -> String? { nil }
}

/// A file of the output.
package struct OutputFile: Hashable, Sendable {
    package enum Content: Hashable, Sendable {
        case generated
        /// Copied from this path of the machine.
        case copy(from: String)
    }

    /// Relative to the output, `/` between its parts.
    package let path: String
    package let content: Content

    package init(path: String, content: Content) {
        self.path = path
        self.content = content
    }

    /// Whether a path stays where it is put: no empty part, no `.` or `..`, no NUL or control
    /// character, no part longer than file systems allow.
    static func isSafe(_ path: String) -> Bool {
        path.withUTF8Bytes { bytes in
            var start = 0
            while true {
                let end =
                    bytes.firstIndex(of: UInt8(ascii: "/"), in: start..<bytes.count) ?? bytes.count
                guard isSafe(part: bytes[start..<end]) else { return false }
                guard end < bytes.count else { return true }
                start = end + 1
            }
        }
    }

    private static func isSafe(part: UnsafeBufferPointer<UInt8>.SubSequence) -> Bool {
        (1...255).contains(part.count) && !part.elementsEqual(".".utf8)
            && !part.elementsEqual("..".utf8) && !part.contains { $0 < 0x20 || $0 == 0x7F }
    }
}

/// Why nothing was published.
///
/// The old output is as it was.
package struct PublishError: Error, CustomStringConvertible, Hashable, Sendable {
    package let description: String
    /// Whether another folder was to be named, and nothing is wrong with the machine.
    package let isRefusal: Bool

    package init(_ description: String) { self.init(description, isRefusal: false) }

    private init(_ description: String, isRefusal: Bool) {
        self.description = description
        self.isRefusal = isRefusal
    }

    /// What was asked for must not be done.
    static func refused(_ description: String) -> PublishError {
        PublishError(description, isRefusal: true)
    }

    /// What the system said of the last call.
    static func system(_ operation: String, _ path: String) -> PublishError {
        PublishError("cannot \(operation) ‘\(path)’: \(SystemError.last)")
    }

    /// - Throws: When the task is cancelled: where a build may stop, and clear up.
    package static func throwIfCancelled() throws(PublishError) {
        if Task.isCancelled { throw PublishError("interrupted") }
    }
}
