/// The addresses that markup or a style sheet spells out, with entities decoded: of every attribute that may
/// lead to a file, whatever stands beside it.

import Markup

enum WrittenAddresses {
    /// Of HTML, SVG or XML, styles within them included.
    static func inMarkup(_ bytes: [UInt8]) -> [String] {
        var scanner = MarkupScanner(bytes)
        var addresses: [String] = []
        var isStyle = false
        while let token = scanner.next() {
            if isStyle, token.kind == .text {
                addresses += inStyleSheet(bytes, token.range)
            }
            isStyle = token.kind == .start && token.name == "style"
            guard token.kind == .start else { continue }
            scanner.forEachAttribute(of: token) { name, value in
                guard let attribute = AddressAttribute(name, in: bytes, of: token.name) else {
                    return
                }
                addresses += attribute.addresses(in: value, of: scanner).map { scanner.text($0) }
            }
        }
        return addresses
    }

    static func inStyleSheet(_ bytes: [UInt8]) -> [String] { inStyleSheet(bytes, bytes.indices) }

    private static func inStyleSheet(_ bytes: [UInt8], _ range: Range<Int>) -> [String] {
        AddressList.style(in: bytes, range).map { String(decoding: bytes[$0], as: UTF8.self) }
    }

    /// Those of a file, by the ending of its name; none of a file that is neither.
    static func inFile(_ path: String, _ bytes: [UInt8]) -> [String] {
        switch kind(of: path) {
        case .markup: inMarkup(bytes)
        case .styleSheet: inStyleSheet(bytes)
        case nil: []
        }
    }

    /// Whether a file may have addresses in it.
    static func mayStand(in path: String) -> Bool { kind(of: path) != nil }

    private enum Kind { case markup, styleSheet }

    private static func kind(of path: String) -> Kind? {
        switch path.split(separator: ".").last?.lowercased() {
        case "html", "htm", "xhtml", "svg", "xml": .markup
        case "css": .styleSheet
        default: nil
        }
    }
}
