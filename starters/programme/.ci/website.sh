#!/usr/bin/env bash
# Was die Aufträge auf GitHub und GitLab gemeinsam haben. Aufruf: bash .ci/website.sh AUFGABE
#
#   holen        legt das Programm bba nach ~/.local/bin
#   kommentar    schreibt an den Vorschlag, was sich auf der Website ändert
#   berichtigen  schlägt an jeder Zeile vor, was nur auf eine Art richtig wird
#   verwahren    hebt den Stand auf, der online ist
#   waechter     sagt laut, wenn etwas fällig ist und nicht online steht; einmal am Tag, wenn
#                irgendetwas nicht so online steht, wie es gebaut wurde
set -euo pipefail

bba=$HOME/.local/bin/bba

# Ob das Programm das ist, dessen Prüfsumme hier eingetragen ist.
ist_echt() { printf '%s  %s\n' "$BBA_SHA256" "$1" | sha256sum --check --status; }

holen() {
  mkdir -p "$HOME/.local/bin"
  if [ -z "${BBA_SHA256:-}" ]; then
    bauen
  elif [ ! -e "$bba" ] || ! ist_echt "$bba"; then
    if curl --fail --silent --show-error --location --retry 3 --output "$bba.neu" "$BBA_RELEASE"; then
      ist_echt "$bba.neu" || {
        rm -f "$bba.neu" "$bba"
        echo "nicht online, weil $BBA_RELEASE eine andere Prüfsumme hat als BBA_SHA256" >&2
        exit 1
      }
      chmod +x "$bba.neu"
      mv "$bba.neu" "$bba"
    else
      rm -f "$bba"
      bauen
    fi
  fi
  "$bba" --version
}

# Aus dem Quelltext, nur wenn es kein fertiges Programm gibt.
bauen() {
  [ -e "$bba" ] || cargo install --locked --quiet --root "$HOME/.local" \
    --git "$BBA_REPOSITORY" --rev "$BBA_REV" bba
}

kommentar() {
  local status=0
  "$bba" plan --against "$WEBSITE" --quiet --lang de --format markdown \
    ${ADRESSE_DER_VORSCHAU:+--base-url "$ADRESSE_DER_VORSCHAU"} >plan.md || status=$?
  {
    echo '<!-- bba: plan -->'
    if [ -s plan.md ]; then
      cat plan.md
    elif [ $status -eq 2 ]; then
      echo "Was sich ändert, ließ sich nicht sagen: $WEBSITE war nicht zu lesen."
    else
      echo 'Im Inhalt sind Fehler; sie stehen an ihren Zeilen und im Protokoll.'
    fi
    printf '\n[Vorschau ansehen](%s), sieben Tage lang.\n' "$VORSCHAU"
  } >kommentar.md
  anschreiben kommentar.md
  # Eine Website, die gerade nicht zu lesen ist, macht keinen Vorschlag falsch.
  [ $status -ne 1 ] || exit 1
}

# Schreibt den einen Kommentar, oder schreibt ihn um.
anschreiben() {
  if [ -n "${GITHUB_ACTIONS:-}" ]; then
    local liste="repos/$GITHUB_REPOSITORY/issues/$VORSCHLAG/comments" alt
    alt=$(gh api --paginate "$liste" \
      --jq '.[] | select(.body | startswith("<!-- bba: plan -->")) | .id' | head -n 1)
    if [ -n "$alt" ]; then
      gh api --silent --method PATCH "repos/$GITHUB_REPOSITORY/issues/comments/$alt" -F "body=@$1"
    else
      gh api --silent --method POST "$liste" -F "body=@$1"
    fi
  elif [ -n "${KOMMENTAR_TOKEN:-}" ]; then
    local liste="$CI_API_V4_URL/projects/$CI_PROJECT_ID/merge_requests/$VORSCHLAG/notes" alt
    alt=$(gitlab "$liste?per_page=100&sort=asc" |
      jq -r '.[] | select(.body | startswith("<!-- bba: plan -->")) | .id' | head -n 1)
    if [ -n "$alt" ]; then
      gitlab --request PUT "$liste/$alt" --data-urlencode "body@$1" >antwort.json
    else
      gitlab --request POST "$liste" --data-urlencode "body@$1" >antwort.json
    fi
  else
    cat "$1"
  fi
}

# Fragt GitLab. Das Token steht in keiner Befehlszeile, die andere sehen.
gitlab() {
  printf 'header = "PRIVATE-TOKEN: %s"\n' "$KOMMENTAR_TOKEN" |
    curl --fail --silent --show-error --config - "$@"
}

