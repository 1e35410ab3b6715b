#!/usr/bin/env bash
# Fuzzes what reads what anybody may send: the targets of `fuzz/` one after the other, by coverage,
# for an hour in all. Prints a table; ends 1 when something was found, whose input then lies in
# fuzz/artifacts. Call: tests/release/fuzz.sh [SECONDS [TARGET…]]
#
# Needs a nightly compiler. Without the sanitizer of addresses, which is for code that is not safe and
# costs a good part of the texts.
set -uo pipefail
cd "$(dirname "$0")/../.." || exit 2
seconds=${1:-450}
shift || true
targets=("$@")
[ $# -gt 0 ] || targets=(yaml front_matter markdown calendar written_calendar dates paths media)

cargo fuzz --version >/dev/null 2>&1 || cargo install --quiet --locked cargo-fuzz || exit 2
# The same crates as in the program.
cp Cargo.lock fuzz/Cargo.lock
work=target/fuzz
cargo +nightly fuzz build --sanitizer none --target-dir "$work" || exit 2
programs=$work/$(rustc -vV | sed -n 's/^host: //p')/release

# What each starts from: small files of its kind that are here.
seeds() {
  case $1 in
    yaml) find content tests/golden/*/content -name '*.yaml' ;;
    front_matter | markdown) find content tests/golden/*/content -name '*.md' ;;
    calendar | written_calendar) find tests/golden -name '*.ics' ;;
    paths) find tests/golden/programme/expected -name 'sitemap*' -o -name '_redirects' ;;
    media) find themes tests/golden tests/browser -name '*.p[dn]*' -o -name '*.svg' -o -name '*.jp*' ;;
  esac
}

found=0
printf '| target | texts | a second | edges of code | largest text kept | findings |\n|---|---|---|---|---|---|\n' \
  >"$work/table"
for target in "${targets[@]}"; do
  corpus=$work/corpus/$target
  mkdir -p "$corpus" "fuzz/artifacts/$target"
  seeds "$target" | while read -r file; do
    [ "$(stat --format %s "$file")" -gt 4096 ] ||
      cp "$file" "$corpus/seed-$(sha256sum "$file" | cut -c 1-16)"
  done
  before=$(find "fuzz/artifacts/$target" -type f | wc -l)
  nice "$programs/$target" "$corpus" -max_total_time="$seconds" -max_len=4096 -timeout=20 \
    -print_final_stats=1 -artifact_prefix="fuzz/artifacts/$target/" >"$work/$target.log" 2>&1
  status=$?
  findings=$(($(find "fuzz/artifacts/$target" -type f | wc -l) - before))
  if [ $status != 0 ]; then
    found=1
    tail -n 40 "$work/$target.log"
  fi
  stat_of() { sed -n "s/^stat::$1: *//p" "$work/$target.log"; }
  printf '| %s | %s | %s | %s | %s | %s |\n' "$target" "$(stat_of number_of_executed_units)" \
    "$(stat_of average_exec_per_sec)" \
    "$(grep -o ' cov: [0-9]*' "$work/$target.log" | tail -n 1 | cut -c 7-)" \
    "$(find "$corpus" -type f -printf '%s\n' | sort -n | tail -n 1)" "$findings" >>"$work/table"
done
cat "$work/table"
exit $found
