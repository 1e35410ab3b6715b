#!/usr/bin/env bash
# Whether the release is the same, byte for byte, wherever it is built: the last commit, in two
# folders that have nothing in common. Call: tests/release/twice.sh
set -euo pipefail
cd "$(dirname "$0")/../.."
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
for place in a 'b/some where/deeper'; do
  mkdir -p "$work/$place"
  git clone --quiet . "$work/$place/bba"
  (cd "$work/$place/bba" && CARGO_TARGET_DIR="$work/$place/target" tools/release "$work/$place/out")
  rm -rf "$work/$place/target"
done
cmp "$work/a/out/SHA256SUMS" "$work/b/some where/deeper/out/SHA256SUMS"
cat "$work/a/out/SHA256SUMS"
