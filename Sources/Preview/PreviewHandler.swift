import NIOCore
import NIOHTTP1

#if canImport(Glibc)
    import Glibc
#elseif canImport(Darwin)
    import Darwin
#endif

/// One connection: a request comes in, the router's answer goes out.
final class PreviewHandler: ChannelInboundHandler {
    typealias InboundIn = HTTPServerRequestPart
    typealias OutboundOut = HTTPServerResponsePart

    /// Within which a request must be read whole, and an answer be taken.
    private static let patience = TimeAmount.seconds(10)
    /// How often a stream of events says that it is alive.
    private static let heartbeat = TimeAmount.seconds(15)

    private let engine: PreviewEngine
    private let router: PreviewRouter
    private let clients: LiveClients
    private var head: HTTPRequestHead?
    private var isStreaming = false
    private var deadline: Scheduled<Void>?
    private var client: Int?

    init(engine: PreviewEngine, router: PreviewRouter, clients: LiveClients) {
        self.engine = engine
        self.router = router
        self.clients = clients
    }

    func channelActive(context: ChannelHandlerContext) { expectProgress(context) }

    func channelInactive(context: ChannelHandlerContext) {
        deadline?.cancel()
        if let client { clients.remove(client) }
    }

    func errorCaught(context: ChannelHandlerContext, error: any Error) {
        context.close(promise: nil)
    }

    func channelRead(context: ChannelHandlerContext, data: NIOAny) {
        switch unwrapInboundIn(data) {
        case .head(let head): self.head = head
        case .body:
            // Nothing here takes a body: no room is made for one.
            context.close(promise: nil)
        case .end:
            guard let head else { return }
            self.head = nil
            expectProgress(context)
            answer(head, context)
        }
    }

    private func answer(_ head: HTTPRequestHead, _ context: ChannelHandlerContext) {
        let request = PreviewRequest(
            method: head.method.rawValue, target: head.uri, host: head.headers.first(name: "host"),
            range: head.headers.first(name: "range"),
            ifNoneMatch: head.headers.first(name: "if-none-match"))
        let snapshot = engine.snapshot
        let response = router.respond(to: request, snapshot)
        switch response.body {
        case .bytes(let bytes):
            start(response, count: bytes.count, head, context)
            if head.method != .HEAD, !bytes.isEmpty {
                var buffer = context.channel.allocator.buffer(capacity: bytes.count)
                buffer.writeBytes(bytes)
                context.write(wrapOutboundOut(.body(.byteBuffer(buffer))), promise: nil)
            }
            finish(head, context)
        case .file(let path, let offset, let count):
            send(path, offset, count, response, head, context)
        case .events(let page, let version):
            guard head.method != .HEAD else {
                start(response, count: 0, head, context)
                finish(head, context)
                return
            }
            stream(page, version, response, snapshot, head, context)
        }
    }

    private func start(
        _ response: PreviewResponse, count: Int?, _ request: HTTPRequestHead,
        _ context: ChannelHandlerContext
    ) {
        var headers = HTTPHeaders(response.headers.map { ($0.name, $0.value) })
        if let count, response.status != 304 {
            headers.replaceOrAdd(name: "Content-Length", value: String(count))
        }
        if !request.isKeepAlive { headers.replaceOrAdd(name: "Connection", value: "close") }
        let head = HTTPResponseHead(
            version: request.version, status: HTTPResponseStatus(statusCode: response.status),
            headers: headers)
        context.write(wrapOutboundOut(.head(head)), promise: nil)
    }

    private func finish(_ request: HTTPRequestHead, _ context: ChannelHandlerContext) {
        let done = context.eventLoop.makePromise(of: Void.self)
        context.writeAndFlush(wrapOutboundOut(.end(nil)), promise: done)
        let bound = NIOLoopBound((self, context), eventLoop: context.eventLoop)
        done.futureResult.whenComplete { result in
            let (handler, context) = bound.value
            if case .success = result, request.isKeepAlive {
                handler.expectProgress(context)
            } else {
                context.close(promise: nil)
            }
        }
    }

    /// The system copies the file to the socket: its size costs no memory.
    private func send(
        _ path: String, _ offset: Int, _ count: Int, _ response: PreviewResponse,
        _ request: HTTPRequestHead, _ context: ChannelHandlerContext
    ) {
        let file = open(path, O_RDONLY | O_CLOEXEC)
        guard file >= 0 else { return context.close(promise: nil) }
        let handle = NIOFileHandle(_deprecatedTakingOwnershipOfDescriptor: file)
        start(response, count: count, request, context)
        if request.method != .HEAD, count > 0 {
            let region = FileRegion(
                fileHandle: handle, readerIndex: offset, endIndex: offset + count)
            context.write(wrapOutboundOut(.body(.fileRegion(region))), promise: nil)
        }
        let done = context.eventLoop.makePromise(of: Void.self)
        done.futureResult.whenComplete { _ in try? handle.close() }
        context.write(wrapOutboundOut(.body(.byteBuffer(ByteBuffer()))), promise: done)
        finish(request, context)
    }

    private func stream(
        _ page: String, _ version: String, _ response: PreviewResponse,
        _ snapshot: PreviewSnapshot, _ request: HTTPRequestHead, _ context: ChannelHandlerContext
    ) {
        isStreaming = true
        deadline?.cancel()
        start(response, count: nil, request, context)
        context.flush()
        let channel = context.channel
        client = clients.add(page: page, version: version, snapshot) { text in
            // A reader who does not read is let go, before what waits for it grows.
            guard channel.isActive, channel.isWritable else {
                channel.close(promise: nil)
                return false
            }
            let part = HTTPServerResponsePart.body(.byteBuffer(ByteBuffer(string: text)))
            channel.writeAndFlush(part, promise: nil)
            return true
        }
        context.eventLoop.scheduleRepeatedTask(
            initialDelay: Self.heartbeat, delay: Self.heartbeat
        ) { task in
            guard channel.isActive else { return task.cancel() }
            let part = HTTPServerResponsePart.body(.byteBuffer(ByteBuffer(string: ":\n\n")))
            channel.writeAndFlush(part, promise: nil)
        }
    }

    /// Closes the connection unless something happens in time.
    private func expectProgress(_ context: ChannelHandlerContext) {
        deadline?.cancel()
        guard !isStreaming else { return }
        let bound = NIOLoopBound(context, eventLoop: context.eventLoop)
        deadline = context.eventLoop.scheduleTask(in: Self.patience) {
            bound.value.close(promise: nil)
        }
    }
}
