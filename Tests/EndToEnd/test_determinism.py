"""One site is one tree, whatever machine, time, user and order of files it is built with."""
import os
import random
import shutil
import tempfile
import unittest

import trees

BUILDS = 20
ZONES = ["UTC", "America/St_Johns", "Pacific/Kiritimati", "Asia/Kathmandu", ":/nowhere"]
LOCALES = ["C", "de_DE.UTF-8", "tr_TR.UTF-8", "ar_EG.UTF-8", "C.UTF-8"]
MASKS = [0o022, 0o077, 0o000, 0o027]
JOBS = ["1", "2", "3", "8", "64"]
# A file system in memory lists a folder in the order in which its files were made.
PLACES = [place for place in [None, "/dev/shm"] if place is None or os.access(place, os.W_OK)]


class Determinism(unittest.TestCase):
    def test_twenty_builds_are_one_tree(self):
        generator = random.Random(3)
        site = trees.files(80, "same")
        digests = set()
        for number in range(BUILDS):
            place = tempfile.mkdtemp(prefix="imprint-" + "x" * generator.randrange(40),
                                     dir=PLACES[number % len(PLACES)])
            self.addCleanup(shutil.rmtree, place, True)
            root = os.path.join(place, "a site" if number % 3 else "site")
            names = list(site)
            generator.shuffle(names)
            trees.write(root, site, names)
            for name in names:
                age = generator.randrange(2_000_000_000)
                os.utime(os.path.join(root, name), (age, age))
            zone, locale = generator.choice(ZONES), generator.choice(LOCALES)
            environment = {
                **os.environ, "TZ": zone, "LANG": locale, "LC_ALL": locale, "HOME": place, "XDG_CACHE_HOME": place,
                "USER": f"user{number}", "IMPRINT_JOBS": generator.choice(JOBS),
            }
            output = os.path.join(place, "out", "public") if number % 2 else os.path.join(root, "public")
            os.makedirs(os.path.dirname(output), exist_ok=True)
            run = trees.build(root, output, env=environment, umask=generator.choice(MASKS), cwd=place)
            self.assertEqual(run.returncode, 0, run.stderr)
            with open(os.path.join(output, "manifest.json"), "rb") as file:
                digests.add((file.read(), trees.digest(output)))
            modes = {os.stat(os.path.join(folder, name)).st_mode & 0o777
                     for folder, _, names in os.walk(output) for name in names}
            self.assertEqual(modes, {0o644})
            self.assertEqual({os.stat(folder).st_mode & 0o777 for folder, _, _ in os.walk(output)}, {0o755})
        self.assertEqual(len(digests), 1)

    def test_the_time_is_given(self):
        place = tempfile.mkdtemp(prefix="imprint-time-")
        self.addCleanup(shutil.rmtree, place, True)
        site = trees.files(3, "time")
        site["content/posts/later.md"] = (
            "---\ntitle: Later\ndate: 2030-01-01\nauthors: [A]\npublish_at: 2030-01-01T00:00:00Z\n---\n\nText.\n")
        trees.write(place, site)
        later = os.path.join(place, "public/posts/later/index.html")
        for epoch, is_there in [("1893455999", False), ("1893456000", True)]:
            command = [part for part in trees.command(place, place + "/public") if part not in ["--now", trees.NOW]]
            run = trees.subprocess.run(command, env={**os.environ, "SOURCE_DATE_EPOCH": epoch}, check=False)
            self.assertEqual(run.returncode, 0)
            self.assertEqual(os.path.exists(later), is_there)
