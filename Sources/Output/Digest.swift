import Bytes
import CNettle

/// SHA-256 (FIPS 180-4), by nettle, which uses the processor's instructions for it.
struct Digest {
    private var context = sha256_ctx()

    init() { nettle_sha256_init(&context) }

    mutating func update(_ bytes: UnsafeRawBufferPointer) {
        nettle_sha256_update(
            &context, bytes.count, bytes.bindMemory(to: UInt8.self).baseAddress)
    }

    mutating func update(_ text: String) {
        text.withUTF8Bytes { update(UnsafeRawBufferPointer($0)) }
    }

    /// 64 hexadecimal digits.
    mutating func finish() -> String {
        var digest = [UInt8](repeating: 0, count: 32)
        nettle_sha256_digest(&context, 32, &digest)
        return String(unsafeUninitializedCapacity: 64) { text in
            for (index, byte) in digest.enumerated() {
                text[2 * index] = Self.digit(byte >> 4)
                text[2 * index + 1] = Self.digit(byte & 15)
            }
            return 64
        }
    }

    private static func digit(_ value: UInt8) -> UInt8 {
        value < 10 ? UInt8(ascii: "0") + value : UInt8(ascii: "a") + value - 10
    }

    static func hex(of bytes: UnsafeBufferPointer<UInt8>) -> String {
        var digest = Digest()
        digest.update(UnsafeRawBufferPointer(bytes))
        return digest.finish()
    }
}
