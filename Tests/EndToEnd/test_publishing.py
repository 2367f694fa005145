"""Whatever happens to a build, the output is wholly the old tree or wholly the new one."""
import json
import os
import random
import shutil
import signal
import subprocess
import sys
import tempfile
import time
import unittest

import trees

# More are run by hand: IMPRINT_ROUNDS=200.
ROUNDS = int(os.environ.get("IMPRINT_ROUNDS", "25"))


class PublishingCase(unittest.TestCase):
    def setUp(self):
        self.place = tempfile.mkdtemp(prefix="imprint-publish-")
        self.addCleanup(shutil.rmtree, self.place, True)
        self.roots = [os.path.join(self.place, mark, "site") for mark in ["old", "new"]]
        self.digests = []
        for root, mark in zip(self.roots, ["old", "new"]):
            trees.write(root, trees.files(120, mark))
            alone = os.path.join(os.path.dirname(root), "public")
            self.assertEqual(trees.build(root, alone).returncode, 0)
            self.digests.append(trees.digest(alone))
        self.assertNotEqual(*self.digests)
        self.folder = os.path.join(self.place, "www")
        os.mkdir(self.folder)
        self.output = os.path.join(self.folder, "public")


class Killed(PublishingCase):
    def test_a_killed_build_leaves_the_old_tree_or_the_new_one(self):
        generator = random.Random(7)
        trees.build(self.roots[1], self.output)
        start = time.monotonic()
        trees.build(self.roots[0], self.output)
        usual = time.monotonic() - start
        outcomes = {"old": 0, "new": 0}
        before = self.digests[0]
        for number in range(4 * ROUNDS):
            # On a slow day it takes more rounds until one is killed after the exchange.
            if number >= ROUNDS and min(outcomes.values()) > 0:
                break
            process = subprocess.Popen(trees.command(self.roots[(number + 1) % 2], self.output),
                                       stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
            # A build that follows a killed one clears up first, and so takes longer.
            time.sleep(generator.uniform(0, usual * 2.5))
            process.send_signal(signal.SIGKILL)
            process.wait()
            after = trees.digest(self.output)
            self.assertIn(after, self.digests, f"round {number}: neither tree")
            outcomes["old" if after == before else "new"] += 1
            before = after
        print(f"\nkilled {sum(outcomes.values())} times: {outcomes}", file=sys.stderr)
        # Both happen, or the moments were not random.
        self.assertGreater(min(outcomes.values()), 0)
        # What the killed ones left, the next one clears away.
        self.assertEqual(trees.build(self.roots[1], self.output).returncode, 0)
        self.assertEqual(trees.digest(self.output), self.digests[1])
        self.assertEqual(os.listdir(self.folder), ["public"])


class Interrupted(PublishingCase):
    """Control-C and its like: nothing is left beside the output, even if no build follows."""

    def interrupt(self, number, wait, **more):
        process = subprocess.Popen(trees.command(self.roots[1], self.output), stdout=subprocess.DEVNULL,
                                   stderr=subprocess.DEVNULL, **more)
        try:
            wait(process)
            process.send_signal(number)
            return process.wait(10)
        finally:
            process.kill()
            process.wait()

    def test_nothing_is_left_and_the_output_is_whole(self):
        generator = random.Random(7)
        start = time.monotonic()
        trees.build(self.roots[0], self.output)
        usual = time.monotonic() - start
        staged = 0

        def sometime(_):
            time.sleep(generator.uniform(0, usual * 1.2))

        def when_staged(process):
            nonlocal staged
            while process.poll() is None:
                if any("staging" in name for name in os.listdir(self.folder)):
                    staged += 1
                    return

        for number in range(ROUNDS):
            sign = [signal.SIGINT, signal.SIGTERM, signal.SIGHUP][number % 3]
            status = self.interrupt(sign, [sometime, when_staged][number % 2])
            self.assertIn(status, [-sign, 0])
            self.assertEqual(os.listdir(self.folder), ["public"])
            self.assertIn(trees.digest(self.output), self.digests)
        self.assertGreater(staged, 0)

    def test_a_program_that_works_for_the_build_is_ended_with_it(self):
        trees.build(self.roots[0], self.output)
        trees.write(self.roots[1], {"site.yaml": trees.files(0, "")["site.yaml"] + "search: pagefind\n"})
        tools = os.path.join(self.place, "tools")
        trees.write(tools, {"pagefind": f"#!{sys.executable}\nimport time\nopen('{tools}/started', 'w').close()\ntime.sleep(60)\n"})
        os.chmod(os.path.join(tools, "pagefind"), 0o755)

        def when_started(_):
            while not os.path.exists(os.path.join(tools, "started")):
                time.sleep(0.01)

        # A shell would take no heed of the signals that whoever starts it ignores or blocks.
        status = self.interrupt(
            signal.SIGTERM, when_started, env={**os.environ, "PATH": tools + os.pathsep + os.environ["PATH"]})
        self.assertEqual(status, -signal.SIGTERM)
        self.assertEqual(os.listdir(self.folder), ["public"])
        self.assertEqual(trees.digest(self.output), self.digests[0])

    def test_what_a_build_was_started_to_ignore_does_not_end_it(self):
        def when_staged(process):
            while process.poll() is None and not any("staging" in name for name in os.listdir(self.folder)):
                pass

        ignoring = lambda: signal.signal(signal.SIGINT, signal.SIG_IGN)
        self.assertEqual(self.interrupt(signal.SIGINT, when_staged, preexec_fn=ignoring), 0)
        self.assertEqual(trees.digest(self.output), self.digests[1])


class FullDisk(PublishingCase):
    def test_a_full_disk_leaves_the_old_tree(self):
        if os.geteuid() != 0 or not shutil.which("unshare"):
            self.skipTest("needs root and unshare to make a small file system")
        place = os.path.join(self.place, "small")
        os.mkdir(place)
        run = subprocess.run(
            ["unshare", "--mount", "--propagation", "private", sys.executable, "full_disk.py", place, *self.roots,
             "20"], capture_output=True, text=True, check=False)
        if "mount" in run.stderr:
            self.skipTest("may not mount: " + run.stderr.strip().splitlines()[-1])
        self.assertEqual(run.returncode, 0, run.stderr)
        failures = 0
        for result in json.loads(run.stdout):
            self.assertEqual(result["left"], ["public"])
            if result["status"] == 0:
                self.assertIn(result["after"], self.digests)
            else:
                failures += 1
                self.assertEqual(result["status"], 2)
                self.assertEqual(result["after"], result["before"])
                self.assertIn("No space left on device", result["message"])
        print(f"\nfull file system: {failures} of 20 builds failed", file=sys.stderr)
        self.assertGreater(failures, 3)


class Refused(PublishingCase):
    def refuses(self, output, message, status=64):
        run = trees.build(self.roots[0], output)
        self.assertEqual(run.returncode, status, run.stderr)
        self.assertIn(message, run.stderr)

    def test_a_foreign_directory_stays_as_it_is(self):
        os.mkdir(self.output)
        with open(os.path.join(self.output, "thesis.txt"), "w", encoding="ascii") as file:
            file.write("precious")
        before = trees.digest(self.output)
        self.refuses(self.output, "was not made by this program")
        self.assertEqual(trees.digest(self.output), before)
        self.assertEqual(os.listdir(self.folder), ["public"])

    def test_the_sources_are_not_replaced(self):
        before = trees.digest(self.roots[0])
        self.refuses(self.roots[0], "holds the sources")
        self.refuses(os.path.join(self.roots[0], "content"), "sources")
        self.assertEqual(trees.digest(self.roots[0]), before)

    def test_a_missing_parent(self):
        self.refuses(os.path.join(self.folder, "none", "public"), "No such file or directory", status=2)

    def test_a_parent_that_may_not_be_written(self):
        if not shutil.which("unshare") or os.geteuid() != 0:
            self.skipTest("needs root and unshare to make a file system that cannot be written")
        trees.build(self.roots[0], self.output)
        script = 'mount -t tmpfs tmpfs "$0" && cp -a "$1" "$0" && mount -o remount,ro "$0" && shift 2 && exec "$@"'
        small = os.path.join(self.place, "read-only")
        os.mkdir(small)
        inside = os.path.join(small, "public")
        run = subprocess.run(
            ["unshare", "--mount", "--propagation", "private", "sh", "-c", script, small, self.output, "x",
             *trees.command(self.roots[1], inside)], capture_output=True, text=True, check=False)
        if "mount:" in run.stderr:
            self.skipTest("may not mount")
        self.assertEqual(run.returncode, 2, run.stderr)
        self.assertIn("Read-only file system", run.stderr)

    def test_two_builds_at_once_take_turns(self):
        both = [subprocess.Popen(trees.command(root, self.output)) for root in self.roots * 2]
        self.assertEqual([process.wait(60) for process in both], [0] * 4)
        self.assertIn(trees.digest(self.output), self.digests)
        self.assertEqual(os.listdir(self.folder), ["public"])
