#!/usr/bin/env python3
"""Starts web servers with the configuration that `bba hosting` makes, and compares their answers.

usage: check.py BBA [SERVER…]

SERVER is nginx, apache or caddy; all of them if none is named. Each serves a site in three languages,
at the root of its host and below a path: every address of a table must be answered as the table
says, and `bba verify` must find nothing. Over https (nginx and Apache) the first answer must be
encrypted. Then nginx and Apache are set up wrong in twelve ways, and `bba verify` must find each. Ends
1 when one is not so, 2 when a server cannot be started.

Needs the servers (Debian: nginx, apache2, caddy) and openssl.
"""

import http.client
import os
import pathlib
import re
import shutil
import socket
import ssl
import subprocess
import sys
import tempfile
import time

ROOT = pathlib.Path(__file__).resolve().parents[2]
BBA = os.path.realpath(sys.argv[1])
SERVERS = sys.argv[2:] or ["nginx", "apache", "caddy"]
HOST = "seite.example.org"
NOW = "2026-11-23T09:00"
MODULES = "mpm_event authz_core dir mime alias headers rewrite filter deflate setenvif ssl"

SITE = """
gone: [/alt/ganz-weg/, /weg.pdf, events/frueher]
withdrawn: ["zurück gezogen.jpg"]
outputs: {jcal: true, jscalendar: true, gzip: true}
hosting: [_headers, _redirects, .htaccess]
"""
EVENT = """
title: {de: Werkstattgespräch, en: Workshop, es: Taller}
start: 2026-12-03T15:00
end: 2026-12-03T17:00
published: 2026-11-01
aliases: [/alte/werkstatt/, /alte-Übersicht.html]
attachments: [{file: ablauf.pdf, title: {de: Ablauf, en: Schedule, es: Programa}}]
"""
PDF = b"%PDF-1.7\n1 0 obj\n<</Type/Catalog>>\nendobj\ntrailer\n<</Root 1 0 R>>\n%%EOF\n"

TARGET = "/veranstaltungen/werkstatt/"
ASK, HOUR = "no-cache", "public, max-age=3600"
FOREVER = "public, max-age=31536000, immutable"
HTML = "text/html; charset=utf-8"

# Address; status; type; how long it is kept; for everybody or not; where it leads.
TABLE = [
    ("/", 200, HTML, ASK, False, None),
    ("/en/", 200, HTML, ASK, False, None),
    ("/veranstaltungen/werkstatt/", 200, HTML, ASK, False, None),
    ("/veranstaltungen/werkstatt.ics", 200, "text/calendar; charset=utf-8", ASK, True, None),
    ("/en/events/calendar.ics", 200, "text/calendar; charset=utf-8", ASK, True, None),
    ("/veranstaltungen/calendar.jcal.json", 200, "application/calendar+json", ASK, True, None),
    ("/veranstaltungen/calendar.jscalendar.json", 200, "application/jscalendar+json", ASK, True, None),
    ("/es/prensa/feed.xml", 200, "application/atom+xml; charset=utf-8", ASK, True, None),
    ("/sitemap.xml", 200, "application/xml; charset=utf-8", ASK, False, None),
    ("/data/events.json", 200, "application/json", ASK, True, None),
    ("/assets/hand.3f9a01bc.css", 200, "text/css; charset=utf-8", FOREVER, False, None),
    ("/site.webmanifest", 200, "application/manifest+json", ASK, False, None),
    ("/favicon.svg", 200, "image/svg+xml", HOUR, False, None),
    ("/media/ablauf.pdf", 200, "application/pdf", HOUR, False, None),
    ("/.well-known/probe.txt", 200, "text/plain; charset=utf-8", ASK, False, None),
    ("/alte/werkstatt/", 301, None, None, None, TARGET),
    ("/alte/werkstatt", 301, None, None, None, TARGET),
    ("/alte-%C3%9Cbersicht.html", 301, None, None, None, TARGET),
    ("/alt/ganz-weg/", 410, HTML, ASK, False, None),
    ("/alt/ganz-weg", 410, HTML, ASK, False, None),
    ("/weg.pdf", 410, HTML, ASK, False, None),
    ("/veranstaltungen/frueher/", 410, HTML, ASK, False, None),
    ("/veranstaltungen/frueher.ics", 410, HTML, ASK, False, None),
    ("/en/events/frueher/index.html", 410, HTML, ASK, False, None),
    ("/media/zur%C3%BCck%20gezogen.jpg", 410, HTML, ASK, False, None),
    ("/alt/ganz-weg/anders/", 404, HTML, ASK, False, None),
    ("/en/nothing-here/", 404, HTML, ASK, False, None),
    ("/nichts.ics", 404, HTML, ASK, False, None),
    ("/media/nichts.jpg", 404, HTML, ASK, False, None),
    ("/.git/config", 404, HTML, ASK, False, None),
]
# The start of what an answer must say; `None`: there must be no such header.
SECURITY = {
    "content-security-policy": "default-src 'none'; ",
    "x-content-type-options": "nosniff",
    "referrer-policy": "no-referrer",
    "permissions-policy": "camera=()",
    "cross-origin-opener-policy": "same-origin",
    "cross-origin-resource-policy": "same-origin",
    "strict-transport-security": None,
}
# Server; what is left out or put in its place in the configuration; what `bba verify` says of it.
WRONG = [
    ("nginx", r".*Content-Security-Policy.*\n", "", "`content-security-policy`"),
    ("nginx", "script-src 'self'", "script-src 'self' 'unsafe-inline'", "`content-security-policy`"),
    ("nginx", r".*X-Content-Type-Options.*\n", "", "`x-content-type-options`"),
    ("nginx", r".*add_header Cache-Control.*\n", "", "is kept too long"),
    ("nginx", r".*text/calendar ics;\n", "", "is “text/calendar; charset=utf-8”"),
    ("nginx", r"charset utf-8;", "", "is served as “text/html”"),
    ("nginx", r".*error_page.*\n", "", "does not show 404.html"),
    ("nginx", r"return 301 \"", "return 302 \"", "is answered with 302"),
    ("nginx", "return 410", "return 404", "answers 404, not 410"),
    ("apache", r".*Referrer-Policy.*\n", "", "`referrer-policy`"),
    ("apache", r".*RedirectMatch 301.*\n", "", "is to redirect with 301 is answered with 200"),
    ("apache", "max-age=31536000, immutable", "no-cache", "is fetched every time"),
]
faults = []


