#!/usr/bin/env bash
# check.sh SITE – both readers over a built site; each runs, any finding fails.
set -uo pipefail
here=$(dirname "$0")
export CALENDAR_READERS=${CALENDAR_READERS:-${XDG_CACHE_HOME:-$HOME/.cache}/bba/calendar}
status=0
printf 'ical.js: '
node "$here/read.mjs" "$1" || status=1
printf 'icalendar (Python): '
"$CALENDAR_READERS/python/bin/python" "$here/read.py" "$1" || status=1
exit $status
