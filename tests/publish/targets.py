#!/usr/bin/env python3
"""Publishes to real targets, is broken off at random, goes on, and compares; prints a table.

usage: targets.py BBA [--breaks N] [--seed N] [TARGET…]

TARGET is folder, ssh (sshd with rsync), sftp and webdav (`rclone serve`), s3 (moto from PyPI); all of
them if none is named. Each gets two sites in turn. Publications are killed at random moments, until N
were broken off, and then run again until they end: what is there must be what was built, and nothing
else but what stays for readers of older pages. Meanwhile a crawler reads pages over http, and within
ten seconds what they name: nothing may be missing, but what was withdrawn. Ends 1 when one is not so,
2 when a target cannot be started.

Needs rsync, openssh-server, rclone and python3 with venv (Debian packages of these names).
"""

import argparse
import hashlib
import html.parser
import http.server
import os
import pathlib
import random
import shutil
import signal
import socket
import subprocess
import sys
import tempfile
import threading
import time
import urllib.error
import urllib.parse
import urllib.request

ROOT = pathlib.Path(__file__).resolve().parents[2]
ALL = ["folder", "ssh", "sftp", "webdav", "s3"]
NOW = "2026-11-23T09:00"
# An S3 that forgets everything; as it was when this was written.
MOTO = "moto[server]==5.1.4"

parser = argparse.ArgumentParser()
parser.add_argument("bba")
parser.add_argument("targets", nargs="*", default=ALL)
parser.add_argument("--breaks", type=int, default=20)
parser.add_argument("--seed", type=int, default=1)
arguments = parser.parse_intermixed_args()
BBA = os.path.realpath(arguments.bba)
chance = random.Random(arguments.seed)


def free_port():
    with socket.socket() as listener:
        listener.bind(("127.0.0.1", 0))
        return listener.getsockname()[1]


def wait_for(port, process, log):
    """Until something listens there."""
    for _ in range(300):
        if process.poll() is not None:
            break
        try:
            socket.create_connection(("127.0.0.1", port), 1).close()
            return
        except OSError:
            time.sleep(0.1)
    print(log.read_text()[-2000:], file=sys.stderr)
    sys.exit(2)


class Target:
    """Something to publish to; `folder` is where its files lie, if they lie anywhere."""

    def __init__(self, name, work):
        self.name, self.work = name, work
        self.folder = work / f"{name}-target"
        self.environment = {**os.environ, "LANG": "en", "RCLONE_CONFIG": str(work / "rclone.conf")}
        # rclone takes it for S3, and this server has no certificate.
        self.environment.pop("AWS_CA_BUNDLE", None)
        self.log = work / f"{name}.log"
        (work / "rclone.conf").touch()
        self.process = None
        getattr(self, f"start_{name}")()

    def start(self, command, port, **keywords):
        log = open(self.log, "w")
        self.process = subprocess.Popen(command, stdout=log, stderr=log, **keywords)
        wait_for(port, self.process, self.log)

    def stop(self):
        if self.process:
            self.process.terminate()
            self.process.wait()

    def remote(self, **options):
        """Tells rclone of a remote by the environment, as it is done where secrets are in one."""
        for name, value in options.items():
            self.environment[f"RCLONE_CONFIG_T{self.name.upper()}_{name.upper()}"] = value

    def start_folder(self):
        self.argument = str(self.folder)

    def start_ssh(self):
        keys = self.work / "ssh"
        keys.mkdir(mode=0o700)
        for name in ("host", "user"):
            subprocess.run(
                ["ssh-keygen", "-q", "-t", "ed25519", "-N", "", "-f", str(keys / name)], check=True
            )
        shutil.copy(keys / "user.pub", keys / "authorized")
        port = free_port()
        (keys / "sshd").write_text(
            f"Port {port}\nListenAddress 127.0.0.1\nHostKey {keys}/host\nPidFile {keys}/pid\n"
            f"AuthorizedKeysFile {keys}/authorized\nStrictModes no\nUsePAM no\n"
            "PasswordAuthentication no\nPermitRootLogin yes\nMaxStartups 100\n"
        )
        pathlib.Path("/run/sshd").mkdir(exist_ok=True)
        self.start(["/usr/sbin/sshd", "-D", "-e", "-f", str(keys / "sshd")], port)
        self.environment["RSYNC_RSH"] = (
            f"ssh -p {port} -i {keys}/user -o StrictHostKeyChecking=no -o LogLevel=ERROR "
            f"-o UserKnownHostsFile=/dev/null -o IdentitiesOnly=yes"
        )
        self.argument = f"ssh://127.0.0.1{self.folder}"

    def start_sftp(self):
        port = free_port()
        self.folder.mkdir()
        self.start(
            ["rclone", "serve", "sftp", str(self.folder), "--addr", f"127.0.0.1:{port}"]
            + ["--user", "anna", "--pass", "geheim", "--config", str(self.work / "none")],
            port,
        )
        hidden = subprocess.run(["rclone", "obscure", "geheim"], capture_output=True, text=True).stdout
        self.remote(type="sftp", host="127.0.0.1", port=str(port), user="anna")
        self.remote(**{"pass": hidden.strip()})
        self.argument = "TSFTP:site"
        self.folder = self.folder / "site"

    def start_webdav(self):
        port = free_port()
        self.folder.mkdir()
        self.start(
            ["rclone", "serve", "webdav", str(self.folder), "--addr", f"127.0.0.1:{port}"]
            + ["--config", str(self.work / "none")],
            port,
        )
        self.remote(type="webdav", url=f"http://127.0.0.1:{port}/", vendor="other")
        self.argument = "TWEBDAV:site"
        self.folder = self.folder / "site"

    def start_s3(self):
        tools = self.work / "venv"
        subprocess.run([sys.executable, "-m", "venv", str(tools)], check=True)
        subprocess.run([str(tools / "bin/pip"), "install", "--quiet", MOTO], check=True)
        port = free_port()
        self.start([str(tools / "bin/moto_server"), "-p", str(port)], port)
        self.remote(
            type="s3",
            provider="Other",
            access_key_id="test",
            secret_access_key="test",
            endpoint=f"http://127.0.0.1:{port}",
            region="us-east-1",
        )
        self.argument = "TS3:bucket/site"
        self.folder = None
        self.url = f"http://127.0.0.1:{port}/bucket/site"
        # Everybody may read, as on a website.
        subprocess.run(["rclone", "mkdir", "TS3:bucket"], env=self.environment, check=True)

    def files(self):
        """What is there, with hashes; what `rclone` fetches where there is no folder."""
        folder = self.folder
        if folder is None:
            folder = self.work / "fetched"
            shutil.rmtree(folder, ignore_errors=True)
            command = ["rclone", "copy", self.argument, str(folder)]
            subprocess.run(command, env=self.environment, check=True)
        return tree(folder)


