#!/usr/bin/env python3
"""Kills builds, makes their system calls fail, and lets two of them run at once; prints a table.

usage: check.py BBA [--kills N] [--places N] [--doubles N] [--seed N]

Needs strace. After each build that was broken off, the output must be wholly the old or wholly the
new site (in place: no link that can be reached leads to what is not there), and the next build must
be done, leave exactly what a clean build makes, and nothing beside it. Ends 1 when one is not so.
"""

import argparse
import concurrent.futures
import html.parser
import os
import pathlib
import random
import re
import shutil
import subprocess
import sys
import tempfile
import time
import urllib.parse

NOW = "2026-03-01T09:00"
RELEASE = "content/press/2026-02-20-vertrag.md"
# Everything by which a build changes the disk or asks it to keep what it has.
CALLS = "mkdir,mkdirat,rename,renameat,renameat2,link,linkat,unlink,unlinkat,rmdir,syncfs,fsync,fdatasync,fchmodat,chmod,flock"
# Its writing and looking: to these alone errors are injected as well.
LOOKS = "openat,write,getdents64,statx,read"
ERRORS = {"ENOSPC": 28, "EIO": 5, "EACCES": 13, "EROFS": 30, "EDQUOT": 122, "EXDEV": 18}

parser = argparse.ArgumentParser()
parser.add_argument("bba")
parser.add_argument("--kills", type=int, default=200)
parser.add_argument("--places", type=int, default=40)
parser.add_argument("--doubles", type=int, default=20)
parser.add_argument("--seed", type=int, default=1)
arguments = parser.parse_args()
BBA = os.path.realpath(arguments.bba)
chance = random.Random(arguments.seed)
ENVIRONMENT = {"PATH": os.environ["PATH"], "RAYON_NUM_THREADS": "2", "LANG": "en"}


def build(root, out, *options, before=(), **keywords):
    """Runs a build, under another program if one is named."""
    command = [*before, BBA, "build", "--quiet", "--now", NOW, "--out", str(out), *options]
    return subprocess.run(command, cwd=root, env=ENVIRONMENT, capture_output=True, text=True, **keywords)


def tree(folder):
    """Everything below a folder with its bytes; `None` when there is no folder."""
    if not folder.is_dir():
        return None
    return {
        str(path.relative_to(folder)): path.read_bytes() if path.is_file() else None
        for path in sorted(folder.rglob("*"))
    }


class Links(html.parser.HTMLParser):
    """The links of a page."""

    def __init__(self):
        super().__init__()
        self.found = []

    def handle_starttag(self, tag, attributes):
        self.found += [value for name, value in attributes if name in ("href", "src") and value]


def dangling(out):
    """Links to what is not there, on pages that can be reached from the home page."""
    seen, todo, missing = set(), ["/"], []
    if not (out / "index.html").is_file():
        return missing
    while todo:
        path = todo.pop()
        if path in seen:
            continue
        seen.add(path)
        file = out / urllib.parse.unquote(path).lstrip("/")
        file = file / "index.html" if path.endswith("/") else file
        if not file.is_file():
            missing.append(path)
        elif file.suffix == ".html":
            links = Links()
            links.feed(file.read_text())
            for link in links.found:
                link = urllib.parse.urlsplit(urllib.parse.urljoin("https://x.invalid" + path, link))
                if link.scheme == "https" and link.netloc == "x.invalid":
                    todo.append(link.path)
    return missing


class Story:
    """A root, its output without and with a release, and the one that is built again and again."""

    def __init__(self, folder):
        self.root = pathlib.Path(folder)
        self.out = self.root / "public"
        made = [BBA, "init", ".", "--now", NOW, "--base-url", "https://x.invalid/"]
        subprocess.run(made, cwd=self.root, env=ENVIRONMENT, check=True, capture_output=True)
        self.old = self.clean("old")
        (self.root / RELEASE).write_text("---\ntitle: Geheimer Vertrag\ndate: 2026-02-20T09:00\n---\nText.\n")
        self.text = (self.root / RELEASE).read_text()
        self.new = self.clean("new")
        self.old_tree, self.new_tree = tree(self.old), tree(self.new)

    def clean(self, name):
        assert build(self.root, self.root / name).returncode == 0
        return self.root / name

    def prepare(self, first):
        """The output before the build that goes wrong, and the content for it."""
        shutil.rmtree(self.out, ignore_errors=True)
        if not first:
            shutil.copytree(self.old, self.out)
            (self.out / ".gitkeep").touch()
            (self.out / "notiz.txt").write_text("von jemandem")
        (self.root / RELEASE).write_text(self.text)

    def state(self):
        """What the output is: nothing, old, new or broken."""
        there = tree(self.out)
        if not there:
            return "nothing"
        kept = {name: there.pop(name, None) for name in (".gitkeep", "notiz.txt")}
        if kept["notiz.txt"] not in (None, b"von jemandem"):
            return "broken"
        return "old" if there == self.old_tree else "new" if there == self.new_tree else "broken"

    def rebuilds(self, first, options):
        """How the next build goes, without the release: done and exact, refused, or with strays."""
        (self.root / RELEASE).unlink()
        again = build(self.root, self.out, *options)
        if again.returncode != 0:
            return "refused: " + again.stderr.strip()[-300:]
        expected = dict(self.old_tree)
        if not first:
            expected |= {".gitkeep": b"", "notiz.txt": b"von jemandem"}
        beside = [name for name in os.listdir(self.root) if name.endswith("bba-build")]
        there = tree(self.out)
        if beside or there != expected:
            return f"strays: {beside} {sorted(set(there) ^ set(expected))}"
        return "exact"


