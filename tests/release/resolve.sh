#!/usr/bin/env bash
# Whether the static program finds hosts by name without the libraries of this machine: it asks a
# server of this machine by a name that only /etc/hosts of a bare folder knows.
# Call: tests/release/resolve.sh PROGRAM
set -euo pipefail
program=$(realpath "$1")
cd "$(dirname "$0")/../.."
as_root() { if [ "$(id -u)" = 0 ]; then "$@"; else sudo "$@"; fi; }

jail=$(mktemp -d)
trap 'kill "$server" 2>/dev/null || true; as_root rm -rf "$jail"' EXIT
mkdir "$jail/bin" "$jail/etc" "$jail/site"
cp "$program" "$jail/bin/bba"
cp -r content themes "$jail/site"
echo '127.0.0.1 bba.test' >"$jail/etc/hosts"
"$program" build --quiet --now 2019-09-23T20:00 --out "$jail/published" 2>/dev/null
python3 -m http.server --bind 127.0.0.1 --directory "$jail/published" 8917 >/dev/null 2>&1 &
server=$!
sleep 1
as_root chroot "$jail" /bin/bba plan --root /site --against http://bba.test:8917/ \
  --now 2019-09-23T20:00 --quiet
