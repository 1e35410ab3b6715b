//! Events at random: zones, series with dates that are elsewhere, moved, cancelled or on top, what is
//! online, planned, postponed or was moved, and days and hours that follow.

use proptest::prelude::*;
use proptest::sample::select;

use super::plan::{Change, Plan, Repeat, Shape, Status};

/// Zones north and south, with clocks that change at other times, never, or by quarters of hours.
const ZONES: [&str; 6] = [
    "Europe/Berlin",
    "America/New_York",
    "America/Mexico_City",
    "Asia/Tokyo",
    "Asia/Kathmandu",
    "Pacific/Auckland",
];

/// At an hour after that at which clocks are changed, and early enough to end on the same day.
fn hour() -> impl Strategy<Value = i8> {
    select(vec![6, 8, 9, 12, 15, 16, 19])
}

fn change(step: i64, is_timed: bool) -> impl Strategy<Value = Change> {
    let kinds = prop_oneof![4 => Just(0), 2 => Just(1), 1 => Just(2), 1 => Just(3), 2 => Just(4)];
    (kinds, 0..3_usize, -1..=2_i64, hour()).prop_map(move |(kind, venue, days, hour)| {
        let days = if step > 1 { days } else { 0 };
        let hour = is_timed.then_some(hour);
        match kind {
            1 => Change { venue: Some(venue), ..Change::default() },
            2 => Change { days, hour, ..Change::default() },
            3 => Change { days, hour, venue: Some(venue), ..Change::default() },
            4 => Change { is_cancelled: true, ..Change::default() },
            _ => Change::default(),
        }
    })
}

fn repeat() -> impl Strategy<Value = (Shape, Option<Repeat>)> {
    // Within a day: how long a date lasts on which clocks are changed is another test's.
    let timed = (hour(), select(vec![0, 30]), prop::option::of(select(vec![30, 60, 90, 240])));
    let timed = timed.prop_map(|(hour, minute, lasts)| Shape::Timed(hour, minute, lasts));
    let shape = prop_oneof![3 => timed, 1 => (0..3_i64).prop_map(Shape::Days)];
    (shape, select(vec![1_i64, 7, 14])).prop_flat_map(|(shape, step)| {
        let is_timed = matches!(shape, Shape::Timed(..));
        let step = if is_timed { step } else { step.max(7) };
        let changes = prop::collection::vec(change(step, is_timed), 2..9);
        let extra = prop::option::weighted(0.3, 3..6_i64);
        (changes, extra)
            .prop_map(move |(changes, extra)| (shape, Some(Repeat { step, changes, extra })))
    })
}

fn single() -> impl Strategy<Value = (Shape, Option<Repeat>)> {
    let lasts = prop::option::of(select(vec![30, 60, 150, 600, 1_500, 4_000]));
    let timed = (prop_oneof![1 => Just(0), 4 => hour()], select(vec![0, 30]), lasts)
        .prop_map(|(h, m, l)| Shape::Timed(h, m, l));
    let days = (0..40_i64).prop_map(Shape::Days);
    let within = (1..9_i64).prop_map(Shape::Within);
    let shape = prop_oneof![5 => timed, 2 => days, 1 => Just(Shape::HourFollows), 1 => within];
    shape.prop_map(|shape| (shape, None))
}

/// Any event.
pub fn plan() -> impl Strategy<Value = Plan> {
    let status = prop_oneof![
        6 => Just(Status::Confirmed),
        1 => Just(Status::Planned),
        1 => Just(Status::Cancelled),
        1 => Just(Status::Postponed),
        1 => Just(Status::MovedOnline),
    ];
    let when = prop_oneof![2 => repeat(), 1 => single()];
    let place =
        (prop::option::of(0..3_usize), prop::bool::weighted(0.3), prop::bool::weighted(0.2));
    let moves = prop_oneof![2 => Just(0), 1 => 1..4_i64];
    (select(ZONES.to_vec()), 20..400_i64, when, place, status, moves).prop_map(
        |(zone, day, (shape, repeat), (venue, has_link, is_kind_online), status, moves)| Plan {
            zone,
            day,
            shape,
            repeat,
            venue,
            has_link,
            is_kind_online,
            status,
            moves,
        },
    )
}
