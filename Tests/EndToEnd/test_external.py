"""Links to other sites are asked politely, sorted into kinds, and never break a build. All servers are here."""
import collections
import http.server
import json
import os
import subprocess
import threading
import time
import unittest

from support import PROGRAM, Site, post

# Status and target of each path; HEAD may be answered in another way than GET.
ANSWERS = {
    "/fine": (200, None), "/gone": (404, None), "/moved": (301, "/fine"), "/for-now": (302, "/fine"),
    "/login": (403, None), "/broken": (500, None), "/lost": (301, "/gone"), "/circle": (301, "/circle"),
    "/no-head": (200, None),
}


class Handler(http.server.BaseHTTPRequestHandler):
    requests = []
    running = collections.Counter()
    most = collections.Counter()
    lock = threading.Lock()

    def answer(self):
        host = self.headers["Host"]
        with self.lock:
            self.requests.append((host, self.command, self.path, time.monotonic()))
            self.running[host] += 1
            self.most[host] = max(self.most[host], self.running[host])
        time.sleep(0.05)
        # Before the answer: the next request may be here before this line were after it.
        with self.lock:
            self.running[host] -= 1
        if self.path == "/hang-up":
            self.connection.close()
        else:
            status, target = ANSWERS.get(self.path, (404, None))
            if self.path == "/no-head" and self.command == "HEAD":
                status = 405
            if self.path == "/busy":
                status = 429
            self.send_response(status)
            if target:
                self.send_header("Location", target)
            self.send_header("Content-Length", "0")
            self.end_headers()

    do_GET = do_HEAD = answer

    def log_message(self, *arguments):
        pass


class External(unittest.TestCase):
    def setUp(self):
        server = http.server.ThreadingHTTPServer(("0.0.0.0", 0), Handler)
        server.daemon_threads = True
        threading.Thread(target=server.serve_forever, daemon=True).start()
        self.addCleanup(server.server_close)
        self.addCleanup(server.shutdown)
        Handler.requests.clear()
        Handler.most.clear()
        # Not the address of a preview, which is a warning by itself.
        self.hosts = [f"{name}:{server.server_port}" for name in ["127.0.0.2", "127.0.0.3"]]

    def test_a_file_of_another_kind_is_not_replaced(self):
        site = self.site(["/fine"])
        kept = os.path.join(site.root, "site.yaml")
        with open(kept, encoding="utf-8") as file:
            before = file.read()
        run = subprocess.run(
            [PROGRAM, "check", "--root", site.root, "--external", "--link-cache", kept], capture_output=True, text=True)
        self.assertNotEqual(run.returncode, 0)
        self.assertIn("it is not replaced", run.stderr)
        with open(kept, encoding="utf-8") as file:
            self.assertEqual(file.read(), before)
        self.assertEqual(Handler.requests, [])

    def site(self, first, second=()):
        links = [f"http://{self.hosts[0]}{path}" for path in first] + [f"http://{self.hosts[1]}{path}" for path in second]
        site = Site({"content/posts/a.md": post("A", " ".join(f"[x]({link})" for link in links))})
        self.addCleanup(site.remove)
        return site

    def check(self, site, *options, day="2026-01-01", **environment):
        direct = {key: value for key, value in os.environ.items() if not key.lower().endswith("_proxy")}
        return subprocess.run(
            [PROGRAM, "check", "--external", "--root", site.root, "--now", day, *options], capture_output=True,
            text=True, check=False, env={**direct, **environment})

    def states(self, site):
        with open(site.root + "/external-links.json", encoding="utf-8") as file:
            return {link["url"].split("/", 3)[3]: link["state"] for link in json.load(file)["links"]}

    def test_sorts_links_into_kinds(self):
        site = self.site(["/fine", "/gone#part", "/moved", "/for-now", "/login"],
                         ["/broken", "/lost", "/circle", "/no-head", "/hang-up"])
        run = self.check(site)
        self.assertEqual(run.returncode, 0, run.stderr)
        self.assertEqual(self.states(site), {
            "fine": "fine", "gone": "gone", "moved": "moved", "for-now": "fine", "login": "blocked",
            "broken": "unsure", "lost": "gone", "circle": "unsure", "no-head": "fine", "hang-up": "unsure",
        })
        self.assertIn(f"warning: ‘http://{self.hosts[0]}/gone’ is gone: 404. [external.gone]", run.stderr)
        self.assertEqual(run.stderr.count("[external.gone]"), 2)
        self.assertIn("10 external links: 3 fine, 1 moved, 2 gone, 1 blocked, 3 unsure.", run.stdout)
        self.assertIn(f"moved: http://{self.hosts[0]}/moved → http://{self.hosts[0]}/fine", run.stdout)
        # HEAD first, the whole only where that was no answer.
        asked = [(command, path) for _, command, path, _ in Handler.requests]
        self.assertNotIn(("GET", "/for-now"), asked)
        self.assertIn(("GET", "/no-head"), asked)
        self.assertEqual(set(Handler.most.values()), {1}, "one request at a time of each host")
        self.check_pauses()

    def check_pauses(self):
        """Half a second between two requests to a host; a redirect is part of one."""
        targets = {target for _, target in ANSWERS.values() if target}
        for host in self.hosts:
            times = [at for name, _, path, at in Handler.requests if name == host and path not in targets]
            gaps = [later - earlier for earlier, later in zip(times, times[1:])]
            self.assertTrue(all(gap > 0.45 for gap in gaps), gaps)

    def test_results_are_kept(self):
        site = self.site(["/fine", "/gone"])
        self.check(site)
        with open(site.root + "/external-links.json", encoding="utf-8") as file:
            kept = file.read()
        Handler.requests.clear()
        self.check(site)
        self.assertEqual({path for _, _, path, _ in Handler.requests}, {"/gone"})
        with open(site.root + "/external-links.json", encoding="utf-8") as file:
            self.assertEqual(file.read(), kept)
        Handler.requests.clear()
        self.check(site, day="2026-02-01")
        self.assertEqual({path for _, _, path, _ in Handler.requests}, {"/gone", "/fine"})

    def test_a_busy_host_is_left_alone(self):
        site = self.site(["/busy", "/fine", "/gone"])
        run = self.check(site)
        self.assertEqual(run.returncode, 0)
        self.assertEqual(len(Handler.requests), 1)
        self.assertEqual(set(self.states(site).values()), {"unsure"})

    def test_strict_makes_what_is_gone_an_error(self):
        self.assertEqual(self.check(self.site(["/gone"]), "--strict").returncode, 1)
        self.assertEqual(self.check(self.site(["/login", "/moved"]), "--strict").returncode, 0)

    def test_without_curl_it_says_so(self):
        run = self.check(self.site(["/fine"]), PATH="/nowhere")
        self.assertEqual(run.returncode, 2)
        self.assertIn("curl", run.stderr)
