//! Folding of content lines (RFC 5545 3.1).
//!
//! This is a file of its own because the obvious ways are wrong in practice: the limit counts
//! octets and not characters, and a physical line must not end in white space, since readers
//! trim it there and join the words on both sides. U+00A0 and its like count as white space,
//! because the `ical` crate trims by `char::is_whitespace`.

/// The most octets a physical line may have, its CRLF not counted (RFC 5545 3.1).
pub const LINE_OCTETS: usize = 75;

/// Appends one content line to `out`, folded where needed and ended by CRLF.
///
/// Every cut is on a character boundary and after a character that is not white space. Where
/// the upper half of the line allows it, white space does not follow the cut either: lenient
/// readers strip all of it together with the fold's own space.
///
/// `line` has no line ends in it, does not end in white space, and no run of white space in it
/// is longer than 70 octets: the `text` functions of this module see to that. A longer run is
/// cut inside, within the limit, because there is no other place.
pub fn fold(out: &mut String, line: &str) {
    let mut rest = line;
    let mut room = LINE_OCTETS;
    while rest.len() > room {
        let Some((head, tail)) = cut(rest, room) else {
            break;
        };
        out.push_str(head);
        out.push_str("\r\n ");
        rest = tail;
        room = LINE_OCTETS - 1;
    }
    out.push_str(rest);
    out.push_str("\r\n");
}

/// The next physical line, of at most `room` octets, and the rest.
fn cut(line: &str, room: usize) -> Option<(&str, &str)> {
    let cuts = || (1..=room).rev().filter_map(|place| line.split_at_checked(place));
    let safe = || cuts().filter(|(head, _)| !head.ends_with(char::is_whitespace));
    safe()
        .take_while(|(head, _)| head.len() > room / 2)
        .find(|(_, tail)| !tail.starts_with(char::is_whitespace))
        .or_else(|| safe().next())
        .or_else(|| cuts().next())
}