def tree(folder):
    return {
        str(path.relative_to(folder)): hashlib.sha256(path.read_bytes()).hexdigest()
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }


class Links(html.parser.HTMLParser):
    """What a page names."""

    def __init__(self):
        super().__init__()
        self.found = []

    def handle_starttag(self, tag, attributes):
        for name, value in attributes:
            if name in ("href", "src") and value:
                self.found.append(value)
            elif name == "srcset" and value:
                self.found += [part.split()[0] for part in value.split(",")]


class Crawler(threading.Thread):
    """Reads pages, and what they name, until it is told to end."""

    def __init__(self, base, withdrawn):
        super().__init__(daemon=True)
        self.base, self.withdrawn = base, withdrawn
        self.missing, self.asked, self.is_ended = [], 0, False
        self.chance = random.Random(arguments.seed)

    def get(self, path):
        self.asked += 1
        file = path + "index.html" if path.endswith("/") else path
        try:
            with urllib.request.urlopen(self.base + urllib.parse.quote(file), timeout=20) as answer:
                return answer.read()
        except urllib.error.HTTPError as error:
            return error.code
        except OSError:
            return None

    def run(self):
        while not self.is_ended:
            page = "/"
            for _ in range(12):
                start = time.monotonic()
                body = self.get(page)
                if not isinstance(body, bytes):
                    break
                links = Links()
                links.feed(body.decode("utf-8", "replace"))
                found = {urllib.parse.unquote(urllib.parse.urlsplit(link).path) for link in links.found
                         if link.startswith("/") and not link.startswith("//")}
                found = sorted(found)
                self.chance.shuffle(found)
                for path in found[:10]:
                    answer = self.get(path)
                    is_late = time.monotonic() - start > 10
                    if answer in (403, 404) and not is_late and path not in self.withdrawn:
                        self.missing.append(f"{page} names {path}")
                    if is_late or self.is_ended:
                        break
                pages = [path for path in found if path.endswith("/")]
                if not pages or self.is_ended:
                    break
                page = self.chance.choice(pages)
            time.sleep(0.3)


class Quiet(http.server.SimpleHTTPRequestHandler):
    def log_message(self, *_):
        pass


def serve(folder):
    handler = lambda *rest: Quiet(*rest, directory=str(folder))
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    return server


# Two sites: the second has other pages, assets and a picture that is withdrawn.
EVENT = """title: {{de: Abend {n}, en: Evening {n}, es: Tarde {n}}}
start: 2027-0{m}-1{n}T1{n}:00
published: 2026-11-01
{rest}
"""
PICTURE = "image: {file: gruppe.png, alt: {de: Gruppe, en: Group, es: Grupo}, credit: Anna}"
PNG = bytes.fromhex(
    "89504e470d0a1a0a0000000d49484452000000010000000108060000001f15c489"
    "0000000d49444154789c6360000002000001e221bc330000000049454e44ae426082"
)


