"""The workflows of this repository and of `imprint init`: valid, and doing what they say."""
import http.server
import os
import shutil
import subprocess
import sys
import tempfile
import threading
import unittest

import yaml

from support import PROGRAM, ROOT, Site, post

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

    def step(self, name, **environment):
        path = os.path.dirname(os.path.abspath(PROGRAM)) + ":" + os.environ["PATH"]
        return run(
            "bash", "-e", "-c", self.steps()[name], cwd=self.site, env={**os.environ, "PATH": path, **environment})

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

    def test_a_pull_request_says_what_it_changes(self):
        shutil.copytree(self.site, os.path.join(self.site, "base"))
        self.addCleanup(shutil.rmtree, os.path.join(self.site, "base"))
        page = os.path.join(self.site, "content", "posts", "new.md")
        with open(page, "w", encoding="utf-8") as file:
            file.write("---\ntitle: New\ndate: 2025-01-01\nauthors: [Ada Example]\n---\n\nText.\n")
        self.addCleanup(os.remove, page)
        summary = os.path.join(self.folder, "summary.md")
        done = self.step("Tell what changes for readers", GITHUB_STEP_SUMMARY=summary)
        self.assertEqual(done.returncode, 0, done.stdout)
        with open(summary, encoding="utf-8") as file:
            self.assertTrue(
                file.read().startswith("### New pages\n\n- `/posts/new/` New · Ada Example · 2025-01-01\n"))

    def test_a_merge_request_says_what_it_changes(self):
        with open(os.path.join(self.site, ".gitlab-ci.yml"), encoding="utf-8") as file:
            lines = yaml.safe_load(file)["preview"]["script"]
        site = os.path.join(self.folder, "merge-request")
        shutil.copytree(self.site, site, ignore=shutil.ignore_patterns("public", "preview"))
        path = os.path.dirname(os.path.abspath(PROGRAM)) + ":" + os.environ["PATH"]
        environment = {**os.environ, "PATH": path, "HOME": self.folder}

        def git(*arguments):
            done = run("git", "-c", "user.name=A", "-c", "user.email=a@b.org", *arguments, cwd=site, env=environment)
            self.assertEqual(done.returncode, 0, done.stdout)
            return done.stdout.strip()

        git("init", "--quiet")
        git("add", ".")
        git("commit", "--quiet", "-m", "Base")
        base = git("rev-parse", "HEAD")
        git("remote", "add", "origin", site)
        with open(os.path.join(site, "content", "posts", "new.md"), "w", encoding="utf-8") as file:
            file.write("---\ntitle: New\ndate: 2025-01-01\nauthors: [Ada Example]\n---\n\nText.\n")
        for line in lines:
            if line.startswith("apt-get"):
                continue
            # As a runner does: each line by itself, in one shell.
            done = run(
                "sh", "-e", "-c", line, cwd=site, env={**environment, "CI_MERGE_REQUEST_DIFF_BASE_SHA": base})
            self.assertEqual(done.returncode, 0, f"{line}: {done.stdout}")
        told = "New pages\n  /posts/new/  New · Ada Example · 2025-01-01\n"
        self.assertTrue(done.stdout.startswith(told), done.stdout)
        with open(os.path.join(site, "changes.txt"), encoding="utf-8") as file:
            self.assertTrue(file.read().startswith(told))

    def test_a_problem_is_an_annotation_and_stops_the_run(self):
        page = os.path.join(self.site, "content", "posts", "wrong.md")
        with open(page, "w", encoding="utf-8") as file:
            file.write("---\ntitle: Wrong\ndate: 2025-01-01\nauthors: [Ada Example]\n---\n\n[x](nothing.md)\n")
        self.addCleanup(os.remove, page)
        done = self.step("Check")
        self.assertEqual(done.returncode, 1)
        self.assertIn("::error file=content/posts/wrong.md,line=7,", done.stdout)


class Host(http.server.BaseHTTPRequestHandler):
    """What a host has at the address of a site."""
    answers = {}

    def do_GET(self):
        status, headers, body = self.answers.get(self.path, (404, {}, b""))
        self.send_response(status)
        for name, value in headers.items():
            self.send_header(name, value)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *arguments):
        pass