# Jede Berichtigung als Vorschlag an ihren Zeilen. Was außerhalb der geänderten Zeilen liegt, nimmt
# der Dienst nicht an; es steht dann nur im Protokoll.
berichtigen() {
  "$bba" check --fix --quiet --lang de >berichtigungen.diff 2>/dev/null || true
  git diff --unified=0 --no-color --no-ext-diff --no-prefix -- content >genau.diff
  git checkout --quiet -- content
  [ -s genau.diff ] || return 0
  cat berichtigungen.diff
  local pfad='' zeile anfang zahl datei=''
  while IFS= read -r zeile; do
    case $zeile in
      '+++ '*) pfad=${zeile#+++ } ;;
      '--- '* | 'diff --git '* | 'index '*) ;;
      '@@ '*)
        [ -z "$datei" ] || vorschlagen "$pfad_davor" "$anfang" "$zahl" "$datei"
        read -r _ anfang _ <<<"$zeile"
        anfang=${anfang#-}
        zahl=1
        case $anfang in *,*) zahl=${anfang#*,} anfang=${anfang%,*} ;; esac
        datei=vorschlag.md pfad_davor=$pfad
        printf '```suggestion\n' >"$datei"
        ;;
      '+'*) printf '%s\n' "${zeile#+}" >>"$datei" ;;
    esac
  done <genau.diff
  [ -z "$datei" ] || vorschlagen "$pfad_davor" "$anfang" "$zahl" "$datei"
}

# vorschlagen PFAD ZEILE ZAHL DATEI
vorschlagen() {
  [ "$3" -gt 0 ] || return 0
  local ende=$(($2 + $3 - 1)) marke
  printf '```\n' >>"$4"
  marke="bba: $(printf '%s' "$1 $2" | cat - "$4" | sha256sum | cut -c 1-16)"
  printf '\n<!-- %s -->\n' "$marke" >>"$4"
  if [ -n "${GITHUB_ACTIONS:-}" ]; then
    local liste="repos/$GITHUB_REPOSITORY/pulls/$VORSCHLAG/comments" mehrere=()
    gh api --paginate "$liste" --jq '.[].body' | grep -qF "$marke" && return 0
    [ "$3" -eq 1 ] || mehrere=(-F "start_line=$2" -f start_side=RIGHT)
    gh api --silent --method POST "$liste" -f "commit_id=$STAND" -f "path=$1" -F "line=$ende" \
      -f side=RIGHT "${mehrere[@]}" -F "body=@$4" 2>/dev/null || true
  elif [ -n "${KOMMENTAR_TOKEN:-}" ]; then
    local liste="$CI_API_V4_URL/projects/$CI_PROJECT_ID/merge_requests/$VORSCHLAG/discussions"
    gitlab "$liste?per_page=100" | grep -qF "$marke" && return 0
    sed -i "1s/.*/\`\`\`suggestion:-$(($3 - 1))+0/" "$4"
    gitlab --request POST "$liste" --data-urlencode "body@$4" \
      --data "position[position_type]=text" \
      --data "position[base_sha]=$CI_MERGE_REQUEST_DIFF_BASE_SHA" \
      --data "position[start_sha]=$CI_MERGE_REQUEST_DIFF_BASE_SHA" \
      --data "position[head_sha]=$STAND" --data "position[new_line]=$ende" \
      --data-urlencode "position[new_path]=$1" --data-urlencode "position[old_path]=$1" \
      >antwort.json || true
  fi
}

verwahren() {
  rm -rf gut
  mkdir gut
  cp -R content gut/
  if [ -d themes ]; then cp -R themes gut/; fi
}

# Ein Zwischenspeicher vor der Website darf eine Viertelstunde lang das Alte zeigen.
#
# In der vierten Stunde des Tages wird nach jeder Datei gefragt. Nach Headern und Weiterleitungen
# nicht: GitHub Pages kann keine. Wer den Webserver nach `bba hosting` eingerichtet hat, schreibt
# »frage=« statt »frage=--plain-host«, und auch danach wird gefragt.
waechter() {
  local pause frage=--due
  [ "$(date --utc --date "@${SOURCE_DATE_EPOCH:-$(date +%s)}" +%H)" != 03 ] || frage=--plain-host
  for pause in 300 300 300 0; do
    if "$bba" verify "$WEBSITE" ${frage:+"$frage"} --lang de; then return 0; fi
    [ $pause -eq 0 ] || sleep "${WARTEZEIT:-$pause}"
  done
  if [ -n "${GITHUB_ACTIONS:-}" ]; then
    echo "::error title=Nicht online::Nicht online, wie es sein soll: $WEBSITE"
  fi
  echo "NICHT ONLINE: Auf $WEBSITE steht nicht, was dort stehen soll; was, steht darüber." >&2
  exit 1
}

case ${1:-} in
  holen | kommentar | berichtigen | verwahren | waechter) "$1" ;;
  *) sed -n '2,9s/^# \{0,1\}//p' "$0" >&2; exit 2 ;;
esac
