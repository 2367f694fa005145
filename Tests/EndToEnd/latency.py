#!/usr/bin/env python3
"""From saving a post to reading the change over HTTP: `imprint preview`, and `hugo server` beside it.

  latency.py --imprint PROGRAM --site SITE [--hugo PROGRAM --hugo-site SITE] [--edits 50]

The sites hold the same generated posts. Each edit rewrites one post in place with a new word in its text, and asks for its
page again and again until the word arrives. Prints the median and the 95th percentile, and the time from the start of the
program to the first page.
"""
import argparse
import contextlib
import glob
import http.client
import os
import random
import re
import shutil
import signal
import statistics
import subprocess
import tempfile
import time


def free_port():
    import socket

    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


def get(port, path):
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=30)
    with contextlib.closing(connection):
        connection.request("GET", path)
        return connection.getresponse().read().decode(errors="replace")


def wait_for(port, path, word, limit=120):
    start = time.monotonic()
    while time.monotonic() - start < limit:
        try:
            if word in get(port, path):
                return time.monotonic() - start
        except OSError:
            pass
        time.sleep(0.0005)
    raise SystemExit(f"‘{word}’ did not arrive at {path} within {limit} s")


def address(path):
    name = os.path.splitext(os.path.basename(path))[0]
    return "/posts/" + re.sub(r"^\d{4}-\d{2}-\d{2}-", "", name) + "/"


def measure(name, command, folder, edits):
    port = free_port()
    posts = sorted(glob.glob(os.path.join(folder, "content", "posts", "*.md")))
    random.seed(1)
    chosen = [post for post in random.sample(posts, len(posts)) if os.path.basename(post) != "index.md"]
    start = time.monotonic()
    server = subprocess.Popen(
        [part.replace("PORT", str(port)) for part in command], cwd=folder,
        stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    try:
        wait_for(port, "/", "<html")
        first = time.monotonic() - start
        times = []
        for number in range(edits):
            post = chosen[number % len(chosen)]
            with open(post, encoding="utf-8") as file:
                text = file.read()
            word = f"savedword{number}x{random.randrange(10**9)}"
            with open(post, "w", encoding="utf-8") as file:
                file.write(text.rstrip("\n") + f"\n\nAnd then {word}.\n")
            times.append(wait_for(port, address(post), word) * 1000)
        times.sort()
        peak = 0
        with open(f"/proc/{server.pid}/status") as status:
            for line in status:
                if line.startswith("VmHWM"):
                    peak = int(line.split()[1]) // 1024
        print(
            f"{name:8} first page {first:6.2f} s   saved to served: median {statistics.median(times):8.1f} ms, "
            f"95th percentile {times[int(len(times) * 0.95)]:8.1f} ms   peak {peak} MiB", flush=True)
        return statistics.median(times)
    finally:
        server.send_signal(signal.SIGINT)
        try:
            server.wait(10)
        except subprocess.TimeoutExpired:
            server.kill()


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--imprint", required=True)
    parser.add_argument("--site", required=True)
    parser.add_argument("--hugo")
    parser.add_argument("--hugo-site")
    parser.add_argument("--edits", type=int, default=50)
    options = parser.parse_args()
    memory = "/dev/shm" if os.access("/dev/shm", os.W_OK) else None
    with tempfile.TemporaryDirectory(dir=memory) as work:
        site = os.path.join(work, "site")
        shutil.copytree(options.site, site)
        ours = measure("imprint", [os.path.abspath(options.imprint), "preview", "--port", "PORT"], site, options.edits)
        if options.hugo and options.hugo_site:
            theirs_site = os.path.join(work, "hugo")
            shutil.copytree(options.hugo_site, theirs_site)
            theirs = measure(
                "hugo", [options.hugo, "server", "--port", "PORT", "--bind", "127.0.0.1", "--renderToMemory"],
                theirs_site, options.edits)
            print(f"hugo / imprint: {theirs / ours:.1f}")


if __name__ == "__main__":
    main()
