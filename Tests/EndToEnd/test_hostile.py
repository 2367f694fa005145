"""Each input that nobody would write ends in time, within bounds, with a clear error or a correct site."""
import json
import os
import shutil
import subprocess
import sys
import tempfile
import unittest
from concurrent.futures import ThreadPoolExecutor

import hostile
from support import PROGRAM

SECONDS = 2
MEGABYTES = 300

# What stands where the output would, and is not replaced: exit status 64.
REFUSED = {
    "public is a file", "public is somebody else's", "public is a link",
}


def run(name):
    """What is wrong with a case; nothing when all is well."""
    root = tempfile.mkdtemp(prefix="imprint-hostile-")
    try:
        hostile.put(root, "site.yaml", hostile.SETTINGS)
        hostile.CASES[name](root)
        measured = subprocess.run(
            [sys.executable, "measure.py", "60", PROGRAM, "build", "--root", root], stdout=subprocess.PIPE, check=True)
        result = json.loads(measured.stdout)
        status, output = result["status"], result["output"]
        problems = []
        if status not in (0, 1, 64):
            problems.append(f"ended with {status}")
        if (status == 64) != (name in REFUSED):
            problems.append(f"status {status}: {output[:300]}")
        if status == 1 and "error: " not in output:
            problems.append(f"no error is told: {output[:300]}")
        if status == 0 and subprocess.run([PROGRAM, "verify", root + "/public"], capture_output=True,
                                          check=False).returncode != 0:
            problems.append("the tree is not as its manifest says")
        # The program's own processor time: a machine may have other work, and to create the same 5,000 files took the
        # same disk from 1 s to 9 s.
        if result["seconds"] > SECONDS:
            problems.append(f"{result['seconds']:.1f} s")
        if result["megabytes"] > MEGABYTES:
            problems.append(f"{result['megabytes']} MB")
        return [f"{name}: {problem}" for problem in problems]
    finally:
        shutil.rmtree(root, ignore_errors=True)


class Hostile(unittest.TestCase):
    def test_every_input_ends_well(self):
        self.assertGreaterEqual(len(hostile.CASES), 150)
        with ThreadPoolExecutor(os.cpu_count()) as pool:
            suspects = [name for name, found in zip(hostile.CASES, pool.map(run, hostile.CASES)) if found]
        # Processor time grows when others use the caches and the machine's host: what took too long is tried once
        # more, alone. What is wrong otherwise, or quadratic, is so again.
        self.assertEqual([problem for name in suspects for problem in run(name)], [])
