/// What style sheets load from elsewhere: the policy of the site has to allow it.

import Content
import Markup

extension StyleSheet {
    /// The addresses that browsers follow in a style sheet, and what they load from each.
    ///
    /// - Parameter bytes: As it is published, without comments.
    /// - Returns: Fonts of `@font-face`, what `@import` names, and else images.
    static func loads(in bytes: [UInt8]) -> [(address: String, directives: [PolicyDirective])] {
        let found = AddressList.style(in: bytes, 0..<bytes.count)
        guard !found.isEmpty else { return [] }
        let imports = Set(AddressList.style(in: bytes, 0..<bytes.count, importsOnly: true))
        var faces = fontFaces(in: bytes)[...]
        return found.map { range in
            while let face = faces.first, face.upperBound <= range.lowerBound {
                faces.removeFirst()
            }
            let isFont = faces.first.map { $0.contains(range.lowerBound) } ?? false
            return (
                String(decoding: bytes[range], as: UTF8.self),
                imports.contains(range) ? [.style, .font] : [isFont ? .font : .image]
            )
        }
    }

    /// The blocks of `@font-face`.
    private static func fontFaces(in bytes: [UInt8]) -> [Range<Int>] {
        var faces: [Range<Int>] = []
        var index = 0
        while index < bytes.count {
            guard AddressList.begins(bytes, at: index, with: "@font-face") else {
                index = next(bytes, after: index)
                continue
            }
            guard let open = bytes[index...].firstIndex(of: UInt8(ascii: "{")) else { break }
            let end = endOfBlock(bytes, from: open + 1)
            faces.append(open..<end)
            index = end
        }
        return faces
    }
}
