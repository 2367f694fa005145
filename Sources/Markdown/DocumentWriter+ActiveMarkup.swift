import Bytes
import Diagnostics
import Markup

/// What HTML that the site lets through has a browser do, for a check against the policy of the site.
extension DocumentWriter {
    private static let mostActiveMarkup = 40

    static func mayHoldScript(_ html: UnsafeBufferPointer<UInt8>) -> Bool {
        html.holdsTag(beginningWith: "scr")
    }

    /// Takes what a start tag says, the first of each kind on a page.
    mutating func takeActiveMarkup(
        of tag: MarkupScanner.Token, _ scanner: MarkupScanner, _ bytes: [UInt8],
        in lines: Range<Int>
    ) {
        guard document.activeMarkup.count < Self.mostActiveMarkup else { return }
        let wanted = Self.addressAttribute(of: tag.name)
        var handler: Range<Int>?
        var script: Range<Int>?
        var address: (value: Range<Int>, source: Range<Int>)?
        var (type, relation) = ("", "")
        scanner.forEachAttribute(of: tag) { name, value in
            if handler == nil, ActiveMarkup.isHandler(bytes[name]) { handler = name }
            if script == nil, holdsScript(value, of: name, tag.name, scanner, bytes) {
                script = name.lowerBound..<value.upperBound
            }
            guard let wanted else { return }
            if address == nil, scanner.isName(name, wanted) { address = (value, name) }
            if scanner.isName(name, "type") { type = scanner.text(value).lowercased() }
            if scanner.isName(name, "rel") { relation = scanner.text(value).lowercased() }
        }
        if let handler { take(.handler, at: bytes[handler], in: lines) }
        if let script { return take(.scriptAddress, at: bytes[script], in: lines) }
        guard wanted != nil else { return }
        let isScript = tag.name == "script"
        if isScript, !ActiveMarkup.isRun(type: type) { return }
        if tag.name == "link", !relation.contains("stylesheet") { return }
        if let address {
            let text = scanner.text(bytes.withoutSpace(around: address.value))
            let source = address.source.lowerBound..<address.value.upperBound
            if !text.isEmpty { take(.address(text, of: tag.name), at: bytes[source], in: lines) }
        } else if isScript {
            take(.script, at: bytes[tag.range], in: lines)
        }
    }

    /// Whether the value of an attribute is an address, and that a script.
    private func holdsScript(
        _ value: Range<Int>, of name: Range<Int>, _ element: String, _ scanner: MarkupScanner,
        _ bytes: [UInt8]
    ) -> Bool {
        switch AddressAttribute(name, in: bytes, of: element) {
        case .address, .action, .buttonAction:
            ActiveMarkup.isScript(address: scanner.text(value).utf8)
        case .sourceSet, .style, .refresh, nil: false
        }
    }

    /// The attribute that says what an element loads (HTML Standard, index of attributes).
    private static func addressAttribute(of element: String) -> StaticString? {
        switch element {
        case "script", "iframe", "frame", "embed", "video", "audio", "track": "src"
        case "object": "data"
        case "form": "action"
        case "link": "href"
        default: nil
        }
    }

    private mutating func take(
        _ kind: ActiveMarkup.Kind, at source: ArraySlice<UInt8>, in lines: Range<Int>
    ) {
        guard !document.activeMarkup.contains(where: { $0.kind == kind }) else { return }
        let place =
            find(String(decoding: source, as: UTF8.self), in: lines)
            ?? map.lineRange(around: lines.lowerBound)
        document.activeMarkup.append(ActiveMarkup(kind, at: ByteRange(place)))
    }
}
