#!/usr/bin/env bash
# Whether the release is the same, byte for byte, wherever it is built: the one that `tools/release`
# made here, and the last commit in another folder, which has nothing in common with this one.
# Call: tests/release/twice.sh RELEASE
set -euo pipefail
release=$(realpath "${1:?usage: tests/release/twice.sh RELEASE}")
cd "$(dirname "$0")/../.."
git diff --quiet HEAD || { echo "something is not committed" >&2; exit 2; }
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
place="$work/some where/deeper"
mkdir -p "$place"
git clone --quiet . "$place/bba"
(cd "$place/bba" && CARGO_TARGET_DIR="$place/target" tools/release "$place/out")
cmp "$release/SHA256SUMS" "$place/out/SHA256SUMS"
cat "$release/SHA256SUMS"
