//! Series: what editors write in `repeat`, and what becomes of it in calendars, on pages and in
//! data.

mod calendars;
mod mistakes;
mod pages;
mod readers;
mod schedules;

use crate::harness::Site;

/// Tuesdays in autumn, with an exception, a moved, a cancelled and an additional date.
const TUESDAYS: &str = "start: 2019-10-01T16:00
end: 2019-10-01T17:30
venue: saal
updates: [{at: 2019-02-01, kind: change}]
repeat:
  every: week
  on: [tuesday]
  until: 2019-12-20
  except: [2019-10-29]
  extra: [2019-12-21T10:00]
  changes:
    - {date: 2019-10-08, start: 2019-10-09T18:00, note: Wegen der Messe am Mittwoch}
    - {date: 2019-11-12, status: cancelled}
    - {date: 2019-11-19, venue: {name: Kleiner Saal, city: Dresden}}";

/// A site with one series, which begins and is repeated like this.
fn series(start: &str, repeat: &str) -> Site {
    Site::new().event("reihe", &format!("{start}\nrepeat: {{{repeat}}}"))
}