def sites(work):
    """Builds both; their output folders and roots."""
    built = []
    for number, asset in ((1, "eins.3f9a01bc.css"), (2, "zwei.4f9a01bc.css")):
        root = work / f"root{number}"
        root.mkdir()
        for folder in ("content", "themes"):
            shutil.copytree(ROOT / folder, root / folder)
        media = root / "content/media"
        media.mkdir(exist_ok=True)
        (media / "gruppe.png").write_bytes(PNG)
        events = root / "content/events"
        for n in range(1, 9):
            # Half of them are of both sites, of which some say something else in the second.
            is_here = n % 2 == 0 or (n < 5) == (number == 1)
            rest = PICTURE if number == 1 and n == 2 else ""
            if is_here:
                text = EVENT.format(n=n, m=number if n == 4 else 3, rest=rest)
                (events / f"abend-{n}.yaml").write_text(text)
        if number == 2:
            with open(root / "content/site.yaml", "a") as site:
                site.write("\nwithdrawn: [gruppe.png]\n")
        lines = (root / "content/site.yaml").read_text().splitlines()
        theme = next(line for line in lines if line.startswith("theme:")).split()[1]
        static = root / "themes" / theme / "static/assets"
        static.mkdir(parents=True, exist_ok=True)
        (static / asset).write_text(asset)
        out = work / f"public{number}"
        done = subprocess.run(
            [BBA, "build", "--quiet", "--root", str(root), "--now", NOW, "--out", str(out)],
            capture_output=True,
            text=True,
        )
        if done.returncode != 0:
            sys.exit(f"the site does not build: {done.stderr[-2000:]}")
        built.append((root, out))
    return built


def publish(target, root, out, kill_after=None):
    """Runs a publication, and kills it with all that it runs after some time; whether it ended."""
    process = subprocess.Popen(
        [BBA, "publish", target.argument, "--root", str(root), "--out", str(out), "--lang", "en"],
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        env=target.environment,
        start_new_session=True,
    )
    try:
        said, _ = process.communicate(timeout=kill_after)
        return process.returncode, said
    except subprocess.TimeoutExpired:
        os.killpg(process.pid, signal.SIGKILL)
        process.communicate()
        return None, ""


def check(target, built, faults):
    """What is there is what was built, and what stays for older pages; the number that differ."""
    there, wanted = target.files(), tree(built)
    strays = [
        path
        for path in there
        if path not in wanted and not path.startswith(("assets/", ".bba-publish-"))
    ]
    other = [path for path in wanted if there.get(path) != wanted[path]]
    faults += [f"{target.name}: {path} is left" for path in strays]
    faults += [f"{target.name}: {path} differs" for path in other]
    return len(strays) + len(other)


def main():
    work = pathlib.Path(tempfile.mkdtemp(prefix="targets-"))
    faults, all_broken, all_asked = [], 0, 0
    try:
        both = sites(work)
        for name in arguments.targets:
            target = Target(name, work)
            try:
                begun = time.monotonic()
                status, said = publish(target, *both[0])
                whole = time.monotonic() - begun
                if status != 0:
                    sys.exit(f"{name}: {status} {said}")
                differences = check(target, both[0][1], faults)
                server = serve(target.folder) if target.folder else None
                base = f"http://127.0.0.1:{server.server_port}" if server else target.url
                crawler = Crawler(base, {"/media/gruppe.png"})
                crawler.start()
                broken, number, longest = 0, 0, whole + 10
                while broken < arguments.breaks:
                    number += 1
                    root, out = both[number % 2]
                    status, said = publish(target, root, out, chance.uniform(0.02, longest))
                    broken += status is None
                    if status is not None:
                        # It was done before: the next moment is an earlier one.
                        longest = max(longest * 0.8, 1)
                    # Now and then it is broken off twice.
                    if chance.random() < 0.3:
                        publish(target, root, out, chance.uniform(0.02, whole))
                    status, said = publish(target, root, out)
                    if status != 0:
                        faults.append(f"{name}: ends with {status}: {said[-500:]}")
                    differences += check(target, out, faults)
                crawler.is_ended = True
                crawler.join(30)
                faults += [f"{name}: {missing}" for missing in sorted(set(crawler.missing))]
                all_broken += broken
                all_asked += crawler.asked
                print(
                    f"{name:8} {number} publications, {broken} broken off, "
                    f"{differences} differences; crawler: {crawler.asked} requests, "
                    f"{len(crawler.missing)} missing",
                    flush=True,
                )
            finally:
                target.stop()
        for fault in faults[:40]:
            print(fault)
        print(
            f"{len(arguments.targets)} targets, {all_broken} publications broken off, "
            f"{all_asked} requests of the crawler, {len(faults)} faults"
        )
        sys.exit(1 if faults else 0)
    finally:
        shutil.rmtree(work, ignore_errors=True)


main()
