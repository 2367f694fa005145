import Build
import Files
import Foundation
import Markup
import Preview
import SiteTesting
import Testing

/// Requests and their answers, the hostile ones too.
///
/// No socket is needed for either.
@Suite struct RouterTests {
    private let site: ScratchFolder

    init() throws { site = try ScratchFolder() }

    private static let secret = "the secret of the machine"

    private func withSite(
        base: String = "https://example.org/", settings: String = "",
        _ body: (PreviewRouter, PreviewSnapshot) throws -> Void
    ) async throws {
        try site.write("site/site.yaml", SiteFixture.yaml(base: base) + settings)
        try site.write(
            "site/content/posts/a/index.md",
            "---\ntitle: A page\ndate: 2025-01-01\nauthors: [Ada]\n---\n\n![A square](s.svg)\n")
        try site.write("site/content/posts/a/s.svg", "<svg xmlns='http://www.w3.org/2000/svg'/>")
        try site.write("site/content/files/data.bin", "0123456789")
        try site.write("secret.txt", Self.secret)
        try site.write("site/secret.txt", Self.secret)
        try site.write("site/content/_hidden.txt", Self.secret)
        try site.write("site/content/.hidden", Self.secret)
        try site.write("site/content/files/link.bin", "a file, for now")
        let files = try DiskFileSystem(root: site.path + "/site")
        let options = BuildOptions(now: SiteFixture.time)
        let engine = try await PreviewEngine(files: files, options: options)
        // After the site was read, a file becomes a link that leads out of it.
        try site.delete("site/content/files/link.bin")
        try FileManager.default.createSymbolicLink(
            at: site.url("site/content/files/link.bin"),
            withDestinationURL: site.url("secret.txt"))
        try body(PreviewRouter(files: files, host: "127.0.0.1"), engine.snapshot)
    }

