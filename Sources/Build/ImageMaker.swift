/// Images that are made before a site is published, by libvips (libvips.org): smaller copies, and pixels of
/// drawings.

import Bytes
import Files
import Output

#if canImport(Glibc)
    import Glibc
#elseif canImport(Darwin)
    import Darwin
#endif

package struct ImageMaker: Sendable {
    package static let programName = "vipsthumbnail"
    private let program: ExternalProgram

    /// `nil` when the program is not there.
    package init?() {
        guard let program = ExternalProgram(named: Self.programName) else { return nil }
        self.program = program
    }

    /// What `vipsthumbnail` is told for a copy: as wide as asked for, however high.
    private static func resizing(toWidth width: Int) -> [String] {
        ["--size", "\(width)x1000000", "--output"]
    }

    /// What it is told for drawings: their own size, and `card.png` for `card.svg`.
    private static let drawing = ["--size", "100000x>", "--output", "%s.png" + withoutNotes]
    /// Of an image, what a camera notes about its owner.
    private static let withoutNotes = "[strip]"

    /// Makes one copy.
    ///
    /// - Throws: When the program could not; the source is then no image that it reads.
    func resize(_ source: String, toWidth width: Int, as target: String) throws(PublishError) {
        let problem = program.run(
            [source] + Self.resizing(toWidth: width) + [target + Self.withoutNotes])
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
        if let problem = program.run(drawings + Self.drawing) {
            throw PublishError("\(Self.programName) cannot draw social cards: \(problem)")
        }
    }
}

extension ImageMaker {
    /// What an image comes from besides its source, so that it is made again when any of it changes.
    struct Recipes: Sendable {
        private let program: String
        private let fonts: String

        fileprivate init(_ maker: ImageMaker) {
            program = maker.version
            fonts = ImageMaker.fontFiles.joined(separator: "\n")
        }

        /// - Throws: When the source cannot be read.
        func resizing(
            _ source: String, toWidth width: Int, as ending: Substring
        ) throws(PublishError) -> KeptFiles.Recipe {
            let arguments = ImageMaker.resizing(toWidth: width) + [ending + ImageMaker.withoutNotes]
            return try KeptFiles.Recipe([program] + arguments, ofFileAt: source)
        }

        func drawing(_ drawing: OutputBuffer) -> KeptFiles.Recipe {
            KeptFiles.Recipe([program, fonts] + ImageMaker.drawing, of: drawing)
        }
    }

    var recipes: Recipes { Recipes(self) }

    /// Told by the program's file: to ask the program takes longer than most builds.
    private var version: String {
        let status = try? DiskFileSystem(root: "/").status(program.path)
        return "\(Self.programName) \(status?.size ?? 0) \(status?.modified ?? 0)"
    }

    /// The fonts that there are, by their paths: a card changes when one comes that it asks for.
    private static var fontFiles: [String] {
        let home = getenv("HOME").map { String(cString: $0) } ?? ""
        let folders = [
            "/usr/share/fonts", "/usr/local/share/fonts", "/Library/Fonts",
            home + "/.local/share/fonts", home + "/.fonts", home + "/Library/Fonts",
        ]
        return folders.flatMap { folder in
            let listing = try? DiskFileSystem(root: folder).files(below: ".")
            return listing?.files.map { folder + "/" + $0.path } ?? []
        }
    }
}
