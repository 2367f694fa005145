/// Colours that a site gives its pages for light screens, and that nobody can read on dark ones.

import Diagnostics

#if canImport(Glibc)
    import Glibc
#elseif canImport(Darwin)
    import Darwin
#endif

extension StyleSheet {
    /// What text has to have (WCAG 2.2, success criterion 1.4.3).
    private static let least = 4.5

    /// A warning for each colour of the theme that is set once, in `:root`, and so holds on dark screens too, where
    /// text is hard to read then.
    ///
    /// Colours that are given again anywhere are left to who gave them.
    ///
    /// - Parameters:
    ///   - source: The site's own style sheet.
    ///   - name: Its name below `templates/assets/`.
    ///   - published: The same without comments.
    ///   - theme: What it is added to.
    /// - Returns: One for each, at its place.
    static func unreadableColors(
        in source: [UInt8], _ name: String, _ published: [UInt8], after theme: [UInt8]
    ) -> [Diagnostic] {
        let own = tokens(in: published)
        var dark = tokens(in: theme)
        for more in [darkTokens(in: theme), own, darkTokens(in: published)] {
            dark.merge(more) { $1 }
        }
        return ["accent", "ink", "quiet", "paper"].compactMap { token in
            guard let value = own[token], let place = onlyDeclaration(of: token, in: source) else {
                return nil
            }
            let other = token == "paper" ? "ink" : "paper"
            guard let contrast = contrast(value, dark[other]), contrast < least else { return nil }
            let tenths = Int(contrast * 10)
            return Diagnostic(
                "theme.low-contrast", .warning,
                "On dark screens, ‘--\(token): \(value)’ has a contrast of \(tenths / 10).\(tenths % 10) to 1 with "
                    + "‘--\(other): \(dark[other] ?? "")’, and text needs 4.5: give it a second value, ‘@media "
                    + "(prefers-color-scheme: dark) { :root { --\(token): … } }’.",
                at: SourceSpan("templates/assets/" + name, place))
        }
    }

    /// Where a property is given a value, if it is in one place alone.
    private static func onlyDeclaration(of token: String, in source: [UInt8]) -> Range<Int>? {
        let property = Array("--\(token)".utf8)
        var found: Range<Int>?
        for index in source.indices
        where source[index] == property[0] && source[index...].starts(with: property) {
            let end = index + property.count
            guard source[end...].first(where: { !isSpace($0) }) == UInt8(ascii: ":") else {
                continue
            }
            if found != nil { return nil }
            found = index..<end
        }
        return found
    }

    /// WCAG 2.2, "contrast ratio"; `nil` unless both are written as `#rgb` or `#rrggbb`.
    private static func contrast(_ first: String?, _ second: String?) -> Double? {
        guard let first = first.flatMap(luminance), let second = second.flatMap(luminance) else {
            return nil
        }
        return (max(first, second) + 0.05) / (min(first, second) + 0.05)
    }

    /// WCAG 2.2, "relative luminance".
    private static func luminance(_ color: String) -> Double? {
        guard color.hasPrefix("#"), color.utf8.count == 4 || color.utf8.count == 7 else {
            return nil
        }
        let digits = color.dropFirst().compactMap(\.hexDigitValue)
        guard digits.count == color.utf8.count - 1 else { return nil }
        let parts =
            digits.count == 3
            ? digits.map { $0 * 17 }
            : stride(from: 0, to: 6, by: 2).map { digits[$0] * 16 + digits[$0 + 1] }
        let linear = parts.map { part -> Double in
            let value = Double(part) / 255
            return value <= 0.04045 ? value / 12.92 : pow((value + 0.055) / 1.055, 2.4)
        }
        return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]
    }
}
