//! Rules and their days. Expected days are read off a calendar of 2019 and 2020.

use bba::recurrence::{End, Nth, Pattern, Rule};
use jiff::civil::{Date, Weekday};

fn day(text: &str) -> Date {
    text.parse().unwrap()
}

fn until(text: &str) -> End {
    End::Until(day(text))
}

fn days(rule: &Rule, first: &str) -> Vec<String> {
    rule.days(day(first)).map(|day| day.to_string()).collect()
}

#[test]
fn days_are_counted_from_the_first_across_month_year_and_leap_day() {
    let rule = |interval, end| Rule { interval, pattern: Pattern::Day, end };
    for (rule, first, expected) in [
        (rule(1, End::Count(3)), "2019-12-30", vec!["2019-12-30", "2019-12-31", "2020-01-01"]),
        (
            rule(1, until("2020-03-01")),
            "2020-02-28",
            vec!["2020-02-28", "2020-02-29", "2020-03-01"],
        ),
        (rule(10, End::Count(3)), "2019-02-20", vec!["2019-02-20", "2019-03-02", "2019-03-12"]),
        (rule(2, until("2019-10-04")), "2019-10-01", vec!["2019-10-01", "2019-10-03"]),
        // The last day counts, and a series can have one date.
        (rule(7, until("2019-10-08")), "2019-10-01", vec!["2019-10-01", "2019-10-08"]),
        (rule(7, until("2019-10-01")), "2019-10-01", vec!["2019-10-01"]),
    ] {
        assert_eq!(days(&rule, first), expected);
    }
}

#[test]
fn weeks_begin_on_monday() {
    let rule = |interval, days: &[Weekday], end| Rule {
        interval,
        pattern: Pattern::Weekdays(days.to_vec()),
        end,
    };
    let tuesday_and_sunday = [Weekday::Tuesday, Weekday::Sunday];
    for (rule, first, expected) in [
        (
            rule(1, &[Weekday::Tuesday], End::Count(2)),
            "2019-10-01",
            vec!["2019-10-01", "2019-10-08"],
        ),
        (
            rule(1, &tuesday_and_sunday, until("2019-10-15")),
            "2019-10-01",
            vec!["2019-10-01", "2019-10-06", "2019-10-08", "2019-10-13", "2019-10-15"],
        ),
        // RFC 5545 3.3.10 has this as its example for WKST: with weeks from Sunday on, the
        // second date would be the 17th.
        (
            rule(2, &tuesday_and_sunday, End::Count(4)),
            "1997-08-05",
            vec!["1997-08-05", "1997-08-10", "1997-08-19", "1997-08-24"],
        ),
        // From Sunday on, the next week of a two-week step begins eight days later.
        (
            rule(2, &tuesday_and_sunday, End::Count(3)),
            "2019-10-06",
            vec!["2019-10-06", "2019-10-15", "2019-10-20"],
        ),
        (
            rule(3, &[Weekday::Monday], End::Count(3)),
            "2019-12-16",
            vec!["2019-12-16", "2020-01-06", "2020-01-27"],
        ),
    ] {
        assert_eq!(days(&rule, first), expected);
    }
}

#[test]
fn months_have_days_by_number_and_weekdays_by_place() {
    let on = |places: &[(Nth, Weekday)]| Pattern::WeekdaysOfMonth(places.to_vec());
    let rule = |interval, pattern, end| Rule { interval, pattern, end };
    for (rule, first, expected) in [
        (
            rule(1, Pattern::DayOfMonth(28), End::Count(4)),
            "2019-12-28",
            vec!["2019-12-28", "2020-01-28", "2020-02-28", "2020-03-28"],
        ),
        (
            rule(5, Pattern::DayOfMonth(1), End::Count(3)),
            "2019-10-01",
            vec!["2019-10-01", "2020-03-01", "2020-08-01"],
        ),
        (
            rule(1, on(&[(Nth::First, Weekday::Tuesday)]), until("2019-12-31")),
            "2019-10-01",
            vec!["2019-10-01", "2019-11-05", "2019-12-03"],
        ),
        // November 2019 has five Fridays, December and January end with a Friday early or late.
        (
            rule(1, on(&[(Nth::Last, Weekday::Friday)]), End::Count(4)),
            "2019-11-29",
            vec!["2019-11-29", "2019-12-27", "2020-01-31", "2020-02-28"],
        ),
        (
            rule(1, on(&[(Nth::Fourth, Weekday::Friday)]), End::Count(2)),
            "2019-11-22",
            vec!["2019-11-22", "2019-12-27"],
        ),
        (
            rule(
                2,
                on(&[(Nth::Second, Weekday::Monday), (Nth::Third, Weekday::Thursday)]),
                End::Count(4),
            ),
            "2019-10-14",
            vec!["2019-10-14", "2019-10-17", "2019-12-09", "2019-12-19"],
        ),
    ] {
        assert_eq!(days(&rule, first), expected);
    }
}

#[test]
fn the_nearest_days_that_fit_lie_on_both_sides() {
    let pattern = Pattern::WeekdaysOfMonth(vec![(Nth::First, Weekday::Tuesday)]);
    let rule = Rule { interval: 1, pattern, end: End::Count(3) };
    assert_eq!(rule.nearest(day("2019-10-10")), [day("2019-10-01"), day("2019-11-05")]);
    assert!(!rule.fits(day("2019-10-08")) && rule.fits(day("2019-10-01")));
}
