"""Builds the same made-up programme with ours, with the peers that are on the PATH and with the floor,
in turns, and prints what each took. `benches/README.md` says how to read it.

Call: cargo build --release --bin bba --example generate --example floor
      python3 benches/compare/run.py [--items 10000] [--rounds 5] [--programs target/release]"""

import argparse
import datetime
import os
import platform
import shutil
import subprocess
import sys
import tempfile
import time

import peers

NOW = "2026-01-15T09:00:00Z"


def run(command, folder=None):
    """CPU seconds, wall seconds and the most memory in MiB that a command takes."""
    start = time.monotonic()
    process = subprocess.Popen(command, cwd=folder, stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE)
    message = process.stderr.read()
    _, status, usage = os.wait4(process.pid, 0)
    if status:
        sys.exit(f"{command}: {message.decode()[-2000:]}")
    return usage.ru_utime + usage.ru_stime, time.monotonic() - start, usage.ru_maxrss / 1024


def made(folder):
    """How many files there are below a folder, and a line of size and path for each."""
    lines = []
    for at, _, names in os.walk(folder):
        for name in names:
            path = os.path.join(at, name)
            lines.append(f"{os.path.getsize(path)} {os.path.relpath(path, folder)}")
    return lines


def version(command):
    return subprocess.run(command, capture_output=True, text=True).stdout.split("\n")[0].strip()


def programs(args, work):
    """Name, command, folder it runs in and folder it writes to, of each program."""
    ours, events, visits = f"{work}/ours", args.items // 2, max(args.items // 50, 1)
    size = ["--events", str(events), "--releases", str(args.items - events), "--delegations", str(visits)]
    run([f"{args.programs}/examples/generate", ours, *size])
    with open(f"{ours}/content/site.yaml", "a", encoding="utf-8") as site:
        site.write("outputs: {share_images: none, search: false}\n")
    bba = [f"{args.programs}/bba", "build", "--quiet", "--now", NOW]
    searched = f"{work}/searched"
    shutil.copytree(ours, searched)
    site = f"{searched}/content/site.yaml"
    peers.write(site, peers.read(site).replace(", search: false", ""))
    yield version([bba[0], "--version"]), [*bba, "--root", ours, "--out", f"{work}/out"], None
    yield "… with its search index", [*bba, "--root", searched, "--out", f"{work}/out"], None
    run([*bba, "--root", ours, "--out", f"{work}/out"])
    peers.write(f"{work}/list", "\n".join(made(f"{work}/out")) + "\n")
    yield "floor", [f"{args.programs}/examples/floor", f"{ours}/content", f"{work}/list", f"{work}/out"], None
    if shutil.which("hugo"):
        peers.hugo(ours, f"{work}/hugo")
        hugo = ["hugo", "build", "--logLevel", "error", "--buildFuture", "--destination", f"{work}/out"]
        yield version(["hugo", "version"]).split("-")[0], hugo, f"{work}/hugo"


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--items", type=int, default=10_000)
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--programs", default="target/release")
    parser.add_argument("--memory", default="/dev/shm", help="a folder in memory")
    args = parser.parse_args()
    with tempfile.TemporaryDirectory(dir=args.memory) as work:
        all_programs = list(programs(args, work))
        taken = {name: [] for name, *_ in all_programs}
        files = {}
        # In turns, so that what else the machine does hits all of them.
        for _ in range(args.rounds):
            for name, command, folder in all_programs:
                shutil.rmtree(f"{work}/out", ignore_errors=True)
                taken[name].append(run(command, folder))
                files[name] = len(made(f"{work}/out"))
    print(f"{args.items:,} items, the least of {args.rounds} rounds, {os.cpu_count()} processors ({platform.machine()}), {datetime.date.today()}\n")
    print("| program | files | CPU s | wall s | MiB | CPU to ours |\n|---|---:|---:|---:|---:|---:|")
    least = {name: [min(column) for column in zip(*rounds)] for name, rounds in taken.items()}
    ours = next(iter(least.values()))[0]
    for name, (cpu, wall, memory) in least.items():
        print(f"| {name} | {files[name]:,} | {cpu:.2f} | {wall:.2f} | {memory:.0f} | {cpu / ours:.1f} |")


main()
