#!/usr/bin/env bash
# Builds and checks the programme where there is nothing but busybox and the static program: no
# shared library, no /etc, no /proc. Call: tests/release/chroot.sh PROGRAM
set -euo pipefail
program=$(realpath "$1")
cd "$(dirname "$0")/../.."

as_root() { if [ "$(id -u)" = 0 ]; then "$@"; else sudo "$@"; fi; }
busybox=$(command -v busybox || true)
if [ -z "$busybox" ] || ldd "$busybox" 2>/dev/null | grep -q '=>'; then
  as_root apt-get update -q
  as_root env DEBIAN_FRONTEND=noninteractive apt-get install -qy busybox-static
  busybox=$(command -v busybox)
fi

jail=$(mktemp -d)
trap 'as_root rm -rf "$jail"' EXIT
mkdir "$jail/bin" "$jail/site"
cp "$busybox" "$jail/bin/busybox"
cp "$program" "$jail/bin/bba"
cp -r content themes "$jail/site"

as_root chroot "$jail" /bin/busybox sh -ec '
  cd /site
  /bin/bba --version
  /bin/bba check --now 2019-09-23T20:00 --quiet
  /bin/bba build --now 2019-09-23T20:00
  /bin/bba verify public --now 2019-09-23T20:00
  /bin/bba plan --against public --now 2019-09-23T20:00 --quiet'
[ -s "$jail/site/public/build.json" ]
