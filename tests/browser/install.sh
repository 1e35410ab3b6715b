#!/usr/bin/env bash
# Installs what the suites need: npm packages here, chromium, Java and poppler from the distribution.
set -euo pipefail
cd "$(dirname "$0")"

as_root() { if [ "$(id -u)" = 0 ]; then "$@"; else sudo "$@"; fi; }

install_package() {
  as_root apt-get update -q
  as_root env DEBIAN_FRONTEND=noninteractive apt-get install -qy --no-install-recommends "$1"
}

# Unpacking chromium has failed once for no reason and worked the next time.
ensure() {
  for pause in 0 5 15; do
    command -v "$1" >/dev/null && return
    sleep "$pause"
    install_package "$2" || true
  done
  command -v "$1" >/dev/null || { echo "could not install $2" >&2; exit 1; }
}

npm install --no-progress --loglevel=error
ensure java default-jre-headless
ensure chromium chromium
ensure pdftotext poppler-utils