def bba(*arguments):
    """Runs the program; what it prints."""
    command = [BBA, *arguments]
    done = subprocess.run(command, capture_output=True, text=True, env={**os.environ, "LANG": "en"})
    if done.returncode != 0:
        sys.exit(f"{' '.join(command)} ended with {done.returncode}: {done.stderr[-2000:]}")
    return done.stdout


def content(root):
    """The programme with something at every kind of address."""
    for folder in ("content", "themes"):
        shutil.copytree(ROOT / folder, root / folder)
    with open(root / "content/site.yaml", "a") as site:
        site.write(SITE)
    (root / "content/events/werkstatt.yaml").write_text(EVENT)
    (root / "content/media").mkdir(exist_ok=True)
    (root / "content/media/ablauf.pdf").write_bytes(PDF)
    lines = (root / "content/site.yaml").read_text().splitlines()
    theme = next(line for line in lines if line.startswith("theme:")).split()[1]
    static = root / "themes" / theme / "static"
    for name, text in [
        ("assets/hand.3f9a01bc.css", "a{}"),
        ("site.webmanifest", "{}"),
        (".well-known/probe.txt", "1"),
    ]:
        (static / name).parent.mkdir(parents=True, exist_ok=True)
        (static / name).write_text(text)


def at(root, base):
    """Says where the site will be: `verify` looks at the content as well."""
    site = root / "content/site.yaml"
    lines = [line for line in site.read_text().splitlines() if not line.startswith("base_url:")]
    site.write_text("\n".join([*lines, f"base_url: {base}", ""]))


def free_port():
    with socket.socket() as listener:
        listener.bind(("127.0.0.1", 0))
        return listener.getsockname()[1]


