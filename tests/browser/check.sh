#!/usr/bin/env bash
# check.sh SITE [BASE] – all suites over a built site; every one runs, any finding fails.
set -uo pipefail
here=$(dirname "$0")
status=0
for suite in html axe behave print search; do
  printf '%s: ' "$suite"
  node "$here/$suite.mjs" "$@" || status=1
done
exit $status
