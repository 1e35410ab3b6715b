//! What changed in a file, as `diff --unified=0` shows it.

use std::fmt::Write;

/// The changed lines of a file, old ones with `-` and new ones with `+`.
pub fn diff(path: &str, old: &str, new: &str) -> String {
    let (old, new) = (plain(old), plain(new));
    let (old, new): (Vec<&str>, Vec<&str>) = (old.lines().collect(), new.lines().collect());
    let mut text = format!("--- {path}\n+++ {path}\n");
    for (range_old, range_new) in hunks(&old, &new) {
        let (first_old, first_new) = (range_old.start + 1, range_new.start + 1);
        let (count_old, count_new) = (range_old.len(), range_new.len());
        // A string takes everything.
        let _ = writeln!(text, "@@ -{first_old},{count_old} +{first_new},{count_new} @@");
        let lines = |sign: &str, lines: Option<&[&str]>| -> String {
            lines.unwrap_or_default().iter().map(|line| format!("{sign}{line}\n")).collect()
        };
        text.push_str(&lines("-", old.get(range_old)));
        text.push_str(&lines("+", new.get(range_new)));
    }
    text
}

/// A text with plain line ends and without a byte order mark: a terminal would obey them.
fn plain(text: &str) -> String {
    text.trim_start_matches('\u{feff}').replace("\r\n", "\n").replace('\r', "\n")
}

type Lines = std::ops::Range<usize>;

/// Lines that differ. Where their number differs, all between the first and the last one.
fn hunks(old: &[&str], new: &[&str]) -> Vec<(Lines, Lines)> {
    if old.len() != new.len() {
        let same = old.iter().zip(new).take_while(|(old, new)| old == new).count();
        let rest = old.len().min(new.len()) - same;
        let behind = old.iter().rev().zip(new.iter().rev()).take(rest);
        let behind = behind.take_while(|(old, new)| old == new).count();
        return vec![(same..old.len() - behind, same..new.len() - behind)];
    }
    let mut hunks: Vec<Lines> = Vec::new();
    for (at, _) in old.iter().zip(new).enumerate().filter(|(_, (old, new))| old != new) {
        match hunks.last_mut().filter(|last| last.end == at) {
            Some(last) => last.end = at + 1,
            None => hunks.push(at..at + 1),
        }
    }
    hunks.into_iter().map(|lines| (lines.clone(), lines)).collect()
}

#[cfg(test)]
mod tests {
    use super::diff;

    #[test]
    fn changed_lines_are_shown_with_their_numbers() {
        let shown = diff("a.yaml", "a\nb\nc\nd\n", "a\nB\nc\nD\n");
        assert_eq!(
            shown,
            "--- a.yaml\n+++ a.yaml\n@@ -2,1 +2,1 @@\n-b\n+B\n@@ -4,1 +4,1 @@\n-d\n+D\n"
        );
        let shown = diff("a.yaml", "a\nb\nc\n", "a\nx\ny\nc\n");
        assert_eq!(shown, "--- a.yaml\n+++ a.yaml\n@@ -2,1 +2,2 @@\n-b\n+x\n+y\n");
    }
}
