"""read.py SITE – reads every calendar file of a built site with icalendar, expands it with
recurring-ical-events, and compares with the site's data files and its jCal.

Every TZID is given a name that no zone database knows, so that times are worked out from the
file's own VTIMEZONE.
"""

import datetime
import json
import re

import icalendar
import recurring_ical_events

from meant import FILES, SITE, check, finish, instant, report

FIRST, LAST = datetime.date(1960, 1, 1), datetime.date(2060, 1, 1)


def related(entry):
    related = entry.get("RELATED-TO", [])
    return related if isinstance(related, list) else [related]


def entry_of(entry):
    return {
        "uid": str(entry["UID"]),
        "start": instant(entry["DTSTART"].dt),
        "end": instant(entry["DTEND"].dt) if "DTEND" in entry else None,
        "summary": str(entry["SUMMARY"]),
        "description": str(entry["DESCRIPTION"]),
        "location": str(entry.get("LOCATION", "")),
        "status": str(entry["STATUS"]),
        "sequence": int(entry["SEQUENCE"]),
        "stamp": entry["DTSTAMP"].dt,
        "url": str(entry["URL"]),
        "siblings": [str(uid) for uid in related(entry) if uid.params.get("RELTYPE") == "SIBLING"],
        "alarms": len(entry.walk("VALARM")),
    }


def dates_of(calendar):
    """The starts of each series that takes place then."""
    series = {str(entry["UID"]): [] for entry in calendar.walk("VEVENT") if "RRULE" in entry}
    if series:
        for entry in recurring_ical_events.of(calendar).between(FIRST, LAST):
            if str(entry["UID"]) in series and entry.get("STATUS") != "CANCELLED":
                series[str(entry["UID"])].append(instant(entry["DTSTART"].dt))
    return series


def check_file(path, number):
    text = path.read_bytes().decode("utf-8")
    # A name of its own in every file: the reader remembers zones by their names.
    unknown = re.sub(r"(\r\n(?:[A-Z-]+;)?TZID[=:])", rf"\1x{number}-", text)
    calendar = icalendar.Calendar.from_ical(unknown)
    broken = [f"{part.name}: {part.errors}" for part in calendar.walk() if part.errors]
    entries = [entry for entry in calendar.walk("VEVENT") if "RECURRENCE-ID" not in entry]
    check(path, [entry_of(entry) for entry in entries], dates_of(calendar), broken)


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


for number, path in enumerate(FILES):
    check_file(path, number)
for path in sorted(SITE.rglob("*.jcal.json")):
    check_jcal(path)
finish()
