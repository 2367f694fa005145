"""A site in a temporary folder, the program over it, and a browser."""
import atexit
import contextlib
import http.client
import os
import re
import shutil
import signal
import subprocess
import sys
import tempfile
import threading
import time
import unittest

ROOT = os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__))))
PROGRAM = os.environ.get("IMPRINT", os.path.join(ROOT, ".build", "release", "imprint"))

# What the tests make is not kept for their user, and what that user has kept is not theirs.
CACHE = tempfile.mkdtemp(prefix="imprint-e2e-cache-")
atexit.register(shutil.rmtree, CACHE, True)
os.environ["XDG_CACHE_HOME"] = CACHE

SETTINGS = "title: Test Center\nbase_url: https://example.org/\nlanguage: en\n"


def post(title, body, more=""):
    return f"---\ntitle: {title}\ndate: 2025-01-01\nauthors: [Ada Example]\n{more}---\n\n{body}\n"


def chromium():
    """The browser of the system."""
    return next((path for path in ["/usr/bin/chromium", "/usr/bin/google-chrome"] if os.path.exists(path)), None)


def tools():
    """The environment, with the programs of the judges before the machine's."""
    return {**os.environ, "PATH": os.path.dirname(sys.executable) + os.pathsep + os.environ["PATH"]}


class Site:
    """Files of a site; removed at the end."""

    def __init__(self, files):
        self.root = tempfile.mkdtemp(prefix="imprint-e2e-")
        for path, text in {"site.yaml": SETTINGS, **files}.items():
            self.write(path, text)

    def write(self, path, text):
        path = os.path.join(self.root, path)
        os.makedirs(os.path.dirname(path), exist_ok=True)
        with open(path, "w", encoding="utf-8") as file:
            file.write(text)

    def remove(self):
        shutil.rmtree(self.root, ignore_errors=True)


class Preview:
    """A running `imprint preview`."""

    def __init__(self, site, *options):
        self.process = subprocess.Popen(
            [PROGRAM, "preview", "--root", site.root, "--port", "13130", *options], stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT, text=True)
        line = ""
        for line in self.process.stdout:
            found = re.search(r"→ (http://\S+)", line)
            if found:
                self.url = found.group(1)
                self.port = int(re.search(r":(\d+)/", self.url).group(1))
                break
        else:
            raise AssertionError(f"the preview did not start: {line}")
        # Nobody may be kept waiting by a full pipe.
        self.reader = threading.Thread(target=self.process.stdout.read, daemon=True)
        self.reader.start()

    def get(self, path, **headers):
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=10)
        with contextlib.closing(connection):
            connection.request("GET", path, headers=headers)
            response = connection.getresponse()
            return response.status, response.read().decode(errors="replace")

    def resident(self):
        """Memory in MiB."""
        with open(f"/proc/{self.process.pid}/status", encoding="ascii") as status:
            return next(int(line.split()[1]) // 1024 for line in status if line.startswith("VmRSS"))

    def stop(self):
        """Ends it as Control-C does; returns the exit status."""
        if self.process.returncode is not None:
            return self.process.returncode
        self.process.send_signal(signal.SIGINT)
        status = self.process.wait(10)
        self.reader.join()
        self.process.stdout.close()
        return status


class PreviewCase(unittest.TestCase):
    files = {}

    def setUp(self):
        self.site = Site(self.files)
        self.addCleanup(self.site.remove)
        self.preview = Preview(self.site)
        self.addCleanup(lambda: self.preview.stop())

    def eventually(self, check, seconds=10):
        """Waits until something is true."""
        end = time.monotonic() + seconds
        while not check():
            if time.monotonic() > end:
                self.fail("it never became true")
            time.sleep(0.02)
