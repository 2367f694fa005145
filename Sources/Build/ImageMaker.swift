/// Images that are made before a site is published, by libvips (libvips.org): smaller copies, and pixels of
/// drawings.

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

    /// What the program is told for a copy: as wide as asked for, however high.
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
            // It says the same of every card.
            let first = problem.split(separator: "\n").first ?? ""
            throw PublishError(
                "\(Self.programName) cannot draw the social cards that "
                    + "‘templates/social-card.svg’ makes: \(first)")
        }
    }
}

// MARK: - What an image is made of

extension ImageMaker {
    /// - Parameters:
    ///   - digest: Of the source.
    ///   - width: In pixels.
    ///   - name: Of the copy, whose ending is its format.
    /// - Returns: What a copy is made of.
    func recipe(
        resizing digest: String, toWidth width: Int, as name: String
    ) -> KeptFiles.Recipe {
        let ending = name.split(separator: ".").last ?? ""
        return KeptFiles.Recipe(
            [version, digest] + Self.resizing(toWidth: width) + [ending + Self.withoutNotes])
    }

    func recipe(drawing: String, _ fonts: String) -> KeptFiles.Recipe {
        KeptFiles.Recipe([version, fonts, drawing] + Self.drawing)
    }

    /// Told by the program's file: to ask the program takes longer than most builds.
    ///
    /// A new version of a library that it draws with is not seen.
    private var version: String { Self.programName + Self.state(program.path) }

    private static func state(_ path: String) -> String {
        var status = stat()
        guard stat(path, &status) == 0 else { return "" }
        return " \(status.st_size) \(status.modified)"
    }

    /// A digest of the fonts that there are, by path and size, and of the settings of fontconfig: a card
    /// changes when one comes that it asks for.
    static var fonts: String {
        func variable(_ name: String) -> String { getenv(name).map { String(cString: $0) } ?? "" }
        let home = variable("HOME")
        let folders = [
            "/usr/share/fonts", "/usr/local/share/fonts", "/Library/Fonts",
            home + "/.local/share/fonts", home + "/.fonts", home + "/Library/Fonts",
            home + "/.config/fontconfig", variable("XDG_DATA_HOME") + "/fonts",
            variable("XDG_CONFIG_HOME") + "/fontconfig", variable("FONTCONFIG_PATH"),
        ]
        var parts = ["/etc/fonts/fonts.conf", "/etc/fonts/local.conf", variable("FONTCONFIG_FILE")]
            .map { $0 + state($0) }
        for folder in folders {
            guard let listing = try? DiskFileSystem(root: folder).files(below: ".") else {
                continue
            }
            parts.append(folder)
            parts += listing.files.map { "\($0.path) \($0.size)" }
            // A link to elsewhere is a font, too.
            parts += listing.problems.map { $0.path + state("\(folder)/\($0.path)") }
        }
        return KeptFiles.Recipe(parts).digest
    }
}
