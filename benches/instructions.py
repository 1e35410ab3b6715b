"""How many instructions the stages of a build take, compared with the parent commit on the same
machine: noise, and what else the machine does, change nothing about them. More than 2 % up fails,
unless the commit says why: in `benches/README.md`, a row of `fixture | stage | why`.

Call: python3 benches/instructions.py [PARENT]    (needs valgrind)"""

import os
import re
import shutil
import subprocess
import sys
import tempfile

NOW = "2026-01-15T09:00:00Z"
MOST = 1.02
FIGURES = "benches/README.md"

# Name, numbers of the made-up programme; without numbers the programme of this repository.
FIXTURES = [
    ("programme", None),
    ("items", {"events": 200, "releases": 200, "delegations": 8}),
    ("languages", {"events": 60, "releases": 60, "delegations": 6, "languages": 3}),
]

# What is run one after the other; OUT is the output folder, which is new for each program.
STAGES = [
    ("check", ["check"]),
    ("build", ["build", "--out", "OUT"]),
    ("build again", ["build", "--out", "OUT"]),
    ("nothing due", ["build", "--out", "OUT", "--if-due"]),
]


def output(*command, **options):
    return subprocess.run(command, check=True, capture_output=True, text=True, **options).stdout.strip()


def built(folder, target, *examples):
    """The folder of programs of a source tree."""
    command = ["cargo", "build", "--release", "--quiet", "--locked", "--bin", "bba"]
    command += [part for example in examples for part in ("--example", example)]
    subprocess.run(command, cwd=folder, check=True, env=os.environ | {"CARGO_TARGET_DIR": target})
    return f"{target}/release"


def instructions(command):
    """How many instructions a command takes; none when it fails."""
    counted = ["valgrind", "--tool=callgrind", "--callgrind-out-file=/dev/null", *command]
    run = subprocess.run(counted, env=os.environ | {"RAYON_NUM_THREADS": "1"}, capture_output=True, text=True)
    found = re.search(r"Collected : (\d+)", run.stderr)
    return int(found[1]) if found and run.returncode == 0 else None


def measured(program, root, out):
    # Share images that another program has drawn need not be drawn again.
    shutil.rmtree(f"{root}/.bba", ignore_errors=True)
    figures = {}
    for stage, arguments in STAGES:
        arguments = [out if argument == "OUT" else argument for argument in arguments]
        figures[stage] = instructions([program, *arguments, "--quiet", "--root", root, "--now", NOW])
    return figures


def reasons(parent):
    """The lines that the commits since the parent add to the file of figures."""
    changes = output("git", "diff", "--unified=0", parent, "--", FIGURES)
    return [line for line in changes.splitlines() if line.startswith("+|")]


def main():
    os.chdir(os.path.join(os.path.dirname(os.path.abspath(__file__)), ".."))
    parent = output("git", "rev-parse", "--verify", sys.argv[1] if len(sys.argv) > 1 else "HEAD^")
    target = os.path.abspath(os.environ.get("CARGO_TARGET_DIR", "target"))
    with tempfile.TemporaryDirectory() as work:
        tree = f"{work}/parent"
        output("git", "worktree", "add", "--detach", tree, parent)
        try:
            earlier = built(tree, f"{target}/parent")
        finally:
            output("git", "worktree", "remove", "--force", tree)
        ours = built(".", target, "generate")
        grown = compare(ours, earlier, work)
    said = reasons(parent)
    unsaid = [
        (fixture, stage)
        for fixture, stage in grown
        if not any(f"| {fixture} | {stage} |" in line for line in said)
    ]
    for fixture, stage in unsaid:
        print(f"{fixture}, {stage}: more than {MOST - 1:.0%} up, and {FIGURES} does not say why")
    sys.exit(1 if unsaid else 0)


def compare(ours, earlier, work):
    """Prints all figures; gives those that have grown too much."""
    grown = []
    print("| fixture | stage | million instructions | parent | ratio |\n|---|---|---:|---:|---:|")
    for fixture, size in FIXTURES:
        root = f"{work}/{fixture}"
        if size:
            numbers = [part for name, count in size.items() for part in (f"--{name}", str(count))]
            output(f"{ours}/examples/generate", root, *numbers)
            # Those of the programme say enough; hundreds take half an hour here.
            with open(f"{root}/content/site.yaml", "a", encoding="utf-8") as site:
                site.write("outputs: {share_images: none}\n")
        else:
            for folder in ("content", "themes"):
                shutil.copytree(folder, f"{root}/{folder}")
        now = measured(f"{ours}/bba", root, f"{work}/{fixture}-now")
        then = measured(f"{earlier}/bba", root, f"{work}/{fixture}-then")
        for stage, count in now.items():
            if count is None:
                sys.exit(f"{fixture}, {stage}: failed")
            before = then[stage]
            if before is None:
                print(f"| {fixture} | {stage} | {count / 1e6:.1f} | failed | |")
                continue
            print(f"| {fixture} | {stage} | {count / 1e6:.1f} | {before / 1e6:.1f} | {count / before:.3f} |")
            if count > MOST * before:
                grown.append((fixture, stage))
    return grown


main()
