/// A record that many fields are read from, in one place in memory.
///
/// To enter a field with a record in it is to copy that record; of this one, only the address is copied.
/// For records with dozens of fields, such as the site's, which templates enter for each of them.
///
/// Written once, when it is made, and only read from then on: so it is safe to share.
package final class SharedRecord<Record: TemplateRecord>: @unchecked Sendable {
    fileprivate let record: UnsafeMutablePointer<Record>

    package init(_ record: Record) {
        self.record = .allocate(capacity: 1)
        self.record.initialize(to: record)
    }

    deinit {
        record.deinitialize(count: 1)
        record.deallocate()
    }
}

extension Field {
    /// A record that is there, as ``record(_:_:_:)`` declares it.
    package static func record<Other: TemplateRecord>(
        _ name: String, _ documentation: String,
        shared read: @escaping Read<SharedRecord<Other>>
    ) -> Field {
        Field(name, documentation, SharedAccess(.record, read))
    }
}

private final class SharedAccess<Record: ~Copyable, Other: TemplateRecord>:
    ReadAccess<Record, SharedRecord<Other>>, @unchecked Sendable
{
    override var schema: (@Sendable () -> AnySchema)? { { AnySchema(Other.self) } }
    override func enter(_ record: RecordAddress, _ body: (RecordAddress) -> Void) {
        let shared = value(in: record)
        withExtendedLifetime(shared) { body(RecordAddress(shared.record)) }
    }
}
