#if canImport(Glibc)
    import Glibc
#elseif canImport(Darwin)
    import Darwin
#endif

/// Bytes that grow at their end: what every page, feed and record of the output is written into.
///
/// A value, like an array of bytes, and made for one thing: a page is put together from some 3,000
/// pieces of a few bytes each, and the standard library's array takes 70 instructions to begin with
/// each of them. Here a piece whose length is known when the program is compiled is a few stores.
///
/// Public, as all that is inlined elsewhere: the compiler carries no `package` function into another
/// module, and a call costs more than the few bytes.
public struct OutputBuffer: Hashable, @unchecked Sendable {
    /// Owns the memory; `nil` as long as nothing was written.
    @usableFromInline var storage: ByteStorage?
    /// Of the memory.
    @usableFromInline var start: UnsafeMutablePointer<UInt8>?
    /// Bytes written, and bytes there is room for.
    @usableFromInline var used = 0
    @usableFromInline var capacity = 0

    @inlinable public init() {}

    public init(_ bytes: some Sequence<UInt8>) {
        append(contentsOf: bytes)
    }

    @inlinable public var count: Int { used }
    @inlinable public var isEmpty: Bool { used == 0 }

    @inlinable public var last: UInt8? {
        withUnsafeBufferPointer { $0.last }
    }

    @inlinable @inline(__always)
    public mutating func append(_ byte: UInt8) {
        let end = reserve(1)
        end.pointee = byte
        used &+= 1
    }

    @inlinable @inline(__always)
    public mutating func append(contentsOf bytes: UnsafeBufferPointer<UInt8>) {
        guard let start = bytes.baseAddress, bytes.count > 0 else { return }
        let end = reserve(bytes.count)
        end.update(from: start, count: bytes.count)
        used &+= bytes.count
    }

    /// Appends a part of `bytes`.
    @inlinable @inline(__always)
    public mutating func append(
        contentsOf bytes: UnsafeBufferPointer<UInt8>, in range: Range<Int>
    ) {
        append(contentsOf: UnsafeBufferPointer(rebasing: bytes[range]))
    }

    @inlinable
    public mutating func append(contentsOf bytes: some Sequence<UInt8>) {
        let copied: Void? = bytes.withContiguousStorageIfAvailable { append(contentsOf: $0) }
        if copied == nil { for byte in bytes { append(byte) } }
    }

    @inlinable
    public mutating func append(contentsOf other: OutputBuffer) {
        other.withUnsafeBufferPointer { append(contentsOf: $0) }
    }

    /// Appends a literal of this program's source.
    ///
    /// Content can not come this way.
    @inlinable @inline(__always)
    public mutating func append(_ literal: StaticString) {
        literal.withUTF8Buffer { append(contentsOf: $0) }
    }

    /// Appends text as it is.
    ///
    /// Only for text whose alphabet is known (digits, a slug's own encoding) or for a syntax
    /// without special characters.
    @inlinable @inline(__always)
    public mutating func append(unescaped text: String) {
        text.withUTF8Bytes { append(contentsOf: $0) }
    }

    /// Appends a number in decimal digits.
    public mutating func append(number: Int) {
        guard number < 0 || number > 9 else {
            return append(UInt8(ascii: "0") &+ UInt8(truncatingIfNeeded: number))
        }
        var rest = number.magnitude
        withUnsafeTemporaryAllocation(of: UInt8.self, capacity: 20) { digits in
            var start = digits.count
            repeat {
                start -= 1
                digits[start] = UInt8(ascii: "0") &+ UInt8(truncatingIfNeeded: rest % 10)
                rest /= 10
            } while rest > 0
            if number < 0 {
                start -= 1
                digits[start] = UInt8(ascii: "-")
            }
            append(contentsOf: UnsafeBufferPointer(rebasing: digits[start...]))
        }
    }

