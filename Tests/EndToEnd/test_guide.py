"""Every command that the guide and the README show, run in a site that `imprint init` made."""
import os
import re
import shutil
import signal
import subprocess
import tempfile
import time
import unittest

from support import PROGRAM, ROOT

POST = "---\ntitle: Old\nauthor: Ada Example\n---\nText.\n"


def blocks():
    """The shell commands of each page, by page."""
    folder = os.path.join(ROOT, "content", "guide")
    pages = [os.path.join(folder, name) for name in sorted(os.listdir(folder)) if name.endswith(".md")]
    for path in [*pages, os.path.join(ROOT, "README.md")]:
        with open(path, encoding="utf-8") as file:
            text = file.read()
        lines = [line for block in re.findall(r"\n```sh\n(.*?)```", text, re.S) for line in block.splitlines()]
        yield os.path.basename(path), [line for line in lines if line.startswith("imprint ")]


class Commands(unittest.TestCase):
    def setUp(self):
        self.folder = tempfile.mkdtemp(prefix="imprint-guide-")
        self.addCleanup(shutil.rmtree, self.folder, ignore_errors=True)
        self.site = os.path.join(self.folder, "site")
        self.shell(f"imprint init {self.site}", self.folder)
        os.makedirs(os.path.join(self.site, "_posts"))
        for name, text in [("_posts/2020-01-01-old.md", POST), ("notes.txt", "# Notes\n\nText.\n")]:
            with open(os.path.join(self.site, name), "w", encoding="utf-8") as file:
                file.write(text)
        self.shell("imprint build", self.site)

    def environment(self):
        bin_folder = os.path.join(self.folder, "bin")
        os.makedirs(bin_folder, exist_ok=True)
        link = os.path.join(bin_folder, "imprint")
        if not os.path.lexists(link):
            os.symlink(os.path.abspath(PROGRAM), link)
        return {**os.environ, "PATH": bin_folder + ":" + os.environ["PATH"]}

    def shell(self, command, folder):
        done = subprocess.run(
            ["bash", "-c", command], cwd=folder, env=self.environment(), stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT, text=True, check=False)
        self.assertEqual(done.returncode, 0, f"{command}\n{done.stdout}")

    def preview(self, command):
        """A preview starts, and ends as Control-C ends it."""
        started = subprocess.Popen(
            ["bash", "-c", "exec " + command], cwd=self.site, env=self.environment(), stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT, text=True)
        self.addCleanup(started.stdout.close)
        line = started.stdout.readline()
        self.assertIn("→ http://127.0.0.1:", line + started.stdout.readline(), command)
        time.sleep(0.1)
        started.send_signal(signal.SIGINT)
        self.assertEqual(started.wait(10), 0, command)

    def test_commands_do_what_the_pages_say(self):
        count = 0
        for page, commands in blocks():
            with self.subTest(page=page):
                for command in commands:
                    # What follows needs a host, or a manifest that is published.
                    command = command.split(" && ")[0].split("#")[0].strip()
                    if "--open" in command or "--against" in command or "--external" in command:
                        continue
                    count += 1
                    if command.startswith("imprint preview"):
                        self.preview(command)
                    elif command.startswith("imprint init"):
                        self.shell(command, tempfile.mkdtemp(dir=self.folder))
                    else:
                        # The same draft is made on several pages.
                        shutil.rmtree(os.path.join(self.site, "content", "posts", "what-a-map-leaves-out"), True)
                        for name in ["what-a-map-leaves-out.md", "notes.md", "old.md"]:
                            path = os.path.join(self.site, "content", "posts", name)
                            if os.path.exists(path):
                                os.remove(path)
                        self.shell(command, self.site)
        self.assertGreater(count, 20)


if __name__ == "__main__":
    unittest.main()
