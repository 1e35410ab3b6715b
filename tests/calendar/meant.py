"""What every entry of a built site means, by its data files, for readers in Python.

An entry that was read is a dict with uid, start, end, summary, description, location, status,
sequence, stamp, url, siblings, and alarms, their number, unless the reader does not tell. Times are
days, or instants in UTC.
"""

import datetime
import json
import re
import sys
from pathlib import Path

SITE = Path(sys.argv[1])
DAY = datetime.timedelta(days=1)
UTC = datetime.timezone.utc
FILES = sorted(SITE.rglob("*.ics"))
passed = failed = 0


def report(name, findings):
    global passed, failed
    if not findings:
        passed += 1
        return
    failed += 1
    if failed <= 20:
        print(f"\nFAIL {name}", *findings[:5], sep="\n     ")


def finish():
    print(f"{passed} passed, {failed} failed")
    sys.exit(1 if failed or not passed else 0)


def with_texts(item):
    """Texts of the data are maps by language; read are those of the default, which is the first."""
    if isinstance(item, list):
        return [with_texts(part) for part in item]
    if not isinstance(item, dict):
        return item
    texts = {key: value for key, value in item.items() if key != "urls"}
    if texts and all(re.fullmatch(r"[a-z]{2,3}(-[A-Z]{2})?", key) for key in texts):
        return next(iter(texts.values()))
    return {key: with_texts(value) for key, value in item.items()}


class Facts:
    """What the data files of a language say, by UID and by address."""

    def __init__(self, folder):
        def data(name):
            return with_texts(json.loads((folder / f"data/{name}.json").read_text("utf-8")))

        events = data("events")
        visits = [v | {"start": v["first_day"], "end": v["last_day"]} for v in data("delegations")]
        self.items = {item["uid"]: item for item in events + visits}
        self.by_url = {event["url"]: event for event in events}


FOLDERS = {path.parent.parent for path in SITE.rglob("data/events.json")}
LANGUAGES = {folder: Facts(folder) for folder in FOLDERS}


def facts_of(path):
    """The facts of the nearest folder above a file that has some."""
    return next(LANGUAGES[folder] for folder in path.parents if folder in LANGUAGES)


def moment(text):
    """A day, or an instant in UTC."""
    if re.fullmatch(r"\d{4}-\d\d-\d\d", text):
        return datetime.date.fromisoformat(text)
    return datetime.datetime.fromisoformat(text).astimezone(UTC)


def instant(time):
    return time.astimezone(UTC) if isinstance(time, datetime.datetime) else time


def settled(text):
    """What a reader gets of a text: no white space at its ends."""
    return (text or "").replace("\u2028", "\n").strip()


def is_translated(path):
    """Whether a file is in another language than the data: below `en/` and the like."""
    return len(path.relative_to(SITE).parts[0]) == 2


def without_texts(item, entry):
    """An item with the texts that were read in place of those of the default language."""
    read = {"title": entry["summary"], "url": entry["url"]}
    return {**item, **read, "summary": None, "description": None, "venue": None}


def times(item):
    start, last = moment(item["start"]), moment(item["end"] or item["start"])
    if not isinstance(last, datetime.datetime):
        return start, last + DAY
    return start, last if item["end"] else None


def status(item):
    if item["status"] == "cancelled":
        return "CANCELLED"
    is_open = item.get("day_is_open") or item.get("hour_is_open")
    tentative = item["status"] in ("planned", "postponed") or is_open
    return "TENTATIVE" if tentative else "CONFIRMED"


def is_called_off(item):
    return item["status"] in ("cancelled", "postponed")


def compare(entry, item, findings):
    def expect(what, found, meant):
        if found != meant:
            findings.append(f"{item['id']} {what}: {found!r} instead of {meant!r}")

    title = settled(item["title"])
    summary = entry["summary"]
    expect("SUMMARY", summary[-len(title):] if is_called_off(item) else summary, title)
    start, end = times(item)
    expect("DTSTART", entry["start"], start)
    expect("DTEND", entry["end"], end)
    expect("STATUS", entry["status"], status(item))
    expect("SEQUENCE", entry["sequence"], len(item["updates"]))
    expect("DTSTAMP", entry["stamp"], moment(item["modified"]))
    expect("URL", entry["url"], item["url"])
    for text in (item["summary"], item["description"]):
        if settled(text) not in entry["description"]:
            findings.append(f"{item['id']} DESCRIPTION without {text}")
    venue = item.get("venue") if item["status"] != "moved-online" else None
    for part in (venue["name"], venue["city"]) if venue else ():
        if settled(part) not in (entry["location"] or ""):
            findings.append(f"{item['id']} LOCATION without {part}")


def compare_deadline(entry, facts, findings):
    event = facts.by_url[entry["url"]]
    deadline = datetime.date.fromisoformat(event["registration"]["deadline"][:10])
    day = entry["start"]
    # A day lasts until the next begins.
    if day not in (deadline, deadline - DAY):
        findings.append(f"{event['id']}: {day} instead of {deadline}")
    if not entry["summary"].endswith(settled(event["title"])):
        findings.append(f"{event['id']}: {entry['summary']}")


def compare_dates(found, item, findings):
    """A series has the dates that its data lists."""
    dates = item["repeat"]["dates"]
    meant = sorted(moment(date["start"]) for date in dates if date["status"] != "cancelled")
    if sorted(found) != meant:
        findings.append(f"{item['id']}: {sorted(found)} instead of {meant}")


def check(path, entries, dates, findings=()):
    """Compares the entries of a file, without those of single dates that stand in their series;
    `dates` are the starts of series, by UID, as the reader expands them."""
    findings = list(findings)
    facts = facts_of(path)
    is_reminding = path.name == "reminders.ics"
    for entry in entries:
        item = facts.items.get(entry["uid"])
        related = (facts.items.get(uid, {}) for uid in entry["siblings"])
        series = next((other for other in related if other.get("repeat")), None)
        if item:
            compare(entry, without_texts(item, entry) if is_translated(path) else item, findings)
        elif series:
            # A further date; when it is, is compared with the others.
            if entry["status"] != "CANCELLED":
                dates.get(series["uid"], []).append(entry["start"])
        elif path.name != "deadlines.ics":
            findings.append(f"{entry['uid']} is unknown")
        elif not is_translated(path):
            compare_deadline(entry, facts, findings)
        known = item or series
        off = entry["status"] == "CANCELLED" or (known and is_called_off(known))
        if entry.get("alarms") not in (None, 1 if is_reminding and not off else 0):
            findings.append(f"{entry['uid']}: alarms")
    for uid, found in dates.items():
        if uid in facts.items and facts.items[uid]["status"] != "cancelled":
            compare_dates(found, facts.items[uid], findings)
    report(path.relative_to(SITE), findings)
