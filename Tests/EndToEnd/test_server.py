"""The preview's server against clients that mean no good. Everything stays on this machine."""
import socket
import time
import unittest

from support import Preview, PreviewCase, post


class HostileClients(PreviewCase):
    files = {
        "content/posts/a.md": post("A post", "Text."),
        "content/files/large.bin": "x" * (8 << 20),
    }

    def send(self, data, wait=3.0):
        """Sends bytes, and returns what comes back until the server closes or nothing more comes."""
        with socket.create_connection(("127.0.0.1", self.preview.port), timeout=wait) as client:
            answer = b""
            try:
                client.sendall(data)
                while part := client.recv(65536):
                    answer += part
            except (TimeoutError, ConnectionError):
                pass
            return answer

    def assert_alive(self):
        status, text = self.preview.get("/posts/a/")
        self.assertEqual(status, 200)
        self.assertIn("A post", text)

    def test_malformed_requests_are_refused(self):
        host = b"Host: localhost\r\n"
        cases = [
            b"\r\n\r\n", b"\x00\x01\x02\x03", b"GET\r\n\r\n", b"GET / HTTP/9.9\r\n" + host + b"\r\n",
            b"GET / HTTP/1.1\r\n\r\n",
            b"GET / HTTP/1.1\r\nHost: evil.example\r\n\r\n",
            b"GET http://evil.example/ HTTP/1.1\r\n" + host + b"\r\n",
            b"GET /\x00 HTTP/1.1\r\n" + host + b"\r\n", b"GET /\xff HTTP/1.1\r\n" + host + b"\r\n",
            b"GET / HTTP/1.1\r\n" + host + b"X: " + b"a" * 200_000 + b"\r\n\r\n",
            b"GET / HTTP/1.1\r\n" + host + b"X: a\r\n" * 20_000 + b"\r\n",
            b"GET /" + b"a" * 200_000 + b" HTTP/1.1\r\n" + host + b"\r\n",
            b"GET / HTTP/1.1\r\n" + host + b"X : a\r\n\r\n",
            b"GET / HTTP/1.1\r\n" + host + b"Content-Length: 5\r\nContent-Length: 6\r\n\r\nhello",
            b"GET / HTTP/1.1\r\n" + host + b"Content-Length: 5\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n",
            b"GET / HTTP/1.1\r\n" + host + b"Content-Length: -1\r\n\r\n",
            b"POST / HTTP/1.1\r\n" + host + b"Content-Length: 99999999999\r\n\r\n" + b"x" * 1_000_000,
            b"CONNECT evil.example:443 HTTP/1.1\r\n" + host + b"\r\n",
            b"PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n", b"\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03",
        ]
        for case in cases:
            answer = self.send(case, wait=1.0)
            status = answer[9:12]
            self.assertNotEqual(status, b"200", case[:80])
            self.assertNotEqual(status[:1], b"5", case[:80])
        self.assert_alive()

    def test_slow_clients_are_dropped(self):
        start = time.monotonic()
        with socket.create_connection(("127.0.0.1", self.preview.port), timeout=20) as slow:
            slow.sendall(b"GET / HTTP/1.1\r\nHost: localhost\r\n")
            try:
                while True:
                    slow.sendall(b"X-Slow: a\r\n")
                    time.sleep(0.5)
                    if time.monotonic() - start > 18:
                        self.fail("a client that never ends its request was kept")
            except ConnectionError:
                pass
        self.assertGreater(time.monotonic() - start, 5)
        self.assert_alive()

    def test_a_reader_that_does_not_read_costs_nothing(self):
        before = self.preview.resident()
        request = b"GET /files/large.bin HTTP/1.1\r\nHost: localhost\r\n\r\n"
        clients = [socket.create_connection(("127.0.0.1", self.preview.port)) for _ in range(40)]
        for client in clients:
            client.sendall(request)
        time.sleep(1)
        self.assertLess(self.preview.resident() - before, 60)
        self.assert_alive()
        for client in clients:
            client.close()

    def test_five_hundred_connections(self):
        before = self.preview.resident()
        clients = []
        for _ in range(500):
            client = socket.create_connection(("127.0.0.1", self.preview.port))
            clients.append(client)
        for number, client in enumerate(clients):
            try:
                if number % 2:
                    client.sendall(b"GET /_imprint/events?page=index.html HTTP/1.1\r\nHost: localhost\r\n\r\n")
            except ConnectionError:
                pass
        time.sleep(0.5)
        for number in range(20):
            self.site.write("content/posts/a.md", post("A post", f"Text {number}."))
            time.sleep(0.05)
        for client in clients:
            client.close()
        self.eventually(lambda: self.preview.get("/posts/a/")[0] == 200)
        self.eventually(lambda: "Text 19." in self.preview.get("/posts/a/")[1])
        self.assertLess(self.preview.resident() - before, 80)

    def test_a_taken_port_gives_the_next(self):
        other = Preview(self.site)
        self.addCleanup(other.stop)
        self.assertNotEqual(other.port, self.preview.port)
        self.assertEqual(other.stop(), 0)

    def test_it_listens_on_this_machine_only(self):
        with open("/proc/net/tcp", encoding="ascii") as table:
            wanted = f":{self.preview.port:04X}"
            listeners = [line.split()[1] for line in table if line.split()[3] == "0A" and wanted in line.split()[1]]
        self.assertEqual(listeners, ["0100007F" + wanted])


if __name__ == "__main__":
    unittest.main()
