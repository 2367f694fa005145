/// The memory of a parse: taken in a row from large pieces, and given back all at once.
///
/// cmark-gfm allocates every node and string by itself and frees each again, which took a fifth of the
/// time of a parse. The library's own arena is one for the whole process; this is one for each
/// thread.

import CCMarkGFM
import CThreadLocal

#if canImport(Glibc)
    import Glibc
#elseif canImport(Darwin)
    import Darwin
#endif

struct ParserMemory {
    /// What is left of the last piece.
    private var next: UnsafeMutableRawPointer
    private var end: UnsafeMutableRawPointer
    private var pieces: [UnsafeMutableRawBufferPointer]
    /// Trees that are alive.
    private var users = 0

    /// Of a piece, in bytes: most pages need less.
    ///
    /// The first is kept for the next parse.
    private static let pieceSize = 1 << 20
    /// Before each block: its size.
    ///
    /// Nothing of the library has a larger alignment than a pointer, so that none needs the 16 bytes that
    /// `malloc(3)` promises: a text of brackets alone has two blocks for each.
    private static let header = MemoryLayout<Int>.size

    private init() {
        pieces = [Self.newPiece(Self.pieceSize)]
        (next, end) = Self.bounds(of: pieces[0])
    }

    private static func newPiece(_ size: Int) -> UnsafeMutableRawBufferPointer {
        guard let start = malloc(size) else { abort() }
        return UnsafeMutableRawBufferPointer(start: start, count: size)
    }

    private static func bounds(
        of piece: UnsafeMutableRawBufferPointer
    ) -> (UnsafeMutableRawPointer, UnsafeMutableRawPointer) {
        // A piece is never empty.
        guard let start = piece.baseAddress else { abort() }
        return (start, start + piece.count)
    }

    /// Zeroed, as `calloc(3)` does it.
    @inline(__always)
    private mutating func allocate(_ size: Int) -> UnsafeMutableRawPointer {
        let block = take(size)
        // Now, when it is about to be used: all at once at the end would fetch it into the cache again.
        memset(block, 0, size)
        return block
    }

    @inline(__always)
    private mutating func take(_ size: Int) -> UnsafeMutableRawPointer {
        let block = Self.header &+ Self.rounded(size)
        if end - next < block { addPiece(block) }
        let start = next
        next += block
        start.storeBytes(of: size, as: Int.self)
        return start + Self.header
    }

    private static func rounded(_ size: Int) -> Int { (size &+ 7) & ~7 }

    @inline(never)
    private mutating func addPiece(_ block: Int) {
        let piece = Self.newPiece(max(Self.pieceSize, block))
        pieces.append(piece)
        (next, end) = Self.bounds(of: piece)
    }

    private mutating func reallocate(
        _ old: UnsafeMutableRawPointer?, _ size: Int
    ) -> UnsafeMutableRawPointer {
        guard let old else { return take(size) }
        let oldSize = (old - Self.header).load(as: Int.self)
        guard size > oldSize else { return old }
        // What was allocated last grows where it is, as a text does to which the library adds piece by piece.
        if old + Self.rounded(oldSize) == next, Self.rounded(size) <= end - old {
            (old - Self.header).storeBytes(of: size, as: Int.self)
            next = old + Self.rounded(size)
            return old
        }
        let new = take(size)
        memcpy(new, old, oldSize)
        return new
    }

    private mutating func release() {
        users -= 1
        guard users == 0 else { return }
        while pieces.count > 1 { free(pieces.removeLast().baseAddress) }
        (next, end) = Self.bounds(of: pieces[0])
    }

    private func freePieces() {
        for piece in pieces { free(piece.baseAddress) }
    }
}

// MARK: - As the library asks for it

extension ParserMemory {
    /// Begins a tree on this thread, and gives the functions that its memory comes from.
    static func beginTree() -> UnsafeMutablePointer<cmark_mem> {
        if imprint_parser_memory().pointee == nil { makeForThisThread() }
        ofThisThread.pointee.users += 1
        return functions
    }

    /// Ends a tree, on the thread that began it: its memory is gone.
    static func endTree() { ofThisThread.pointee.release() }

    /// A text with a NUL behind it, which lives as long as the trees of this thread.
    static func copy(_ text: String) -> UnsafeMutableRawPointer {
        let count = text.utf8.count
        let copy = ofThisThread.pointee.allocate(count + 1)
        for (index, byte) in text.utf8.enumerated() {
            copy.storeBytes(of: byte, toByteOffset: index, as: UInt8.self)
        }
        return copy
    }

    /// What the memory of nodes comes from; while there is a tree on this thread.
    static var functions: UnsafeMutablePointer<cmark_mem> { shared.pointer }

    private static let shared = Functions(
        pointer: {
            let pointer = UnsafeMutablePointer<cmark_mem>.allocate(capacity: 1)
            pointer.initialize(
                to: cmark_mem(
                    calloc: { count, size in
                        let (bytes, overflow) = count.multipliedReportingOverflow(by: size)
                        guard !overflow, bytes < Int.max / 2 else { abort() }
                        return ofThisThread.pointee.allocate(bytes)
                    },
                    realloc: { ofThisThread.pointee.reallocate($0, $1) },
                    free: { _ in }))
            return pointer
        }())

    /// Written once, before anybody reads it.
    private struct Functions: @unchecked Sendable {
        let pointer: UnsafeMutablePointer<cmark_mem>
    }

    /// Gives the memory back when its thread ends.
    private static let key: pthread_key_t = {
        var key = pthread_key_t()
        pthread_key_create(&key) { memory in
            #if canImport(Glibc)
                guard let memory else { return }
            #endif
            let own = memory.assumingMemoryBound(to: ParserMemory.self)
            own.pointee.freePieces()
            own.deinitialize(count: 1)
            own.deallocate()
            imprint_parser_memory().pointee = nil
        }
        return key
    }()

    private static func makeForThisThread() {
        let memory = UnsafeMutablePointer<ParserMemory>.allocate(capacity: 1)
        memory.initialize(to: ParserMemory())
        pthread_setspecific(key, memory)
        imprint_parser_memory().pointee = UnsafeMutableRawPointer(memory)
    }

    /// There is one from the first tree of a thread on.
    private static var ofThisThread: UnsafeMutablePointer<ParserMemory> {
        imprint_parser_memory().pointee.unsafelyUnwrapped
            .assumingMemoryBound(to: ParserMemory.self)
    }
}
