"""How much memory a build takes: of twenty files of 1 MB, and of a film of 2 GB, which must be
streamed. Call: python3 tests/release/memory.py PROGRAM"""

import os
import resource
import shutil
import subprocess
import sys
import tempfile

LIMIT = 200 * 1024  # kB
MEGABYTE = 1_000_000
WORDS = "Die Delegation besucht Unternehmen in Dresden, Leipzig und Chemnitz und sucht Partner. "

SITE = """id: speicher
title: Speicher
base_url: https://speicher.example.org/
languages: [de]
timezone: Europe/Berlin
theme: bba
organisation: traeger
funding_notice: Gefördert.
"""


def site(root):
    os.makedirs(f"{root}/content/pages")
    os.makedirs(f"{root}/content/media")
    write(root, "site.yaml", SITE)
    write(root, "organisations.yaml", "traeger: {name: Träger GmbH}\n")
    for name, kind in [("impressum", "imprint"), ("datenschutz", "privacy"), ("zugang", "accessibility")]:
        write(root, f"pages/{name}.md", f"---\ntitle: {name}\ntype: {kind}\n---\nText\n")


def write(root, path, text):
    with open(f"{root}/content/{path}", "w", encoding="utf-8") as file:
        file.write(text)


def large_texts(root):
    paragraph = WORDS * 6 + "\n\n"
    text = paragraph * ((MEGABYTE - 1000) // len(paragraph.encode()))
    for number in range(20):
        write(root, f"pages/lang-{number}.md", f"---\ntitle: Lang {number}\n---\n{text}")


def film(root):
    write(root, "pages/film.md", "---\ntitle: Film\n---\n[Film](../media/film.mp4)\n")
    with open(f"{root}/content/media/film.mp4", "wb") as file:
        file.write(b"\0\0\0\x18ftypisom\0\0\x02\0isomiso2mp41")
        file.truncate(2 * 1000 * MEGABYTE)


def measure(program, what, prepare):
    root = tempfile.mkdtemp()
    try:
        site(root)
        prepare(root)
        build = [program, "build", "--root", root, "--now", "2019-09-01", "--quiet"]
        process = subprocess.Popen(build, stderr=subprocess.DEVNULL)
        _, status, usage = os.wait4(process.pid, 0)
        ended = os.waitstatus_to_exitcode(status)
        print(f"{what}: {usage.ru_maxrss // 1024} MB, {usage.ru_utime + usage.ru_stime:.1f} s, ended with {ended}")
        return ended == 0 and usage.ru_maxrss <= LIMIT
    finally:
        shutil.rmtree(root)


def main():
    program = os.path.abspath(sys.argv[1])
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    right = [
        measure(program, "twenty texts of 1 MB", large_texts),
        measure(program, "a film of 2 GB", film),
    ]
    sys.exit(0 if all(right) else 1)


main()