    /// Takes the last byte away again.
    @inlinable
    public mutating func removeLast() {
        precondition(used > 0)
        used &-= 1
    }

    /// Makes room for so many bytes in all.
    public mutating func reserveCapacity(_ count: Int) {
        if count > capacity { resize(to: count) }
    }

    /// Gives back the room that nothing was written to, when nobody else has the bytes.
    public mutating func shrink() {
        if used < capacity, used > 0, isKnownUniquelyReferenced(&storage) { resize(to: used) }
    }

    /// Forgets what was written, and keeps the room for more.
    @inlinable
    public mutating func removeAll() { used = 0 }

    @inlinable @inline(__always)
    public func withUnsafeBufferPointer<Result, Failure: Error>(
        _ body: (UnsafeBufferPointer<UInt8>) throws(Failure) -> Result
    ) throws(Failure) -> Result {
        defer { withExtendedLifetime(storage) {} }
        return try body(UnsafeBufferPointer(start: start, count: used))
    }

    public static func == (a: OutputBuffer, b: OutputBuffer) -> Bool {
        a.withUnsafeBufferPointer { a in b.withUnsafeBufferPointer { a.elementsEqual($0) } }
    }

    public func hash(into hasher: inout Hasher) {
        withUnsafeBufferPointer { hasher.combine(bytes: UnsafeRawBufferPointer($0)) }
    }

    /// Where the next `count` bytes belong.
    @inlinable @inline(__always)
    mutating func reserve(_ count: Int) -> UnsafeMutablePointer<UInt8> {
        // Nobody else may see what is written behind the bytes they share.
        if count > capacity &- used || !isKnownUniquelyReferenced(&storage) { grow(by: count) }
        return start.unsafelyUnwrapped + used
    }

    @usableFromInline @inline(never)
    mutating func grow(by count: Int) {
        // Twice as much when there is no room; as much as needed when the bytes are only shared.
        resize(to: max(96, used + count, count > capacity - used ? 2 * capacity : 0))
    }

    private mutating func resize(to size: Int) {
        if isKnownUniquelyReferenced(&storage) {
            start = storage.unsafelyUnwrapped.resize(to: size)
        } else {
            let new = ByteStorage(capacity: size)
            withUnsafeBufferPointer { bytes in
                if let old = bytes.baseAddress { new.start.update(from: old, count: used) }
            }
            storage = new
            start = new.start
        }
        capacity = size
    }
}

/// The memory of an ``OutputBuffer``.
///
/// Written only by a buffer that holds it alone.
@usableFromInline final class ByteStorage: @unchecked Sendable {
    private(set) var start: UnsafeMutablePointer<UInt8>

    init(capacity: Int) {
        guard let memory = malloc(capacity) else { abort() }
        start = memory.assumingMemoryBound(to: UInt8.self)
    }

    deinit { free(start) }

    /// Returns where the memory is now.
    func resize(to capacity: Int) -> UnsafeMutablePointer<UInt8> {
        guard let memory = realloc(start, capacity) else { abort() }
        start = memory.assumingMemoryBound(to: UInt8.self)
        return start
    }
}

extension [UInt8] {
    public init(_ buffer: OutputBuffer) {
        self = buffer.withUnsafeBufferPointer { Array($0) }
    }
}

extension String {
    /// Lends the bytes of the text: a variable for `withUTF8` would count a reference first.
    @inlinable @inline(__always)
    public func withUTF8Bytes<Result>(_ body: (UnsafeBufferPointer<UInt8>) -> Result) -> Result {
        if let result = utf8.withContiguousStorageIfAvailable(body) { return result }
        // A string of another kind; there is none on Linux.
        var copy = self
        return copy.withUTF8(body)
    }

    /// The bytes as text; what is no UTF-8 becomes U+FFFD.
    public init(decoding buffer: OutputBuffer) {
        self = buffer.withUnsafeBufferPointer { String(decoding: $0, as: UTF8.self) }
    }
}
