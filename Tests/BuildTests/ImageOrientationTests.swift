import Files
import SiteTesting
import Testing

@testable import Site

/// Photographs that were taken with the camera on its side: a page names the size that readers see.
@Suite struct ImageOrientationTests {
    /// The beginning of a JPEG of 40 by 30 pixels, with Exif data.
    private static func jpeg(orientation: UInt8, isLittleEndian: Bool, type: UInt8 = 3) -> [UInt8] {
        func number(_ value: UInt8, _ count: Int) -> [UInt8] {
            let zeros = [UInt8](repeating: 0, count: count - 1)
            return isLittleEndian ? [value] + zeros : zeros + [value]
        }
        func tag(_ high: UInt8, _ low: UInt8) -> [UInt8] {
            isLittleEndian ? [low, high] : [high, low]
        }
        let directory =
            number(2, 2)
            + tag(0x01, 0x00) + number(3, 2) + number(1, 4) + number(9, 2) + [0, 0]
            + tag(0x01, 0x12) + number(type, 2) + number(1, 4) + number(orientation, 2) + [0, 0]
        let signs: [UInt8] = isLittleEndian ? [0x49, 0x49] : [0x4D, 0x4D]
        let exif =
            Array("Exif".utf8) + [0, 0] + signs + number(42, 2) + number(8, 4) + directory
            + number(0, 4)
        let note: [UInt8] = [0xFF, 0xE1, 0, 6] + Array("http".utf8)
        return [0xFF, 0xD8] + note + [0xFF, 0xE1, 0, UInt8(exif.count + 2)] + exif
            + [0xFF, 0xC0, 0, 17, 8, 0, 30, 0, 40, 3, 1, 0x22, 0, 2, 0x11, 1, 3, 0x11, 1]
    }

    private static func size(of image: [UInt8]) async throws -> String? {
        var site = SiteFixture(post("content/posts/a.md", body: "![A wall](wall.jpg)"))
        site.files["content/posts/wall.jpg"] = image
        let page = try await site.output("posts/a/index.html")
        let found = try #require(page.firstMatch(of: /<img src="\/posts\/wall.jpg"[^>]*>/))
        return found.0.firstMatch(of: /width="(\d+)" height="(\d+)"/).map { "\($0.1)x\($0.2)" }
    }

    @Test(arguments: [0, 1, 4, 5, 6, 8, 9] as [UInt8], [true, false])
    func aPictureOnItsSideIsTurned(orientation: UInt8, isLittleEndian: Bool) async throws {
        let image = Self.jpeg(orientation: orientation, isLittleEndian: isLittleEndian)
        let size = try await Self.size(of: image)
        #expect(size == ((5...8).contains(orientation) ? "30x40" : "40x30"))
    }

    @Test func anotherTypeOfValueIsIgnored() async throws {
        let image = Self.jpeg(orientation: 6, isLittleEndian: true, type: 7)
        #expect(try await Self.size(of: image) == "40x30")
    }

    /// Every byte of the Exif data replaced, and every beginning of the file: nothing is read outside of it.
    @Test func brokenDataIsNoMistake() {
        let image = Self.jpeg(orientation: 6, isLittleEndian: false)
        #expect(ImageOrientation.isOnItsSide(image))
        for index in image.indices {
            _ = ImageOrientation.isOnItsSide(Array(image[..<index]))
            for byte in [0, 1, 0x7F, 0xFF] as [UInt8] {
                var broken = image
                broken[index] = byte
                _ = ImageOrientation.isOnItsSide(broken)
            }
        }
    }
}