def start(server, work, configuration, folder, port, tls=None):
    """Starts a server; the process."""
    file = work / f"{server}.conf"
    if server == "nginx":
        text = configuration
        if tls:
            live = f"/etc/letsencrypt/live/{HOST}"
            text = text.replace(f"{live}/fullchain.pem", f"{tls}/cert.pem")
            text = text.replace(f"{live}/privkey.pem", f"{tls}/key.pem")
            text = text.replace("listen 80;", f"listen {port + 1};")
        if not socket.has_ipv6 or not os.path.exists("/proc/net/if_inet6"):
            text = "\n".join(line for line in text.split("\n") if "listen [::]" not in line)
        text = text.replace("listen [::]:80;\n", "")
        paths = " ".join(
            f"{kind}_temp_path {work}/nginx-{kind};"
            for kind in ("client_body", "proxy", "fastcgi", "uwsgi", "scgi")
        )
        file.write_text(
            f"daemon off; user root; pid {work}/nginx.pid; error_log {work}/nginx.log;\n"
            f"events {{}}\nhttp {{ access_log off; {paths}\n{text}\n}}\n"
        )
        command = ["nginx", "-c", str(file)]
    elif server == "caddy":
        # It serves by host names, and is asked here without one as well.
        configuration = configuration.replace(f"http://{HOST}:", ":")
        file.write_text(f"{{\n\tadmin off\n\tauto_https off\n}}\n{configuration}")
        command = ["caddy", "run", "--config", str(file), "--adapter", "caddyfile"]
    else:
        modules = "\n".join(
            f"LoadModule {name}_module /usr/lib/apache2/modules/mod_{name}.so"
            for name in MODULES.split()
        )
        engine = ""
        if tls:
            engine = (
                f"Listen {port + 1}\n<VirtualHost *:{port}>\nSSLEngine on\n"
                f"SSLCertificateFile {tls}/cert.pem\nSSLCertificateKeyFile {tls}/key.pem\n</VirtualHost>\n"
            )
        file.write_text(
            f"{modules}\nServerRoot {work}\nServerName localhost\nPidFile {work}/apache.pid\n"
            f"ErrorLog {work}/apache.log\nUser www-data\nGroup www-data\nListen {port}\n"
            f"TypesConfig /dev/null\nDocumentRoot {folder}\n{engine}"
            f"<Directory {folder}>\nAllowOverride All\nRequire all granted\n</Directory>\n"
        )
        command = ["apache2", "-f", str(file), "-DFOREGROUND"]
    environment = {**os.environ, "HOME": str(work), "XDG_DATA_HOME": str(work)}
    log = open(work / f"{server}.out", "w")
    process = subprocess.Popen(command, stdout=log, stderr=log, env=environment)
    for _ in range(100):
        if process.poll() is not None:
            break
        try:
            socket.create_connection(("127.0.0.1", port), 1).close()
            return process
        except OSError:
            time.sleep(0.1)
    process.kill()
    print((work / f"{server}.out").read_text(), file=sys.stderr)
    print(f"{server} does not start", file=sys.stderr)
    sys.exit(2)


def ask(port, path, headers=None, context=None):
    """Status, headers in small letters, and body."""
    if context:
        connection = http.client.HTTPSConnection("localhost", port, timeout=10, context=context)
    else:
        connection = http.client.HTTPConnection("127.0.0.1", port, timeout=10)
    connection.request("GET", path, headers={"Host": f"{HOST}:{port}", **(headers or {})})
    answer = connection.getresponse()
    body = answer.read()
    connection.close()
    return answer.status, {name.lower(): value for name, value in answer.getheaders()}, body


def check(what, port, mount, public):
    """Every row of the table."""
    def expect(address, name, is_right, found):
        if not is_right:
            faults.append(f"{what} {address}: {name}: {found!r}")

    for address, status, media_type, cache, is_open, target in TABLE:
        found, headers, body = ask(port, mount + address)
        expect(address, "status", found == status, found)
        if target:
            location = headers.get("location", "")
            path = location.split(f"http://{HOST}:{port}")[-1]
            expect(address, "location", path == mount + target, location)
            continue
        served = headers.get("content-type", "").lower().replace("; ", ";")
        expect(address, "type", served == media_type.replace("; ", ";"), served)
        expect(address, "cache", headers.get("cache-control") == cache, headers.get("cache-control"))
        origin = headers.get("access-control-allow-origin")
        expect(address, "origin", origin == ("*" if is_open else None), origin)
        for name, value in SECURITY.items():
            sent = headers.get(name)
            expect(address, name, sent is None if value is None else (sent or "").startswith(value), sent)
        if status >= 400:
            page = "en/404.html" if address.startswith("/en/") else "404.html"
            page = page if (public / page).exists() else "404.html"
            expect(address, "page", body == (public / page).read_bytes(), body[:80])
        if status == 200:
            tag = headers.get("etag")
            again, _, rest = ask(port, mount + address, {"If-None-Match": tag or ""})
            expect(address, "again", (again, rest) == (304, b""), again)
    packed, headers, _ = ask(port, mount + "/", {"Accept-Encoding": "gzip"})
    expect("/", "compressed", headers.get("content-encoding") == "gzip", headers)
    again, _, _ = ask(
        port, mount + "/", {"Accept-Encoding": "gzip", "If-None-Match": headers.get("etag", "")}
    )
    expect("/", "compressed again", again == 304, again)


