//! Calendar files: where long lines are cut.

use super::*;

#[test]
fn a_line_of_75_octets_is_not_folded() {
    let line = "x".repeat(75);
    assert_eq!(folded(&line), format!("{line}\r\n"));
    assert_eq!(folded(&"x".repeat(76)), format!("{line}\r\n x\r\n"));
    assert_eq!(folded(&"x".repeat(150)), format!("{line}\r\n {}\r\n x\r\n", "x".repeat(74)));
}

#[test]
fn octets_count_and_not_characters() {
    // 74 octets are 37 times ä; the 75th octet would split one.
    let lines = folded(&"ä".repeat(100));
    assert_eq!(lines.split("\r\n").next(), Some("ä".repeat(37).as_str()));
}

#[test]
fn white_space_at_the_end_of_a_line_moves_to_the_next() {
    for space in [' ', '\t', '\u{a0}', '\u{2003}', '\u{3000}'] {
        for before in 60..80 {
            let line = format!("{}{space}{}", "a".repeat(before), "b".repeat(80));
            let file = folded(&line);
            assert_well_formed(&file);
            assert_eq!(unfolded(&file), format!("{line}\r\n"));
        }
    }
}

#[test]
fn the_longest_white_space_is_folded() {
    for space in [" ", "\t", "\u{a0}", "\u{3000}"] {
        for before in 1..160 {
            let line = format!("A:{}{}\u{1F1EA}\u{1F1EA}", "a".repeat(before), space.repeat(99));
            let line = as_readers_get(&line);
            let file = folded(&line);
            assert_well_formed(&file);
            assert_eq!(unfolded(&file), format!("{line}\r\n"));
        }
    }
}

#[test]
fn white_space_without_end_is_cut_within_the_limit() {
    let file = folded(&format!("a{}b", " ".repeat(300)));
    assert!(file.split("\r\n").all(|line| line.len() <= LINE_OCTETS));
    assert_eq!(unfolded(&file).len(), 304);
}
