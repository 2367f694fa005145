/// What a style sheet of the theme imports: browsers ask for it by a name that it does not have.

import Diagnostics
import Markup

extension StyleSheet {
    /// All that is wrong with a style sheet of the site's own, beside the addresses that lead nowhere.
    static func mistakes(
        in bytes: [UInt8], _ name: String, isAppended: Bool, besides addresses: [Diagnostic]
    ) -> [Diagnostic] {
        // What is not closed has taken the names behind it along.
        let unclosed = unclosed(in: bytes, name: name)
        guard unclosed.isEmpty else { return unclosed }
        let imports = imports(in: bytes, name: name, isAppended: isAppended)
        // An import is no address that leads nowhere, whether the file is there or not.
        let places = imports.map(\.span)
        return imports + addresses.filter { !places.contains($0.span) }
    }

    /// Imports that no browser follows.
    ///
    /// - Parameters:
    ///   - bytes: The style sheet.
    ///   - name: Its name below `templates/assets/`.
    ///   - isAppended: Whether it is published at the end of another, where imports are passed over (CSS
    ///     Cascading and Inheritance, "Importing Style Sheets").
    /// - Returns: An error for each.
    private static func imports(in bytes: [UInt8], name: String, isAppended: Bool) -> [Diagnostic] {
        AddressList.style(in: bytes, 0..<bytes.count, importsOnly: true).compactMap { range in
            let target = String(decoding: bytes[range], as: UTF8.self)
            let file = path(target, from: name)
            guard file != nil || isAppended else { return nil }
            let reason =
                file.map {
                    "a file of the theme is published under a name that changes with its content. Copy "
                        + "its rules here, or link to it in a template: ‘{{asset.\($0)}}’"
                }
                ?? "‘\(name)’ is published at the end of the theme’s style sheet, where imports are passed "
                + "over. Copy the rules of ‘\(target)’ here"
            return Diagnostic(
                "theme.lost-import", "Browsers would not follow this ‘@import’: \(reason).",
                at: SourceSpan("templates/assets/" + name, range))
        }
    }
}
