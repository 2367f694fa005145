/// The door to cmark-gfm: everything unsafe about it is in this file.

import Bytes
import CCMarkGFM
import Markup

#if canImport(Glibc)
    import Glibc
#elseif canImport(Darwin)
    import Darwin
#endif

/// A parsed tree, whose memory is gone when it goes out of scope: on the thread that made it.
struct CMarkTree: ~Copyable {
    let root: Node

    /// Parses with tables, task lists and footnotes.
    ///
    /// `strikethrough` and `autolink` are never attached: with either, the library toggles a
    /// process-wide character table while it parses, and parses in parallel come back silently wrong.
    /// Straight quotes become `quotes`; without these, dashes and dots stay as they are typed, too.
    init?(parsing text: UnsafeBufferPointer<UInt8>, quotes: QuotationMarks?) {
        let hasPassages = Passages.mayStand(in: text)
        let local = quotes.flatMap {
            hasPassages || LocalQuotes.areNeeded($0, in: text) ? $0 : nil
        }
        let masked = local.flatMap { _ in TypedQuotes.masked(text) }
        let parsed =
            if let masked {
                masked.text.withUnsafeBufferPointer { Self.parse($0, smart: true) }
            } else {
                Self.parse(text, smart: quotes != nil)
            }
        guard let root = parsed else { return nil }
        if hasPassages { Passages.mark(in: root, text) }
        if let local { LocalQuotes.apply(local, to: root, masked?.quotes) }
        self.root = root
    }

    private static func parse(_ text: UnsafeBufferPointer<UInt8>, smart: Bool) -> Node? {
        let hasFootnotes = mayHoldFootnotes(text)
        let options =
            (hasFootnotes ? CMARK_OPT_FOOTNOTES : 0) | (smart ? CMARK_OPT_SMART : 0)
        // What the parser allocates goes with the tree: nothing is freed by itself.
        let memory = ParserMemory.beginTree()
        guard let parser = cmark_parser_new_with_mem(options, memory) else {
            ParserMemory.endTree()
            return nil
        }
        for name in extensions {
            cmark_parser_attach_syntax_extension(parser, name.pointer)
        }
        let masked = hasFootnotes ? FootnoteLabels(masking: text) : nil
        if let masked {
            masked.text.withUnsafeBufferPointer { feed($0, to: parser) }
        } else {
            feed(text, to: parser)
        }
        guard let root = cmark_parser_finish(parser).map({ Node(pointer: $0) }) else {
            ParserMemory.endTree()
            return nil
        }
        // Text that smart punctuation and brackets had split is whole runs again: the library puts them
        // together when it finishes.
        masked?.unmask(root)
        return root
    }

    /// Whether `[^` stands in a text: the library looks through its tree twice for notes.
    private static func mayHoldFootnotes(_ text: UnsafeBufferPointer<UInt8>) -> Bool {
        var index = 0
        while let caret = text.firstIndex(of: UInt8(ascii: "^"), in: index..<text.count) {
            if caret > 0, text[caret - 1] == UInt8(ascii: "[") { return true }
            index = caret + 1
        }
        return false
    }

    deinit { ParserMemory.endTree() }

    private static func feed(_ text: UnsafeBufferPointer<UInt8>, to parser: OpaquePointer) {
        text.withMemoryRebound(to: CChar.self) { text in
            cmark_parser_feed(parser, text.baseAddress, text.count)
        }
    }

    /// Registration is not synchronized in the library: a `static let` runs it once.
    private static let extensions: [Extension] = {
        cmark_gfm_core_extensions_ensure_registered()
        let names: [String] = ["table", "tasklist"]
        return names.compactMap { name in
            cmark_find_syntax_extension(name).map { Extension(pointer: $0) }
        }
    }()

    /// Read-only after registration, and so safe to share.
    private struct Extension: @unchecked Sendable {
        let pointer: OpaquePointer
    }
}

/// A node of a ``CMarkTree``, valid as long as the tree is.
struct Node: Hashable {
    let pointer: OpaquePointer

    enum Kind {
        case document, blockQuote, list, item, codeBlock, htmlBlock, paragraph, heading
        case thematicBreak, footnoteDefinition
        case table, tableHeader, tableRow, tableCell
        case text, softBreak, lineBreak, code, htmlInline, emphasis, strong, link, image
        case footnoteReference
        /// A text in another language than the one around it: see ``Passages``.
        case passage
        /// Nothing that a parse without custom nodes can give.
        case other
    }

