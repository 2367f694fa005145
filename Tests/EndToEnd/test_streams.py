"""What becomes of a command whose output nobody takes: it does what it is asked to, and tells where it cannot."""
import os
import subprocess
import unittest

from support import PROGRAM, Site, post


class Streams(unittest.TestCase):
    def setUp(self):
        # A date that has not come: a warning, which goes to standard error before anything is published.
        late = post("Later", "Text.").replace("2025-01-01", "2999-01-01")
        self.site = Site({"content/posts/a.md": post("T", "Text."), "content/posts/b.md": late})
        self.addCleanup(self.site.remove)

    def run_in_shell(self, command):
        script = f'"$0" {command}; echo "${{PIPESTATUS[0]}}" >"$1/status"'
        run = subprocess.run(
            ["bash", "-c", script.replace("ROOT", f'"{self.site.root}"'), PROGRAM, self.site.root],
            capture_output=True, text=True, check=False, timeout=60)
        with open(os.path.join(self.site.root, "status"), encoding="ascii") as status:
            return int(status.read()), run.stderr

    def is_whole(self):
        run = subprocess.run([PROGRAM, "verify", self.site.root + "/public"], capture_output=True, check=False)
        return run.returncode == 0

    def test_a_build_is_published_whether_anybody_reads_on(self):
        for end in ["| true", "2>&1 | true", "2>&1 >/dev/null | true", ">/dev/full", "2>/dev/full"]:
            with self.subTest(end):
                status, _ = self.run_in_shell(f"build --root ROOT {end}")
                self.assertEqual(status, 0)
                self.assertTrue(self.is_whole())

    def test_nothing_is_said_into_a_file(self):
        for end in ["<&-", ">&-", "2>&-", "<&- >&- 2>&-"]:
            with self.subTest(end):
                status, _ = self.run_in_shell(f"build --root ROOT {end}")
                self.assertEqual(status, 0)
                self.assertTrue(self.is_whole())

    def test_a_list_that_does_not_fit_is_no_list(self):
        for command in ["list publications --root ROOT", "list publications --json --root ROOT", "templates"]:
            with self.subTest(command):
                status, message = self.run_in_shell(f"{command} >/dev/full")
                self.assertEqual(status, 2)
                self.assertIn("No space left on device", message)
                self.assertEqual(self.run_in_shell(f"{command} | true")[0], 0)
