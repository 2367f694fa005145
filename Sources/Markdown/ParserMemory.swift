/// The memory of a parse: taken in a row from large pieces, and given back all at once.
///
/// cmark-gfm allocates every node and string by itself and frees each again, which took a fifth of the
/// time of a parse. The library's own arena is one for the whole process; this is one for each
/// thread.

import CCMarkGFM

#if canImport(Glibc)
    import Glibc
#elseif canImport(Darwin)
    import Darwin
#endif

struct ParserMemory {
    private var pieces: [UnsafeMutableRawBufferPointer] = []
    /// What is left of the last piece.
    private var rest = UnsafeMutableRawBufferPointer(start: nil, count: 0)
    /// Trees that are alive.
    private var users = 0

    /// Of a piece, in bytes: most pages need less.
    ///
    /// The first is kept for the next parse.
    private static let pieceSize = 1 << 20
    /// Before each block: its size, at the alignment that `malloc(3)` promises.
    private static let header = 16

    /// Blocks are zeroed, as `calloc(3)` does it.
    private mutating func allocate(_ size: Int) -> UnsafeMutableRawPointer {
        let block = Self.header + (size + 15) & ~15
        if rest.count < block { addPiece(block) }
        // A piece is never empty.
        guard let start = rest.baseAddress else { abort() }
        rest = UnsafeMutableRawBufferPointer(start: start + block, count: rest.count - block)
        start.storeBytes(of: size, as: Int.self)
        memset(start + Self.header, 0, size)
        return start + Self.header
    }

    private mutating func addPiece(_ size: Int) {
        rest = .allocate(byteCount: max(Self.pieceSize, size), alignment: 16)
        pieces.append(rest)
    }

    private mutating func reallocate(
        _ old: UnsafeMutableRawPointer?, _ size: Int
    ) -> UnsafeMutableRawPointer {
        guard let old else { return allocate(size) }
        let oldSize = (old - Self.header).load(as: Int.self)
        guard size > oldSize else { return old }
        let new = allocate(size)
        memcpy(new, old, oldSize)
        return new
    }

    private mutating func release() {
        users -= 1
        guard users == 0 else { return }
        while pieces.count > 1 { pieces.removeLast().deallocate() }
        if let piece = pieces.first, piece.count > Self.pieceSize {
            piece.deallocate()
            pieces = []
        }
        rest = pieces.first ?? UnsafeMutableRawBufferPointer(start: nil, count: 0)
    }
}

// MARK: - As the library asks for it

extension ParserMemory {
    /// Begins a tree on this thread, and gives the functions that its memory comes from.
    static func beginTree() -> UnsafeMutablePointer<cmark_mem> {
        ofThisThread.pointee.users += 1
        return functions.pointer
    }

    /// Ends a tree, on the thread that began it: its memory is gone.
    static func endTree() { ofThisThread.pointee.release() }

    private static let functions = Functions(
        pointer: {
            let pointer = UnsafeMutablePointer<cmark_mem>.allocate(capacity: 1)
            pointer.initialize(
                to: cmark_mem(
                    calloc: { count, size in
                        let (bytes, overflow) = count.multipliedReportingOverflow(by: size)
                        guard !overflow else { abort() }
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

    private static let key: pthread_key_t = {
        var key = pthread_key_t()
        pthread_key_create(&key) { memory in
            #if canImport(Glibc)
                guard let memory else { return }
            #endif
            let own = memory.assumingMemoryBound(to: ParserMemory.self)
            for piece in own.pointee.pieces { piece.deallocate() }
            own.deinitialize(count: 1)
            own.deallocate()
        }
        return key
    }()

    private static var ofThisThread: UnsafeMutablePointer<ParserMemory> {
        if let memory = pthread_getspecific(key) {
            return memory.assumingMemoryBound(to: ParserMemory.self)
        }
        let memory = UnsafeMutablePointer<ParserMemory>.allocate(capacity: 1)
        memory.initialize(to: ParserMemory())
        pthread_setspecific(key, memory)
        return memory
    }
}