    var kind: Kind {
        switch cmark_node_get_type(pointer) {
        case CMARK_NODE_TEXT: return .text
        case CMARK_NODE_SOFTBREAK: return .softBreak
        case CMARK_NODE_PARAGRAPH: return .paragraph
        case CMARK_NODE_EMPH: return .emphasis
        case CMARK_NODE_STRONG: return .strong
        case CMARK_NODE_CODE: return .code
        case CMARK_NODE_LINK:
            return cmark_node_get_user_data(pointer) == nil ? .link : .passage
        case CMARK_NODE_IMAGE: return .image
        case CMARK_NODE_HEADING: return .heading
        case CMARK_NODE_LIST: return .list
        case CMARK_NODE_ITEM: return .item
        case CMARK_NODE_BLOCK_QUOTE: return .blockQuote
        case CMARK_NODE_CODE_BLOCK: return .codeBlock
        case CMARK_NODE_HTML_BLOCK: return .htmlBlock
        case CMARK_NODE_THEMATIC_BREAK: return .thematicBreak
        case CMARK_NODE_LINEBREAK: return .lineBreak
        case CMARK_NODE_HTML_INLINE: return .htmlInline
        case CMARK_NODE_FOOTNOTE_REFERENCE: return .footnoteReference
        case CMARK_NODE_FOOTNOTE_DEFINITION: return .footnoteDefinition
        case CMARK_NODE_DOCUMENT: return .document
        default: return extensionKind
        }
    }

    /// Nodes of extensions are told apart by name; the built-in ones answer `<unknown>` there.
    private var extensionKind: Kind {
        // Compared in place: there is one for each cell of a table.
        for (name, kind) in Self.extensionKinds where isNamed(name) { return kind }
        return .other
    }

    private static let extensionKinds: [(StaticString, Kind)] = [
        ("table_cell", .tableCell), ("table_row", .tableRow), ("table_header", .tableHeader),
        ("table", .table), ("tasklist", .item),
    ]

    var isTaskItem: Bool { isNamed("tasklist") }

    private func isNamed(_ name: StaticString) -> Bool {
        guard let type = cmark_node_get_type_string(pointer) else { return false }
        return strcmp(type, name.utf8Start) == 0
    }

    var firstChild: Node? { cmark_node_first_child(pointer).map { Node(pointer: $0) } }
    var lastChild: Node? { cmark_node_last_child(pointer).map { Node(pointer: $0) } }
    var next: Node? { cmark_node_next(pointer).map { Node(pointer: $0) } }
    var previous: Node? { cmark_node_previous(pointer).map { Node(pointer: $0) } }
    var parent: Node? { cmark_node_parent(pointer).map { Node(pointer: $0) } }

    /// Text, code or raw HTML, as bytes that live as long as the tree.
    var literal: UnsafeBufferPointer<UInt8> { Self.bytes(cmark_node_get_literal(pointer)) }
    var url: String { Self.string(cmark_node_get_url(pointer)) }
    var title: String { Self.string(cmark_node_get_title(pointer)) }
    /// The same as bytes that live as long as the tree.
    var titleBytes: UnsafeBufferPointer<UInt8> { Self.bytes(cmark_node_get_title(pointer)) }
    var info: String { Self.string(cmark_node_get_fence_info(pointer)) }
    /// The sign and the least number of signs that close a block of code; `nil` for indented code.
    var fence: (sign: UInt8, length: Int)? {
        var (length, offset) = (Int32(0), Int32(0))
        var sign = CChar(0)
        guard cmark_node_get_fenced(pointer, &length, &offset, &sign) != 0 else { return nil }
        return (UInt8(bitPattern: sign), Int(length))
    }
    var headingLevel: Int { Int(cmark_node_get_heading_level(pointer)) }
    var isOrdered: Bool { cmark_node_get_list_type(pointer) == CMARK_ORDERED_LIST }
    var isTight: Bool { cmark_node_get_list_tight(pointer) != 0 }
    var listStart: Int { Int(cmark_node_get_list_start(pointer)) }
    var isChecked: Bool { cmark_gfm_extensions_get_tasklist_item_checked(pointer) }

