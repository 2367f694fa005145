/// A record that many fields are read from, in one place in memory.
///
/// To enter a field with a record in it is to copy that record; of this one, only the address is copied.
/// For records with dozens of fields, such as the site's, which templates enter for each of them.
///
/// Written once, when it is made, and only read from then on: so it is safe to share.
package final class SharedRecord<Record: TemplateRecord>: AnySharedRecord, @unchecked Sendable {
    private let record: UnsafeMutablePointer<Record>

    package init(_ record: consuming Record) {
        let place = UnsafeMutablePointer<Record>.allocate(capacity: 1)
        place.initialize(to: record)
        self.record = place
        super.init(at: RecordAddress(place))
    }

    deinit {
        record.deinitialize(count: 1)
        record.deallocate()
    }
}

/// The same without the type of its record: to ask for that at each look costs more than the look.
package class AnySharedRecord: @unchecked Sendable {
    fileprivate let address: RecordAddress

    fileprivate init(at address: RecordAddress) { self.address = address }
}

extension Field {
    /// A record that is there, as ``record(_:_:_:)`` declares it.
    package static func record<Other: TemplateRecord>(
        _ name: String, _ documentation: String,
        shared read: @escaping Read<SharedRecord<Other>>
    ) -> Field {
        Field(name, documentation, SharedAccess<Record, Other>(.record) { read($0) })
    }
}

private final class SharedAccess<Record: ~Copyable, Other: TemplateRecord>:
    ReadAccess<Record, AnySharedRecord>, @unchecked Sendable
{
    override var schema: (@Sendable () -> AnySchema)? { { AnySchema(Other.self) } }
    override func enter(_ record: RecordAddress, _ body: (RecordAddress) -> Void) {
        let shared = value(in: record)
        withExtendedLifetime(shared) { body(shared.address) }
    }
}