    @Test func answersWithPagesAndFiles() async throws {
        try await withSite { router, snapshot in
            func get(_ target: String, range: String? = nil, tag: String? = nil) -> PreviewResponse
            {
                router.respond(
                    to: PreviewRequest(target: target, range: range, ifNoneMatch: tag), snapshot)
            }
            let page = get("/posts/a/")
            #expect(page.status == 200 && page.text.contains("A page"))
            #expect(page.text.contains("/_imprint/live.js"))
            // What readers would not see is not seen here; the script of the preview is let through.
            let policy = page.header("Content-Security-Policy") ?? ""
            #expect(
                policy.hasPrefix("default-src 'none'; ") && policy.contains("script-src 'self';"))
            #expect(policy.contains("connect-src 'self';") && !policy.contains("frame-ancestors"))
            let tag = try #require(page.header("ETag"))
            #expect(get("/posts/a/", tag: tag).status == 304)
            #expect(get("/posts/a").header("Location") == "/posts/a/")
            #expect(get("/posts/a/?x=1").status == 200)
            #expect(get("/none/").status == 404)
            #expect(get("/none/").text.contains("<html"))
            #expect(get("/posts/a/s.svg").header("Content-Type") == "image/svg+xml")
            #expect(
                get("/acknowledgements.json").header("Content-Type")
                    == "application/json; charset=utf-8")
            #expect(!get("/feed.xml").text.contains("_imprint"))
            #expect(get("/_drafts/").text.contains("Every page is published"))
            #expect(get("/_imprint/live.js").header("Content-Type")?.contains("javascript") == true)
            for (range, status, expected) in [
                ("bytes=2-4", 206, "bytes 2-4/10"), ("bytes=-3", 206, "bytes 7-9/10"),
                ("bytes=8-", 206, "bytes 8-9/10"), ("bytes=4-99", 206, "bytes 4-9/10"),
                ("bytes=10-", 416, "bytes */10"), ("bytes=-0", 416, "bytes */10"),
                ("bytes=4-2", 200, nil), ("bytes=0-1,3-4", 200, nil), ("lines=1", 200, nil),
                ("bytes=99999999999999999999-", 200, nil),
            ] as [(String, Int, String?)] {
                let part = get("/files/data.bin", range: range)
                #expect(part.status == status, "\(range)")
                #expect(part.header("Content-Range") == expected, "\(range)")
            }
        }
    }

    @Test func keepsTheSubPathOfTheBaseURL() async throws {
        try await withSite(base: "https://example.org/center/pubs/") { router, snapshot in
            func get(_ target: String) -> PreviewResponse {
                router.respond(to: PreviewRequest(target: target), snapshot)
            }
            #expect(get("/").header("Location") == "/center/pubs/")
            #expect(get("/center/pubs").header("Location") == "/center/pubs/")
            #expect(get("/center/pubs/posts/a/").status == 200)
            #expect(get("/center/pubs/posts/a/").text.contains("/center/pubs/_imprint/live.js"))
            #expect(get("/posts/a/").status == 404)
        }
    }

    /// As the hosts that read `_redirects` do.
    @Test func followsRedirectsWithAWildcard() async throws {
        let redirects = """
            redirects:
              /blog/old/*: https://old.example.com/:splat
              /blog/*: /posts/:splat
              /news/*: /posts/a/

            """
        try await withSite(base: "https://example.org/pubs/", settings: redirects) {
            router, snapshot in
            for (address, location) in [
                ("/pubs/blog/a/", "/pubs/posts/a/"), ("/pubs/blog/a/s.svg", "/pubs/posts/a/s.svg"),
                ("/pubs/blog/old/x%20y", "https://old.example.com/x%20y"),
                ("/pubs/news/x/y.html", "/pubs/posts/a/"), ("/pubs/posts/a/", nil),
                ("/pubs/none/", nil), ("/blog/a/", nil),
            ] as [(String, String?)] {
                let response = router.respond(to: PreviewRequest(target: address), snapshot)
                #expect(response.header("Location") == location, "\(address)")
            }
        }
    }

    @Test func refusesWhatIsHostile() async throws {
        try await withSite { router, snapshot in
            var count = 0
            for target in Self.hostileTargets {
                let response = router.respond(to: PreviewRequest(target: target), snapshot)
                #expect([301, 302, 400, 404].contains(response.status), "\(target)")
                #expect(!response.text.contains(Self.secret), "\(target)")
                if let location = response.header("Location") {
                    #expect(!location.hasPrefix("//") && !location.contains("\\"), "\(target)")
                }
                count += 1
            }
            for host in Self.hostileHosts {
                let response = router.respond(
                    to: PreviewRequest(target: "/", host: host), snapshot)
                #expect(response.status == 403, "\(host ?? "none")")
                count += 1
            }
            for method in Self.otherMethods {
                let response = router.respond(
                    to: PreviewRequest(method: method, target: "/"), snapshot)
                #expect(response.status == 405, "\(method)")
                #expect(response.header("Allow") == "GET, HEAD")
                count += 1
            }
            for host in ["localhost", "localhost:1313", "LOCALHOST", "127.0.0.1:9", "[::1]:1313"] {
                let response = router.respond(
                    to: PreviewRequest(target: "/", host: host), snapshot)
                #expect(response.status == 200, "\(host)")
            }
            #expect(count >= 200)
        }
    }

    private static let hostileHosts: [String?] = [
        nil, "", "evil.example", "evil.example:1313", "localhost.evil.example", "127.0.0.1.nip.io",
        "127.0.0.2", "0.0.0.0", "[::2]", "localhost@evil.example", "evil.example#localhost",
        "localhost\u{0}.evil", "xn--localhost", " localhost", "localhost ", "localhost/", "::1",
    ]

    private static let otherMethods = [
        "POST", "PUT", "DELETE", "PATCH", "OPTIONS", "TRACE", "CONNECT", "get", "PROPFIND", "G ET",
        "", "HEADER",
    ]

    /// Ways out of a folder, in many spellings.
    private static let hostileTargets: [String] = {
        let dots = [
            "..", "%2e%2e", "%2E%2E", ".%2e", "%2e.", "..%00", "%252e%252e", "..%c0%af", "..%5c",
            "..\\", "%c0%ae%c0%ae", "%ff%fe", "...", "..;", "%u002e%u002e",
        ]
        let ends = [
            "/secret.txt", "/../secret.txt", "/etc/passwd", "%2fsecret.txt", "%5csecret.txt",
            "//secret.txt", "/%2e%2e/%2e%2e/etc/passwd", "/./secret.txt",
        ]
        var targets: [String] = []
        for dot in dots {
            for end in ends { targets.append("/" + dot + end) }
            targets.append("/posts/" + dot + "/" + dot + "/secret.txt")
            targets.append("/posts/a/" + dot)
        }
        return targets + [
            "secret.txt", "", "*", "http://evil.example/", "//evil.example/", "/\\evil.example",
            "/%5Cevil.example", "/%2F%2Fevil.example", "/posts//a/", "/posts/./a/", "/posts/../a/",
            "/a%00.html", "/a%0d%0aSet-Cookie:x", "/ä", "/a b", "/\u{7F}", "/%7f", "/%", "/%2",
            "/%zz", "/secret.txt", "/site.yaml", "/content/posts/a/index.md", "/posts/a/index.md",
            "/_hidden.txt", "/.hidden", "/.git/config", "/_imprint/", "/_imprint/../secret.txt",
            "/templates/layout.html", "/files/link.bin", "/files/", "/files", "/public/index.html",
            "/" + String(repeating: "a", count: 20_000),
            "/" + String(repeating: "../", count: 5_000),
            "/" + String(repeating: "%2e%2e%2f", count: 5_000) + "etc/passwd",
        ]
    }()
}

extension PreviewResponse {
    var text: String {
        if case .bytes(let bytes) = body { return String(decoding: bytes, as: UTF8.self) }
        return ""
    }

    func header(_ name: String) -> String? { headers.first { $0.name == name }?.value }
}
