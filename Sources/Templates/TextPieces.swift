/// Texts that are written where a template prints them, rather than put together first.

package import Bytes
import Markup

/// Takes a text in pieces: an address and its origin, or the bytes of a citation.
///
/// Each piece is escaped for the place by itself. That is the same as for the whole, since what is escaped is one
/// character.
package struct TextPieces {
    private var output = OutputBuffer()
    private let place: EscapingContext.Place

    private init(at place: EscapingContext.Place) { self.place = place }

    /// Has a text written at the end of `output`.
    static func write(
        to output: inout OutputBuffer, at place: EscapingContext.Place,
        _ body: (inout TextPieces) -> Void
    ) {
        var pieces = TextPieces(at: place)
        swap(&pieces.output, &output)
        body(&pieces)
        swap(&pieces.output, &output)
    }

    package mutating func append(_ text: String) { output.append(text, at: place) }

    /// Bytes of UTF-8.
    package mutating func append(_ text: OutputBuffer) {
        text.withUnsafeBufferPointer { output.append($0, at: place) }
    }
}

/// A text of which a record has the pieces.
final class PiecesAccess<Record: ~Copyable>: FieldAccess, @unchecked Sendable {
    typealias Write = @Sendable (borrowing Record, inout TextPieces) -> Void
    private let writeText: Write

    init(_ write: @escaping Write) {
        writeText = write
        super.init(.text)
    }

    override func text(_ record: RecordAddress) -> String? {
        var text = OutputBuffer()
        write(textOf: record, at: .plain, to: &text)
        return String(decoding: text)
    }
    override func write(
        textOf record: RecordAddress, at place: EscapingContext.Place, to output: inout OutputBuffer
    ) {
        TextPieces.write(to: &output, at: place) { writeText(record.of().pointee, &$0) }
    }
}

/// A URL that leads to a place of the page on which it stands: `#`, and the id of the place.
final class AnchorAccess<Record: ~Copyable>: ReadAccess<Record, String>, @unchecked Sendable {
    override func text(_ record: RecordAddress) -> String? { "#" + value(in: record) }
    override func write(
        urlOf record: RecordAddress, at place: EscapingContext.Place, to output: inout OutputBuffer
    ) {
        switch place {
        case .address, .attribute:
            output.append("#")
            output.append(url: value(in: record))
        case .addressPart, .text, .xmlText, .jsonString, .plain, .json:
            super.write(urlOf: record, at: place, to: &output)
        }
    }
}

extension Field {
    /// Plain text, as ``text(_:_:_:)`` declares it, that is written in pieces.
    package static func writtenText(
        _ name: String, _ documentation: String,
        _ write: @escaping @Sendable (borrowing Record, inout TextPieces) -> Void
    ) -> Field {
        Field(name, documentation, PiecesAccess(write))
    }

    /// A URL, as ``url(_:_:_:)`` declares it, of which the record has what stands behind `#`.
    package static func anchorURL(
        _ name: String, _ documentation: String, _ read: @escaping Read<String>
    ) -> Field {
        Field(name, documentation, AnchorAccess(.url, read))
    }
}
