"""Whether one program takes no more processor time than another by more than a tenth.
Call: python3 tests/release/speed.py PROGRAM OTHER"""

import os
import subprocess
import sys
import tempfile

ROUNDS = 40
MOST = 1.10


def seconds(program, out):
    build = [program, "build", "--now", "2019-09-23T20:00", "--quiet", "--out", out]
    process = subprocess.Popen(build, stderr=subprocess.DEVNULL)
    _, _, usage = os.wait4(process.pid, 0)
    return usage.ru_utime + usage.ru_stime


def main():
    programs = [os.path.abspath(name) for name in sys.argv[1:3]]
    with tempfile.TemporaryDirectory() as work:
        # In turns, so that what else the machine does hits both.
        times = [[seconds(p, f"{work}/{n}-{r}") for n, p in enumerate(programs)] for r in range(ROUNDS)]
    ours, other = (min(column) for column in zip(*times))
    print(f"{ours:.3f} s and {other:.3f} s: {ours / other:.2f}")
    sys.exit(0 if ours <= MOST * other else 1)


main()
