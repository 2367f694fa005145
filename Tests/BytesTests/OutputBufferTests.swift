import Bytes
import Testing

@Suite struct OutputBufferTests {
    @Test func aCopyKeepsWhatItHad() {
        var first = OutputBuffer("ab".utf8)
        var second = first
        first.append("c")
        second.append("d")
        let third = second
        second.removeLast()
        second.append(unescaped: "éx")
        first.removeAll()
        first.append(UInt8(ascii: "z"))
        #expect(String(decoding: first) == "z")
        #expect(String(decoding: second) == "abéx")
        #expect(String(decoding: third) == "abd")
        #expect(third == OutputBuffer("abd".utf8))
        #expect(third != second)
    }

    @Test func growsWithoutLosingAByte() {
        var buffer = OutputBuffer()
        var expected: [UInt8] = []
        buffer.reserveCapacity(3)
        for number in 0..<2_000 {
            let piece = [UInt8](repeating: UInt8(truncatingIfNeeded: number), count: number % 37)
            buffer.append(contentsOf: piece)
            buffer.append(contentsOf: buffer.last.map { [$0] } ?? [])
            expected += piece
            if let last = expected.last { expected.append(last) }
            // A second owner now and then: the next byte must not reach it.
            if number % 50 == 0 {
                let kept = buffer
                buffer.append(UInt8(7))
                expected.append(7)
                #expect(kept.count + 1 == buffer.count)
                #expect([UInt8](kept) == expected.dropLast())
            }
        }
        #expect([UInt8](buffer) == expected)
    }

    @Test func givesRoomBackAndGrowsAgain() {
        var buffer = OutputBuffer()
        buffer.shrink()
        buffer.reserveCapacity(5_000)
        buffer.append("abc")
        buffer.shrink()
        let shared = buffer
        buffer.shrink()
        buffer.append("d")
        #expect(String(decoding: buffer) == "abcd")
        #expect(String(decoding: shared) == "abc")
    }

    @Test(arguments: [0, 7, 9, 10, 99, 100, 2_021, .max, -1, -10, .min])
    func numbersAreWrittenInDigits(number: Int) {
        var buffer = OutputBuffer("a".utf8)
        buffer.append(number: number)
        #expect(String(decoding: buffer) == "a\(number)")
    }

    @Test func anEmptyOneIsEmpty() {
        let buffer = OutputBuffer()
        #expect(buffer.isEmpty)
        #expect(buffer.last == nil)
        #expect(String(decoding: buffer) == "")
        #expect(buffer == OutputBuffer([]))
    }
}

@Suite struct ByteSearchTests {
    /// Blocks, their overlap, and what is too short for one give what a loop gives.
    @Test func findsTheFirstHitAtEveryLength() {
        for count in 0...100 {
            for hit in 0...count {
                var bytes = [UInt8](repeating: UInt8(ascii: "b"), count: count)
                if hit < count { bytes[hit] = UInt8(ascii: "<") }
                if hit + 5 < count { bytes[hit + 5] = UInt8(ascii: "<") }
                for start in stride(from: 0, through: count, by: 7) {
                    let found = bytes.withUnsafeBufferPointer { bytes in
                        bytes.firstIndex(from: start) { ($0 == UInt8(ascii: "<")).bit }
                    }
                    let expected = bytes[start...].firstIndex(of: UInt8(ascii: "<")) ?? count
                    #expect(found == expected)
                }
            }
        }
    }
}
