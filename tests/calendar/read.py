"""read.py SITE – reads every calendar file of a built site with icalendar, expands it with
recurring-ical-events, and compares with the site's data files and its jCal.

Every TZID is given a name that no zone database knows, so that times are worked out from the
file's own VTIMEZONE.
"""

import datetime
import json
import re
import sys
from pathlib import Path

import icalendar
import recurring_ical_events

SITE = Path(sys.argv[1])
DAY = datetime.timedelta(days=1)
UTC = datetime.timezone.utc
passed = failed = 0


def report(name, findings):
    global passed, failed
    if not findings:
        passed += 1
        return
    failed += 1
    if failed <= 20:
        print(f"\nFAIL {name}", *findings[:5], sep="\n     ")


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
    read = {"title": str(entry["SUMMARY"]), "url": str(entry["URL"])}
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


def compare(entry, item, findings):
    def expect(what, found, meant):
        if found != meant:
            findings.append(f"{item['id']} {what}: {found!r} instead of {meant!r}")

    title = settled(item["title"])
    summary = str(entry["SUMMARY"])
    called_off = item["status"] in ("cancelled", "postponed")
    expect("SUMMARY", summary[-len(title):] if called_off else summary, title)
    start, end = times(item)
    expect("DTSTART", instant(entry["DTSTART"].dt), start)
    expect("DTEND", instant(entry["DTEND"].dt) if "DTEND" in entry else None, end)
    expect("STATUS", str(entry["STATUS"]), status(item))
    expect("SEQUENCE", int(entry["SEQUENCE"]), len(item["updates"]))
    expect("DTSTAMP", entry["DTSTAMP"].dt, moment(item["modified"]))
    expect("URL", str(entry["URL"]), item["url"])
    for text in (item["summary"], item["description"]):
        if settled(text) not in str(entry["DESCRIPTION"]):
            findings.append(f"{item['id']} DESCRIPTION without {text}")
    venue = item.get("venue") if item["status"] != "moved-online" else None
    for part in (venue["name"], venue["city"]) if venue else ():
        if settled(part) not in str(entry.get("LOCATION", "")):
            findings.append(f"{item['id']} LOCATION without {part}")


def compare_deadline(entry, facts, findings):
    event = facts.by_url[str(entry["URL"])]
    deadline = datetime.date.fromisoformat(event["registration"]["deadline"][:10])
    day = entry["DTSTART"].dt
    # A day lasts until the next begins.
    if day not in (deadline, deadline - DAY):
        findings.append(f"{event['id']}: {day} instead of {deadline}")
    if not str(entry["SUMMARY"]).endswith(settled(event["title"])):
        findings.append(f"{event['id']}: {entry['SUMMARY']}")


def compare_dates(calendar, items, findings):
    """Expanded, a series has the dates that its data lists."""
    series = {str(entry["UID"]) for entry in calendar.walk("VEVENT") if "RRULE" in entry}
    for uid in series & items.keys():
        dates = items[uid]["repeat"]["dates"]
        meant = sorted(moment(date["start"]) for date in dates if date["status"] != "cancelled")
        if not meant:
            continue
        expanded = recurring_ical_events.of(calendar).between(meant[0] - DAY, meant[-1] + 2 * DAY)
        found = sorted(
            instant(entry["DTSTART"].dt)
            for entry in expanded
            if str(entry["UID"]) == uid and entry.get("STATUS") != "CANCELLED"
        )
        if found != meant:
            findings.append(f"{items[uid]['id']}: {found} instead of {meant}")


def check(path, number):
    text = path.read_bytes().decode("utf-8")
    # A name of its own in every file: the reader remembers zones by their names.
    unknown = re.sub(r"(\r\n(?:[A-Z-]+;)?TZID[=:])", rf"\1x{number}-", text)
    findings = []
    calendar = icalendar.Calendar.from_ical(unknown)
    facts = facts_of(path)
    is_reminding = path.name == "reminders.ics"
    for component in calendar.walk():
        if component.errors:
            findings.append(f"{component.name}: {component.errors}")
    for entry in calendar.walk("VEVENT"):
        if "RECURRENCE-ID" in entry:
            continue
        item = facts.items.get(str(entry["UID"]))
        if item:
            compare(entry, without_texts(item, entry) if is_translated(path) else item, findings)
        elif path.name == "deadlines.ics":
            if not is_translated(path):
                compare_deadline(entry, facts, findings)
        else:
            findings.append(f"{entry['UID']} is unknown")
        alarms = 1 if is_reminding and entry["STATUS"] != "CANCELLED" else 0
        if len(entry.walk("VALARM")) != alarms:
            findings.append(f"{entry['UID']}: alarms")
    compare_dates(calendar, facts.items, findings)
    report(path.relative_to(SITE), findings)


def normal(component):
    """jCal has one form for one value. This reader knows no names of RFC 7986, and takes a zone
    without an offset for UTC."""
    name, properties, components = component

    def as_list(value):
        return value if isinstance(value, list) else [value]

    def of_property(given):
        name, parameters, kind, *values = given
        parameters = {key.lower(): as_list(value) for key, value in parameters.items()}
        if kind == "unknown" and name.lower() in ("name", "color"):
            kind, values = "text", [re.sub(r"\\([;,\\])", r"\1", value) for value in values]
        if kind == "date-time" and "tzid" in parameters:
            values = [value.removesuffix("Z") for value in values]
        if kind == "recur":
            values = [{key.lower(): as_list(value) for key, value in v.items()} for v in values]
        return [name.lower(), parameters, kind, *values]

    properties = sorted((of_property(p) for p in properties), key=lambda p: (p[0], str(p[3:])))
    return [name.lower(), properties, [normal(part) for part in components]]


def differences(ours, theirs, where):
    for left, right in zip(ours[1], theirs[1]):
        if left != right:
            yield f"{where}: {left} instead of {right}"
    if len(ours[1]) != len(theirs[1]) or len(ours[2]) != len(theirs[2]):
        yield f"{where}: {len(ours[1])} properties, {len(theirs[1])}"
    for left, right in zip(ours[2], theirs[2]):
        yield from differences(left, right, f"{where}/{left[0]}")


def check_jcal(path):
    ours = json.loads(path.read_text("utf-8"))
    file = path.with_name(path.name.replace(".jcal.json", ".ics"))
    theirs = icalendar.Calendar.from_ical(file.read_bytes()).to_jcal()
    report(path.relative_to(SITE), list(differences(normal(ours), normal(theirs), "vcalendar")))


for number, path in enumerate(sorted(SITE.rglob("*.ics"))):
    check(path, number)
for path in sorted(SITE.rglob("*.jcal.json")):
    check_jcal(path)
print(f"{passed} passed, {failed} failed")
sys.exit(1 if failed or not passed else 0)
