"""Sites of some size, and trees as one digest."""
import hashlib
import os
import subprocess

from support import PROGRAM

NOW = "2026-01-01T00:00:00Z"


def files(count, mark):
    """A site of posts that link to each other; `mark` makes it unlike another."""
    site = {"site.yaml": "title: Test Center\nbase_url: https://example.org/\nlanguage: en\n"}
    for number in range(count):
        site[f"content/posts/post-{number}.md"] = (
            f"---\ntitle: Post {number} {mark}\ndate: 2024-{number % 12 + 1:02}-{number % 28 + 1:02}\n"
            f"authors: [Person {number % 7}, Other {number % 5}]\ntopics: [topic {number % 6}, {mark}]\n"
            f"acknowledgements: [{{people: [Reader {number % 4}], for: reading}}]\n---\n\n## Head {mark}\n\n"
            f"[next](post-{(number + 1) % count}.md#head-{mark}) ~~x~~ www.example.org[^1]\n\n[^1]: A note.\n")
    site["content/files/data.csv"] = f"{mark}\n" * 500
    return site


def write(root, site, names=None):
    """Writes files below a folder, in the order of `names`."""
    for name in names or site:
        path = os.path.join(root, name)
        os.makedirs(os.path.dirname(path), exist_ok=True)
        with open(path, "w", encoding="utf-8") as file:
            file.write(site[name])


def command(root, output):
    return [PROGRAM, "build", "--quiet", "--now", NOW, "--root", root, "--output", output]


def build(root, output, **more):
    return subprocess.run(command(root, output), capture_output=True, text=True, check=False, **more)


def digest(tree):
    """One digest of every path and byte below a folder; `None` where there is no folder."""
    if not os.path.isdir(tree):
        return None
    total = hashlib.sha256()
    for folder, folders, names in os.walk(tree):
        folders.sort()
        for name in sorted(names):
            path = os.path.join(folder, name)
            total.update(os.path.relpath(path, tree).encode() + b"\0")
            with open(path, "rb") as file:
                total.update(hashlib.sha256(file.read()).digest())
    return total.hexdigest()
