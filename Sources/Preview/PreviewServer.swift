/// The sockets of the preview: SwiftNIO reads and writes HTTP, the router answers.

package import Files
import NIOCore
import NIOHTTP1
import NIOPosix
import Synchronization

/// A server that could not be started.
package struct PreviewServerError: Error, CustomStringConvertible {
    package let description: String
}

package final class PreviewServer: Sendable {
    /// More connections at once are closed as they come.
    static let maximumConnections = 256
    /// Ports that are tried after the one that was asked for.
    private static let attempts = 20

    package let port: Int
    package let clients: LiveClients
    private let group: MultiThreadedEventLoopGroup
    private let channel: any Channel

    /// Listens, on the next free port when the one asked for is taken.
    package init(
        engine: PreviewEngine, files: DiskFileSystem, host: String, port: Int
    ) async throws(PreviewServerError) {
        let router = PreviewRouter(files: files, host: host)
        let clients = LiveClients(files: files)
        let connections = ConnectionCount()
        let group = MultiThreadedEventLoopGroup(numberOfThreads: 2)
        let bootstrap = ServerBootstrap(group: group)
            .serverChannelOption(.socketOption(.so_reuseaddr), value: 1)
            .serverChannelOption(.backlog, value: 256)
            .childChannelOption(.socketOption(.tcp_nodelay), value: 1)
            .childChannelOption(.maxMessagesPerRead, value: 4)
            .childChannelInitializer { channel in
                guard connections.open() else { return channel.close() }
                channel.closeFuture.whenComplete { _ in connections.close() }
                return channel.eventLoop.makeCompletedFuture {
                    try Self.configure(channel, engine, router, clients)
                }
            }
        var bound: (any Channel)?
        var reason = ""
        for candidate in port...min(port + Self.attempts, 65535) where bound == nil {
            do {
                bound = try await bootstrap.bind(host: host, port: candidate).get()
            } catch let error as IOError where error.errnoCode == EADDRINUSE {
                reason = "ports \(port) to \(candidate) are taken"
            } catch {
                reason = "\(error)"
                break
            }
        }
        guard let bound else {
            try? await group.shutdownGracefully()
            throw PreviewServerError(description: "cannot listen on \(host): \(reason)")
        }
        self.group = group
        self.clients = clients
        channel = bound
        self.port = bound.localAddress?.port ?? port
    }

    package func stop() async {
        try? await channel.close()
        try? await group.shutdownGracefully()
    }

    private static func configure(
        _ channel: any Channel, _ engine: PreviewEngine, _ router: PreviewRouter,
        _ clients: LiveClients
    ) throws {
        var limits = NIOHTTPDecoderLimitConfiguration()
        limits.maxHeaderFieldSize = 8 << 10
        limits.maxHeaderListSize = 32 << 10
        limits.maxHeaderFieldCount = 100
        let pipeline = channel.pipeline.syncOperations
        try pipeline.addHandlers([
            HTTPResponseEncoder(),
            ByteToMessageHandler(HTTPRequestDecoder(limitConfiguration: limits)),
            HTTPServerPipelineHandler(), HTTPServerProtocolErrorHandler(),
        ])
        try pipeline.addHandler(
            PreviewHandler(engine: engine, router: router, clients: clients))
    }
}

/// How many connections are open.
private final class ConnectionCount: Sendable {
    private let count = Atomic(0)

    func open() -> Bool {
        if count.add(1, ordering: .relaxed).newValue <= PreviewServer.maximumConnections {
            return true
        }
        close()
        return false
    }

    func close() { count.subtract(1, ordering: .relaxed) }
}
