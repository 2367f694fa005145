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
        yield os.path.basename(path), [line for line in lines if line.startswith(("imprint ", "mkdir "))]


class Commands(unittest.TestCase):
    def setUp(self):
        self.folder = tempfile.mkdtemp(prefix="imprint-guide-")
        self.addCleanup(shutil.rmtree, self.folder, ignore_errors=True)
        self.site = os.path.join(self.folder, "site")
        self.shell(f"imprint init {self.site}", self.folder)
        self.write("notes.txt", "# Notes\n\nText.\n")
        self.shell("imprint build", self.site)

    def write(self, name, text):
        path = os.path.join(self.site, name)
        os.makedirs(os.path.dirname(path), exist_ok=True)
        with open(path, "w", encoding="utf-8") as file:
            file.write(text)

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
                        # Of posts that nobody imports, a check would tell.
                        if "_posts/" in command:
                            self.write("_posts/2020-01-01-old.md", POST)
                        if "vault/" in command:
                            self.write("vault/Old walls.md", "See [[Walls]].\n")
                        self.shell(command, self.site)
                        for folder in ["_posts", "vault", "content/notes"]:
                            shutil.rmtree(os.path.join(self.site, folder), True)
        self.assertGreater(count, 20)


class Design(unittest.TestCase):
    """The examples of the page on design, put where it says, give a site its own looks."""

    def test_a_site_takes_on_a_name_colours_a_logo_fonts_and_a_footer(self):
        with open(os.path.join(ROOT, "content", "guide", "design.md"), encoding="utf-8") as file:
            page = file.read()
        def example(language, words):
            return next(block for block in re.findall(rf"\n```{language}\n(.*?)```", page, re.S) if words in block)
        folder = tempfile.mkdtemp(prefix="imprint-design-")
        self.addCleanup(shutil.rmtree, folder, ignore_errors=True)
        subprocess.run([PROGRAM, "init", folder + "/site"], check=True, capture_output=True)
        def path(name):
            path = os.path.join(folder, "site", name)
            os.makedirs(os.path.dirname(path), exist_ok=True)
            return path
        def read(name):
            with open(path(name), encoding="utf-8") as file:
                return file.read()
        settings = re.sub(r"(?m)^(title:|organization:\n(  .*\n)+).*\n", "", read("site.yaml"))
        logo = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><path d="M0 0h9v9z"/></svg>'
        for name, text in {
            "site.yaml": settings + example("yaml", "logo:") + example("yaml", "social_cards"),
            "content/files/logo.svg": logo, "content/files/card.png": "GIF89a", "templates/assets/favicon.svg": logo,
            "templates/assets/site.css": example("css", "--accent"), "templates/assets/fonts/own.woff2": "",
            "templates/partials/footer.html": example("html", "site-footer"),
        }.items():
            with open(path(name), "w", encoding="utf-8") as file:
                file.write(text)
        done = subprocess.run(
            [PROGRAM, "build", "--root", folder + "/site", "--strict"], capture_output=True, text=True, check=False)
        self.assertEqual(done.returncode, 0, done.stderr)
        html = read("public/posts/how-we-name-things/index.html")
        for words in [
            "Institute for Careful Measurement</a></p>", 'class="logo" src="/files/logo.svg"', "Room 12, Example Street 1",
            'name="theme-color" content="#0b5345"',
        ]:
            self.assertIn(words, html)
        style = read("public" + re.search(r'href="(/assets/main\.[^"]+)"', html).group(1))
        self.assertTrue(style.index("--accent:#7a2a2a") < style.index("--accent:#0b5345") < style.index("/assets/fonts/own."))


if __name__ == "__main__":
    unittest.main()