class Published(unittest.TestCase):
    """The site is compared with what stands at its address, or the run stops."""

    def setUp(self):
        server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Host)
        server.daemon_threads = True
        threading.Thread(target=server.serve_forever, daemon=True).start()
        self.addCleanup(server.server_close)
        self.addCleanup(server.shutdown)
        self.port = server.server_port
        Host.answers = {}
        self.site = Site({
            # As people write it: quoted, without a slash at the end, with a remark.
            "site.yaml": f"title: T\nlanguage: en\nbase_url: \"http://127.0.0.1:{self.port}/notes\" # ours\n",
            "content/posts/a.md": post("A", "A."), "content/posts/b.md": post("B", "B."),
        })
        self.addCleanup(self.site.remove)

    def run_with_program(self, *command):
        direct = {key: value for key, value in os.environ.items() if not key.lower().endswith("_proxy")}
        path = os.path.dirname(os.path.abspath(PROGRAM)) + ":" + os.environ["PATH"]
        return run(*command, cwd=self.site.root, env={**direct, "PATH": path})

    def steps(self):
        """The step of each workflow that a site begins with."""
        made = os.path.join(self.site.root, "made")
        run(PROGRAM, "init", made)
        with open(os.path.join(made, ".github", "workflows", "site.yml"), encoding="utf-8") as file:
            steps = yaml.safe_load(file)["jobs"]["build"]["steps"]
        with open(os.path.join(made, ".gitlab-ci.yml"), encoding="utf-8") as file:
            lines = yaml.safe_load(file)["pages"]["script"]
        shutil.rmtree(made)
        yield next(step["run"] for step in steps if step.get("name") == "Compare with what is published")
        yield next(line for line in lines if "--against" in line)

    def expect(self, status, words):
        for step in self.steps():
            done = self.run_with_program("bash", "-e", "-c", step)
            self.assertEqual(done.returncode, status, done.stdout)
            self.assertIn(words, done.stdout)

    def publish(self):
        built = self.run_with_program(PROGRAM, "build")
        self.assertEqual(built.returncode, 0, built.stdout)
        with open(os.path.join(self.site.root, "public", "manifest.json"), "rb") as file:
            Host.answers["/notes/manifest.json"] = (200, {}, file.read())

    def test_a_first_publication_has_nothing_to_compare_with(self):
        self.expect(0, f"There is nothing at http://127.0.0.1:{self.port}/notes/manifest.json yet")

    def test_what_vanished_stops_the_run(self):
        self.publish()
        self.expect(0, "")
        os.remove(os.path.join(self.site.root, "content", "posts", "b.md"))
        self.expect(1, "ledger.vanished-url")

    def test_what_expired_does_not(self):
        self.site.write("content/posts/b.md", post("B", "B.", "expires_at: 2099-01-01T00:00:00Z\n"))
        self.publish()
        self.site.write("content/posts/b.md", post("B", "B.", "expires_at: 2026-01-01T00:00:00Z\n"))
        self.expect(0, "")

    def test_a_host_that_fails_stops_the_run(self):
        Host.answers["/notes/manifest.json"] = (500, {}, b"")
        self.expect(2, "gives no manifest (500)")

    def test_so_does_one_that_asks_for_a_login(self):
        Host.answers["/notes/manifest.json"] = (302, {"Location": "/login"}, b"")
        Host.answers["/login"] = (200, {}, b"<!doctype html><title>Login</title>")
        self.expect(2, "the manifest is not JSON")

    def test_and_none_at_all(self):
        self.site.write("site.yaml", "title: T\nlanguage: en\nbase_url: http://127.0.0.1:1/\n")
        self.expect(2, "(no connection)")

    def test_another_address_can_be_asked(self):
        self.publish()
        address = f"http://127.0.0.1:{self.port}/elsewhere"
        done = self.run_with_program(PROGRAM, "check", "--against-published", "--base-url", address)
        self.assertIn(f"There is nothing at {address}/manifest.json yet", done.stdout)

    def test_one_thing_is_compared_with(self):
        done = self.run_with_program(PROGRAM, "check", "--against-published", "--against", "old.json")
        self.assertEqual(done.returncode, 64, done.stdout)
        self.assertIn("give one", done.stdout)

    def test_without_curl_it_says_so(self):
        done = run(PROGRAM, "check", "--against-published", cwd=self.site.root, env={"PATH": "/nowhere"})
        self.assertEqual(done.returncode, 2, done.stdout)
        self.assertIn("needs curl", done.stdout)


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
        commands = ["build", "preview", "check", "diff", "verify", "new", "list", "import", "init", "templates"]
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