def encrypted(server, work, root):
    """http leads to https, and the answer there says that it always will be."""
    tls = work / "tls"
    if not tls.exists():
        tls.mkdir()
        subprocess.run(
            ["openssl", "req", "-x509", "-newkey", "rsa:2048", "-nodes", "-days", "2"]
            + ["-subj", "/CN=localhost", "-addext", "subjectAltName=DNS:localhost"]
            + ["-keyout", str(tls / "key.pem"), "-out", str(tls / "cert.pem")],
            check=True,
            capture_output=True,
        )
    port = free_port()
    base = f"https://{HOST}:{port}/"
    folder = work / f"{server}-tls"
    at(root, base)
    options = ["--root", str(root), "--now", NOW]
    bba("build", "--quiet", *options, "--out", str(folder))
    configuration = bba("hosting", server, *options, "--folder", str(folder))
    process = start(server, work, configuration, folder, port, tls)
    try:
        context = ssl.create_default_context(cafile=str(tls / "cert.pem"))
        status, headers, _ = ask(port, "/presse/", context=context)
        if status != 200 or headers.get("strict-transport-security") != "max-age=31536000":
            faults.append(f"{server} https: {status} {headers}")
        status, headers, _ = ask(port + 1, "/presse/", {"Host": HOST})
        if status != 301 or headers.get("location") != base + "presse/":
            faults.append(f"{server} http: {status} {headers}")
    finally:
        process.terminate()
        process.wait()


def misconfigured(work, root):
    """Whether each fault of a server is found."""
    found = 0
    for number, (server, pattern, instead, told) in enumerate(WRONG):
        port = free_port()
        base = f"http://{HOST}:{port}/"
        folder = work / f"wrong{number}"
        at(root, base)
        options = ["--root", str(root), "--now", NOW]
        bba("build", "--quiet", *options, "--out", str(folder))
        configuration = bba("hosting", server, *options, "--folder", str(folder))
        wrong, count = re.subn(pattern, instead, configuration)
        if count == 0:
            faults.append(f"{server}: nothing to make wrong: {pattern}")
            continue
        if server == "apache":
            (folder / ".htaccess").write_text(wrong)
        process = start(server, work, wrong, folder, port)
        try:
            verified = subprocess.run(
                [BBA, "verify", f"http://localhost:{port}/", "--root", str(root), "--now", NOW, "--lang", "en"],
                capture_output=True,
                text=True,
            )
        finally:
            process.terminate()
            process.wait()
        if verified.returncode == 1 and told in verified.stdout:
            found += 1
        else:
            faults.append(f"{server} {pattern}: not found: {verified.stdout}{verified.stderr}")
    print(f"{found} of {len(WRONG)} misconfigurations found")


def main():
    work = pathlib.Path(tempfile.mkdtemp(prefix="hosting-"))
    work.chmod(0o755)
    try:
        root = work / "root"
        root.mkdir()
        content(root)
        for server in SERVERS:
            for mount in ("", "/unter/pfad"):
                port = free_port()
                base = f"http://{HOST}:{port}{mount}/"
                folder = work / f"{server}{len(mount)}"
                public = folder / mount.strip("/") if mount else folder
                public.parent.mkdir(parents=True, exist_ok=True)
                at(root, base)
                options = ["--root", str(root), "--now", NOW]
                bba("build", "--quiet", *options, "--out", str(public))
                # Nobody shall get at this, whatever else lies there.
                (public / ".git").mkdir()
                (public / ".git/config").write_text("secret")
                configuration = bba("hosting", server, *options, "--folder", str(folder))
                process = start(server, work, configuration, folder, port)
                try:
                    before = len(faults)
                    check(f"{server} {mount or '/'}", port, mount, public)
                    verified = subprocess.run(
                        [BBA, "verify", f"http://localhost:{port}{mount}/", "--root", str(root), "--now", NOW, "--lang", "en"],
                        capture_output=True,
                        text=True,
                    )
                    if verified.returncode != 0:
                        faults.append(f"{server} {mount}: verify: {verified.stdout}{verified.stderr}")
                    wrong = len(faults) - before
                    print(f"{server:8} {mount or '/':12} {len(TABLE)} addresses, {wrong} wrong")
                finally:
                    process.terminate()
                    process.wait()
            if server != "caddy":
                encrypted(server, work, root)
        if {"nginx", "apache"} <= set(SERVERS):
            misconfigured(work, root)
        for fault in faults:
            print(fault)
        sys.exit(1 if faults else 0)
    finally:
        shutil.rmtree(work, ignore_errors=True)


main()
