#!/usr/bin/env bash
# Installs the readers of this suite below $CALENDAR_READERS, outside of the repository.
set -euo pipefail
cd "$(dirname "$0")"
readers=${CALENDAR_READERS:-${XDG_CACHE_HOME:-$HOME/.cache}/bba/calendar}

mkdir -p "$readers"
cp package.json package-lock.json .npmrc "$readers/"
npm ci --prefix "$readers" --no-progress --loglevel=error
python3 -m venv "$readers/python"
"$readers/python/bin/pip" install --quiet --disable-pip-version-check -r requirements.txt
