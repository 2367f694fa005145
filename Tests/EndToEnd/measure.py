"""Runs a command and prints what it cost as JSON: a small process of its own, since a child is charged with
the memory of the process that started it."""
import json
import os
import subprocess
import sys
import threading
import time

if __name__ == "__main__":
    limit, *command = sys.argv[1:]
    start = time.monotonic()
    process = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.STDOUT)
    output = []
    reader = threading.Thread(target=lambda: output.append(process.stdout.read()))
    reader.start()
    timer = threading.Timer(float(limit), process.kill)
    timer.start()
    _, status, usage = os.wait4(process.pid, 0)
    timer.cancel()
    reader.join()
    json.dump({
        "status": os.waitstatus_to_exitcode(status), "seconds": usage.ru_utime,
        "elapsed": time.monotonic() - start, "megabytes": usage.ru_maxrss // 1024,
        "output": output[0].decode(errors="replace"),
    }, sys.stdout)