WAYS = [(True, ()), (False, ()), (False, ("--in-place",)), (True, ("--in-place",))]
rows = {}


def count(row, what, detail=""):
    """Adds to the table; what is wrong is told at once."""
    counts = rows.setdefault(row, {"runs": 0, "broken": 0, "strays": 0, "refusals": 0, "silent": 0})
    counts[what] += 1
    if what != "runs":
        print(f"WRONG: {row}: {what}: {detail}", flush=True)


def judge(story, row, first, options, before, status=None, said=""):
    count(row, "runs")
    state = story.state()
    missing = dangling(story.out) if options and state == "broken" else []
    if (state == "broken" and not options) or missing:
        count(row, "broken", f"{before} {missing[:3]}")
    if status is not None and (status not in (0, 2) or (status == 2 and not re.search(r"bba: [^:]+: ", said))):
        count(row, "silent", f"{before}: exit {status}: {said[-200:]}")
    if status == 0 and state != "new":
        count(row, "broken", f"{before}: exit 0, but the output is {state}")
    again = story.rebuilds(first, options)
    if again.startswith("refused"):
        count(row, "refusals", f"{before}: {again}")
    elif again != "exact":
        count(row, "strays", f"{before}: {again}")


def calls_of(story, first, options, names):
    """How often a build makes each system call, by the thread that makes it most."""
    story.prepare(first)
    log = story.root / "trace"
    build(story.root, story.out, *options, before=["strace", "-f", "-qq", "-e", f"trace={names}", "-o", str(log)])
    counts = {}
    for line in log.read_text().splitlines():
        found = re.match(r"(\d+) +(\w+)\(", line)
        if found:
            counts[found.groups()] = counts.get(found.groups(), 0) + 1
    log.unlink()
    most = {}
    for (_, name), number in counts.items():
        most[name] = max(most.get(name, 0), number)
    return most


def existing(names):
    """With a question mark a call that this machine does not have is passed over."""
    return ",".join("?" + name for name in names.split(","))


def kills(story):
    for number, (first, options) in enumerate(WAYS):
        share = arguments.kills // 4 + (number < arguments.kills % 4)
        row = f"killed, {'first' if first else 'later'} build{', in place' if options else ''}"
        most = calls_of(story, first, options, existing(CALLS))
        began = time.monotonic()
        story.prepare(first)
        build(story.root, story.out, *options)
        whole = time.monotonic() - began
        for turn in range(share):
            story.prepare(first)
            if turn % 4 == 3:
                after = whole * (0.5 + 0.5 * chance.random())
                before = f"after {after:.3f} s"
                try:
                    build(story.root, story.out, *options, timeout=after)
                except subprocess.TimeoutExpired:
                    pass
            else:
                name = chance.choice(sorted(most))
                when = chance.randint(1, most[name])
                before = f"at {name} {when}"
                inject = f"inject={name}:signal=KILL:when={when}"
                strace = ["strace", "-f", "-qq", "-e", f"trace={name}", "-e", inject, "-o", "/dev/null"]
                build(story.root, story.out, *options, before=strace)
            judge(story, row, first, options, before)


def errors(story):
    places = []
    for first, options in WAYS:
        most = calls_of(story, first, options, existing(CALLS + "," + LOOKS))
        changing = [(name, n) for name in CALLS.split(",") for n in range(1, most.get(name, 0) + 1)]
        # A build reads most before it writes: of these the last are those of the publication.
        looking = [(name, n) for name in LOOKS.split(",") for n in range(1, most.get(name, 0) + 1)]
        share = arguments.places // 4
        chosen = chance.sample(changing, min(share - share // 4, len(changing)))
        chosen += chance.sample(looking, min(share - len(chosen), len(looking)))
        places += [(first, options, *place) for place in chosen]
    for first, options, name, when in places:
        for error in ERRORS:
            row = f"{error}, {len(places)} places"
            story.prepare(first)
            inject = f"inject={name}:error={error}:when={when}"
            strace = ["strace", "-f", "-qq", "-e", f"trace={name}", "-e", inject, "-o", "/dev/null"]
            run = build(story.root, story.out, *options, before=strace)
            before = f"{name} {when}{' first' if first else ''} {' '.join(options)}"
            judge(story, row, first, options, before, run.returncode, run.stderr)


def doubles(story):
    for turn in range(arguments.doubles):
        first, options = WAYS[turn % len(WAYS)]
        story.prepare(first)
        with concurrent.futures.ThreadPoolExecutor() as pool:
            runs = [pool.submit(build, story.root, story.out, *options) for _ in range(2)]
        row = "two at once"
        for run in runs:
            if run.result().returncode != 0:
                count(row, "refusals", run.result().stderr[-200:])
        judge(story, row, first, options, f"turn {turn}", 0)


with tempfile.TemporaryDirectory() as folder:
    told = Story(folder)
    kills(told)
    errors(told)
    doubles(told)
columns = ["runs", "broken", "strays", "refusals", "silent"]
print(f"{'':34}" + "".join(f"{column:>10}" for column in columns))
for row, counts in rows.items():
    print(f"{row:34}" + "".join(f"{counts[column]:>10}" for column in columns))
wrong = sum(counts[column] for counts in rows.values() for column in columns[1:])
print(f"{'nothing' if not wrong else wrong} wrong")
sys.exit(1 if wrong else 0)
