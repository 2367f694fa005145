"""The workflows of this repository and of `imprint init`: valid, and doing what they say."""
import os
import shutil
import subprocess
import sys
import tempfile
import unittest

import yaml

from support import PROGRAM, ROOT

VENV = os.path.dirname(sys.executable)


def run(*command, **options):
    return subprocess.run(command, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, check=False, **options)


class Workflows(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.folder = tempfile.mkdtemp(prefix="imprint-workflows-")
        cls.addClassCleanup(shutil.rmtree, cls.folder, ignore_errors=True)
        cls.site = os.path.join(cls.folder, "site")
        made = run(PROGRAM, "init", cls.site)
        assert made.returncode == 0, made.stdout
        cls.roots = [ROOT, cls.site]

    def github(self):
        for root in self.roots:
            folder = os.path.join(root, ".github", "workflows")
            for name in sorted(os.listdir(folder)):
                yield os.path.join(folder, name)

    def test_they_have_the_form_that_the_hosts_publish(self):
        gitlab = [os.path.join(root, ".gitlab-ci.yml") for root in self.roots]
        for options in [
            ["vendor.github-workflows", *self.github()],
            ["vendor.gitlab-ci", "--data-transform", "gitlab-ci", *gitlab],
        ]:
            judged = run(os.path.join(VENV, "check-jsonschema"), "--builtin-schema", *options)
            self.assertEqual(judged.returncode, 0, judged.stdout)

    def test_actionlint_finds_nothing(self):
        program = shutil.which("actionlint") or shutil.which("actionlint", path=VENV)
        if not program:
            self.skipTest("actionlint is not installed")
        judged = run(program, *self.github())
        self.assertEqual((judged.returncode, judged.stdout), (0, ""))

    def test_shellcheck_finds_nothing_in_their_scripts(self):
        if not shutil.which("shellcheck"):
            self.skipTest("shellcheck is not installed")
        for path in self.github():
            with open(path, encoding="utf-8") as file:
                jobs = yaml.safe_load(file)["jobs"]
            for job in jobs.values():
                for step in job["steps"]:
                    judged = run("shellcheck", "--shell=bash", "-", input=step.get("run", ""))
                    self.assertEqual(judged.returncode, 0, f"{path}: {judged.stdout}")
        scripts = [os.path.join(ROOT, ".ci", name) for name in ["run", "release"]]
        judged = run("shellcheck", *scripts)
        self.assertEqual(judged.returncode, 0, judged.stdout)

    def steps(self):
        path = os.path.join(self.site, ".github", "workflows", "site.yml")
        with open(path, encoding="utf-8") as file:
            workflow = yaml.safe_load(file)
        return {step["name"]: step.get("run") for step in workflow["jobs"]["build"]["steps"] if "name" in step}

    def step(self, name):
        path = os.path.dirname(os.path.abspath(PROGRAM)) + ":" + os.environ["PATH"]
        return run("bash", "-e", "-c", self.steps()[name], cwd=self.site, env={**os.environ, "PATH": path})

    def test_the_steps_publish_a_site_and_refuse_drafts(self):
        refusal = "Refuse to deploy a tree that shows drafts"
        for name in ["Check", "Build", "Build a preview with drafts", refusal]:
            done = self.step(name)
            self.assertEqual(done.returncode, 0, f"{name}: {done.stdout}")
        self.assertTrue(os.path.exists(os.path.join(self.site, "preview", ".imprint-drafts")))
        # Somebody deploys the wrong tree.
        built = run(PROGRAM, "build", "--drafts", cwd=self.site)
        self.assertEqual(built.returncode, 0, built.stdout)
        self.assertNotEqual(self.step(refusal).returncode, 0)

    def test_a_problem_is_an_annotation_and_stops_the_run(self):
        page = os.path.join(self.site, "content", "posts", "wrong.md")
        with open(page, "w", encoding="utf-8") as file:
            file.write("---\ntitle: Wrong\ndate: 2025-01-01\nauthors: [Ada Example]\n---\n\n[x](nothing.md)\n")
        self.addCleanup(os.remove, page)
        done = self.step("Check")
        self.assertEqual(done.returncode, 1)
        self.assertIn("::error file=content/posts/wrong.md,line=7,", done.stdout)


class Release(unittest.TestCase):
    """What `make release` made, where somebody has run it."""

    folder = os.path.join(ROOT, ".build", "release-files", "imprint")

    def setUp(self):
        if not os.path.exists(self.folder):
            self.skipTest("make release has not been run")

    def test_the_program_needs_only_the_system(self):
        needed = run("readelf", "--dynamic", os.path.join(self.folder, "bin", "imprint")).stdout
        for library in ["cmark", "yaml", "nettle", "swift", "Foundation"]:
            self.assertNotIn(f"[lib{library}", needed)

    def test_manual_and_completions_know_every_command(self):
        commands = ["build", "preview", "check", "verify", "new", "list", "import", "init", "templates"]
        for path in [
            "share/man/man1/imprint.1", "share/bash-completion/completions/imprint",
            "share/zsh/site-functions/_imprint", "share/fish/vendor_completions.d/imprint.fish",
        ]:
            with open(os.path.join(self.folder, path), encoding="utf-8") as file:
                text = file.read()
            for command in commands:
                self.assertIn(command, text, path)


if __name__ == "__main__":
    unittest.main()
