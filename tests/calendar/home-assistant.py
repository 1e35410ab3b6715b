"""home-assistant.py SITE – reads every calendar file of a built site with the reader of Home
Assistant, `ical`, and compares with the site's data files. Alarms of subscribed calendars
are not its business."""

import datetime
import zoneinfo

from ical.calendar_stream import IcsCalendarStream

from meant import FILES, check, finish, instant

# Governments change what is to come: the same database as the site's, not that of the computer.
zoneinfo.reset_tzpath([])

FIRST = datetime.datetime(1960, 1, 1, tzinfo=datetime.timezone.utc)
LAST = datetime.datetime(2060, 1, 1, tzinfo=datetime.timezone.utc)


def entry_of(event):
    return {
        "uid": event.uid,
        "start": instant(event.dtstart),
        "end": instant(event.dtend) if event.dtend else None,
        "summary": event.summary,
        "description": event.description,
        "location": event.location,
        "status": event.status.value,
        "sequence": event.sequence,
        "stamp": event.dtstamp,
        "url": str(event.url),
        # It takes every relation for that to a parent.
        "siblings": [it.uid for it in event.related_to],
    }


def dates_of(calendar, events):
    """The starts of each series that takes place then."""
    series = {event.uid: [] for event in events if event.rrule}
    if series:
        for event in calendar.timeline_tz(datetime.timezone.utc).overlapping(FIRST, LAST):
            if event.uid in series and event.status.value != "CANCELLED":
                series[event.uid].append(instant(event.dtstart))
    return series


for path in FILES:
    calendar = IcsCalendarStream.calendar_from_ics(path.read_bytes().decode("utf-8"))
    events = [event for event in calendar.events if not event.recurrence_id]
    check(path, [entry_of(event) for event in events], dates_of(calendar, events))
finish()
