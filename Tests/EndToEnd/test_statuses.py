"""The exit status tells whose fault it is: 1 is a mistake in the site, 2 what the machine refuses."""
import os
import shutil
import subprocess
import unittest

from support import PROGRAM, Site, post

FILES = {
    "content/posts/a.md": post("A", "[A file](f.pdf), [@k].\n\n![A table](t.csv)"),
    "content/posts/f.pdf": "PDF",
    "content/posts/t.csv": "a,b\n1,2\n",
    "content/references.bib": "@misc{k, title = {T}, author = {A, B}, year = 2020}\n",
    "templates/partials/brand.html": "A brand",
    "templates/assets/own.css": "p { margin: 0 }",
}
# Folders, too: for what lies in them.
PLACES = ["site.yaml", "content", "content/posts", "templates", "templates/partials", *FILES]
# The superuser may read everything.
NOBODY = {"user": 65534, "group": 65534, "extra_groups": []} if os.geteuid() == 0 else {}


class Statuses(unittest.TestCase):
    def setUp(self):
        self.site = Site(FILES)
        self.addCleanup(self.site.remove)
        os.chmod(self.site.root, 0o755)

    def run_program(self, command, *options, **more):
        return subprocess.run([PROGRAM, command, "--root", self.site.root, *options], capture_output=True, text=True,
                              check=False, timeout=60, **more)

    def both(self, **more):
        """The status of a check and of a build, which are the same."""
        output = os.path.join(self.site.root, "www", "public")
        os.makedirs(os.path.dirname(output), exist_ok=True)
        os.chmod(os.path.dirname(output), 0o777)
        build = self.run_program("build", "--output", output, **more)
        check = self.run_program("check", **more)
        self.assertEqual(check.returncode, build.returncode, check.stderr + build.stderr)
        self.said = build.stderr
        return build.returncode

    def test_a_permission(self):
        try:
            self.assertEqual(self.both(**NOBODY), 0, self.said)
        except PermissionError:
            self.skipTest("another user may not run the program here")
        for place in PLACES:
            path = os.path.join(self.site.root, place)
            mode = os.stat(path).st_mode
            os.chmod(path, 0)
            with self.subTest(place):
                self.assertEqual(self.both(**NOBODY), 2, self.said)
                self.assertIn("Permission denied", self.said)
                self.assertIn(place, self.said)
            os.chmod(path, mode)

    def test_what_other_programs_call_a_command(self):
        for word, meant in [("serve", "preview"), ("biuld", "build")]:
            run = subprocess.run([PROGRAM, word], capture_output=True, text=True, check=False, timeout=60)
            self.assertEqual(run.returncode, 64)
            self.assertIn(f"There is no command ‘{word}’. Did you mean ‘{meant}’?", run.stderr)

    def test_what_stands_where_something_else_should(self):
        def link(path):
            os.symlink("nowhere", path)

        for place in PLACES:
            path = os.path.join(self.site.root, place)
            for make in [link, os.mkfifo]:
                os.rename(path, path + "~")
                make(path)
                with self.subTest(place, make=make.__name__):
                    self.assertEqual(self.both(), 1, self.said)
                    self.assertIn(place, self.said)
                os.remove(path)
                os.rename(path + "~", path)

    def test_a_draft_with_mistakes(self):
        """Neither a build nor a strict check waits for it; a check with drafts fails."""
        self.site.write("content/posts/wip.md", post("W", "[^n]", "draft: true\nautors: [Bo]\n"))
        for command in [("check", "--strict"), ("build", "--strict", "--output", os.path.join(self.site.root, "out"))]:
            run = self.run_program(*command)
            self.assertEqual(run.returncode, 0, run.stderr)
            self.assertIn("content/posts/wip.md:6:1: note: Unknown key ‘autors’. Did you mean ‘authors’?", run.stderr)
            self.assertIn("2 notes on drafts in 1 file.", run.stderr)
        annotations = self.run_program("check", "--format", "github").stderr
        self.assertEqual(annotations.count("::notice file="), 2, annotations)
        run = self.run_program("check", "--drafts")
        self.assertEqual(run.returncode, 1, run.stderr)
        self.assertIn("2 errors in 1 file.", run.stderr)

    def test_drafts_are_for_whom_their_user_lets_read(self):
        output = os.path.join(self.site.root, "out")
        for options, modes in [(["--drafts"], {0o700, 0o600}), ([], {0o755, 0o644})]:
            run = self.run_program("build", "--output", output, *options, preexec_fn=lambda: os.umask(0o077))
            self.assertEqual(run.returncode, 0, run.stderr)
            found = {os.stat(output).st_mode & 0o777}
            for folder, folders, files in os.walk(output):
                found |= {os.stat(os.path.join(folder, name)).st_mode & 0o777 for name in folders + files}
            self.assertEqual(found, modes, options)

    def test_no_site(self):
        os.remove(os.path.join(self.site.root, "site.yaml"))
        shutil.rmtree(os.path.join(self.site.root, "content"))
        self.assertEqual(self.both(), 1, self.said)
        new = self.run_program("new", "A title")
        self.assertEqual(new.returncode, 1, new.stderr)


if __name__ == "__main__":
    unittest.main()