    /// 1-based, and a hint only for inline nodes.
    var startLine: Int { Int(cmark_node_get_start_line(pointer)) }
    var startColumn: Int { Int(cmark_node_get_start_column(pointer)) }
    var endLine: Int { Int(cmark_node_get_end_line(pointer)) }

    /// `l`, `c`, `r` or 0 for each column.
    var tableAlignments: [UInt8] {
        let count = Int(cmark_gfm_extensions_get_table_columns(pointer))
        guard count > 0, let alignments = cmark_gfm_extensions_get_table_alignments(pointer)
        else { return [] }
        return (0..<count).map { alignments[$0] }
    }

    /// The tag of the language of a passage, a paragraph or a quotation, as it is written; `nil` for that of the page.
    var language: String? {
        cmark_node_get_user_data(pointer).map {
            Self.string($0.assumingMemoryBound(to: CChar.self))
        }
    }

    func setLanguage(_ tag: String) {
        cmark_node_set_user_data(pointer, ParserMemory.copy(tag))
    }

    /// A new text, which belongs to no tree yet.
    static func text(_ bytes: some Collection<UInt8>) -> Node? {
        let node = cmark_node_new_with_mem(CMARK_NODE_TEXT, ParserMemory.functions)
            .map { Node(pointer: $0) }
        node?.setLiteral(String(decoding: bytes, as: UTF8.self))
        return node
    }

    /// A new passage in a language, which belongs to no tree yet.
    ///
    /// To the library it is a link: a cell of a table may hold no node of another kind.
    static func passage(_ tag: String) -> Node? {
        let node = cmark_node_new_with_mem(CMARK_NODE_LINK, ParserMemory.functions)
            .map { Node(pointer: $0) }
        node?.setLanguage(tag)
        return node
    }

    /// Puts a node right behind this one.
    func insertBehind(_ node: Node) { cmark_node_insert_after(pointer, node.pointer) }
    /// Takes a node from where it is as the last below this one.
    func append(_ node: Node) { cmark_node_append_child(pointer, node.pointer) }

    func setLiteral(_ text: String) { cmark_node_set_literal(pointer, text) }
    /// Takes the node out of its tree, with which its memory goes all the same.
    func unlink() { cmark_node_unlink(pointer) }
    func setURL(_ text: String) { cmark_node_set_url(pointer, text) }
    func setTitle(_ text: String) { cmark_node_set_title(pointer, text) }
    func setInfo(_ text: String) { cmark_node_set_fence_info(pointer, text) }

    /// Calls `body` with the strings of the node, to be changed in place: its literal, address, title and info.
    func forEachString(_ body: (UnsafeMutableBufferPointer<UInt8>) -> Void) {
        // The library gives out the node's own copies, which live as long as the node.
        for text in [
            literal, Self.bytes(cmark_node_get_url(pointer)), titleBytes,
            Self.bytes(cmark_node_get_fence_info(pointer)),
        ] where !text.isEmpty {
            body(UnsafeMutableBufferPointer(mutating: text))
        }
    }

    /// Calls `body` with this node and every one below it, however deep.
    ///
    /// - Parameters:
    ///   - body: Called on the way down.
    ///   - leaving: Called with each that can have others below it, when these were visited.
    func forEachNode(_ body: (Node) -> Void, leaving: ((Node) -> Void)? = nil) {
        guard let iterator = cmark_iter_new(pointer) else { return }
        defer { cmark_iter_free(iterator) }
        while true {
            switch cmark_iter_next(iterator) {
            case CMARK_EVENT_DONE, CMARK_EVENT_NONE: return
            case CMARK_EVENT_ENTER:
                if let node = cmark_iter_get_node(iterator) { body(Node(pointer: node)) }
            default:
                if let leaving, let node = cmark_iter_get_node(iterator) {
                    leaving(Node(pointer: node))
                }
            }
        }
    }

    private static func bytes(_ text: UnsafePointer<CChar>?) -> UnsafeBufferPointer<UInt8> {
        guard let text else { return UnsafeBufferPointer(start: nil, count: 0) }
        return UnsafeBufferPointer(
            start: UnsafeRawPointer(text).assumingMemoryBound(to: UInt8.self), count: strlen(text))
    }

    private static func string(_ text: UnsafePointer<CChar>?) -> String {
        String(decoding: bytes(text), as: UTF8.self)
    }
}
