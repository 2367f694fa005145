/// Images that are made before a site is published, by libvips (libvips.org): smaller copies, and pixels of
/// drawings.

import Files
import Output

package struct ImageMaker: Sendable {
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

    /// Makes pixels of drawings (SVG) in their own size: `card.svg` becomes `card.png` beside it.
    ///
    /// Many at once, since the program takes longer to start than to draw one.
    ///
    /// - Throws: When the program could not, as when its libvips was built without librsvg.
    func draw(_ drawings: [String]) throws(PublishError) {
        let problem = program.run(drawings + ["--size", "100000x>", "--output", "%s.png[strip]"])
        if let problem {
            throw PublishError("\(Self.programName) cannot draw social cards: \(problem)")
        }
    }
}
