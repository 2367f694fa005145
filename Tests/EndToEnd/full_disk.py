"""Builds on a small file system that fills up at another place each time; prints what came of it as JSON.

Run by test_publishing.py within a mount namespace of its own, so that nothing stays mounted.
"""
import json
import os
import random
import subprocess
import sys

import trees

if __name__ == "__main__":
    place, first, second, rounds = sys.argv[1:]
    subprocess.run(["mount", "-t", "tmpfs", "-o", "size=6m", "tmpfs", place], check=True)
    output = os.path.join(place, "public")
    filler = os.path.join(place, "filler")
    assert trees.build(first, output).returncode == 0
    generator = random.Random(1)
    results = []
    for number in range(int(rounds)):
        # Between nothing and all of what is left.
        free = os.statvfs(place).f_bavail * os.statvfs(place).f_bsize
        with open(filler, "wb") as file:
            file.write(b"\0" * generator.randrange(free))
        before = trees.digest(output)
        run = trees.build(second if number % 2 == 0 else first, output)
        os.remove(filler)
        results.append({
            "status": run.returncode, "before": before, "after": trees.digest(output),
            "message": run.stderr.strip(), "left": sorted(os.listdir(place)),
        })
    json.dump(results, sys.stdout)
