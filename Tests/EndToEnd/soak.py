#!/usr/bin/env python3
"""The preview under edits that do not end: every page shown is the newest, and memory stays bounded.

  soak.py [--minutes 10] [--posts 300] [--seed 1]

Writes, adds, moves, breaks and deletes posts at random, one after the other and in bursts, and asks for the page of each
until it shows what was written last. Prints how many edits there were, the slowest, and the memory over time; fails at a page
that stays stale, or when the memory in the second half grows by more than a quarter.
"""
import argparse
import os
import random
import statistics
import time

from support import Preview, Site, post


# Posts that others link to, and that are never moved or removed.
KEPT = 10


class Stale(Exception):
    pass


class Soak:
    def __init__(self, posts, seed):
        self.choice = random.Random(seed)
        self.counter = 0
        self.texts = {}
        self.kept = {f"p{number}" for number in range(KEPT)}
        self.site = Site({})
        for number in range(posts):
            self.write(f"p{number}")
        self.preview = Preview(self.site)
        self.times = []

    def word(self):
        self.counter += 1
        return f"word{self.counter}x"

    def write(self, name):
        word = self.word()
        body = f"Text {word}. " + "More of it. " * self.choice.randint(1, 300)
        if self.texts and self.choice.random() < 0.3:
            body += f"\n\nSee [it](p{self.choice.randrange(KEPT)}.md)."
        self.site.write(f"content/posts/{name}.md", post(f"Post {name}", body))
        self.texts[name] = word

    def wait(self, name):
        start = time.monotonic()
        while time.monotonic() - start < 5:
            status, text = self.preview.get(f"/posts/{name}/")
            wanted = self.texts.get(name)
            if (wanted is None and status == 404) or (wanted is not None and wanted + "." in text):
                self.times.append((time.monotonic() - start) * 1000)
                return
            time.sleep(0.002)
        raise Stale(f"/posts/{name}/ does not show {self.texts.get(name)}")

    def remove(self, name):
        os.remove(f"{self.site.root}/content/posts/{name}.md")
        del self.texts[name]

    def move(self, name):
        new = f"{name}m" if len(name) < 20 else f"q{self.counter}"
        folder = f"{self.site.root}/content/posts"
        os.rename(f"{folder}/{name}.md", f"{folder}/{new}.md")
        self.texts[new] = self.texts.pop(name)
        return new

    def step(self):
        name = self.choice.choice([name for name in sorted(self.texts) if name not in self.kept])
        kind = self.choice.choices(
            ["write", "add", "remove", "move", "break", "burst"], [60, 8, 6, 8, 8, 10])[0]
        if kind == "write":
            self.write(name)
        elif kind == "add":
            name = f"n{self.counter}"
            self.write(name)
        elif kind == "remove":
            self.remove(name)
        elif kind == "move":
            self.wait(self.move(name))
        elif kind == "break":
            self.site.write(f"content/posts/{name}.md", "---\ntitle: [\n---\n\nBroken.\n")
            time.sleep(self.choice.random() * 0.05)
            self.write(name)
        else:
            for other in self.choice.sample(sorted(self.texts), min(20, len(self.texts))):
                self.write(other)
        self.wait(name)


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--minutes", type=float, default=10)
    parser.add_argument("--posts", type=int, default=300)
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args()
    soak = Soak(options.posts, options.seed)
    memory = []
    try:
        end = time.monotonic() + options.minutes * 60
        edits = 0
        while time.monotonic() < end:
            soak.step()
            edits += 1
            if edits % 50 == 0:
                memory.append(soak.preview.resident())
        for name in sorted(soak.texts):
            soak.wait(name)
    finally:
        status = soak.preview.stop()
        soak.site.remove()
    times = sorted(soak.times)
    print(
        f"{edits} edits in {options.minutes} min, exit status {status}; shown after a median of "
        f"{statistics.median(times):.1f} ms, at most {times[-1]:.0f} ms")
    half = len(memory) // 2
    print(f"memory in MiB: first {memory[0]}, middle {memory[half]}, last {memory[-1]}, peak {max(memory)}")
    if max(memory[half:]) > 1.25 * max(memory[: half + 1]):
        raise SystemExit("memory grows")


if __name__ == "__main__":
    main()
