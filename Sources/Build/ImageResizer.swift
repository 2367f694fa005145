/// Smaller copies of images, made by libvips (libvips.org) before a site is published.

import Files
import Output

package struct ImageResizer: Sendable {
    package static let programName = "vipsthumbnail"
    private let program: ExternalProgram

    /// `nil` when the program is not there.
    package init?() {
        guard let program = ExternalProgram(named: Self.programName) else { return nil }
        self.program = program
    }

    /// Makes one copy.
    ///
    /// - Throws: When the program could not; the source is then no image that it reads.
    func resize(_ source: String, toWidth width: Int, as target: String) throws(PublishError) {
        // As wide as asked for, however high; without what a camera notes about its owner.
        let problem = program.run([
            source, "--size", "\(width)x1000000", "--output", target + "[strip]",
        ])
        if let problem {
            throw PublishError("\(Self.programName) cannot resize ‘\(source)’: \(problem)")
        }
    }
}
